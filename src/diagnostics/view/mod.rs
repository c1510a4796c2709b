//! What a person sees while choosing, taking and looking back at a questionnaire.
//! Not here: any decision; the model made them.

mod action;
mod chart;
mod choosing;
mod history;
mod letters;
mod preview;
mod profile;
mod question;
mod result;
mod review;
mod words;

#[cfg(test)]
mod tests;

pub use action::{ACTIONS, Action, WORD};
pub use chart::{chart, picture};
pub use choosing::{ListEntry, intro_screen, list_screen, narrowed_intro_screen, offer_button};
pub use history::{deleted_screen, erase_screen, history_screen, told_sentence};
pub use letters::{repeat_letter, unfinished_letter};
pub use preview::{PreviewWays, intro_address, preview_screen};
pub use profile::profile_words;
pub use question::{cancelled_screen, leave_screen, pause_screen, question_screen, rejected_screen};
pub use result::{Before, ResultView, offered_button, result_screen};
pub use review::{answers_in_words, review_screen};
