-- Courses that people attended, with their certificates.
CREATE TABLE courses (
    id UUID PRIMARY KEY NOT NULL,
    person_id UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    provider TEXT,
    hours BIGINT,
    began_on DATE,
    ended_on DATE,
    in_register BOOLEAN,
    by_deficit BOOLEAN,
    attachment_id UUID REFERENCES attachments (id) ON DELETE SET NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX courses_person ON courses (person_id, ended_on);
