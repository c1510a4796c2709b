-- The database looks here when a file goes.
CREATE INDEX courses_attachment ON courses (attachment_id);
