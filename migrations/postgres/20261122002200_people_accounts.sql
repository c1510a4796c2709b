-- A person may have several contacts on one messenger; the one that was attached last is written to. Empty for whatever
-- came before: then the contact is as old as its row.
ALTER TABLE contacts ADD COLUMN attached_at TIMESTAMPTZ;

DROP VIEW addresses;
CREATE VIEW addresses AS
SELECT id AS contact_id, person_id, messenger, external_id, state, COALESCE(attached_at, created_at) AS attached_at
FROM contacts WHERE person_id IS NOT NULL;
