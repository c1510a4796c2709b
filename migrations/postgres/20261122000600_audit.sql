-- Who saw or changed what of whom. Rows are only ever added; of a person who leaves, both columns get a new id that
-- leads nowhere, the same in all their rows. So neither refers to persons.
CREATE TABLE audit_entries (
    id UUID PRIMARY KEY NOT NULL,
    happened_at TIMESTAMPTZ NOT NULL,
    actor UUID NOT NULL,
    subject UUID NOT NULL,
    deed TEXT NOT NULL,
    role TEXT,
    -- Empty where it concerns the whole region.
    municipality_id UUID REFERENCES municipalities (id),
    -- Capability and verb of the press that did it.
    source TEXT NOT NULL
);
CREATE INDEX audit_entries_municipality ON audit_entries (municipality_id, happened_at);
CREATE INDEX audit_entries_happened ON audit_entries (happened_at);
CREATE INDEX audit_entries_subject ON audit_entries (subject, happened_at);
CREATE INDEX audit_entries_actor ON audit_entries (actor);
