-- Announcements: what is said, to whom, when, and how far it has come.
CREATE TABLE broadcasts (
    id BLOB PRIMARY KEY NOT NULL,
    -- Empty for the whole region.
    municipality_id BLOB REFERENCES municipalities (id),
    author_id BLOB REFERENCES persons (id) ON DELETE SET NULL,
    -- Who had it sent, and answers for its going on.
    sender_id BLOB REFERENCES persons (id) ON DELETE SET NULL,
    audience_id BLOB NOT NULL REFERENCES audiences (id),
    category TEXT NOT NULL,
    words TEXT NOT NULL,
    -- Words of a correction that was not confirmed yet.
    new_words TEXT,
    files TEXT NOT NULL,
    buttons TEXT NOT NULL,
    state TEXT NOT NULL,
    -- Why it waits, where it does.
    pause TEXT,
    -- Only rough numbers may be said of its people, and no names.
    is_rough BOOLEAN NOT NULL,
    starts_at TIMESTAMP,
    repeats TEXT,
    -- Its first letters went well.
    is_proven BOOLEAN NOT NULL,
    -- Rises with each correction; deliveries that lag behind are corrected.
    version BIGINT NOT NULL,
    is_correcting BOOLEAN NOT NULL,
    -- How often the silent were reminded.
    reminders BIGINT NOT NULL,
    -- The last reminder is still being written.
    is_reminding BOOLEAN NOT NULL,
    -- People who wanted nothing of this category.
    muted BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    taken_at TIMESTAMP,
    ended_at TIMESTAMP
);
CREATE INDEX broadcasts_place ON broadcasts (municipality_id, created_at);
CREATE INDEX broadcasts_work ON broadcasts (state)
WHERE state IN ('running', 'scheduled') OR is_correcting OR is_reminding;

-- Whom an announcement was for when it began, and what they did with it.
CREATE TABLE broadcast_deliveries (
    broadcast_id BLOB NOT NULL REFERENCES broadcasts (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    -- The main school at that moment.
    school_id BLOB REFERENCES schools (id),
    is_written BOOLEAN NOT NULL,
    round BIGINT NOT NULL,
    version BIGINT NOT NULL,
    acknowledged_at TIMESTAMP,
    choice BIGINT,
    -- The last reminder that was looked at for them.
    reminded BIGINT NOT NULL,
    PRIMARY KEY (broadcast_id, person_id)
);
CREATE INDEX broadcast_deliveries_person ON broadcast_deliveries (person_id);
CREATE INDEX broadcast_deliveries_unwritten ON broadcast_deliveries (broadcast_id, person_id) WHERE NOT is_written;

-- What people wrote in reply.
CREATE TABLE broadcast_answers (
    id BLOB PRIMARY KEY NOT NULL,
    broadcast_id BLOB NOT NULL REFERENCES broadcasts (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    words TEXT NOT NULL,
    said_at TIMESTAMP NOT NULL
);
CREATE INDEX broadcast_answers_of ON broadcast_answers (broadcast_id, said_at);
CREATE INDEX broadcast_answers_person ON broadcast_answers (person_id);

-- Which announcements somebody wants none of.
CREATE TABLE broadcast_optouts (
    person_id BLOB NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    category TEXT NOT NULL,
    PRIMARY KEY (person_id, category)
);
