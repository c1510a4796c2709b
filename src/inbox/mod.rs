//! What came in: durable rows, handled in order per contact by a bounded number of workers, each answered.
//! Not here: what an event means; that is the dispatch tree's affair.
//! Road: accept → claim → runner (tree, one commit with `done`) → answering (screen) → receipts (`answered`).
//! Tables: inbox.
//! Promises: a stored event is never lost and takes effect once; a row that was done but not answered gets the present
//! screen again; one contact's flood or hang holds up nobody else.

mod answering;
mod intake;
mod presses;
mod receipts;
mod runner;
mod store;
mod workers;

pub use intake::Intake;
pub use store::{Claim, FencedOff, count_open, mark_done, set_all_aside};
pub use workers::{Inbox, Limits};

use chrono::TimeDelta;

use crate::{capability::Queue, db::Db};

/// Whoever spoke should not wait longer, whatever happened.
const LATE_AFTER: TimeDelta = TimeDelta::minutes(2);

/// What is not yet done or not yet answered.
pub async fn queue(db: &Db) -> sqlx::Result<Queue> {
    let (count, oldest_at) = store::count_since(db).await?;
    Ok(Queue { name: "updates", count, oldest_at, late_after: Some(LATE_AFTER) })
}
