//! The screens on which an audience is put together, and how it is told in words.
//! Not here: any decision and any statement.

mod action;
mod area;
mod editor;
mod words;

pub use action::{ACTIONS, Action, Part, WORD};
pub use area::{areas_screen, blocks_screen};
pub use editor::{EditorView, editor_screen, save_screen, saved_screen, values_screen, without_screen};
pub use words::{Titles, count_sentence, described, saved_sentence};
