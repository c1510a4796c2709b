-- Answers of the hot line: rewritten so that nobody is named, published after a second person has looked.
CREATE TABLE hot_line_answers (
    id UUID PRIMARY KEY NOT NULL,
    municipality_id UUID NOT NULL REFERENCES municipalities (id),
    source UUID NOT NULL UNIQUE,
    author_id UUID REFERENCES persons (id) ON DELETE SET NULL,
    checked_by UUID REFERENCES persons (id) ON DELETE SET NULL,
    state TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    helped BIGINT NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX hot_line_answers_municipality ON hot_line_answers (municipality_id, state);
CREATE INDEX hot_line_answers_author ON hot_line_answers (author_id);
