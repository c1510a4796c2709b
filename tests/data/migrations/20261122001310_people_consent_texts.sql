INSERT INTO consent_texts (hash, version, text, published_at)
VALUES ('ab12', '1 от 2026-11-21', 'Согласие', '2026-09-01T08:00:00+00:00');
