-- Times that were proposed for talking about a request: civil time of its municipality, `drafted`, `offered` or `agreed`.
CREATE TABLE consultation_times (
    id UUID PRIMARY KEY NOT NULL,
    request_id UUID NOT NULL REFERENCES consultation_requests (id) ON DELETE CASCADE,
    proposed_by UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    civil TEXT NOT NULL,
    minutes BIGINT NOT NULL,
    state TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX consultation_times_request ON consultation_times (request_id);
CREATE INDEX consultation_times_person ON consultation_times (proposed_by);
