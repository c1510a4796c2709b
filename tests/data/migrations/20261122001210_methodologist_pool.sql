INSERT INTO pool_members (id, municipality_id, person_id, is_admitted, record, created_at, changed_at)
VALUES ({uuid:121}, {uuid:1}, {uuid:11}, TRUE, '{"capacity": 3}', '2026-09-02T08:00:00+00:00',
        '2026-09-02T08:00:00+00:00');
INSERT INTO pool_editions (id, municipality_id, school_year, order_number, order_date, adopted_at)
VALUES ({uuid:122}, {uuid:1}, 2026, '876', '2026-10-03', '2026-10-03T08:00:00+00:00');
INSERT INTO pool_edition_lines (edition_id, position, person_id, line)
VALUES ({uuid:122}, 1, {uuid:11}, '{"name": "Петрова Анна"}');
