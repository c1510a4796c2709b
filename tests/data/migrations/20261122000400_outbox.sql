INSERT INTO letters (id, person_id, capability, matter, form, of_letter, class, lane, is_urgent, wish, event_at,
                     useless_after, dedup_key, cause, state, is_planned, is_over_budget, is_calling, due_at, tries,
                     claim_number, said_with, created_at, settled_at)
VALUES ({uuid:71}, {uuid:11}, 'diagnostics', '{}', 'post', NULL, 'reminder', 2, FALSE,
        '{"instant": "2026-09-04T08:00:00Z"}', NULL, '2026-09-10T08:00:00+00:00', 'diagnostics/unfinished/1',
        'diagnostics/attempt/1', 'delivered', TRUE, FALSE, FALSE, '2026-09-04T08:00:00+00:00', 0, 1, {uuid:71},
        '2026-09-01T08:00:00+00:00', '2026-09-04T08:00:01+00:00'),
       ({uuid:72}, {uuid:11}, 'diagnostics', '{}', 'withdrawal', {uuid:71}, 'reminder', 2, FALSE,
        '{"instant": "2026-09-04T08:00:00Z"}', NULL, '2026-09-10T08:00:00+00:00', 'outbox/correction/1',
        'diagnostics/attempt/1', 'owed', TRUE, FALSE, FALSE, '2026-09-05T08:00:00+00:00', 0, 0, NULL,
        '2026-09-05T08:00:00+00:00', NULL);
INSERT INTO letter_messages (letter_id, contact_id, position, message, sent_at)
VALUES ({uuid:71}, {uuid:21}, 0, '{"chat": "1001", "message": "9"}', '2026-09-04T08:00:01+00:00');
INSERT INTO job_runs (job, last_due_at) VALUES ('outbox-prune', '2026-09-04T00:30:00+00:00');
