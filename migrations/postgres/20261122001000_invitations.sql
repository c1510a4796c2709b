-- Invitations by a link: whom, to what, until when, how often; and who came by them.
CREATE TABLE invitations (
    id UUID PRIMARY KEY NOT NULL,
    -- What the link ends in; whoever has it is invited.
    token TEXT NOT NULL UNIQUE,
    -- A role, or `teacher`, which is none.
    role TEXT NOT NULL,
    -- Where; both are empty where it is the whole region.
    municipality_id UUID REFERENCES municipalities (id),
    school_id UUID REFERENCES schools (id),
    most_uses BIGINT NOT NULL,
    uses BIGINT NOT NULL DEFAULT 0,
    expires_at TIMESTAMPTZ NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    -- Empty once whoever invited has left; then it invites nobody any more.
    created_by UUID REFERENCES persons (id) ON DELETE SET NULL,
    revoked_at TIMESTAMPTZ,
    CHECK (uses BETWEEN 0 AND most_uses),
    -- Whoever comes by a link that many have gets a teacher's rights and no more.
    CHECK (role = 'teacher' OR most_uses = 1)
);
CREATE INDEX invitations_municipality ON invitations (municipality_id, created_at);
CREATE INDEX invitations_creator ON invitations (created_by);

CREATE TABLE invitation_uses (
    id UUID PRIMARY KEY NOT NULL,
    invitation_id UUID NOT NULL REFERENCES invitations (id),
    person_id UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    used_at TIMESTAMPTZ NOT NULL,
    -- `in`, or of a role: `waiting`, `confirmed`, `declined`.
    state TEXT NOT NULL,
    decided_by UUID REFERENCES persons (id) ON DELETE SET NULL,
    decided_at TIMESTAMPTZ,
    UNIQUE (invitation_id, person_id)
);
CREATE INDEX invitation_uses_person ON invitation_uses (person_id);
CREATE INDEX invitation_uses_waiting ON invitation_uses (used_at) WHERE state = 'waiting';
