-- What goes with a request: whether the profile of deficits may be seen with it, whether a time or just an answer is
-- wished for, whether a methodologist wrote first, and the hours that it took, in tenths.
ALTER TABLE consultation_requests ADD COLUMN shares_profile BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE consultation_requests ADD COLUMN wish TEXT;
ALTER TABLE consultation_requests ADD COLUMN is_written_first BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE consultation_requests ADD COLUMN hours_tenths BIGINT;
