INSERT INTO meetings (id, municipality_id, school_id, association_id, host, organiser_id, audience_id, kind, number, programme,
                      was, zone, starts_at, ends_at, answer_by, capacity, is_open, state, version, is_telling, turn, taken_at,
                      alarmed_at, code, minutes, created_at)
VALUES ({uuid:401}, {uuid:1}, NULL, NULL, 'Район', {uuid:11}, {uuid:151}, 'seminar', NULL,
        '{"kind":"seminar","number":null,"title":"Семинар","when":null,"place":"","link":null,"agenda":[]}', NULL,
        'Europe/Moscow', '2026-12-01T12:00:00+00:00', '2026-12-01T15:00:00+00:00', '2026-11-30T12:00:00+00:00', 30, FALSE,
        'open', 1, FALSE, 3, '2026-11-22T08:01:00+00:00', NULL, '4711', NULL, '2026-11-22T08:00:00+00:00');
INSERT INTO meeting_invited (meeting_id, person_id, school_id, reply, replied_at, replied_to, place, reason, offered_until,
                             told, file, attended_at, tries)
VALUES ({uuid:401}, {uuid:11}, {uuid:2}, 'coming', '2026-11-22T08:05:00+00:00', 1, 2, NULL, NULL, 1, 1, NULL, 0);
INSERT INTO meeting_visitors (id, meeting_id, name) VALUES ({uuid:402}, {uuid:401}, 'Гостева А. П.');
