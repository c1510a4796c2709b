-- Times that were proposed for talking about a request: civil time of its municipality, `drafted`, `offered` or `agreed`.
CREATE TABLE consultation_times (
    id BLOB PRIMARY KEY NOT NULL,
    request_id BLOB NOT NULL REFERENCES consultation_requests (id) ON DELETE CASCADE,
    proposed_by BLOB NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    civil TEXT NOT NULL,
    minutes BIGINT NOT NULL,
    state TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX consultation_times_request ON consultation_times (request_id);
CREATE INDEX consultation_times_person ON consultation_times (proposed_by);
