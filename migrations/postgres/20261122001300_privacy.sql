-- Whose data was destroyed when, why and which: the act that order 179 of Roskomnadzor asks for, without a name. The
-- person is gone, so nothing refers to them; their former id tells a restored backup whom to erase again.
CREATE TABLE erasures (
    id UUID PRIMARY KEY NOT NULL,
    person_id UUID NOT NULL UNIQUE,
    -- Empty for somebody who had no place of work.
    municipality_id UUID REFERENCES municipalities (id),
    reason TEXT NOT NULL,
    -- The tables that held something, divided by commas.
    categories TEXT NOT NULL,
    erased_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX erasures_municipality ON erasures (municipality_id, erased_at);
CREATE INDEX erasures_erased ON erasures (erased_at);
