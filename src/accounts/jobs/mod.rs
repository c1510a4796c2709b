//! What goes on by itself: the letters about accounts, and each night the end of what can be taken back.
//! Not here: what people press.

mod letters;
mod settling;

pub use letters::{end_plea, name_of, object, render, tell, tell_contact, tell_of_plea};

use super::NAME;
use crate::outbox::{Calendar, Job};

/// At night, when nobody waits for the database.
pub const JOBS: &[Job] =
    &[Job { name: "accounts/settle", at: Calendar::Daily(3, 55), late_hours: 24, run: settling::settle }];
