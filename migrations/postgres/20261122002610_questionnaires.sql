-- Questionnaires that a municipality makes itself: the draft as it was read from a sheet, and what became of it.
CREATE TABLE local_questionnaires (
    id UUID PRIMARY KEY NOT NULL,
    municipality_id UUID NOT NULL REFERENCES municipalities (id),
    created_by UUID REFERENCES persons (id) ON DELETE SET NULL,
    title TEXT NOT NULL,
    about TEXT NOT NULL,
    questions JSONB NOT NULL,
    state TEXT NOT NULL,
    version_hash TEXT,
    -- Whom it was last thought of to invite.
    audience_id UUID REFERENCES audiences (id) ON DELETE SET NULL,
    created_at TIMESTAMPTZ NOT NULL,
    published_at TIMESTAMPTZ,
    reminded_at TIMESTAMPTZ
);
CREATE INDEX local_questionnaires_municipality ON local_questionnaires (municipality_id, created_at);

-- Who was asked to take one. What is still to be said to them stands in `owed`, until a letter is written.
CREATE TABLE questionnaire_invitations (
    questionnaire_id UUID NOT NULL REFERENCES local_questionnaires (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    invited_at TIMESTAMPTZ NOT NULL,
    reminders BIGINT NOT NULL DEFAULT 0,
    owed TEXT,
    PRIMARY KEY (questionnaire_id, person_id)
);
CREATE INDEX questionnaire_invitations_owed ON questionnaire_invitations (questionnaire_id, person_id)
    WHERE owed IS NOT NULL;
CREATE INDEX questionnaire_invitations_person ON questionnaire_invitations (person_id);
