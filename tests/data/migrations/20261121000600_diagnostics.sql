INSERT INTO questionnaire_versions (hash, questionnaire, title, source_text, published_at)
VALUES ('cd34', 'professional', 'Профессиональная самодиагностика', 'format = 1', '2026-09-01T08:00:00+00:00');
INSERT INTO attempts (id, person_id, municipality_id, questionnaire, version_hash, profile, state, looking_at,
                      consented_at, begun_at, touched_at, finished_at)
VALUES ({uuid:51}, {uuid:11}, {uuid:1}, 'professional', 'cd34',
        '{"posts":["teacher"],"post_groups":["school_teacher"],"subjects":["mathematics"],"early_career":false}',
        'finished', NULL, '2026-09-02T08:00:00+00:00', '2026-09-02T08:00:00+00:00', '2026-09-02T08:09:00+00:00',
        '2026-09-02T08:09:00+00:00'),
       ({uuid:52}, {uuid:11}, NULL, 'professional', 'cd34',
        '{"posts":[],"post_groups":[],"subjects":[],"early_career":null}',
        'begun', 'ict-passwords', '2026-10-02T08:00:00+00:00', '2026-10-02T08:00:00+00:00',
        '2026-10-02T08:09:00+00:00', NULL);
INSERT INTO answers (attempt_id, question, value, answered_at)
VALUES ({uuid:51}, 'ict-passwords', '{"choice":"4"}', '2026-09-02T08:08:00+00:00'),
       ({uuid:51}, 'wish', '{"words":"Больше времени"}', '2026-09-02T08:09:00+00:00');
INSERT INTO competence_scores (attempt_id, area, position, title, person_id, municipality_id, questionnaire, source,
                               score, level, finding, measured_at)
VALUES ({uuid:51}, 'ict', 0, 'ИКТ и цифровая среда', {uuid:11}, {uuid:1}, 'professional', 'self_rated', 0.75,
        'Сильная сторона', 'strength', '2026-09-02T08:09:00+00:00');
