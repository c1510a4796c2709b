//! The screens of coming in, of the menu, the profile, the settings and the privacy of a person.
//! Not here: any decision and any statement.

mod action;
mod home;
mod lists;
mod privacy;
mod profile;
mod settings;
mod steps;
mod welcome;

#[cfg(test)]
mod tests;

pub use action::{ACTIONS, Action, WORD, is_own};
pub use home::{cancelled_word, help_screen, menu_button, menu_screen, registered_screen};
pub use privacy::{PrivacyView, person_sentences, privacy_screen};
pub use profile::{
    ProfileView, birth_screen, leave_screen, name_screen, place_screen, profile_screen, year_screen,
};
pub use settings::{SettingsView, ZONES, quiet_from_screen, quiet_to_screen, settings_screen, zones_screen};
pub use steps::{
    career_year_step, date_word, municipality_step, name_step, name_word, post_step, school_step,
    subjects_step,
};
pub use welcome::{later_screen, terms_screen, welcome_screen};

use crate::messenger::{Markup, Screen};

/// The same screen with a word about what just happened above it, if there is one.
#[must_use]
pub fn below(word: &Markup, screen: Screen) -> Screen {
    Screen { text: word.clone().paragraph(&screen.text), ..screen }
}
