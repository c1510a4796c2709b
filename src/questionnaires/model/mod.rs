//! The nouns and rules of the questionnaires that a municipality makes itself.
//! Not here: anything that asks the clock, the database or the messenger.

mod reading;
mod results;
mod writing;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use reading::{Column, RowFault, SheetMistakes, read_table};
pub use results::{Figure, LEAST_PEOPLE, Outcome, counted, outcomes};
pub use writing::{Wordings, write};

/// Characters of a title and of the sentence about it, as a questionnaire file takes them.
pub const MOST_OF_TITLE: usize = 60;
/// The same of the sentence about it.
pub const MOST_OF_ABOUT: usize = 140;

/// A questionnaire that a municipality makes itself.
#[derive(Debug, Clone, PartialEq)]
pub struct LocalQuestionnaire {
    /// Our id.
    pub id: Uuid,
    /// Whose it is.
    pub municipality: Uuid,
    /// At most `MOST_OF_TITLE` characters.
    pub title: String,
    /// One sentence for the list and before the start; at most `MOST_OF_ABOUT` characters.
    pub about: String,
    /// The questions of the draft, in their order; at least one.
    pub questions: Vec<LocalQuestion>,
    /// What became of it.
    pub state: State,
    /// The version that people take, since it was first published.
    pub version_hash: Option<String>,
    /// Whom it was last thought of to invite, since it was first published.
    pub audience: Option<Uuid>,
    /// When those who had not finished were last reminded.
    pub reminded_at: Option<DateTime<Utc>>,
    /// Since when its letters are held back.
    pub held_at: Option<DateTime<Utc>>,
}

impl LocalQuestionnaire {
    /// The id of the questionnaire among all: the same through all versions.
    #[must_use]
    pub fn key(&self) -> String {
        format!("q-{}", self.id.simple())
    }
}

/// What became of a questionnaire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nobody has seen it yet.
    Draft,
    /// It is on offer.
    Published,
    /// It is off offer; its answers stay.
    Closed,
}

impl State {
    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Closed => "closed",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Draft, Self::Published, Self::Closed].into_iter().find(|state| state.as_str() == word)
    }
}

/// One question as a sheet asks it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LocalQuestion {
    /// What is asked.
    pub text: String,
    /// What it belongs to; questions without stand together.
    pub section: Option<String>,
    /// Whether it may be skipped.
    pub is_optional: bool,
    /// How it is answered.
    pub way: Way,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// One of these.
    One(Vec<String>),
    /// Any of these.
    Several(Vec<String>),
    /// A mark from 1 to 5.
    Scale,
    /// A number.
    Number,
    /// Words.
    Words,
    /// A task: some of these are right.
    Task {
        /// What there is to choose from.
        choices: Vec<String>,
        /// Places of the right ones, from 0.
        right: Vec<usize>,
        /// Why, as the sheet says it.
        explanation: Option<String>,
    },
}

impl Way {
    /// Whether it has a right answer.
    #[must_use]
    pub fn is_task(&self) -> bool {
        matches!(self, Self::Task { .. })
    }
}

/// The letters about a questionnaire that are still to be said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Unsaid {
    /// How many.
    pub count: i64,
    /// When the next is due; nothing if it is not known yet.
    pub due_at: Option<DateTime<Utc>>,
}

/// How far those are who were invited.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// People who were invited.
    pub invited: i64,
    /// Of all: people who began.
    pub begun: i64,
    /// Of all: people who finished.
    pub finished: i64,
    /// Of the invited: people who have not finished.
    pub silent: i64,
}
