INSERT INTO learning_routes (id, person_id, municipality_id, methodologist_id, diagnosis, diagnosed_on, deficits, state,
    remark, paused_on, snoozed_until, created_at, changed_at)
VALUES ({uuid:3400}, {uuid:11}, {uuid:1}, {uuid:12}, 'Профессиональная самодиагностика', '2026-10-01',
        '[{"area":"methods","title":"Методика","is_chosen":true}]', 'active', NULL, NULL, NULL,
        '2026-10-02T08:00:00+00:00', '2026-10-02T08:00:00+00:00');
INSERT INTO route_steps (id, route_id, position, known, area, kind, form, title, result, place, hours, days, due_on,
    is_moved, state, words, attachment_id, remark, done_on)
VALUES ({uuid:3401}, {uuid:3400}, 0, 'meth-visits', 'methods', 'informal', 'Взаимопосещение', 'Посетить два урока',
        'Два листа наблюдения', 'Своя школа', 3, 21, '2026-11-10', FALSE, 'planned', NULL, NULL, NULL, NULL);
INSERT INTO route_events (id, route_id, step_id, deed, actor_id, at)
VALUES ({uuid:3402}, {uuid:3400}, NULL, 'began', {uuid:11}, '2026-10-02T08:00:00+00:00');
