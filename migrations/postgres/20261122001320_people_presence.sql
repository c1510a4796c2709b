-- When a contact was last heard of, to the day; empty until it is known.
ALTER TABLE contacts ADD COLUMN seen_at TIMESTAMPTZ;

-- Since when a person is known and silent, published for the periods after which data goes.
CREATE VIEW person_presence AS
SELECT p.id AS person_id, p.created_at, p.registered_at,
       (SELECT COUNT(*) FROM contacts c WHERE c.person_id = p.id) AS contacts,
       (SELECT COUNT(*) FROM contacts c WHERE c.person_id = p.id AND c.state = 'live') AS live_contacts,
       (SELECT MAX(c.seen_at) FROM contacts c WHERE c.person_id = p.id) AS seen_at
FROM persons p;
