//! Stories told through the emulated messenger over HTTP, each on SQLite and on PostgreSQL.

#![expect(clippy::expect_used, reason = "a test may end with a sentence")]

mod house;

mod border;
mod checking;
mod inbox;
mod kills;
mod process;
mod proofs;
mod screens;
mod teacher;
mod walk;
mod way;
