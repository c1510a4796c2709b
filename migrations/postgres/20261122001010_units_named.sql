-- What schools and municipalities are called, published for whoever names them.
CREATE VIEW schools_named AS SELECT id AS school_id, municipality_id, title, short_title FROM schools;
CREATE VIEW municipalities_named AS SELECT id AS municipality_id, title, short_title FROM municipalities;
