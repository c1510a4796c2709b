UPDATE municipalities SET confirms_since = '2026-09-01T08:00:00+00:00';
SELECT COUNT(*) FROM places_to_confirm;
