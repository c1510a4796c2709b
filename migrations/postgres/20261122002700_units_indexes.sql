-- Who works at a school or in a municipality is asked of every list, and whom somebody gave roles to when they leave.
CREATE INDEX employments_school ON employments (school_id) WHERE ended_at IS NULL;
CREATE INDEX employments_municipality ON employments (municipality_id) WHERE ended_at IS NULL;
CREATE INDEX roles_grantor ON roles (granted_by);
