//! What people type when they mean a day and a time: «завтра в 15», «23-27.01», «пт 10:30», «25 ноября с 14 до 15:30».
//! Pure: words and the present civil time in, civil days and times out. Not here: zones, and asking for anything.
//!
//! Russian as people write it on a phone, digits as forms ask for them, and the plain English of dates. Whoever asks shows
//! what was understood in full, since a phrase may mean more than one thing.

mod clock_words;
mod cursor;
mod days;
mod hours;
mod tokens;
mod when;

#[cfg(test)]
mod tests;

pub use when::{When, WhenFault, read_when};
