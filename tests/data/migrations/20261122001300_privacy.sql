INSERT INTO erasures (id, person_id, municipality_id, reason, categories, erased_at)
VALUES ({uuid:131}, {uuid:132}, {uuid:1}, 'withdrawn', 'persons,contacts', '2026-10-01T08:00:00+00:00'),
       ({uuid:133}, {uuid:134}, NULL, 'unfinished', 'persons', '2026-10-02T08:00:00+00:00');
