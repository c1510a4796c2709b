INSERT INTO broadcasts (id, municipality_id, author_id, sender_id, audience_id, category, words, new_words, files, buttons,
                        state, pause, is_rough, starts_at, repeats, is_proven, version, is_correcting, reminders, is_reminding, muted,
                        created_at, taken_at, ended_at)
VALUES ({uuid:161}, {uuid:1}, {uuid:11}, {uuid:11}, {uuid:151}, 'service', 'Завтра <b>совещание</b>', NULL, '[]',
        '["acknowledge"]', 'done', NULL, FALSE, NULL, NULL, TRUE, 1, FALSE, 1, FALSE, 0, '2026-11-22T08:00:00+00:00',
        '2026-11-22T08:01:00+00:00', '2026-11-22T08:02:00+00:00');
INSERT INTO broadcast_deliveries (broadcast_id, person_id, school_id, is_written, round, version, acknowledged_at, choice,
                                  reminded)
VALUES ({uuid:161}, {uuid:11}, {uuid:2}, TRUE, 0, 1, '2026-11-22T08:05:00+00:00', NULL, 1);
INSERT INTO broadcast_answers (id, broadcast_id, person_id, words, said_at)
VALUES ({uuid:162}, {uuid:161}, {uuid:11}, 'Буду', '2026-11-22T08:06:00+00:00');
INSERT INTO broadcast_optouts (person_id, category) VALUES ({uuid:11}, 'contests');
