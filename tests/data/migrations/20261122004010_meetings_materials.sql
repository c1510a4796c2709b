INSERT INTO meeting_materials (id, meeting_id, attachment_id, link, title, added_at)
VALUES ({uuid:411}, {uuid:401}, NULL, 'https://example.ru/slides', 'https://example.ru/slides', '2026-11-22T09:00:00+00:00');
UPDATE meetings SET shares = 1 WHERE id = {uuid:401};
INSERT INTO meeting_wishes (meeting_id, person_id, wish, words, said_at)
VALUES ({uuid:401}, {uuid:11}, 'talk', 'Покажу приём', '2026-11-22T09:05:00+00:00');
