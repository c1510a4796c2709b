-- How and when a person can be written to, published for whoever has something to say to them.
CREATE VIEW addresses AS
SELECT id AS contact_id, person_id, messenger, external_id, state FROM contacts WHERE person_id IS NOT NULL;

CREATE VIEW rhythms AS
SELECT id AS person_id, language, time_zone, quiet_from_minute, quiet_to_minute, registered_at FROM persons;

-- Quiet hours are now from nine to eight unless somebody chose their own; until now from ten to seven.
UPDATE persons SET quiet_from_minute = 1260, quiet_to_minute = 480
WHERE quiet_from_minute = 1320 AND quiet_to_minute = 420;
