//! The screens of announcements: writing one, how it goes, what came of it; and the announcement itself as people get it.
//! Not here: any decision and any statement.

mod action;
mod compose;
mod letter;
mod papers;
mod report;
mod topics;
mod upcoming;

pub use action::{ACTIONS, Action, Deed, WORD};
pub use compose::{
    ComposeView, buttons_screen, categories_screen, choices_screen, compose_screen, confirm_screen,
    home_button, home_screen, link_screen, screens_screen, when_screen,
};
pub use letter::{
    LetterView, alarm_wording, answers_wording, letter_screen, recalled_wording, reminder_wording, wording,
};
pub use papers::{PaperView, deliveries_screen, register_screen, register_table_screen};
pub use report::{
    ReportView, answers_screen, ask_screen, correct_screen, mend_screen, organisations_screen, report_screen,
    report_wording,
};
pub use topics::{told_sentence, topics_button, topics_screen};
pub use upcoming::{upcoming_screen, waiting_screen};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::model::Broadcast;
use crate::{label, messenger::Button, texts::Texts};

/// Leads back to an announcement.
fn to_broadcast(broadcast: &Broadcast, texts: &Texts) -> Button {
    Button::new(label!(texts, "broadcasts-back"), Action::On(broadcast.id, Deed::Show))
}

/// A moment on the clock of a place.
fn moment(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone).format("%d.%m.%Y %H:%M").to_string()
}

/// The first words of an announcement, to tell it by; none is cut in two.
#[must_use]
pub fn headline(broadcast: &Broadcast, texts: &Texts) -> String {
    let visible = crate::messenger::Markup::trusted(broadcast.words.as_str()).visible();
    let line = visible.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let short: String = line.chars().take(40).collect();
    match (short.is_empty(), line.chars().count() > 40) {
        (true, _) => label!(texts, "broadcasts-headline-files"),
        (false, true) => {
            format!("{}…", short.rsplit_once(' ').map_or(short.as_str(), |(whole, _)| whole.trim_end()))
        }
        (false, false) => short,
    }
}
