INSERT INTO route_kinds (id, municipality_id, number, areas, kind, form, title, result, place, hours, days, added_by,
    added_at, retired_at)
VALUES ({uuid:4620}, {uuid:1}, 1, 'methods', 'nonformal', 'Мастер-класс', 'Мастер-класс по оцениванию', 'Карта урока',
        'Гимназия', 3, 14, {uuid:12}, '2026-10-05T08:00:00+00:00', NULL);
INSERT INTO route_templates (id, municipality_id, title, steps, saved_by, saved_at, retired_at)
VALUES ({uuid:4621}, {uuid:1}, 'Первый год в школе', '[]', {uuid:12}, '2026-10-05T08:00:00+00:00', NULL);
