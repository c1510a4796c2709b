//! What announcements do by themselves: taking their people, writing letters, correcting, telling how it goes, and being
//! forgotten.
//! Not here: sending the letters; that is the outbox.

mod forgetting;
mod letters;
mod reporting;
mod sending;
mod upcoming;

pub use forgetting::JOBS;
pub use letters::{owe_answers, owe_report, owe_test, render, replied_to, screens, seen};
pub use reporting::{report_of, states_of, tally_of, zone_of};
pub use sending::{begin, send_broadcasts};
pub use upcoming::list_sends;
