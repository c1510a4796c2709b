INSERT INTO persons (id, family_name, given_name, patronymic, quiet_from_minute, quiet_to_minute, created_at)
VALUES ({uuid:111}, 'Петрова', 'Анна', 'Сергевна', 1260, 480, '2026-09-02T08:00:00+00:00');
INSERT INTO roster_imports (id, municipality_id, imported_by, file_name, content, mapping, refused, basis, state,
                            row_count, position, added, changed, kept, refused_count, crashes, created_at, settled_at)
VALUES ({uuid:112}, {uuid:1}, {uuid:11}, 'список.xlsx', NULL, '{}', '[]', 'duty', 'done', 1, 1, 1, 0, 0, 0, 0,
        '2026-09-02T08:00:00+00:00', '2026-09-02T08:00:05+00:00');
INSERT INTO roster_people (person_id, import_id, municipality_id, name_key, imported_at)
VALUES ({uuid:111}, {uuid:112}, {uuid:1}, 'анна петрова сергевна', '2026-09-02T08:00:00+00:00');
INSERT INTO roster_matches (id, listed_id, newcomer_id, municipality_id, school_id, state, decided_by, decided_at, kept,
                            found_at)
VALUES ({uuid:113}, {uuid:111}, {uuid:11}, {uuid:1}, {uuid:2}, 'open', NULL, NULL, NULL, '2026-09-02T09:00:00+00:00');
