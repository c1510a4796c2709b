INSERT INTO contacts (id, messenger, external_id, person_id, state, created_at)
VALUES ({uuid:23}, 'telegram', '1003', {uuid:12}, 'live', '2026-11-22T08:00:00+00:00');
