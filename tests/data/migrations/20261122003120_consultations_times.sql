INSERT INTO consultation_times (id, request_id, proposed_by, civil, minutes, state, created_at)
VALUES ({uuid:3120}, {uuid:2510}, {uuid:12}, '2026-09-10T15:00', 30, 'agreed', '2026-09-02T08:00:00+00:00');
