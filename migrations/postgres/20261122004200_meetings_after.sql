-- What becomes of a meeting: as what people took part, what they won in a contest, and their certificates.
ALTER TABLE meetings ADD COLUMN stage TEXT;
-- Nothing where it follows from the agenda.
ALTER TABLE meeting_invited ADD COLUMN part TEXT;
ALTER TABLE meeting_invited ADD COLUMN award TEXT;
ALTER TABLE meeting_invited ADD COLUMN certified_at TIMESTAMPTZ;
-- The letter with the certificate is written.
ALTER TABLE meeting_invited ADD COLUMN is_certificate_told BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX meeting_invited_certificates ON meeting_invited (meeting_id, person_id)
    WHERE certified_at IS NOT NULL AND NOT is_certificate_told;
