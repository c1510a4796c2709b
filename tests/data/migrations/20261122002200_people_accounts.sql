UPDATE contacts SET attached_at = '2026-10-01T08:00:00+00:00' WHERE id = {uuid:21};
SELECT COUNT(*) FROM addresses WHERE attached_at IS NOT NULL;
