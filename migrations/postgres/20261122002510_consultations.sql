-- Requests for consultations, to whom they were put, what happened to them, and answers that are kept.
CREATE TABLE consultation_requests (
    id UUID PRIMARY KEY NOT NULL,
    municipality_id UUID NOT NULL REFERENCES municipalities (id),
    number BIGINT,
    teacher_id UUID REFERENCES persons (id) ON DELETE SET NULL,
    school_id UUID REFERENCES schools (id),
    area TEXT NOT NULL,
    subject TEXT,
    state TEXT NOT NULL,
    wave BIGINT NOT NULL,
    round BIGINT NOT NULL,
    wave_until TIMESTAMPTZ,
    taken_by UUID REFERENCES persons (id) ON DELETE SET NULL,
    sent_at TIMESTAMPTZ,
    taken_at TIMESTAMPTZ,
    answered_at TIMESTAMPTZ,
    closed_at TIMESTAMPTZ,
    waiting_since TIMESTAMPTZ,
    first_soon_at TIMESTAMPTZ,
    first_due_at TIMESTAMPTZ,
    close_soon_at TIMESTAMPTZ,
    close_due_at TIMESTAMPTZ,
    steps_done TEXT NOT NULL,
    summary TEXT,
    rating BIGINT,
    rating_words TEXT,
    reopened BIGINT NOT NULL,
    next_at TIMESTAMPTZ,
    changed_at TIMESTAMPTZ NOT NULL,
    UNIQUE (municipality_id, number)
);
CREATE UNIQUE INDEX consultation_requests_draft ON consultation_requests (teacher_id) WHERE state = 'drafted';
CREATE INDEX consultation_requests_teacher ON consultation_requests (teacher_id);
CREATE INDEX consultation_requests_taker ON consultation_requests (taken_by);
CREATE INDEX consultation_requests_due ON consultation_requests (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX consultation_requests_open ON consultation_requests (municipality_id)
WHERE state IN ('sent', 'taken', 'answered');

-- The last number given in a municipality.
CREATE TABLE consultation_numbers (
    municipality_id UUID PRIMARY KEY NOT NULL REFERENCES municipalities (id),
    last BIGINT NOT NULL
);

CREATE TABLE consultation_offers (
    request_id UUID NOT NULL REFERENCES consultation_requests (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    cards BIGINT NOT NULL,
    round BIGINT NOT NULL,
    is_declined BOOLEAN NOT NULL,
    offered_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (request_id, person_id)
);
CREATE INDEX consultation_offers_person ON consultation_offers (person_id);

CREATE TABLE consultation_events (
    id UUID PRIMARY KEY NOT NULL,
    request_id UUID NOT NULL REFERENCES consultation_requests (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    actor_id UUID REFERENCES persons (id) ON DELETE SET NULL,
    target_id UUID REFERENCES persons (id) ON DELETE SET NULL,
    at TIMESTAMPTZ NOT NULL
);
CREATE INDEX consultation_events_request ON consultation_events (request_id);

-- What somebody noted for themself.
CREATE TABLE consultation_notes (
    request_id UUID NOT NULL REFERENCES consultation_requests (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    words TEXT NOT NULL,
    PRIMARY KEY (request_id, person_id)
);
CREATE INDEX consultation_notes_person ON consultation_notes (person_id);

-- Answers that are kept to be given again; a shared one is nobody's.
CREATE TABLE consultation_canned (
    id UUID PRIMARY KEY NOT NULL,
    municipality_id UUID NOT NULL REFERENCES municipalities (id),
    owner_id UUID REFERENCES persons (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX consultation_canned_owner ON consultation_canned (owner_id);
