-- Kinds of steps that a municipality offers beside the shipped ones; retired ones stay for the routes that have them.
CREATE TABLE route_kinds (
    id UUID PRIMARY KEY NOT NULL,
    municipality_id UUID NOT NULL REFERENCES municipalities (id),
    number BIGINT NOT NULL,
    -- Areas of the diagnosis, with commas between.
    areas TEXT NOT NULL,
    kind TEXT NOT NULL,
    form TEXT NOT NULL,
    title TEXT NOT NULL,
    result TEXT NOT NULL,
    place TEXT NOT NULL,
    hours BIGINT NOT NULL,
    days BIGINT NOT NULL,
    added_by UUID REFERENCES persons (id) ON DELETE SET NULL,
    added_at TIMESTAMPTZ NOT NULL,
    retired_at TIMESTAMPTZ,
    UNIQUE (municipality_id, number)
);
CREATE INDEX route_kinds_author ON route_kinds (added_by);

-- Whole routes that a methodologist keeps for others.
CREATE TABLE route_templates (
    id UUID PRIMARY KEY NOT NULL,
    municipality_id UUID NOT NULL REFERENCES municipalities (id),
    title TEXT NOT NULL,
    -- The steps, as JSON: area, kind, form, title, result, place, hours, days.
    steps JSONB NOT NULL,
    saved_by UUID REFERENCES persons (id) ON DELETE SET NULL,
    saved_at TIMESTAMPTZ NOT NULL,
    retired_at TIMESTAMPTZ
);
CREATE INDEX route_templates_municipality ON route_templates (municipality_id);
CREATE INDEX route_templates_author ON route_templates (saved_by);
