//! Whose data goes when and why, and which rows are somebody's. Pure: it is given the schema, the periods and `now`.
//! Not here: reading either, and deleting anything.

mod holding;
mod periods;

pub use holding::{Column, Declared, Holding, Reference, Schema, Way, find_holdings};
pub use periods::{Due, Periods, Presence};

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Why somebody's data was destroyed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The person took the consent back.
    Withdrawn,
    /// Nobody came for a person of an imported list.
    Unclaimed,
    /// The acquaintance was never finished.
    Unfinished,
    /// The person shut the bot out long ago.
    Blocked,
    /// Nothing was heard of the person for long.
    Silent,
    /// A backup brought back somebody who had been erased.
    Restored,
}

impl Reason {
    const ALL: [Self; 6] =
        [Self::Withdrawn, Self::Unclaimed, Self::Unfinished, Self::Blocked, Self::Silent, Self::Restored];

    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Withdrawn => "withdrawn",
            Self::Unclaimed => "unclaimed",
            Self::Unfinished => "unfinished",
            Self::Blocked => "blocked",
            Self::Silent => "silent",
            Self::Restored => "restored",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == word)
    }
}

/// What is written down of a destruction: nothing that leads to the person.
#[derive(Debug, Clone)]
pub struct Erasure {
    /// Our id of the act.
    pub id: Uuid,
    /// Our former id of the person.
    pub person_id: Uuid,
    /// In which municipality they mainly worked, if anywhere.
    pub municipality: Option<Uuid>,
    /// Why.
    pub reason: Reason,
    /// The tables that held something.
    pub categories: Vec<String>,
    /// When.
    pub erased_at: DateTime<Utc>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_read_back_as_it_was_written() {
        assert!(Reason::ALL.iter().all(|reason| Reason::from_word(reason.as_str()) == Some(*reason)));
    }
}
