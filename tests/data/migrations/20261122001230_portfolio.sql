INSERT INTO portfolio_entries (id, person_id, kind, title, day, role, words, attachment_id, created_at)
VALUES ({uuid:141}, {uuid:11}, 'event', 'Семинар', '2026-03-12', 'докладчик', NULL, {uuid:95},
        '2026-09-02T08:00:00+00:00');
INSERT INTO portfolio_categories (person_id, post, grade, given_on, until_on)
VALUES ({uuid:11}, 'teacher', 'first', '2022-03-12', '2027-03-12');
INSERT INTO portfolio_studies (person_id, topic, plan, report) VALUES ({uuid:11}, 'Смысловое чтение', NULL, NULL);
