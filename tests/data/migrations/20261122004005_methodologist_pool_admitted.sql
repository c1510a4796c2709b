SELECT COUNT(*) FROM pool_admitted;
