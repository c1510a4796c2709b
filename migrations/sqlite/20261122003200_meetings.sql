-- Meetings: what is told of them, when they are, and how far they have come.
CREATE TABLE meetings (
    id BLOB PRIMARY KEY NOT NULL,
    -- Who calls: an association, a municipality; all empty for the region.
    municipality_id BLOB REFERENCES municipalities (id),
    school_id BLOB REFERENCES schools (id),
    association_id BLOB REFERENCES associations (id),
    host TEXT NOT NULL,
    organiser_id BLOB REFERENCES persons (id) ON DELETE SET NULL,
    audience_id BLOB NOT NULL REFERENCES audiences (id),
    kind TEXT NOT NULL,
    number BIGINT,
    programme TEXT NOT NULL,
    -- What was told before it was moved.
    was TEXT,
    -- The zone by which the instants were worked out.
    zone TEXT NOT NULL,
    starts_at TIMESTAMP,
    ends_at TIMESTAMP,
    answer_by TIMESTAMP,
    capacity BIGINT,
    is_open BOOLEAN NOT NULL,
    state TEXT NOT NULL,
    -- The sequence of the calendar file; people whose letters lag behind are written to.
    version BIGINT NOT NULL,
    is_telling BOOLEAN NOT NULL,
    -- Rises with each look under the row's lock; the line of answers.
    turn BIGINT NOT NULL,
    taken_at TIMESTAMP,
    -- Whoever called it may not any more, and people are still to be told: others were asked to take over.
    alarmed_at TIMESTAMP,
    code TEXT,
    minutes TEXT,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX meetings_place ON meetings (municipality_id, starts_at);
CREATE INDEX meetings_organiser ON meetings (organiser_id);
CREATE INDEX meetings_work ON meetings (id) WHERE is_telling;

-- Who was called, how they stand to it, and what became of it.
CREATE TABLE meeting_invited (
    meeting_id BLOB NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    -- The main school at that moment.
    school_id BLOB REFERENCES schools (id),
    reply TEXT NOT NULL,
    replied_at TIMESTAMP,
    replied_to BIGINT NOT NULL,
    place BIGINT NOT NULL,
    reason TEXT,
    offered_until TIMESTAMP,
    told BIGINT NOT NULL,
    file BIGINT,
    attended_at TIMESTAMP,
    tries BIGINT NOT NULL,
    PRIMARY KEY (meeting_id, person_id)
);
CREATE INDEX meeting_invited_person ON meeting_invited (person_id);
CREATE INDEX meeting_invited_told ON meeting_invited (meeting_id, told, person_id);
CREATE INDEX meeting_invited_offers ON meeting_invited (offered_until) WHERE offered_until IS NOT NULL;

-- Who was there without having an account.
CREATE TABLE meeting_visitors (
    id BLOB PRIMARY KEY NOT NULL,
    meeting_id BLOB NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    name TEXT NOT NULL
);
CREATE INDEX meeting_visitors_of ON meeting_visitors (meeting_id);
