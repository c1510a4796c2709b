//! What announcements do by themselves: taking their people, writing letters, correcting, and telling how it goes.
//! Not here: sending the letters; that is the outbox.

mod letters;
mod reporting;
mod sending;

pub use letters::{owe_answers, owe_report, owe_test, render, replied_to, screens, seen};
pub use reporting::{report_of, states_of, tally_of, zone_of};
pub use sending::send_broadcasts;
