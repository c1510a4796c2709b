UPDATE consultation_requests SET shares_profile = TRUE, wish = 'time', hours_tenths = 5 WHERE id = {uuid:2510};
