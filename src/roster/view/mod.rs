//! The screens of lists of people: sending one and what becomes of it, and whether two are one person.
//! Not here: any decision and any statement.

mod action;
mod import;
mod matches;

pub use action::{ACTIONS, Action, WORD};
pub use import::{
    basis_screen, choose_screen, columns_screen, import_button, import_screen, refused_sheet, returned_sheet,
    start_screen, template, without_screen,
};
pub use matches::{decided_screen, match_screen, matches_button, next_screen, no_matches_screen, to_match};
