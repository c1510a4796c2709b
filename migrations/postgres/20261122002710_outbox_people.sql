-- Everything owed to somebody goes when they leave.
CREATE INDEX letters_person ON letters (person_id);
