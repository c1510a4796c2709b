-- Individual routes of teachers: what somebody works on, the steps they take, and who did what when.
CREATE TABLE learning_routes (
    id BLOB PRIMARY KEY NOT NULL,
    person_id BLOB NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    municipality_id BLOB NOT NULL REFERENCES municipalities (id),
    methodologist_id BLOB REFERENCES persons (id) ON DELETE SET NULL,
    diagnosis TEXT,
    diagnosed_on DATE,
    -- What to work on, as JSON: area, title, whether it was chosen.
    deficits TEXT NOT NULL,
    state TEXT NOT NULL,
    remark TEXT,
    paused_on DATE,
    snoozed_until DATE,
    created_at TIMESTAMP NOT NULL,
    changed_at TIMESTAMP NOT NULL
);
-- One open route per person, whoever presses twice.
CREATE UNIQUE INDEX learning_routes_open ON learning_routes (person_id) WHERE state IN ('draft', 'review', 'active', 'paused');
CREATE INDEX learning_routes_person ON learning_routes (person_id);
CREATE INDEX learning_routes_municipality ON learning_routes (municipality_id, state);
CREATE INDEX learning_routes_methodologist ON learning_routes (methodologist_id);

CREATE TABLE route_steps (
    id BLOB PRIMARY KEY NOT NULL,
    route_id BLOB NOT NULL REFERENCES learning_routes (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    -- The id in the catalogue; a step of one's own has none.
    known TEXT,
    area TEXT NOT NULL,
    kind TEXT NOT NULL,
    form TEXT NOT NULL,
    title TEXT NOT NULL,
    result TEXT NOT NULL,
    place TEXT NOT NULL,
    hours BIGINT,
    days BIGINT NOT NULL,
    due_on DATE NOT NULL,
    is_moved BOOLEAN NOT NULL,
    state TEXT NOT NULL,
    words TEXT,
    attachment_id BLOB REFERENCES attachments (id) ON DELETE SET NULL,
    remark TEXT,
    done_on DATE
);
CREATE INDEX route_steps_route ON route_steps (route_id);
CREATE INDEX route_steps_due ON route_steps (due_on) WHERE state = 'planned';

CREATE TABLE route_events (
    id BLOB PRIMARY KEY NOT NULL,
    route_id BLOB NOT NULL REFERENCES learning_routes (id) ON DELETE CASCADE,
    step_id BLOB,
    deed TEXT NOT NULL,
    actor_id BLOB REFERENCES persons (id) ON DELETE SET NULL,
    at TIMESTAMP NOT NULL
);
CREATE INDEX route_events_route ON route_events (route_id);
