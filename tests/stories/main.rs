//! Stories told through the emulated messenger over HTTP, each on SQLite and on PostgreSQL.

#![expect(clippy::expect_used, reason = "a test may end with a sentence")]

mod house;

mod aftermath;
mod appointing;
mod blocked;
mod border;
mod calendar_jobs;
mod checking;
mod child;
mod coming_in;
mod confirming;
mod consulting;
mod consulting_hot_line;
mod consulting_luck;
mod consulting_races;
mod consulting_reports;
mod corrections;
mod courses;
mod digests;
mod faults;
mod floods;
mod forgery;
mod importing;
mod inbox;
mod inviting;
mod kills;
mod leaving;
mod letter_kills;
mod letters;
mod listed;
mod matching;
mod oddities;
mod office;
mod organisations;
mod outbox;
mod pacing;
mod permissions;
mod pool;
mod portfolio;
mod privacy;
mod process;
mod proofs;
mod reminders;
mod replicas;
mod screens;
mod settings;
mod stages;
mod tables;
mod teacher;
mod walk;
mod way;
mod zones;
