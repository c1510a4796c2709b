-- A person may work in several schools: one row a post, the subjects taught there beside it.
CREATE TABLE employments (
    id UUID PRIMARY KEY NOT NULL,
    person_id UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    municipality_id UUID NOT NULL REFERENCES municipalities (id),
    school_id UUID NOT NULL REFERENCES schools (id),
    post TEXT NOT NULL,
    is_main BOOLEAN NOT NULL,
    began_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ
);
CREATE INDEX employments_person ON employments (person_id);

CREATE TABLE employment_subjects (
    employment_id UUID NOT NULL REFERENCES employments (id) ON DELETE CASCADE,
    subject TEXT NOT NULL,
    PRIMARY KEY (employment_id, subject)
);
