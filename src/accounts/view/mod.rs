//! The screens and letters about accounts.
//! Not here: any decision and any statement.

mod action;
mod deciding;
mod letters;
mod linking;

pub use action::{ACTIONS, Action, WORD};
pub use deciding::{
    ask_screen, move_screen, picker_screen, plea_screen, pleas_button, pleas_screen, same_button,
};
pub use letters::{added_letter, moved_letter, objection_letter, plea_letter, told_letter};
pub use linking::{
    asked_word, attached_word, code_button, code_screen, enter_button, enter_screen, lost_screen,
    newcomer_word, objected_screen, told_sentence, try_word, undone_word,
};
