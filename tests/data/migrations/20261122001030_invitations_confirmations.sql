INSERT INTO confirmations (person_id, municipality_id, confirmed_at, confirmed_by)
VALUES ({uuid:12}, {uuid:1}, '2026-09-03T09:00:00+00:00', {uuid:11});
SELECT COUNT(*) FROM people_to_confirm;
