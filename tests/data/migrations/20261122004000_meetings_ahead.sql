UPDATE meetings SET notice_at = '2026-11-24T07:00:00+00:00' WHERE id = {uuid:401};
INSERT INTO meeting_gaps (municipality_id, kind, year, quarter, told) VALUES ({uuid:1}, 'pool', 2026, 4, 1);
