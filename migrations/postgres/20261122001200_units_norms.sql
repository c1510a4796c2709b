-- For one methodologist so many teachers, at least and at most: what a municipality compares the size of its pool with.
ALTER TABLE municipalities ADD COLUMN teachers_per_methodologist_least BIGINT NOT NULL DEFAULT 200;
ALTER TABLE municipalities ADD COLUMN teachers_per_methodologist_most BIGINT NOT NULL DEFAULT 250;

CREATE VIEW municipality_norms AS
SELECT id AS municipality_id, short_title, teachers_per_methodologist_least, teachers_per_methodologist_most
FROM municipalities;

-- What a school is, published for rules that depend on it.
CREATE VIEW school_kinds AS SELECT id AS school_id, kind FROM schools;
