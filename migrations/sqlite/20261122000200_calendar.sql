-- When a municipality rests, and where it writes nothing personal.
CREATE TABLE days_off (
    municipality_id BLOB NOT NULL REFERENCES municipalities (id),
    -- MM-DD of every year, YYYY-MM-DD of one.
    day TEXT NOT NULL,
    PRIMARY KEY (municipality_id, day)
);

-- Words of messengers with commas between; usually none.
ALTER TABLE municipalities ADD COLUMN neutral_messengers TEXT NOT NULL DEFAULT '';

CREATE VIEW municipality_days_off AS SELECT municipality_id, day FROM days_off;

-- Where each person mainly works now.
CREATE VIEW main_places AS
SELECT e.person_id, e.municipality_id, m.time_zone, m.neutral_messengers
FROM employments e JOIN municipalities m ON m.id = e.municipality_id
WHERE e.is_main AND e.ended_at IS NULL;
