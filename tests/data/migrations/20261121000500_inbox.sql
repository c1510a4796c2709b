INSERT INTO inbox (messenger, event_key, contact, content, origin, state, crashes, deaths, claim_number, received_at)
VALUES ('telegram', 'message:1001:7', '1001', NULL, '{"press": null, "message": null}', 'answered', 0, 0, 1,
        '2026-09-01T08:00:00+00:00'),
       ('telegram', 'message:1001:8', '1001', '{"update_id": 8}', '{"press": null, "message": null}', 'queued', 1, 2,
        1, '2026-09-01T08:00:05+00:00');
