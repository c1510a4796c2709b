//! From data to files.
