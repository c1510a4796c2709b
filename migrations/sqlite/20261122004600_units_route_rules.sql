-- What a learning route needs before it begins where the municipality, or the school itself, says so: nothing more than a
-- methodologist's look, «Согласовано», or «Утверждаю» too.
ALTER TABLE municipalities ADD COLUMN route_rule TEXT;
ALTER TABLE schools ADD COLUMN route_rule TEXT;

CREATE VIEW school_route_rules AS
SELECT s.id AS school_id, COALESCE(s.route_rule, m.route_rule, 'none') AS route_rule
FROM schools s JOIN municipalities m ON m.id = s.municipality_id;
