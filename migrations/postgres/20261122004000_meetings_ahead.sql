-- A meeting of a plan is noticed in its own time; until then people are told nothing of it.
ALTER TABLE meetings ADD COLUMN notice_at TIMESTAMPTZ;
CREATE INDEX meetings_notice ON meetings (notice_at) WHERE notice_at IS NOT NULL;

-- The quarters of which coordinators were told that nothing is planned in them, and how often.
CREATE TABLE meeting_gaps (
    municipality_id UUID NOT NULL REFERENCES municipalities (id),
    kind TEXT NOT NULL,
    year BIGINT NOT NULL,
    quarter BIGINT NOT NULL,
    told BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, kind, year, quarter)
);
