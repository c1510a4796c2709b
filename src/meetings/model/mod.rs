//! A meeting: what is told of it, how far it has come, and the pure rules about it.
//! Not here: to whom it is; that is an audience's affair.

mod fields;
mod kinds;
mod lesson;
mod marks;
mod minutes;
mod names;
mod online;
mod papers;
mod quarter;
mod reply;
#[cfg(test)]
mod tests;
mod timing;
mod year;

pub use fields::{Form, Level, MOST_MATERIALS, MOST_WISH, Material, Wish, Wished, read_material};
pub use kinds::{MeetingKind, MeetingKinds};
pub use lesson::{LessonQuestion, LessonQuestions, LessonSheet, MOST_ANSWER, SCALE};
pub use marks::{Marks, PartTaken, topics_of};
pub use minutes::{Decision, Hearing, Minutes, MinutesPart, Votes, read_decisions, read_votes};
pub use names::{Likeness, likeness};
pub use online::{OnlineList, names_in_table, names_in_words, read_online};
pub use papers::PaperTemplates;
pub use quarter::{GapCall, Quarter};
pub use reply::{Attended, Invited, Participant, Reply, Said, Seats, settle};
pub use timing::{CivilSpan, hold_until, nudge_at, rungs, school_year, usual_deadline};
pub use year::{
    MOST_PLANNED, Planned, RefusedRow, RowFault, TriedYear, YearLayout, YearReader, find_year_layout,
    notice_moments, plan_key, try_out_year,
};

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::units::Unit;

/// The most characters of a title.
pub const MOST_TITLE: usize = 120;
/// The most characters of a place.
pub const MOST_PLACE: usize = 200;
/// The most items of an agenda.
pub const MOST_ITEMS: usize = 15;
/// The most characters of an item.
pub const MOST_ITEM: usize = 200;
/// The most seats that can be counted.
pub const MOST_SEATS: i64 = 30_000;
/// So long before the beginning, and so long after the end, people can say that they are there.
pub const DOOR: TimeDelta = TimeDelta::minutes(30);
/// So many wrong codes can be typed.
pub const MOST_TRIES: i64 = 5;

/// Where a meeting is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeetingState {
    /// It is being put together.
    Draft,
    /// People are called.
    Open,
    /// It was called off.
    Cancelled,
}

impl MeetingState {
    const ALL: [Self; 3] = [Self::Draft, Self::Open, Self::Cancelled];

    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "open",
            Self::Cancelled => "cancelled",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}

/// A point of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaItem {
    /// What it is about.
    pub topic: String,
    /// Who speaks; may be empty.
    pub speaker: String,
}

/// What is told of a meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Programme {
    /// The id of its kind.
    pub kind: String,
    /// Its number within the school year, where its kind has numbers.
    pub number: Option<i64>,
    /// What it is called.
    pub title: String,
    /// When it is, on the clock of its place.
    pub when: Option<CivilSpan>,
    /// Where; may be empty.
    pub place: String,
    /// The address at which it is held.
    pub link: Option<String>,
    /// What it is about, point by point.
    pub agenda: Vec<AgendaItem>,
    /// For whom it is.
    #[serde(default)]
    pub level: Level,
    /// How people take part, where that was said.
    #[serde(default)]
    pub form: Option<Form>,
    /// Whether speakers are sought.
    #[serde(default)]
    pub seeks_speakers: bool,
    /// The id of the subject whose teachers it is for, where it is for those of one.
    #[serde(default)]
    pub subject: Option<String>,
}

