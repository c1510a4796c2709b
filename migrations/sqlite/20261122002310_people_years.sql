-- When people were born and began to work, as far as they said so; what is derived from it is for the reader to say.
CREATE VIEW person_years AS
SELECT id AS person_id, career_began_year, birth_date FROM persons;
