UPDATE employments SET share_percent = 50 WHERE id = {uuid:41};
SELECT COUNT(*) FROM employments_held;
