INSERT INTO lesson_sheets (id, meeting_id, teacher_id, author_id, answers, finished_at, kept_at, created_at)
VALUES ({uuid:4210}, {uuid:401}, {uuid:11}, {uuid:12}, '{"goal":"yes"}', '2026-12-02T08:00:00+00:00', NULL,
        '2026-12-02T07:00:00+00:00');
