-- Who was confirmed to work in a municipality: by an invitation, or by somebody there.
CREATE TABLE confirmations (
    person_id UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    municipality_id UUID NOT NULL REFERENCES municipalities (id),
    confirmed_at TIMESTAMPTZ NOT NULL,
    confirmed_by UUID REFERENCES persons (id) ON DELETE SET NULL,
    PRIMARY KEY (person_id, municipality_id)
);

-- Who waits for it, a row for each place of work. Whoever was given a role there is known.
CREATE VIEW people_to_confirm AS
SELECT p.person_id, p.municipality_id, p.school_id, p.school_short_title, p.began_at
FROM places_to_confirm p
WHERE NOT EXISTS (
    SELECT 1 FROM confirmations c WHERE c.person_id = p.person_id AND c.municipality_id = p.municipality_id)
AND NOT EXISTS (
    SELECT 1 FROM roles_held r WHERE r.person_id = p.person_id AND r.municipality_id = p.municipality_id);
