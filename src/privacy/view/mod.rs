//! The screens and files of taking along, leaving, and the acts of destruction.
//! Not here: any decision and any statement.

mod action;
mod acts;
mod leaving;
mod taking;

#[cfg(test)]
mod tests;

pub use action::{ACTIONS, Action, WORD};
pub use acts::{Operator, act_screen, acts_button, acts_screen, log_screen};
pub use leaving::{
    farewell_screen, periods_button, periods_screen, silence_letter, withdraw_button, withdraw_screen,
};
pub use taking::{Everything, FILES_AT_ONCE, files_screen, nothing_screen, take_button, taken_screen};

use crate::{label, messenger::Button, people::privacy_address, texts::Texts};

/// Leads back to what is held.
fn back_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "privacy-back"), privacy_address())
}

/// What a table holds, in words that people understand.
fn table_title(table: &str, texts: &Texts) -> String {
    label!(texts, "privacy-table", table = table)
}
