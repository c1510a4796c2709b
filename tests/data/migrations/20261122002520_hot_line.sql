INSERT INTO hot_line_answers (id, municipality_id, source, author_id, checked_by, state, question, answer, helped,
    changed_at)
VALUES ({uuid:2520}, {uuid:1}, {uuid:2510}, {uuid:12}, {uuid:11}, 'published', 'Как оценить проект?', 'По критериям.', 2,
        '2026-09-02T08:00:00+00:00');
