//! What a coordinator sees of the questionnaires of their municipality, and how an invitation reads.
//! Not here: questions as people answer them; `diagnostics` shows them.

mod action;
mod keeping;
mod results;
mod unsaid;

pub use action::{ACTIONS, Action, WORD};
pub use keeping::{
    CardView, ask_words_screen, audience_screen, begin_screen, card_screen, choose_screen, closing_screen,
    invitation_letter, invited_sentence, list_screen, mistakes_screen, questionnaires_button, template,
    wordings,
};
pub use results::{ResultsView, picture, results_screen, results_sheets};
pub use unsaid::{upcoming_send, withdrawing_screen};
