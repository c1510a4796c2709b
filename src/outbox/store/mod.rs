//! The statements about what is owed. Leases and pauses are compared with a clock that nobody moves: on PostgreSQL the
//! server's, on SQLite steady time; due instants with the `now` that the caller was given.

mod addressees;
mod claims;
mod job_runs;
mod letters;
mod planning;
mod restoring;
mod settling;
#[cfg(test)]
mod tests;

pub use addressees::{
    Addressee, SaidMessage, list_addressees, list_days_off, list_said, list_unplanned_addressees,
};
pub use claims::{
    Claimed, Due, Room, claim, claim_companions, count_due, extend, find_due, next_due, release_orphans,
    sweep,
};
pub use job_runs::{find_last_due, mark_due, start_job};
pub use letters::{
    OfCause, Open, SaidLetter, correct, count_not_said, count_waiting, end_cause, end_waiting, find_language,
    find_letter, find_owner, find_said, forget_letters, list_messages, list_of_cause, list_open,
    merge_letters, owe, owe_all, owe_to, prune, replan_person, wake_person, withdraw_waiting,
};
pub use planning::{count_unplanned, list_unplanned, mark_all_unplanned, mark_no_moment, mark_planned};
pub use restoring::{quarantine, skip_jobs};
pub use settling::{Settlement, mark_calling, park_person, settle, settle_deliveries};

use chrono::{DateTime, TimeDelta, Utc};

use crate::{
    clock::steady_now,
    db::{Tx, in_time},
};

/// How long a claimed letter belongs to its replica: longer than any call may take, with what it waits for before.
pub const LEASE: TimeDelta = TimeDelta::seconds(60);

/// Now, for leases and pauses.
async fn lease_now(tx: &mut Tx) -> sqlx::Result<DateTime<Utc>> {
    match tx {
        Tx::Sqlite(_) => Ok(steady_now()),
        Tx::Pg(on) => in_time(sqlx::query_scalar("SELECT clock_timestamp()").fetch_one(&mut **on)).await,
    }
}
