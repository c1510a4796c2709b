UPDATE contacts SET seen_at = '2026-09-05T08:00:00+00:00' WHERE id = {uuid:21};
