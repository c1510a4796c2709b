SELECT COUNT(*) FROM schools_named;
SELECT COUNT(*) FROM municipalities_named;
