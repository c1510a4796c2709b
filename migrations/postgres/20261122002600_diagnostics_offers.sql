-- Questionnaires that a municipality offers to its own people, beside those that ship with the program.
CREATE TABLE questionnaires_offered (
    questionnaire TEXT PRIMARY KEY NOT NULL,
    municipality_id UUID NOT NULL REFERENCES municipalities (id),
    version_hash TEXT NOT NULL REFERENCES questionnaire_versions (hash),
    offered_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX questionnaires_offered_municipality ON questionnaires_offered (municipality_id, offered_at);
-- Whoever counts answers asks for the finished attempts of one version.
CREATE INDEX attempts_version ON attempts (version_hash, state, finished_at);

-- Who began and finished what, for others; never what was answered.
CREATE VIEW attempts_made AS
SELECT id AS attempt_id, person_id, questionnaire, version_hash, begun_at, finished_at FROM attempts;
