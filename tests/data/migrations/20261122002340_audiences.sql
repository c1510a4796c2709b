INSERT INTO audiences (id, owner_id, municipality_id, school_id, association_id, title, definition, back, changed_at)
VALUES ({uuid:151}, {uuid:11}, {uuid:1}, NULL, NULL, 'Математики',
        '{"people": {"of": {"subject": ["mathematics"]}, "without": {}}}', '', '2026-11-22T08:00:00+00:00');
INSERT INTO audience_areas (municipality_id, area, dimension) VALUES ({uuid:1}, 'ict', 'school');
INSERT INTO audience_cells (id, municipality_id, area, block, people) VALUES ({uuid:152}, {uuid:1}, 'ict', NULL, 10);
INSERT INTO audience_cell_people (cell_id, person_id) VALUES ({uuid:152}, {uuid:11});
