INSERT INTO attachments (id, owner_id, kind, name, hash, bytes, created_at)
VALUES ({uuid:95}, {uuid:11}, 'file', 'удостоверение.pdf', NULL, NULL, '2026-09-02T08:00:00+00:00');
INSERT INTO attachment_references (attachment_id, messenger, reference) VALUES ({uuid:95}, 'telegram', 'AgAC-95');
