-- Associations of teachers, of a school or of a municipality, and who belongs to them from when until when. A municipal
-- council is one too: it has members and an elected head and lives as long as they do; what sets it apart, advising
-- instead of teaching together, is said by its kind.
CREATE TABLE associations (
    id BLOB PRIMARY KEY NOT NULL,
    municipality_id BLOB NOT NULL REFERENCES municipalities (id),
    -- Empty at the municipal level.
    school_id BLOB REFERENCES schools (id),
    kind TEXT NOT NULL,
    subject TEXT,
    title TEXT NOT NULL,
    -- The last day of one that is not permanent.
    open_until DATE,
    created_at TIMESTAMP NOT NULL,
    closed_at TIMESTAMP
);
CREATE INDEX associations_municipality ON associations (municipality_id);

CREATE TABLE association_members (
    id BLOB PRIMARY KEY NOT NULL,
    association_id BLOB NOT NULL REFERENCES associations (id),
    person_id BLOB NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    began_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP
);
CREATE INDEX association_members_person ON association_members (person_id);
-- A person belongs to an association once.
CREATE UNIQUE INDEX association_members_once ON association_members (association_id, person_id)
WHERE ended_at IS NULL;

CREATE VIEW associations_open AS
SELECT id AS association_id, municipality_id, school_id, kind, subject, title, open_until
FROM associations WHERE closed_at IS NULL;

CREATE VIEW association_members_now AS
SELECT m.association_id, m.person_id
FROM association_members m JOIN associations a ON a.id = m.association_id
WHERE m.ended_at IS NULL AND a.closed_at IS NULL;

-- A role may be held at an association. It has one head.
ALTER TABLE roles ADD COLUMN association_id BLOB REFERENCES associations (id);
CREATE UNIQUE INDEX roles_one_head ON roles (association_id)
WHERE ended_at IS NULL AND role = 'association_head';
DROP INDEX roles_held_once;
CREATE UNIQUE INDEX roles_held_once
ON roles (
    person_id, role, COALESCE(municipality_id, x'00'), COALESCE(school_id, x'00'), COALESCE(association_id, x'00')
) WHERE ended_at IS NULL;

DROP VIEW roles_held;
CREATE VIEW roles_held AS
SELECT person_id, role, municipality_id, school_id, association_id FROM roles WHERE ended_at IS NULL;

-- Marks that a coordinator set by chat are theirs: the file of the municipality sets them no more.
ALTER TABLE schools ADD COLUMN has_own_marks BOOLEAN NOT NULL DEFAULT FALSE;

CREATE VIEW school_names AS
SELECT id AS school_id, municipality_id, title, short_title FROM schools;
