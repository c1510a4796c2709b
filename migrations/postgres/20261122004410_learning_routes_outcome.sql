-- The diagnosis that a route is drawn from: the pass and its version, by which it is narrowed at the end.
CREATE TABLE route_bases (
    route_id UUID PRIMARY KEY NOT NULL REFERENCES learning_routes (id) ON DELETE CASCADE,
    attempt_id UUID NOT NULL,
    version_hash TEXT NOT NULL
);

-- What it found of each area when the route was drawn up.
CREATE TABLE route_areas (
    route_id UUID NOT NULL REFERENCES learning_routes (id) ON DELETE CASCADE,
    area TEXT NOT NULL,
    position BIGINT NOT NULL,
    title TEXT NOT NULL,
    short TEXT NOT NULL,
    score DOUBLE PRECISION NOT NULL,
    level_rank BIGINT NOT NULL,
    level TEXT NOT NULL,
    PRIMARY KEY (route_id, area)
);

-- How each area that was measured again changed, for counting; levels are counted from 0. Whoever shows it shows no group of
-- fewer than ten.
CREATE VIEW route_outcomes AS
SELECT r.id AS route_id, r.municipality_id, b.area, b.title, b.level_rank AS level_before, n.level_rank AS level_after,
       n.measured_at, n.level_rank > b.level_rank AS is_closed
FROM route_areas b JOIN learning_routes r ON r.id = b.route_id
JOIN diagnoses_narrowed n ON n.occasion_id = b.route_id AND n.area = b.area;

-- A route as it was when it ended, as JSON: later changes of names, places and the catalogue leave it alone.
CREATE TABLE route_finals (
    route_id UUID PRIMARY KEY NOT NULL REFERENCES learning_routes (id) ON DELETE CASCADE,
    frozen JSONB NOT NULL,
    frozen_at TIMESTAMPTZ NOT NULL
);

-- Checks on the way: how many steps were done by then, what was answered, what was decided.
CREATE TABLE route_checks (
    id UUID PRIMARY KEY NOT NULL,
    route_id UUID NOT NULL REFERENCES learning_routes (id) ON DELETE CASCADE,
    done BIGINT NOT NULL,
    answers JSONB NOT NULL,
    decision TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL
);
CREATE INDEX route_checks_route ON route_checks (route_id);

-- Days whose reminders are being written, and after which route it goes on.
CREATE TABLE route_rounds (
    day DATE PRIMARY KEY NOT NULL,
    after_id UUID,
    due_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX learning_routes_active ON learning_routes (id) WHERE state = 'active';
CREATE INDEX route_steps_planned ON route_steps (route_id, due_on) WHERE state = 'planned';
