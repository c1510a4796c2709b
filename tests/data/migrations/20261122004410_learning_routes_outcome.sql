INSERT INTO route_bases (route_id, attempt_id, version_hash) VALUES ({uuid:3400}, {uuid:51}, 'cd34');
INSERT INTO route_areas (route_id, area, position, title, short, score, level_rank, level)
VALUES ({uuid:3400}, 'methods', 0, 'Методика', 'Методика', 0.3, 0, 'Есть над чем поработать');
INSERT INTO route_finals (route_id, frozen, frozen_at)
VALUES ({uuid:3400}, '{"name":"Белова Анна Петровна"}', '2027-05-11T08:00:00+00:00');
INSERT INTO route_checks (id, route_id, done, answers, decision, at)
VALUES ({uuid:4411}, {uuid:3400}, 3, '[{"title":"Посетить два урока","answer":"yes"}]', 'keep',
        '2027-01-20T08:00:00+00:00');
INSERT INTO route_rounds (day, after_id, due_at) VALUES ('2027-01-20', {uuid:3400}, '2027-01-20T01:20:00+00:00');
