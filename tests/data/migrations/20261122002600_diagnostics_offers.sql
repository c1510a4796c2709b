INSERT INTO questionnaires_offered (questionnaire, municipality_id, version_hash, offered_at)
VALUES ('q-1', {uuid:1}, 'cd34', '2026-09-02T08:00:00+00:00');
