SELECT COUNT(*) FROM person_identities;
