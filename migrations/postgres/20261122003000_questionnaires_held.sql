-- Since when what is still to be said about a questionnaire is held back.
ALTER TABLE local_questionnaires ADD COLUMN held_at TIMESTAMPTZ;
