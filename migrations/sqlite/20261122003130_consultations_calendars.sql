-- When methodologists of a municipality work, where that is not as in the content file: intervals of the seven days as
-- JSON; and ranges of days on which they do not, such as school holidays.
CREATE TABLE consultation_calendars (
    municipality_id BLOB PRIMARY KEY NOT NULL REFERENCES municipalities (id),
    week TEXT NOT NULL,
    changed_at TIMESTAMP NOT NULL
);
CREATE TABLE consultation_breaks (
    id BLOB PRIMARY KEY NOT NULL,
    municipality_id BLOB NOT NULL REFERENCES municipalities (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    title TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX consultation_breaks_municipality ON consultation_breaks (municipality_id, first_day);
