INSERT INTO persons (id, family_name, given_name, patronymic, career_began_year, birth_date, language, time_zone,
                     quiet_from_minute, quiet_to_minute, created_at, registered_at)
VALUES ({uuid:11}, 'Петрова', 'Анна', 'Сергеевна', 2015, '1990-05-17', 'ru', 'Europe/Moscow', 1260, 480,
        '2026-09-01T08:00:00+00:00', '2026-09-01T08:05:00+00:00'),
       ({uuid:12}, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1260, 480, '2026-09-01T08:00:00+00:00', NULL);
INSERT INTO contacts (id, messenger, external_id, person_id, state, created_at)
VALUES ({uuid:21}, 'telegram', '1001', {uuid:11}, 'live', '2026-09-01T08:00:00+00:00'),
       ({uuid:22}, 'telegram', '1002', NULL, 'blocked', '2026-09-01T08:00:00+00:00');
INSERT INTO consents (id, person_id, version, text_hash, messenger, given_at)
VALUES ({uuid:31}, {uuid:11}, '1 от 2026-11-21', 'ab12', 'telegram', '2026-09-01T08:01:00+00:00');
