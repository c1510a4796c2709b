-- The pool of methodologists of a municipality (ММА): candidates and members, one record each, and the list of each
-- school year as it was adopted. What is known about somebody is read and written as a whole, so it is one document.
CREATE TABLE pool_members (
    id BLOB PRIMARY KEY NOT NULL,
    municipality_id BLOB NOT NULL REFERENCES municipalities (id),
    person_id BLOB NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    is_admitted BOOLEAN NOT NULL,
    record TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    UNIQUE (municipality_id, person_id)
);
CREATE INDEX pool_members_person ON pool_members (person_id);

CREATE TABLE pool_editions (
    id BLOB PRIMARY KEY NOT NULL,
    municipality_id BLOB NOT NULL REFERENCES municipalities (id),
    school_year BIGINT NOT NULL,
    order_number TEXT,
    order_date DATE,
    adopted_at TIMESTAMP NOT NULL,
    UNIQUE (municipality_id, school_year)
);

-- A line goes when its person leaves; the others stay as they were printed.
CREATE TABLE pool_edition_lines (
    edition_id BLOB NOT NULL REFERENCES pool_editions (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    person_id BLOB NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    line TEXT NOT NULL,
    PRIMARY KEY (edition_id, position)
);
CREATE INDEX pool_edition_lines_person ON pool_edition_lines (person_id);
