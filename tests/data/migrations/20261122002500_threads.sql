INSERT INTO threads (id, owner, cause, of_person, last_number, created_at, closed_at)
VALUES ({uuid:2501}, 'consultations', {uuid:2510}, {uuid:11}, 1, '2026-09-02T08:00:00+00:00', NULL);
INSERT INTO thread_members (thread_id, person_id, joined_at, left_at)
VALUES ({uuid:2501}, {uuid:11}, '2026-09-02T08:00:00+00:00', NULL);
INSERT INTO thread_messages (id, thread_id, number, author_id, words, source, said_at, edited_at)
VALUES ({uuid:2502}, {uuid:2501}, 1, {uuid:11}, 'Как оценить проект?', '1/2', '2026-09-02T08:00:00+00:00', NULL);
INSERT INTO thread_files (message_id, position, attachment_id) VALUES ({uuid:2502}, 0, {uuid:95});
