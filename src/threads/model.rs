//! A thread, its messages, and which thread stray words are for.
//! Not here: what a thread is about; its owner knows.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A thread to be opened.
#[derive(Debug, Clone, Copy)]
pub struct NewThread {
    /// The capability that opens it.
    pub owner: &'static str,
    /// What it is about; one thread for each cause of an owner.
    pub cause: Uuid,
    /// Whose affair it is; the thread goes when they leave the house.
    pub of_person: Uuid,
}

/// A relayed conversation.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Thread {
    /// Our id.
    pub id: Uuid,
    /// The capability that opened it.
    pub owner: String,
    /// What it is about.
    pub cause: Uuid,
    /// When it was closed; nobody writes in it from then on.
    pub closed_at: Option<DateTime<Utc>>,
}

/// Something to be said in a thread.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewMessage {
    /// The words in the markup of screens; may be empty where a file comes alone.
    pub words: String,
    /// Files, by our ids.
    pub files: Vec<Uuid>,
    /// The messenger's message it was, so that it counts once and can be edited: contact, chat and message.
    pub source: Option<String>,
}

/// What was said in a thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadMessage {
    /// Our id.
    pub id: Uuid,
    /// Its place in the thread, from 1.
    pub number: i64,
    /// Who said it; nobody once they have left.
    pub author_id: Option<Uuid>,
    /// The words in the markup of screens.
    pub words: String,
    /// Files, by our ids.
    pub files: Vec<Uuid>,
    /// When it was said.
    pub said_at: DateTime<Utc>,
    /// When it was last edited.
    pub edited_at: Option<DateTime<Utc>>,
}

/// Which thread words are for that nobody asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meant {
    /// None is open.
    Nobody,
    /// There is only this one.
    This(Uuid),
    /// There are several: the person is asked.
    Asked,
}

/// Stray words go to the only open thread; of several the person names one.
#[must_use]
pub fn meant(open: &[Uuid]) -> Meant {
    match open {
        [] => Meant::Nobody,
        [only] => Meant::This(*only),
        _ => Meant::Asked,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_open_thread_needs_no_question() {
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        assert_eq!(meant(&[]), Meant::Nobody);
        assert_eq!(meant(&[one]), Meant::This(one));
        assert_eq!(meant(&[one, other]), Meant::Asked);
    }
}
