-- Requests for consultations, to whom they were put, what happened to them, and answers that are kept.
CREATE TABLE consultation_requests (
    id BLOB PRIMARY KEY NOT NULL,
    municipality_id BLOB NOT NULL REFERENCES municipalities (id),
    number BIGINT,
    teacher_id BLOB REFERENCES persons (id) ON DELETE SET NULL,
    school_id BLOB REFERENCES schools (id),
    area TEXT NOT NULL,
    subject TEXT,
    state TEXT NOT NULL,
    wave BIGINT NOT NULL,
    round BIGINT NOT NULL,
    wave_until TIMESTAMP,
    taken_by BLOB REFERENCES persons (id) ON DELETE SET NULL,
    sent_at TIMESTAMP,
    taken_at TIMESTAMP,
    answered_at TIMESTAMP,
    closed_at TIMESTAMP,
    waiting_since TIMESTAMP,
    first_soon_at TIMESTAMP,
    first_due_at TIMESTAMP,
    close_soon_at TIMESTAMP,
    close_due_at TIMESTAMP,
    steps_done TEXT NOT NULL,
    summary TEXT,
    rating BIGINT,
    rating_words TEXT,
    reopened BIGINT NOT NULL,
    next_at TIMESTAMP,
    changed_at TIMESTAMP NOT NULL,
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
    municipality_id BLOB PRIMARY KEY NOT NULL REFERENCES municipalities (id),
    last BIGINT NOT NULL
);

CREATE TABLE consultation_offers (
    request_id BLOB NOT NULL REFERENCES consultation_requests (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    cards BIGINT NOT NULL,
    round BIGINT NOT NULL,
    is_declined BOOLEAN NOT NULL,
    offered_at TIMESTAMP NOT NULL,
    PRIMARY KEY (request_id, person_id)
);
CREATE INDEX consultation_offers_person ON consultation_offers (person_id);

CREATE TABLE consultation_events (
    id BLOB PRIMARY KEY NOT NULL,
    request_id BLOB NOT NULL REFERENCES consultation_requests (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    actor_id BLOB REFERENCES persons (id) ON DELETE SET NULL,
    target_id BLOB REFERENCES persons (id) ON DELETE SET NULL,
    at TIMESTAMP NOT NULL
);
CREATE INDEX consultation_events_request ON consultation_events (request_id);

-- What somebody noted for themself.
CREATE TABLE consultation_notes (
    request_id BLOB NOT NULL REFERENCES consultation_requests (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    words TEXT NOT NULL,
    PRIMARY KEY (request_id, person_id)
);
CREATE INDEX consultation_notes_person ON consultation_notes (person_id);

-- Answers that are kept to be given again; a shared one is nobody's.
CREATE TABLE consultation_canned (
    id BLOB PRIMARY KEY NOT NULL,
    municipality_id BLOB NOT NULL REFERENCES municipalities (id),
    owner_id BLOB REFERENCES persons (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX consultation_canned_owner ON consultation_canned (owner_id);
