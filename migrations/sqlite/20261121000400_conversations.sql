-- Per contact: who expects the next typed words, which screen stands there, which message carries it.
CREATE TABLE conversations (
    contact_id BLOB PRIMARY KEY NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    expects TEXT,
    address TEXT,
    live_message TEXT,
    version BIGINT NOT NULL
);

-- What was begun and not finished, one per capability: parked when another one takes over, never dropped.
CREATE TABLE drafts (
    contact_id BLOB NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    capability TEXT NOT NULL,
    step TEXT NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    PRIMARY KEY (contact_id, capability)
);
