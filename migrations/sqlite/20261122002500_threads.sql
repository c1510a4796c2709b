-- Relayed conversations: people who write to each other through the bot and see neither phone nor account.
CREATE TABLE threads (
    id BLOB PRIMARY KEY NOT NULL,
    owner TEXT NOT NULL,
    cause BLOB NOT NULL,
    of_person BLOB REFERENCES persons (id) ON DELETE SET NULL,
    last_number BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    closed_at TIMESTAMP,
    UNIQUE (owner, cause)
);
CREATE INDEX threads_of_person ON threads (of_person);

CREATE TABLE thread_members (
    thread_id BLOB NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    joined_at TIMESTAMP NOT NULL,
    left_at TIMESTAMP,
    PRIMARY KEY (thread_id, person_id)
);
CREATE INDEX thread_members_person ON thread_members (person_id) WHERE left_at IS NULL;

CREATE TABLE thread_messages (
    id BLOB PRIMARY KEY NOT NULL,
    thread_id BLOB NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    author_id BLOB REFERENCES persons (id) ON DELETE SET NULL,
    words TEXT NOT NULL,
    source TEXT,
    said_at TIMESTAMP NOT NULL,
    edited_at TIMESTAMP,
    UNIQUE (thread_id, number)
);
-- The same message of a messenger counts once.
CREATE UNIQUE INDEX thread_messages_source ON thread_messages (source) WHERE source IS NOT NULL;
CREATE INDEX thread_messages_author ON thread_messages (author_id);

CREATE TABLE thread_files (
    message_id BLOB NOT NULL REFERENCES thread_messages (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    attachment_id BLOB NOT NULL REFERENCES attachments (id) ON DELETE CASCADE,
    PRIMARY KEY (message_id, position)
);
CREATE INDEX thread_files_attachment ON thread_files (attachment_id);
