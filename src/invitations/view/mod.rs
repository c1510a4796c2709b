//! The screens of invitations: writing one, its page, coming by one, and confirming whoever came; and the letters.
//! Not here: any decision and any statement.

mod action;
mod admitting;
mod arriving;
mod confirming;
mod inviting;
mod page;

pub use action::{ACTIONS, Action, WORD};
pub use admitting::{admit_button, newcomers_button, newcomers_letter, newcomers_screen, unconfirmed_word};
pub use arriving::{
    came_sentence, came_word, claimed_word, unknown_word, welcome_screen, welcome_word, written_sentence,
};
pub use confirming::{comer_screen, outcome_letter, waiting_letter, waiting_screen};
pub use inviting::{
    Choice, Counts, PlaceView, invite_button, invite_screen, list_screen, personal_button, places_screen,
};
pub use page::{PageView, Papers, invitation_screen, papers_words, revoke_screen, with_papers};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::model::{Invitation, Offered};
use crate::{
    label,
    texts::Texts,
    units::{Role, Unit},
};

/// What somebody is invited to be.
fn role_word(role: Option<Role>) -> &'static str {
    role.map_or("teacher", Role::as_str)
}

/// Where: the school, the municipality, or the region.
fn place_title(invitation: &Invitation, texts: &Texts) -> String {
    match (&invitation.unit_title, invitation.offered.unit) {
        (Some(title), _) => title.clone(),
        (None, Unit::Region) => label!(texts, "units-region-title"),
        (None, _) => String::new(),
    }
}

/// What somebody is invited to, in one line.
fn offered_title(offered: Offered, texts: &Texts) -> String {
    label!(texts, "invitations-role-title", role = role_word(offered.role))
}

/// A day as both languages write it here.
fn day(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone).format("%d.%m.%Y").to_string()
}
