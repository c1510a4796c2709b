-- A role that ended with its holder's work at the school, and that nobody has been told of yet.
ALTER TABLE roles ADD COLUMN is_untold_end BOOLEAN NOT NULL DEFAULT FALSE;
