-- For others: who is in the pool of a municipality; candidates are not.
CREATE VIEW pool_admitted AS SELECT municipality_id, person_id FROM pool_members WHERE is_admitted;
