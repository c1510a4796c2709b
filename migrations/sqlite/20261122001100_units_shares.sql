-- How much of a full post somebody holds, in percent, where a list said it.
ALTER TABLE employments ADD COLUMN share_percent BIGINT;

-- Who works where as what now, row by row, for lists that are compared with what is known.
CREATE VIEW employments_held AS
SELECT e.id AS employment_id, e.person_id, e.municipality_id, e.school_id, e.post, e.is_main, e.share_percent,
       (SELECT string_agg(t.subject, ',') FROM employment_subjects t WHERE t.employment_id = e.id) AS subjects
FROM employments e WHERE e.ended_at IS NULL;
