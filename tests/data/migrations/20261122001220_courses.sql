INSERT INTO courses (id, person_id, kind, title, provider, hours, began_on, ended_on, in_register, by_deficit,
                     attachment_id, created_at)
VALUES ({uuid:131}, {uuid:11}, 'training', 'Функциональная грамотность', NULL, 72, '2026-02-10', '2026-02-28', TRUE,
        NULL, {uuid:95}, '2026-09-02T08:00:00+00:00');
