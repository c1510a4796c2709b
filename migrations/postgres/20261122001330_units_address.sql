-- Where the operator of personal data sits: it stands on acts of destruction. Empty until its file names it.
ALTER TABLE municipalities ADD COLUMN service_address TEXT NOT NULL DEFAULT '';
