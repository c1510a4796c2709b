-- Who serves this database right now: each replica puts its own end off for as long as it lives.
CREATE TABLE replicas (
    id UUID PRIMARY KEY NOT NULL,
    alive_until TIMESTAMPTZ NOT NULL
);
-- What only one replica may do at a time, and who does it; a task given back has no holder. The number rises with
-- every taking, so that what an earlier holder still says can be told from what the present one does.
CREATE TABLE leases (
    name TEXT PRIMARY KEY NOT NULL,
    holder UUID,
    number BIGINT NOT NULL,
    held_until TIMESTAMPTZ
);
