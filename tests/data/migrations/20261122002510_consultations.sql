INSERT INTO consultation_requests (id, municipality_id, number, teacher_id, school_id, area, subject, state, wave,
    round, taken_by, steps_done, reopened, changed_at)
VALUES ({uuid:2510}, {uuid:1}, 41, {uuid:11}, {uuid:2}, 'lesson', 'mathematics', 'taken', 1, 1, {uuid:12}, '', 0,
        '2026-09-02T08:00:00+00:00');
INSERT INTO consultation_numbers (municipality_id, last) VALUES ({uuid:1}, 41);
INSERT INTO consultation_offers (request_id, person_id, cards, round, is_declined, offered_at)
VALUES ({uuid:2510}, {uuid:12}, 1, 1, FALSE, '2026-09-02T08:00:00+00:00');
INSERT INTO consultation_events (id, request_id, kind, actor_id, target_id, at)
VALUES ({uuid:2511}, {uuid:2510}, 'taken', {uuid:12}, NULL, '2026-09-02T08:00:00+00:00');
INSERT INTO consultation_notes (request_id, person_id, words) VALUES ({uuid:2510}, {uuid:12}, 'перезвонить');
INSERT INTO consultation_canned (id, municipality_id, owner_id, title, words, created_at)
VALUES ({uuid:2512}, {uuid:1}, {uuid:12}, 'Привет', 'Здравствуйте!', '2026-09-02T08:00:00+00:00');
