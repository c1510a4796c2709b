-- What lists call people who have come in since: a later list calls them that again, whatever they call themselves.
CREATE TABLE roster_names (
    person_id UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    PRIMARY KEY (person_id, name)
);
