INSERT INTO invitations (id, token, role, municipality_id, school_id, most_uses, uses, expires_at, created_at, created_by,
                         revoked_at)
VALUES ({uuid:1001}, 'AAAAAAAAAAAAAAAAAAAAAA', 'teacher', {uuid:1}, {uuid:2}, 200, 1, '2026-11-02T08:00:00+00:00',
        '2026-09-03T08:00:00+00:00', {uuid:11}, NULL),
       ({uuid:1002}, 'BBBBBBBBBBBBBBBBBBBBBB', 'methodologist', {uuid:1}, NULL, 1, 1, '2026-09-10T08:00:00+00:00',
        '2026-09-03T08:00:00+00:00', {uuid:11}, '2026-09-04T08:00:00+00:00'),
       ({uuid:1003}, 'CCCCCCCCCCCCCCCCCCCCCC', 'regional_coordinator', NULL, NULL, 1, 0,
        '2026-09-10T08:00:00+00:00', '2026-09-03T08:00:00+00:00', NULL, NULL);
INSERT INTO invitation_uses (id, invitation_id, person_id, used_at, state, decided_by, decided_at)
VALUES ({uuid:1011}, {uuid:1001}, {uuid:12}, '2026-09-03T09:00:00+00:00', 'in', NULL, NULL),
       ({uuid:1012}, {uuid:1002}, {uuid:12}, '2026-09-03T09:00:00+00:00', 'confirmed', {uuid:11},
        '2026-09-03T10:00:00+00:00');
