//! What somebody says to being called, and who gets a seat. Pure.
//! Not here: holding the meeting's row while it is decided, which makes of two who come for the last seat one.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Meeting, MeetingKind, PartTaken, Programme};

/// How somebody stands to a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reply {
    /// They have not answered.
    Silent,
    /// They come.
    Coming,
    /// They do not.
    Declined,
    /// They do not know yet.
    Unsure,
    /// They would come and wait for a seat.
    Waiting,
    /// A freed seat is held for them.
    Offered,
}

impl Reply {
    /// Every one, in the order in which they are counted.
    pub const ALL: [Self; 6] =
        [Self::Coming, Self::Offered, Self::Waiting, Self::Unsure, Self::Declined, Self::Silent];

    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Silent => "silent",
            Self::Coming => "coming",
            Self::Declined => "declined",
            Self::Unsure => "unsure",
            Self::Waiting => "waiting",
            Self::Offered => "offered",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reply| reply.as_str() == word)
    }

    /// Whether a seat is taken by it.
    #[must_use]
    pub fn holds_a_seat(self) -> bool {
        matches!(self, Self::Coming | Self::Offered)
    }
}

/// What a button under a notice says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// «Буду».
    Coming,
    /// «Не смогу».
    Declined,
    /// «Пока не знаю».
    Unsure,
}

impl Said {
    /// Every one, in the order of the buttons.
    pub const ALL: [Self; 3] = [Self::Coming, Self::Declined, Self::Unsure];

    /// The word on buttons.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Coming => "coming",
            Self::Declined => "declined",
            Self::Unsure => "unsure",
        }
    }

    /// Reads the word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|said| said.as_str() == word)
    }
}

/// The seats of a meeting at this moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seats {
    /// How many there are; nothing where everybody finds one.
    pub capacity: Option<i64>,
    /// How many are taken or held for somebody.
    pub held: i64,
    /// How many people wait for one.
    pub waiting: i64,
}

impl Seats {
    /// How many could be given away.
    #[must_use]
    pub fn free(self) -> i64 {
        self.capacity.map_or(i64::MAX, |capacity| (capacity - self.held).max(0))
    }
}

/// How somebody stands who stood so and says this. Whoever has a seat keeps it, whoever waits stays where they are in the
/// line, and a seat that is free goes to nobody past those who wait.
#[must_use]
pub fn settle(present: Reply, said: Said, seats: Seats) -> Reply {
    match (said, present) {
        (Said::Declined, _) => Reply::Declined,
        (Said::Unsure, _) => Reply::Unsure,
        (Said::Coming, Reply::Coming | Reply::Offered) => Reply::Coming,
        (Said::Coming, Reply::Waiting) => Reply::Waiting,
        (Said::Coming, _) if seats.free() > 0 && (seats.capacity.is_none() || seats.waiting == 0) => {
            Reply::Coming
        }
        (Said::Coming, _) => Reply::Waiting,
    }
}

/// Somebody who was called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Invited {
    /// Who.
    pub person: Uuid,
    /// How they stand to it.
    pub reply: Reply,
    /// The version of the meeting that they answered to.
    pub replied_to: i64,
    /// Their place in the line of answers; lower came first.
    pub place: i64,
    /// Until when a seat is held for them.
    pub offered_until: Option<DateTime<Utc>>,
    /// The version whose letters are written; nothing was said while it is below 0.
    pub told: i64,
    /// The version of the calendar file that they took.
    pub file: Option<i64>,
    /// When they were seen there.
    pub attended_at: Option<DateTime<Utc>>,
    /// When they were given a certificate.
    pub certified_at: Option<DateTime<Utc>>,
}

/// Somebody in a list of people called to a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Who.
    pub person: Uuid,
    /// Фамилия Имя Отчество; empty if nobody knows.
    pub name: String,
    /// The name of their school, as on a button.
    pub school: String,
    /// How they stand to it.
    pub reply: Reply,
    /// Why they do not come, if they said.
    pub reason: String,
    /// When they were seen there.
    pub attended_at: Option<DateTime<Utc>>,
    /// As what they took part, where somebody marked it.
    pub part: Option<PartTaken>,
    /// The id of what they won.
    pub award: Option<String>,
    /// When they were given a certificate.
    pub certified_at: Option<DateTime<Utc>>,
}

impl Participant {
    /// As what they took part: what was marked, else what follows from the agenda.
    #[must_use]
    pub fn part_taken(&self, meeting: &Meeting, kind: &MeetingKind) -> PartTaken {
        let is_organiser = meeting.organiser == Some(self.person);
        self.part.unwrap_or_else(|| PartTaken::usual(&meeting.programme, kind, (&self.name, is_organiser)))
    }
}

/// A meeting at which somebody was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attended {
    /// Our id of the meeting.
    pub meeting: Uuid,
    /// What was told of it.
    pub programme: Programme,
    /// Whether they called it.
    pub is_organiser: bool,
    /// The id of the stage of a contest.
    pub stage: Option<String>,
    /// As what they took part, where somebody marked it.
    pub part: Option<PartTaken>,
    /// The id of what they won.
    pub award: Option<String>,
    /// Whether they were given a certificate.
    pub is_certified: bool,
}

impl Attended {
    /// As what somebody of this name took part.
    #[must_use]
    pub fn part_taken(&self, name: &str, kind: &MeetingKind) -> PartTaken {
        self.part.unwrap_or_else(|| PartTaken::usual(&self.programme, kind, (name, self.is_organiser)))
    }
}
