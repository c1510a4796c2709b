INSERT INTO local_questionnaires (id, municipality_id, created_by, title, about, questions, state, version_hash,
                                  created_at, published_at, reminded_at)
VALUES ({uuid:161}, {uuid:1}, {uuid:11}, 'Готовность к ГИА', 'Пять вопросов', '[]', 'published', 'cd34',
        '2026-09-02T08:00:00+00:00', '2026-09-02T08:05:00+00:00', NULL);
INSERT INTO questionnaire_invitations (questionnaire_id, person_id, invited_at, reminders, owed)
VALUES ({uuid:161}, {uuid:11}, '2026-09-02T08:06:00+00:00', 0, 'invitation');
