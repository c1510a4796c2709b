-- Colleagues who were invited into the conversation of a request and have not left it.
CREATE TABLE consultation_guests (
    request_id UUID NOT NULL REFERENCES consultation_requests (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    joined_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (request_id, person_id)
);
CREATE INDEX consultation_guests_person ON consultation_guests (person_id);
