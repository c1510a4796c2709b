INSERT INTO audit_entries (id, happened_at, actor, subject, deed, role, municipality_id, source)
VALUES ({uuid:91}, '2026-09-02T08:00:00+00:00', {uuid:11}, {uuid:12}, 'saw-card', NULL, {uuid:1}, 'di1.card'),
       ({uuid:92}, '2026-09-02T08:00:01+00:00', {uuid:99}, {uuid:11}, 'gave-role', 'coordinator', {uuid:1},
        'di1.give');
