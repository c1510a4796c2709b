//! An announcement: what is said, by whom, how far it has come, and the pure rules about it.
//! Not here: to whom; that is an audience's affair.

mod report;
mod tally;
#[cfg(test)]
mod tests;
mod times;

pub use report::{Answer, Recipient};
pub use tally::{Became, FIRST, Tally, is_troubled, tally};
pub use times::{Repeat, moment_in_line, next_start, read_moment};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::units::Unit;

/// The most characters of an announcement: what a message of the narrower messenger holds, with room for what we add.
pub const MOST_CHARACTERS: usize = 3_800;
/// The most files of one announcement.
pub const MOST_FILES: usize = 10;
/// The most buttons of one announcement.
pub const MOST_BUTTONS: usize = 8;
/// The most characters on a button.
pub const MOST_LABEL: usize = 60;

/// What an announcement is about; people say which they want.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Category {
    /// It is sent to everybody.
    Service,
    /// Methodical news.
    News,
    /// Contests.
    Contests,
    /// Courses.
    Courses,
}

impl Category {
    /// Every category, in the order of their buttons.
    pub const ALL: [Self; 4] = [Self::Service, Self::News, Self::Contests, Self::Courses];

    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::News => "news",
            Self::Contests => "contests",
            Self::Courses => "courses",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.as_str() == word)
    }
}

/// Where an announcement is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It is being written.
    Draft,
    /// It waits for its moment.
    Scheduled,
    /// It goes out.
    Running,
    /// It was held up.
    Paused,
    /// Everybody was told who could be.
    Done,
    /// It was broken off.
    Stopped,
    /// It was taken back.
    Recalled,
}

impl State {
    const ALL: [Self; 7] = [
        Self::Draft,
        Self::Scheduled,
        Self::Running,
        Self::Paused,
        Self::Done,
        Self::Stopped,
        Self::Recalled,
    ];

    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Scheduled => "scheduled",
            Self::Running => "running",
            Self::Paused => "paused",
            Self::Done => "done",
            Self::Stopped => "stopped",
            Self::Recalled => "recalled",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}

/// Why an announcement waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pause {
    /// Somebody wished it.
    Wished,
    /// Too many of the first letters were refused.
    Failures,
    /// Whoever had it sent may not any more.
    Role,
}

impl Pause {
    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Wished => "wished",
            Self::Failures => "failures",
            Self::Role => "role",
        }
    }
}

/// A button under an announcement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Extra {
    /// «Ознакомлен(а)».
    Acknowledge,
    /// Opens an address.
    Link {
        /// What stands on it.
        label: String,
        /// The address.
        address: String,
    },
    /// One of several answers.
    Choice(String),
    /// Opens a screen of the bot, by the command that does.
    Open(String),
}

/// An announcement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broadcast {
    /// Our id.
    pub id: Uuid,
    /// The municipality; nothing for the whole region.
    pub municipality: Option<Uuid>,
    /// Who wrote it, while we know them.
    pub author: Option<Uuid>,
    /// Who had it sent.
    pub sender: Option<Uuid>,
    /// To whom.
    pub audience: Uuid,
    /// What it is about.
    pub category: Category,
    /// The words, as our markup.
    pub words: String,
    /// Words of a correction that was not confirmed yet.
    pub new_words: Option<String>,
    /// Ids of its files.
    pub files: Vec<Uuid>,
    /// Its buttons.
    pub buttons: Vec<Extra>,
    /// How far it is.
    pub state: State,
    /// The word of why it waits.
    pub pause: Option<String>,
    /// Only rough numbers may be said of its people, and no names.
    pub is_rough: bool,
    /// When it begins.
    pub starts_at: Option<DateTime<Utc>>,
    /// When it comes again.
    pub repeats: Option<Repeat>,
    /// Its first letters went well.
    pub is_proven: bool,
    /// Rises with each correction.
    pub version: i64,
    /// Deliveries lag behind a correction.
    pub is_correcting: bool,
    /// How often the silent were reminded.
    pub reminders: i64,
    /// The last reminder is still being written.
    pub is_reminding: bool,
    /// People who wanted nothing of this category.
    pub muted: i64,
    /// When its people were written down.
    pub taken_at: Option<DateTime<Utc>>,
    /// When it came to its end.
    pub ended_at: Option<DateTime<Utc>>,
}

impl Broadcast {
    /// Where whoever deals with it needs the right to.
    #[must_use]
    pub fn unit(&self) -> Unit {
        Unit::of(self.municipality, None, None)
    }

    /// Whether people can say that they have read it.
    #[must_use]
    pub fn asks_to_acknowledge(&self) -> bool {
        self.buttons.contains(&Extra::Acknowledge)
    }

    /// Whether it was confirmed and has not begun.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        [State::Scheduled, State::Paused].contains(&self.state) && self.taken_at.is_none()
    }

    /// What its letters stand and fall with.
    #[must_use]
    pub fn cause(&self) -> String {
        cause_of(self.id)
    }

    /// What the reminders of it stand and fall with.
    #[must_use]
    pub fn reminder_cause(&self) -> String {
        format!("{}/reminders", cause_of(self.id))
    }

    /// Whether there is anything to say.
    #[must_use]
    pub fn says_something(&self) -> bool {
        !self.words.trim().is_empty() || !self.files.is_empty()
    }
}

/// What the letters of an announcement stand and fall with.
#[must_use]
pub fn cause_of(id: Uuid) -> String {
    format!("broadcasts/{id}")
}

/// The key of the letter to one person; another round is another letter.
#[must_use]
pub fn key_of(id: Uuid, person: Uuid, round: i64) -> String {
    match round {
        0 => format!("broadcasts/{id}/{person}"),
        round => format!("broadcasts/{id}/{person}/{round}"),
    }
}

/// What one person did with an announcement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Delivery {
    /// To whom.
    pub person_id: Uuid,
    /// Whether its letter was written.
    pub is_written: bool,
    /// How often it was begun anew.
    pub round: i64,
    /// The correction that its letter has.
    pub version: i64,
    /// When they said that they had read it.
    pub acknowledged_at: Option<DateTime<Utc>>,
    /// Which answer they chose.
    pub choice: Option<i64>,
}

/// Reads a line such as «Положение `https://example.ru/a.pdf`» as a link with its label.
#[must_use]
pub fn read_link(words: &str) -> Option<Extra> {
    let at = words.find("https://").or_else(|| words.find("http://"))?;
    let (label, address) = words.split_at(at);
    let (label, address) = (label.trim(), address.trim());
    let has_host = address.split_once("://").is_some_and(|(_, rest)| {
        rest.split(['/', '?', '#']).next().is_some_and(|host| host.contains('.') && !host.starts_with('.'))
    });
    let is_fit = has_host && !address.contains(char::is_whitespace) && address.len() <= 1_000;
    let label = if label.is_empty() { address } else { label };
    let label: String = label.chars().take(MOST_LABEL).collect();
    is_fit.then(|| Extra::Link { label, address: address.to_owned() })
}
