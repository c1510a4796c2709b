-- By which accounts a person comes: codes that attach another one, and how contacts moved from one person to another.
CREATE TABLE account_codes (
    person_id BLOB PRIMARY KEY NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    -- SHA-256, in hexadecimal: the digits stand nowhere.
    code_hash TEXT NOT NULL UNIQUE,
    expires_at TIMESTAMP NOT NULL
);

-- How often a contact has tried a code since when.
CREATE TABLE account_tries (
    contact_id BLOB PRIMARY KEY NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    tries BIGINT NOT NULL,
    since TIMESTAMP NOT NULL
);

-- Contacts that moved, or that somebody asks to be moved. Until a move is settled it can be taken back: only then do the
-- facts of whom they belonged to become the other's.
CREATE TABLE account_moves (
    id BLOB PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    -- Whose the contacts were; empty where they were nobody's.
    former_id BLOB REFERENCES persons (id) ON DELETE CASCADE,
    -- Whose they are now; empty while it is asked for.
    person_id BLOB REFERENCES persons (id) ON DELETE CASCADE,
    -- Our ids of the contacts.
    moved TEXT NOT NULL,
    municipality_id BLOB REFERENCES municipalities (id),
    asked_at TIMESTAMP NOT NULL,
    decided_at TIMESTAMP,
    decided_by BLOB REFERENCES persons (id) ON DELETE SET NULL,
    CHECK (person_id IS NOT NULL OR former_id IS NOT NULL)
);
CREATE INDEX account_moves_person ON account_moves (person_id);
CREATE UNIQUE INDEX account_moves_asked ON account_moves (former_id) WHERE state IN ('asked', 'done');
