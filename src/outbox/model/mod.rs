//! Nouns and rules of what is owed: what a letter is, when it may be said, and with which others.
//! Not here: storage, sending, the clock, the words of any letter.

mod gathering;
mod job;
mod letter;
mod rhythm;
mod wish;

pub use gathering::{Budget, Course, gather};
pub use job::Calendar;
pub use letter::{AfterCrash, Class, Form, Letter, NewLetter};
pub use rhythm::{Holidays, Plan, Rhythm, Timing};
pub use wish::Wish;
