-- A letter about somebody's accounts goes to one contact, whichever is written to otherwise.
ALTER TABLE letters ADD COLUMN contact_id BLOB REFERENCES contacts (id) ON DELETE CASCADE;
