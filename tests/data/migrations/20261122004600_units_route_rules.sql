UPDATE municipalities SET route_rule = 'agreed';
UPDATE schools SET route_rule = 'approved';
SELECT COUNT(*) FROM school_route_rules;
