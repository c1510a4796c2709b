INSERT INTO consultation_groups (id, municipality_id, leader_id, area, subject, topic, civil, minutes, place, capacity,
    state, materials, changed_at)
VALUES ({uuid:3140}, {uuid:1}, {uuid:12}, 'lesson', 'mathematics', 'Проекты', '2026-09-10T15:00', 60, 'школа № 1', 10,
        'announced', NULL, '2026-09-02T08:00:00+00:00');
INSERT INTO consultation_group_members (group_id, person_id, request_id, came, joined_at)
VALUES ({uuid:3140}, {uuid:11}, {uuid:2510}, FALSE, '2026-09-02T08:00:00+00:00');
