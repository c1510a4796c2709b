-- Every version of a questionnaire that ever went out, under the SHA-256 of its text: attempts read theirs from here.
CREATE TABLE questionnaire_versions (
    hash TEXT PRIMARY KEY NOT NULL,
    questionnaire TEXT NOT NULL,
    title TEXT NOT NULL,
    source_text TEXT NOT NULL,
    published_at TIMESTAMPTZ NOT NULL
);

-- One person's pass through one version. The profile is a copy from the beginning, so that the path stays the same.
CREATE TABLE attempts (
    id UUID PRIMARY KEY NOT NULL,
    person_id UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    municipality_id UUID REFERENCES municipalities (id),
    questionnaire TEXT NOT NULL,
    version_hash TEXT NOT NULL REFERENCES questionnaire_versions (hash),
    profile JSONB NOT NULL,
    state TEXT NOT NULL,
    looking_at TEXT,
    consented_at TIMESTAMPTZ NOT NULL,
    begun_at TIMESTAMPTZ NOT NULL,
    touched_at TIMESTAMPTZ NOT NULL,
    finished_at TIMESTAMPTZ
);
-- One open attempt per person and questionnaire, whoever presses twice.
CREATE UNIQUE INDEX attempts_open ON attempts (person_id, questionnaire) WHERE state = 'begun';
CREATE INDEX attempts_person ON attempts (person_id, begun_at);

CREATE TABLE answers (
    attempt_id UUID NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
    question TEXT NOT NULL,
    value JSONB NOT NULL,
    answered_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (attempt_id, question)
);

-- The profile of deficits and strengths: one row per area of a finished attempt, on which other capabilities build.
CREATE TABLE competence_scores (
    attempt_id UUID NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
    area TEXT NOT NULL,
    position BIGINT NOT NULL,
    title TEXT NOT NULL,
    person_id UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    municipality_id UUID REFERENCES municipalities (id),
    questionnaire TEXT NOT NULL,
    source TEXT NOT NULL,
    score DOUBLE PRECISION NOT NULL,
    level TEXT NOT NULL,
    finding TEXT NOT NULL,
    measured_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (attempt_id, area)
);
CREATE INDEX competence_scores_person ON competence_scores (person_id, measured_at);
CREATE INDEX competence_scores_area ON competence_scores (municipality_id, area, measured_at);
