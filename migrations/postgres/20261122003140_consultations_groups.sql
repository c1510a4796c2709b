-- Consultations for several people at once: `drafted`, `announced`, `closed` or `cancelled`; and who has joined them.
CREATE TABLE consultation_groups (
    id UUID PRIMARY KEY NOT NULL,
    municipality_id UUID NOT NULL REFERENCES municipalities (id),
    leader_id UUID REFERENCES persons (id) ON DELETE SET NULL,
    area TEXT NOT NULL,
    subject TEXT,
    topic TEXT NOT NULL,
    civil TEXT NOT NULL,
    minutes BIGINT NOT NULL,
    place TEXT NOT NULL,
    capacity BIGINT NOT NULL,
    state TEXT NOT NULL,
    materials TEXT,
    changed_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX consultation_groups_draft ON consultation_groups (leader_id) WHERE state = 'drafted';
CREATE INDEX consultation_groups_leader ON consultation_groups (leader_id);
CREATE INDEX consultation_groups_announced ON consultation_groups (municipality_id) WHERE state = 'announced';
CREATE TABLE consultation_group_members (
    group_id UUID NOT NULL REFERENCES consultation_groups (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    request_id UUID REFERENCES consultation_requests (id) ON DELETE SET NULL,
    came BOOLEAN NOT NULL,
    joined_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (group_id, person_id)
);
CREATE INDEX consultation_group_members_person ON consultation_group_members (person_id);
CREATE INDEX consultation_group_members_request ON consultation_group_members (request_id);
