-- What came in, once per event. The content is dropped when the row is done, the key is kept for seven days.
CREATE TABLE inbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    messenger TEXT NOT NULL,
    event_key TEXT NOT NULL,
    contact TEXT NOT NULL,
    content TEXT,
    origin TEXT NOT NULL,
    state TEXT NOT NULL,
    crashes BIGINT NOT NULL,
    deaths BIGINT NOT NULL,
    claimed_by BLOB,
    claimed_until TIMESTAMP,
    claim_number BIGINT NOT NULL,
    received_at TIMESTAMP NOT NULL,
    UNIQUE (messenger, event_key)
);
-- The oldest open row of every contact is what a worker looks for.
CREATE INDEX inbox_open ON inbox (messenger, contact, id) WHERE state IN ('queued', 'done');
CREATE INDEX inbox_received ON inbox (received_at);
