-- Who people are, how they are reached, and what they agreed to.
CREATE TABLE persons (
    id UUID PRIMARY KEY NOT NULL,
    family_name TEXT,
    given_name TEXT,
    patronymic TEXT,
    career_began_year BIGINT,
    birth_date DATE,
    language TEXT,
    time_zone TEXT,
    quiet_from_minute BIGINT NOT NULL,
    quiet_to_minute BIGINT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    registered_at TIMESTAMPTZ
);

-- A person is not a chat: the same person may have one contact on each messenger.
CREATE TABLE contacts (
    id UUID PRIMARY KEY NOT NULL,
    messenger TEXT NOT NULL,
    external_id TEXT NOT NULL,
    person_id UUID REFERENCES persons (id) ON DELETE SET NULL,
    state TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    UNIQUE (messenger, external_id)
);
CREATE INDEX contacts_person ON contacts (person_id);

CREATE TABLE consents (
    id UUID PRIMARY KEY NOT NULL,
    person_id UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    version TEXT NOT NULL,
    text_hash TEXT NOT NULL,
    messenger TEXT NOT NULL,
    given_at TIMESTAMPTZ NOT NULL,
    UNIQUE (person_id, text_hash)
);
