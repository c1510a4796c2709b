-- What somebody decided stays when they leave, without them.
CREATE INDEX invitation_uses_decider ON invitation_uses (decided_by);
CREATE INDEX confirmations_confirmer ON confirmations (confirmed_by);
