-- What colleagues who visited a lesson say of it, question by question.
CREATE TABLE lesson_sheets (
    id UUID PRIMARY KEY NOT NULL,
    meeting_id UUID NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    -- Whose lesson it was.
    teacher_id UUID NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    author_id UUID REFERENCES persons (id) ON DELETE SET NULL,
    -- The answers by the ids of their questions, as JSON.
    answers JSONB NOT NULL,
    -- The teacher sees it from then on, and nothing changes any more.
    finished_at TIMESTAMPTZ,
    -- The teacher keeps it in the portfolio.
    kept_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX lesson_sheets_one ON lesson_sheets (meeting_id, teacher_id, author_id);
CREATE INDEX lesson_sheets_teacher ON lesson_sheets (teacher_id);
CREATE INDEX lesson_sheets_author ON lesson_sheets (author_id);
