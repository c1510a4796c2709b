-- Relayed conversations: people who write to each other through the bot and see neither phone nor account.
CREATE TABLE threads (
    id UUID PRIMARY KEY NOT NULL,
    owner TEXT NOT NULL,
    cause UUID NOT NULL,
    of_person UUID REFERENCES persons (id) ON DELETE SET NULL,
    last_number BIGINT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    closed_at TIMESTAMPTZ,
    UNIQUE (owner, cause)
);
CREATE INDEX threads_of_person ON threads (of_person);

CREATE TABLE thread_members (
    thread_id UUID NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    joined_at TIMESTAMPTZ NOT NULL,
    left_at TIMESTAMPTZ,
    PRIMARY KEY (thread_id, person_id)
);
CREATE INDEX thread_members_person ON thread_members (person_id) WHERE left_at IS NULL;

CREATE TABLE thread_messages (
    id UUID PRIMARY KEY NOT NULL,
    thread_id UUID NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    author_id UUID REFERENCES persons (id) ON DELETE SET NULL,
    words TEXT NOT NULL,
    source TEXT,
    said_at TIMESTAMPTZ NOT NULL,
    edited_at TIMESTAMPTZ,
    UNIQUE (thread_id, number)
);
-- The same message of a messenger counts once.
CREATE UNIQUE INDEX thread_messages_source ON thread_messages (source) WHERE source IS NOT NULL;
CREATE INDEX thread_messages_author ON thread_messages (author_id);

CREATE TABLE thread_files (
    message_id UUID NOT NULL REFERENCES thread_messages (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    attachment_id UUID NOT NULL REFERENCES attachments (id) ON DELETE CASCADE,
    PRIMARY KEY (message_id, position)
);
CREATE INDEX thread_files_attachment ON thread_files (attachment_id);
