INSERT INTO account_codes (person_id, code_hash, expires_at)
VALUES ({uuid:11}, 'ab34', '2026-10-01T08:10:00+00:00');
INSERT INTO account_tries (contact_id, tries, since) VALUES ({uuid:22}, 2, '2026-10-01T08:00:00+00:00');
INSERT INTO account_moves (id, kind, state, former_id, person_id, moved, municipality_id, asked_at, decided_at, decided_by)
VALUES ({uuid:231}, 'returned', 'asked', {uuid:12}, NULL, '[]', {uuid:1}, '2026-10-01T08:00:00+00:00', NULL, NULL),
       ({uuid:232}, 'added', 'done', NULL, {uuid:11}, '[]', NULL, '2026-10-01T08:00:00+00:00',
        '2026-10-01T08:00:00+00:00', NULL);
