-- What whoever calls hands to those who were called: a file or an address, sent to them all on a tap.
CREATE TABLE meeting_materials (
    id UUID PRIMARY KEY NOT NULL,
    meeting_id UUID NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    -- A file goes with whoever sent it.
    attachment_id UUID REFERENCES attachments (id) ON DELETE CASCADE,
    link TEXT,
    title TEXT NOT NULL,
    added_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX meeting_materials_of ON meeting_materials (meeting_id, id);
CREATE INDEX meeting_materials_attachment ON meeting_materials (attachment_id);

-- How often materials were sent to all, and whether that still goes on; and to whom they were.
ALTER TABLE meetings ADD COLUMN shares BIGINT NOT NULL DEFAULT 0;
ALTER TABLE meetings ADD COLUMN is_sharing BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE meeting_invited ADD COLUMN shared BIGINT NOT NULL DEFAULT 0;
CREATE INDEX meetings_sharing ON meetings (id) WHERE is_sharing;

-- With what people come where speakers are sought.
CREATE TABLE meeting_wishes (
    meeting_id UUID NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    -- question, talk
    wish TEXT NOT NULL,
    words TEXT NOT NULL,
    said_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (meeting_id, person_id, wish)
);
CREATE INDEX meeting_wishes_person ON meeting_wishes (person_id);

-- Looking around goes by time.
CREATE INDEX meetings_time ON meetings (starts_at) WHERE state = 'open';
