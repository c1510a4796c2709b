-- The database looks here when a file goes.
CREATE INDEX portfolio_entries_attachment ON portfolio_entries (attachment_id);
