-- Whom something is addressed to: a definition, never a list that was taken once. With a title it is offered again.
CREATE TABLE audiences (
    id BLOB PRIMARY KEY NOT NULL,
    owner_id BLOB REFERENCES persons (id) ON DELETE SET NULL,
    -- The unit within which it is looked for; the region where all are empty.
    municipality_id BLOB REFERENCES municipalities (id),
    school_id BLOB REFERENCES schools (id),
    association_id BLOB REFERENCES associations (id),
    title TEXT,
    definition TEXT NOT NULL,
    -- The address of the screen that asked for it.
    back TEXT NOT NULL,
    changed_at TIMESTAMP NOT NULL
);
CREATE INDEX audiences_owner ON audiences (owner_id);
CREATE INDEX audiences_saved ON audiences (municipality_id) WHERE title IS NOT NULL;

-- How an area of diagnosis is told apart in a municipality: by school or by subject, as was chosen first.
CREATE TABLE audience_areas (
    municipality_id BLOB NOT NULL REFERENCES municipalities (id),
    area TEXT NOT NULL,
    dimension TEXT NOT NULL,
    PRIMARY KEY (municipality_id, area)
);

-- The smallest groups that are ever told apart in it, each of at least ten people when it was made. A group without a block
-- belongs to no audience any more, and is kept so that nobody of it comes back alone.
CREATE TABLE audience_cells (
    id BLOB PRIMARY KEY NOT NULL,
    municipality_id BLOB NOT NULL,
    area TEXT NOT NULL,
    block TEXT,
    people BIGINT NOT NULL,
    FOREIGN KEY (municipality_id, area) REFERENCES audience_areas (municipality_id, area) ON DELETE CASCADE
);
CREATE INDEX audience_cells_area ON audience_cells (municipality_id, area);

CREATE TABLE audience_cell_people (
    cell_id BLOB NOT NULL REFERENCES audience_cells (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    PRIMARY KEY (cell_id, person_id)
);
CREATE INDEX audience_cell_people_person ON audience_cell_people (person_id);
