-- Who accompanies whom: methodologists, and the teachers whose routes they agreed to.
CREATE VIEW people_accompanied AS
SELECT DISTINCT person_id, methodologist_id FROM learning_routes
WHERE methodologist_id IS NOT NULL AND state IN ('active', 'paused');
