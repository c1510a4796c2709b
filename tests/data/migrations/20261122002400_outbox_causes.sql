SELECT COUNT(*) FROM letters WHERE cause = 'none';
