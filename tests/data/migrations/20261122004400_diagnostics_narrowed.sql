INSERT INTO attempts (id, person_id, municipality_id, questionnaire, version_hash, profile, state, looking_at,
                      consented_at, begun_at, touched_at, finished_at, narrowing, occasion_id)
VALUES ({uuid:4400}, {uuid:11}, {uuid:1}, 'professional', 'cd34',
        '{"posts":["teacher"],"post_groups":["school_teacher"],"subjects":["mathematics"],"early_career":false}',
        'finished', NULL, '2027-05-10T08:00:00+00:00', '2027-05-10T08:00:00+00:00', '2027-05-10T08:05:00+00:00',
        '2027-05-10T08:05:00+00:00',
        '{"areas":["methods"],"first":"00000000-0000-0000-0000-000000000033","occasion":"00000000-0000-0000-0000-000000000d48"}',
        {uuid:3400});
INSERT INTO competence_scores (attempt_id, area, position, title, person_id, municipality_id, questionnaire, source,
                               score, level, finding, measured_at, level_rank)
VALUES ({uuid:4400}, 'methods', 0, 'Методика', {uuid:11}, {uuid:1}, 'professional', 'self_rated', 0.8,
        'Сильная сторона', 'strength', '2027-05-10T08:05:00+00:00', 2);
