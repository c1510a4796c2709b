//! Stories told through the emulated messenger over HTTP, each on SQLite and on PostgreSQL.

mod house;

mod border;
