-- What everybody is called of whom we know it, and since when they have been here themselves, if they have.
CREATE VIEW person_identities AS
SELECT id AS person_id, family_name, given_name, patronymic, birth_date, registered_at FROM persons
WHERE family_name IS NOT NULL AND given_name IS NOT NULL;
