-- Who agreed to a route and who approved it, with the order or the minutes; taken back with the route.
CREATE TABLE route_grifs (
    route_id BLOB NOT NULL REFERENCES learning_routes (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    person_id BLOB REFERENCES persons (id) ON DELETE SET NULL,
    paper TEXT,
    given_at TIMESTAMP NOT NULL,
    PRIMARY KEY (route_id, kind)
);
CREATE INDEX route_grifs_person ON route_grifs (person_id);

-- Changes of a route on its way that one side proposes and the other decides.
CREATE TABLE route_proposals (
    id BLOB PRIMARY KEY NOT NULL,
    route_id BLOB NOT NULL REFERENCES learning_routes (id) ON DELETE CASCADE,
    author_id BLOB REFERENCES persons (id) ON DELETE SET NULL,
    kind TEXT NOT NULL,
    step_id BLOB,
    -- A step to be added, as it was typed.
    words TEXT,
    -- The new day of a step to be moved.
    due_on DATE,
    -- The day on which the step was due when it was proposed: who decides later is told of anything else.
    seen_on DATE,
    state TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL
);
CREATE INDEX route_proposals_route ON route_proposals (route_id);
CREATE INDEX route_proposals_author ON route_proposals (author_id);

-- Who may draw a route up for whom: asked by the methodologist, answered by the teacher with one tap.
CREATE TABLE route_nods (
    id BLOB PRIMARY KEY NOT NULL,
    person_id BLOB NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    methodologist_id BLOB NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    municipality_id BLOB NOT NULL REFERENCES municipalities (id),
    -- asked, given, refused, handed: the draft is the teacher's own from then on.
    state TEXT NOT NULL,
    route_id BLOB REFERENCES learning_routes (id) ON DELETE SET NULL,
    asked_at TIMESTAMP NOT NULL
);
CREATE INDEX route_nods_person ON route_nods (person_id);
CREATE INDEX route_nods_methodologist ON route_nods (methodologist_id);
CREATE INDEX route_nods_route ON route_nods (route_id);
