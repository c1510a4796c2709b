//! Nouns and rules of what is said unasked.
//! Not here: storage, sending, the clock.

mod rhythm;
mod wish;

pub use rhythm::{Holidays, Plan, Rhythm, Timing};
pub use wish::Wish;

/// What a letter is to the person, and so how much it may disturb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Something happened that they must know.
    Notice,
    /// They are reminded of what they know.
    Reminder,
    /// Something for many; nobody misses it if it comes later.
    Bulk,
}

impl Class {
    /// The word in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Reminder => "reminder",
            Self::Bulk => "bulk",
        }
    }

    /// The class behind a word of the database.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Notice, Self::Reminder, Self::Bulk].into_iter().find(|class| class.as_str() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_is_read_back_from_its_word() {
        for class in [Class::Notice, Class::Reminder, Class::Bulk] {
            assert_eq!(Class::from_word(class.as_str()), Some(class));
        }
        assert_eq!(Class::from_word("other"), None);
    }
}
