-- What teachers keep for attestation: entries of their own, the category of each post, the self-education topic.
CREATE TABLE portfolio_entries (
    id UUID PRIMARY KEY NOT NULL,
    person_id UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    day DATE,
    role TEXT,
    words TEXT,
    attachment_id UUID REFERENCES attachments (id) ON DELETE SET NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX portfolio_entries_person ON portfolio_entries (person_id);

CREATE TABLE portfolio_categories (
    person_id UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    post TEXT NOT NULL,
    grade TEXT NOT NULL,
    given_on DATE,
    until_on DATE,
    PRIMARY KEY (person_id, post)
);

CREATE TABLE portfolio_studies (
    person_id UUID PRIMARY KEY NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    topic TEXT,
    plan TEXT,
    report TEXT
);
