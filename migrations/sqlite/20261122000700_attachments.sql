-- Files that people send and that are kept, and how each messenger calls them.
CREATE TABLE attachments (
    id BLOB PRIMARY KEY NOT NULL,
    owner_id BLOB NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    hash BLOB,
    bytes BLOB,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX attachments_owner ON attachments (owner_id);

CREATE TABLE attachment_references (
    attachment_id BLOB NOT NULL REFERENCES attachments (id) ON DELETE CASCADE,
    messenger TEXT NOT NULL,
    reference TEXT NOT NULL,
    PRIMARY KEY (attachment_id, messenger)
);

-- For others: which files there are, without their bytes.
CREATE VIEW attachments_kept AS SELECT id AS attachment_id, owner_id, kind, name FROM attachments;
