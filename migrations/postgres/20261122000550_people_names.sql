-- What whoever has registered is called, published for lists of people.
CREATE VIEW person_names AS
SELECT id AS person_id, family_name, given_name, patronymic FROM persons
WHERE registered_at IS NOT NULL AND family_name IS NOT NULL AND given_name IS NOT NULL;
