-- A pass may be narrowed to the areas that somebody worked on, as JSON: the areas, the first pass, what it is taken for.
ALTER TABLE attempts ADD COLUMN narrowing JSONB;
ALTER TABLE attempts ADD COLUMN occasion_id UUID;
CREATE UNIQUE INDEX attempts_occasion ON attempts (occasion_id) WHERE occasion_id IS NOT NULL;

-- Which of the area's levels was reached, counted from 0; unknown of what was measured before.
ALTER TABLE competence_scores ADD COLUMN level_rank BIGINT;

-- What finished narrowed passes came to, for whoever asked for them.
CREATE VIEW diagnoses_narrowed AS
SELECT a.occasion_id, s.attempt_id, s.area, s.position, s.score, s.level_rank, s.level, s.measured_at
FROM attempts a JOIN competence_scores s ON s.attempt_id = a.id
WHERE a.occasion_id IS NOT NULL AND a.state = 'finished' AND s.level_rank IS NOT NULL;
