SELECT COUNT(*) FROM people_awaited;
