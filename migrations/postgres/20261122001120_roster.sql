-- Lists of people that were sent, who came of them, and who of those may be somebody that came in by themselves.
CREATE TABLE roster_imports (
    id UUID PRIMARY KEY NOT NULL,
    municipality_id UUID NOT NULL REFERENCES municipalities (id),
    imported_by UUID REFERENCES persons (id) ON DELETE SET NULL,
    file_name TEXT NOT NULL,
    -- The rows as JSON; of a finished import the refused ones alone, and after some days none.
    content BYTEA,
    mapping TEXT NOT NULL,
    refused TEXT NOT NULL,
    -- By which right the people are written down; unknown before somebody said so.
    basis TEXT,
    state TEXT NOT NULL,
    row_count BIGINT NOT NULL,
    position BIGINT NOT NULL,
    added BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    kept BIGINT NOT NULL,
    refused_count BIGINT NOT NULL,
    crashes BIGINT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    settled_at TIMESTAMPTZ
);
CREATE INDEX roster_imports_importer ON roster_imports (imported_by);
CREATE INDEX roster_imports_settled ON roster_imports (settled_at) WHERE content IS NOT NULL;
-- One list at a time is taken into a municipality.
CREATE UNIQUE INDEX roster_imports_running ON roster_imports (municipality_id) WHERE state = 'running';

-- People who are here because a list names them, until they are claimed or expire.
CREATE TABLE roster_people (
    person_id UUID PRIMARY KEY NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    import_id UUID NOT NULL REFERENCES roster_imports (id),
    municipality_id UUID NOT NULL REFERENCES municipalities (id),
    -- The words of the name in one order, ё as е.
    name_key TEXT NOT NULL,
    imported_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX roster_people_name ON roster_people (municipality_id, name_key);
CREATE INDEX roster_people_imported ON roster_people (imported_at);
CREATE INDEX roster_people_import ON roster_people (import_id);

CREATE TABLE roster_matches (
    id UUID PRIMARY KEY NOT NULL,
    -- No reference: once both are one person, this row knows what the other was.
    listed_id UUID NOT NULL,
    newcomer_id UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    municipality_id UUID NOT NULL REFERENCES municipalities (id),
    school_id UUID NOT NULL REFERENCES schools (id),
    state TEXT NOT NULL,
    decided_by UUID REFERENCES persons (id) ON DELETE SET NULL,
    decided_at TIMESTAMPTZ,
    -- What is needed to part them again, as JSON, for a while.
    kept TEXT,
    found_at TIMESTAMPTZ NOT NULL,
    UNIQUE (listed_id, newcomer_id)
);
CREATE INDEX roster_matches_open ON roster_matches (municipality_id, found_at) WHERE state = 'open';
CREATE INDEX roster_matches_newcomer ON roster_matches (newcomer_id);
CREATE INDEX roster_matches_decider ON roster_matches (decided_by);
