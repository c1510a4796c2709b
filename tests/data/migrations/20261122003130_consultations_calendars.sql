INSERT INTO consultation_calendars (municipality_id, week, changed_at)
VALUES ({uuid:1}, '[["09:00-13:00"],[],[],[],[],[],[]]', '2026-09-02T08:00:00+00:00');
INSERT INTO consultation_breaks (id, municipality_id, first_day, last_day, title, created_at)
VALUES ({uuid:3130}, {uuid:1}, '2026-12-30', '2027-01-08', 'каникулы', '2026-09-02T08:00:00+00:00');
