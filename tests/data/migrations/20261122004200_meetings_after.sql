UPDATE meetings SET stage = 'municipal' WHERE id = {uuid:401};
UPDATE meeting_invited SET part = 'spoke', award = 'first', certified_at = '2026-12-02T08:00:00+00:00', is_certificate_told = TRUE
WHERE meeting_id = {uuid:401};
