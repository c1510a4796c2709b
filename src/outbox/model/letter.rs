//! What is owed to one person: what it is about, when it is wished for, and until when it is of use.
//! Not here: the moment it is sent at; that is the rhythm's affair.

use chrono::{DateTime, Utc};
use serde_json::Value;
use uuid::Uuid;

use super::{Timing, Wish};

/// How pressing a letter is, and how it is treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Something happened that concerns this person: a request was answered, a meeting was moved.
    Notice,
    /// Something is coming that this person knows of.
    Reminder,
    /// The same to many.
    Bulk,
}

/// What happens to a letter whose worker died after it may have been sent and before that was written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterCrash {
    /// It is sent again: twice is better than never.
    Again,
    /// It is left alone and counts as unsure: once too few is better than a nagging bot.
    LeaveAlone,
}

impl Class {
    /// Every class, the most pressing first.
    pub const ALL: [Self; 3] = [Self::Notice, Self::Reminder, Self::Bulk];

    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Reminder => "reminder",
            Self::Bulk => "bulk",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.as_str() == word)
    }

    /// The place in the queue, low numbers first.
    #[must_use]
    pub fn lane(self) -> i64 {
        match self {
            Self::Notice => 1,
            Self::Reminder => 2,
            Self::Bulk => 3,
        }
    }

    /// A messenger takes no key by which it would know a call that it has seen. So what a crash leaves unknown has to
    /// be decided for each class: a notice or an announcement must not be missed, and a reminder has others beside it.
    /// A call that merely failed without an answer, while its worker lives, is tried again in every class.
    #[must_use]
    pub fn after_crash(self) -> AfterCrash {
        match self {
            Self::Notice | Self::Bulk => AfterCrash::Again,
            Self::Reminder => AfterCrash::LeaveAlone,
        }
    }
}

/// What a letter does to the conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Says something new.
    Post,
    /// Puts new words in the place of an earlier letter's.
    Replacement,
    /// Takes an earlier letter back.
    Withdrawal,
}

impl Form {
    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Post => "post",
            Self::Replacement => "replacement",
            Self::Withdrawal => "withdrawal",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Post, Self::Replacement, Self::Withdrawal].into_iter().find(|form| form.as_str() == word)
    }
}

/// A letter to be written in the transaction of its cause.
#[derive(Debug, Clone, PartialEq)]
pub struct NewLetter {
    /// To whom.
    pub person_id: Uuid,
    /// Who renders it.
    pub capability: &'static str,
    /// What to render; the capability's own words to itself, without anything personal in them but ids.
    pub matter: Value,
    /// How pressing it is.
    pub class: Class,
    /// It was asked for or cannot wait: it counts against no budget, and Sundays and holidays are no obstacle.
    pub is_urgent: bool,
    /// When it should be said.
    pub wish: Wish,
    /// The instant it is about, such as the beginning of a meeting.
    pub event_at: Option<DateTime<Utc>>,
    /// After this instant it is better not said.
    pub useless_after: DateTime<Utc>,
    /// Once per rule, thing and person: a letter with the same key is the same letter.
    pub dedup_key: String,
    /// What it stands and falls with, such as `diagnostics/attempt/ID`.
    pub cause: String,
}

impl NewLetter {
    /// Whether it is due without a moment of its own: it is wished for now, and whoever brings it asks the person's
    /// rhythm again. The moment of a reminder depends on what it reminds of.
    #[must_use]
    pub fn is_due_at_once(&self, now: DateTime<Utc>) -> bool {
        self.class != Class::Reminder && matches!(self.wish, Wish::Instant(at) if at <= now)
    }
}

/// A letter as its renderer sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Letter {
    /// Our id.
    pub id: Uuid,
    /// To whom.
    pub person_id: Uuid,
    /// Who renders it.
    pub capability: String,
    /// What to render.
    pub matter: Value,
    /// What it does to the conversation.
    pub form: Form,
    /// The letter that it replaces or takes back.
    pub of_letter: Option<Uuid>,
    /// How pressing it is.
    pub class: Class,
    /// It counts against no budget.
    pub is_urgent: bool,
    /// The instant it is about.
    pub event_at: Option<DateTime<Utc>>,
    /// When it is due.
    pub due_at: DateTime<Utc>,
    /// After this instant it is better not said.
    pub useless_after: DateTime<Utc>,
    /// It waits to be gathered into a digest.
    pub is_over_budget: bool,
    /// How often sending it has failed.
    pub tries: u32,
}

impl Letter {
    /// What the rhythm asks about a letter, were it to be said at `wished_at`.
    #[must_use]
    pub fn timing(&self, wished_at: DateTime<Utc>) -> Timing {
        Timing {
            wished_at,
            event_at: self.event_at,
            useless_after: self.useless_after,
            class: self.class,
            is_urgent: self.is_urgent,
        }
    }
}
