INSERT INTO associations (id, municipality_id, school_id, kind, subject, title, open_until, created_at, closed_at)
VALUES ({uuid:141}, {uuid:1}, NULL, 'subject', 'mathematics', 'МО учителей математики', NULL,
        '2026-09-02T08:00:00+00:00', NULL),
       ({uuid:142}, {uuid:1}, {uuid:2}, 'project', NULL, 'Проектная группа', '2027-05-31',
        '2026-09-02T08:00:00+00:00', '2026-09-03T08:00:00+00:00');
INSERT INTO association_members (id, association_id, person_id, began_at, ended_at)
VALUES ({uuid:143}, {uuid:141}, {uuid:11}, '2026-09-02T08:00:00+00:00', NULL);
INSERT INTO roles (id, person_id, role, municipality_id, school_id, association_id, began_at, ended_at, granted_by)
VALUES ({uuid:144}, {uuid:11}, 'association_head', {uuid:1}, NULL, {uuid:141}, '2026-09-02T08:00:00+00:00', NULL,
        {uuid:11});
UPDATE schools SET has_own_marks = TRUE WHERE id = {uuid:2};
