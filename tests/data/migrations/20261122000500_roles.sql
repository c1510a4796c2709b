INSERT INTO roles (id, person_id, role, municipality_id, school_id, began_at, ended_at, granted_by)
VALUES ({uuid:81}, {uuid:11}, 'coordinator', {uuid:1}, NULL, '2026-09-02T08:00:00+00:00', NULL, NULL),
       ({uuid:82}, {uuid:11}, 'school_leader', {uuid:1}, {uuid:2}, '2026-09-02T08:00:00+00:00',
        '2026-09-03T08:00:00+00:00', {uuid:11}),
       ({uuid:83}, {uuid:11}, 'regional_coordinator', NULL, NULL, '2026-09-02T08:00:00+00:00', NULL, {uuid:11});
