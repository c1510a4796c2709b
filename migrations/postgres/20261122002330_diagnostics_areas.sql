-- What the newest measurement of each area found for each person, published for counting. Whoever reads it shows no group of
-- fewer than ten.
CREATE VIEW areas_found AS
SELECT s.person_id, s.area, s.title, s.finding
FROM competence_scores s
WHERE NOT EXISTS (
    SELECT 1 FROM competence_scores newer
    WHERE newer.person_id = s.person_id AND newer.area = s.area
    AND (newer.measured_at > s.measured_at OR (newer.measured_at = s.measured_at AND newer.attempt_id > s.attempt_id))
);
