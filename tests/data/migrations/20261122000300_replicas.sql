INSERT INTO replicas (id, alive_until) VALUES ({uuid:301}, '2026-09-01T08:00:08+00:00');
INSERT INTO leases (name, holder, number, held_until)
VALUES ('telegram-polling', {uuid:301}, 3, '2026-09-01T08:00:08+00:00'), ('jobs', NULL, 1, NULL);
