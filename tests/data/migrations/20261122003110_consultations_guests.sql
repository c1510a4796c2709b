INSERT INTO consultation_guests (request_id, person_id, joined_at)
VALUES ({uuid:2510}, {uuid:11}, '2026-09-02T08:00:00+00:00');
