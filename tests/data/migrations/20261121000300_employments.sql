INSERT INTO employments (id, person_id, municipality_id, school_id, post, is_main, began_at, ended_at)
VALUES ({uuid:41}, {uuid:11}, {uuid:1}, {uuid:2}, 'teacher', TRUE, '2026-09-01T08:05:00+00:00', NULL);
INSERT INTO employment_subjects (employment_id, subject) VALUES ({uuid:41}, 'mathematics');
