-- What colleagues who visited a lesson say of it, question by question.
CREATE TABLE lesson_sheets (
    id BLOB PRIMARY KEY NOT NULL,
    meeting_id BLOB NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
    -- Whose lesson it was.
    teacher_id BLOB NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    author_id BLOB REFERENCES persons (id) ON DELETE SET NULL,
    -- The answers by the ids of their questions, as JSON.
    answers TEXT NOT NULL,
    -- The teacher sees it from then on, and nothing changes any more.
    finished_at TIMESTAMP,
    -- The teacher keeps it in the portfolio.
    kept_at TIMESTAMP,
    created_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX lesson_sheets_one ON lesson_sheets (meeting_id, teacher_id, author_id);
CREATE INDEX lesson_sheets_teacher ON lesson_sheets (teacher_id);
CREATE INDEX lesson_sheets_author ON lesson_sheets (author_id);
