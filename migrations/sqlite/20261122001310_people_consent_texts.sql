-- Every text that anybody could agree to, under its SHA-256: a consent names the hash, and this is what it stands for.
CREATE TABLE consent_texts (
    hash TEXT PRIMARY KEY NOT NULL,
    version TEXT NOT NULL,
    text TEXT NOT NULL,
    published_at TIMESTAMP NOT NULL
);
