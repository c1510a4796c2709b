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
pub use store::{Claim, FencedOff, count_open, mark_done, queue, set_all_aside};
pub use workers::{Inbox, Limits};
