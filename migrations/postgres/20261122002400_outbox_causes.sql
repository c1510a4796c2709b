-- What became of all that was said for one reason is read at once.
CREATE INDEX letters_of_cause ON letters (cause);
