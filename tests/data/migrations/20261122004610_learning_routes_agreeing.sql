INSERT INTO route_grifs (route_id, kind, person_id, paper, given_at)
VALUES ({uuid:3400}, 'approved', {uuid:12}, 'приказ № 12', '2026-10-03T08:00:00+00:00');
INSERT INTO route_proposals (id, route_id, author_id, kind, step_id, words, due_on, seen_on, state, made_at)
VALUES ({uuid:4610}, {uuid:3400}, {uuid:12}, 'move', {uuid:3401}, NULL, '2026-11-17', '2026-11-10', 'open',
        '2026-10-04T08:00:00+00:00');
INSERT INTO route_nods (id, person_id, methodologist_id, municipality_id, state, route_id, asked_at)
VALUES ({uuid:4611}, {uuid:11}, {uuid:12}, {uuid:1}, 'handed', {uuid:3400}, '2026-10-01T08:00:00+00:00');
