-- What people answer for, and where: a school, a municipality, or the whole region where both are empty.
CREATE TABLE roles (
    id UUID PRIMARY KEY NOT NULL,
    person_id UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    municipality_id UUID REFERENCES municipalities (id),
    school_id UUID REFERENCES schools (id),
    began_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ,
    granted_by UUID REFERENCES persons (id) ON DELETE SET NULL
);
CREATE INDEX roles_person ON roles (person_id);
CREATE INDEX roles_municipality ON roles (municipality_id) WHERE ended_at IS NULL;
-- A role is held once at a unit.
CREATE UNIQUE INDEX roles_held_once
ON roles (
    person_id, role,
    COALESCE(municipality_id, '00000000-0000-0000-0000-000000000000'::uuid),
    COALESCE(school_id, '00000000-0000-0000-0000-000000000000'::uuid)
) WHERE ended_at IS NULL;

CREATE VIEW roles_held AS
SELECT person_id, role, municipality_id, school_id FROM roles WHERE ended_at IS NULL;

-- Who works where as what now, with the subjects taught there, divided by commas.
CREATE VIEW workplaces AS
SELECT e.person_id, e.municipality_id, e.school_id, s.short_title AS school_short_title,
       s.search_key AS school_search_key, e.post, e.is_main,
       (SELECT string_agg(t.subject, ',') FROM employment_subjects t WHERE t.employment_id = e.id) AS subjects
FROM employments e JOIN schools s ON s.id = e.school_id
WHERE e.ended_at IS NULL;
