-- An invitation for one person of a list: whoever comes by it is them. Empty once they have come in or left.
ALTER TABLE invitations ADD COLUMN meant_for UUID REFERENCES persons (id) ON DELETE SET NULL;
CREATE INDEX invitations_meant ON invitations (meant_for) WHERE meant_for IS NOT NULL;
