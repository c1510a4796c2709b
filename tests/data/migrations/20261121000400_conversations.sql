INSERT INTO conversations (contact_id, expects, address, live_message, version)
VALUES ({uuid:21}, 'people', 'pe1.menu', '{"chat": "1001", "message": "7"}', 3);
INSERT INTO drafts (contact_id, capability, step, updated_at)
VALUES ({uuid:21}, 'people', '{"step": "name"}', '2026-09-01T08:00:00+00:00');
