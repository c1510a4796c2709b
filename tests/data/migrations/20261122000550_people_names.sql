SELECT COUNT(*) FROM person_names;
