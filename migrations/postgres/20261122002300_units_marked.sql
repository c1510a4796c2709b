-- What sets schools apart, published for whoever chooses by it.
CREATE VIEW schools_marked AS
SELECT id AS school_id, low_results, difficult_conditions FROM schools;
