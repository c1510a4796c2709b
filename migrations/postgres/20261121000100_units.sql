-- Where people work: municipalities and their schools of every kind, and who works there.
CREATE TABLE municipalities (
    id UUID PRIMARY KEY NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    short_title TEXT NOT NULL,
    service_title TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    search_key TEXT NOT NULL
);

CREATE TABLE schools (
    id UUID PRIMARY KEY NOT NULL,
    municipality_id UUID NOT NULL REFERENCES municipalities (id),
    slug TEXT NOT NULL,
    title TEXT NOT NULL,
    short_title TEXT NOT NULL,
    kind TEXT NOT NULL,
    settlement TEXT NOT NULL,
    low_results BOOLEAN NOT NULL,
    difficult_conditions BOOLEAN NOT NULL,
    search_key TEXT NOT NULL,
    position BIGINT NOT NULL,
    is_listed BOOLEAN NOT NULL,
    UNIQUE (municipality_id, slug)
);
