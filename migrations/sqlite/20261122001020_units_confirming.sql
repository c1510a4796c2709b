-- Since when a municipality wants its newcomers confirmed; empty where it does not.
ALTER TABLE municipalities ADD COLUMN confirms_since TIMESTAMP;

-- Where people began to work since then, published for whoever confirms them.
CREATE VIEW places_to_confirm AS
SELECT e.person_id, e.municipality_id, e.school_id, s.short_title AS school_short_title, e.began_at
FROM employments e JOIN municipalities m ON m.id = e.municipality_id JOIN schools s ON s.id = e.school_id
WHERE e.ended_at IS NULL AND m.confirms_since IS NOT NULL AND e.began_at >= m.confirms_since;
