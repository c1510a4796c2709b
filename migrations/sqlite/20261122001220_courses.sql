-- Courses that people attended, with their certificates.
CREATE TABLE courses (
    id BLOB PRIMARY KEY NOT NULL,
    person_id BLOB NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    provider TEXT,
    hours BIGINT,
    began_on DATE,
    ended_on DATE,
    in_register BOOLEAN,
    by_deficit BOOLEAN,
    attachment_id BLOB REFERENCES attachments (id) ON DELETE SET NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX courses_person ON courses (person_id, ended_on);