/// A meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Our id.
    pub id: Uuid,
    /// Who calls: an association, a municipality, the region.
    pub unit: Unit,
    /// What that is called.
    pub host: String,
    /// Who called it, while we know them.
    pub organiser: Option<Uuid>,
    /// Who is called.
    pub audience: Uuid,
    /// What is told of it.
    pub programme: Programme,
    /// What was told of it before it was moved.
    pub was: Option<Programme>,
    /// The zone by which its instants were worked out.
    pub zone: String,
    /// When it begins.
    pub starts_at: Option<DateTime<Utc>>,
    /// When it ends.
    pub ends_at: Option<DateTime<Utc>>,
    /// Until when people can answer.
    pub answer_by: Option<DateTime<Utc>>,
    /// How many find a seat.
    pub capacity: Option<i64>,
    /// Whether others of its unit may come too.
    pub is_open: bool,
    /// How far it is.
    pub state: MeetingState,
    /// Rises with each change that people are told of: the sequence of the calendar file.
    pub version: i64,
    /// Rises with each look under its lock: the place in the line of whoever answers then.
    pub turn: i64,
    /// When its people were written down.
    pub taken_at: Option<DateTime<Utc>>,
    /// The word by which people say that they are there.
    pub code: Option<String>,
    /// When people are called to it, where that is later.
    pub notice_at: Option<DateTime<Utc>>,
}

impl Meeting {
    /// What its letters stand and fall with.
    #[must_use]
    pub fn cause(&self) -> String {
        cause_of(self.id)
    }

    /// Whether people can still say whether they come.
    #[must_use]
    pub fn takes_answers(&self, now: DateTime<Utc>) -> bool {
        self.state == MeetingState::Open && self.answer_by.is_some_and(|until| now < until)
    }

    /// Whether it has not begun.
    #[must_use]
    pub fn is_ahead(&self, now: DateTime<Utc>) -> bool {
        self.state == MeetingState::Open && self.starts_at.is_some_and(|at| now < at)
    }

    /// Whether it is over.
    #[must_use]
    pub fn is_over(&self, now: DateTime<Utc>) -> bool {
        self.ends_at.is_some_and(|at| at <= now)
    }

    /// Whether people can say now that they are there.
    #[must_use]
    pub fn door_is_open(&self, now: DateTime<Utc>) -> bool {
        let within = self
            .starts_at
            .zip(self.ends_at)
            .is_some_and(|(from, to)| (from - DOOR..to + DOOR).contains(&now));
        self.state == MeetingState::Open && within
    }

    /// Works out its instants anew from what was said and the zone of its place, and until when people can answer.
    pub fn set_instants(&mut self, zone: Tz, minutes: i64, now: DateTime<Utc>) {
        let when = self.programme.when;
        self.starts_at = when.map(|when| when.starts_at(zone));
        self.ends_at = when.map(|when| when.ends_at(zone, minutes));
        self.answer_by = self.starts_at.map(|at| usual_deadline(at, now));
    }

    /// Whether the time was said and lies ahead.
    #[must_use]
    pub fn is_timely(&self, now: DateTime<Utc>) -> bool {
        self.starts_at.is_some_and(|at| at > now)
    }
}

/// What the letters of a meeting stand and fall with.
#[must_use]
pub fn cause_of(id: Uuid) -> String {
    format!("meetings/{id}")
}

/// Reads an agenda, a point in each line: «Итоги ВПР — Иванова А. П.». What stands before a line as its number is left out.
#[must_use]
pub fn read_agenda(words: &str) -> Vec<AgendaItem> {
    let lines = words.lines().map(|line| {
        let line = line.trim();
        let bare = line.trim_start_matches(|each: char| each.is_ascii_digit());
        let is_numbered = bare.len() < line.len() && bare.starts_with(['.', ')']);
        let line = if is_numbered { bare[1..].trim_start() } else { line };
        line.trim_start_matches(['-', '•', '—']).trim()
    });
    let item = |line: &str| {
        let (topic, speaker) =
            line.rsplit_once(" — ").or_else(|| line.rsplit_once(" - ")).unwrap_or((line, ""));
        AgendaItem { topic: topic.trim().to_owned(), speaker: speaker.trim().to_owned() }
    };
    lines.filter(|line| !line.is_empty()).map(item).collect()
}

/// Reads where a meeting is: a place, an address on the network, or both in one line.
#[must_use]
pub fn read_place(words: &str) -> (String, Option<String>) {
    let is_link = |word: &&str| word.starts_with("https://") || word.starts_with("http://");
    let mut link = words.split_whitespace().filter(is_link);
    let place: Vec<&str> = words.split_whitespace().filter(|word| !is_link(word)).collect();
    (place.join(" "), link.next().map(str::to_owned))
}
