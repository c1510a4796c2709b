//! Nouns and rules of the pool: who stands in it, what is known of them, what they still lack, an edition of the list.
//! Not here: storage, screens, the clock.

mod catalogue;
mod checks;
mod reading;
mod step;

#[cfg(test)]
mod tests;

pub use catalogue::{PoolCatalogue, Topic};
pub use checks::{Check, Exception, Facts, Verdict, judge, list_missing};
pub use reading::{Order, ReadingFault, read_order, read_span};
pub use step::{Step, read_words};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Most open requests that somebody can say they take at once.
pub const MOST_CAPACITY: u8 = 20;

/// On which basis somebody works for the municipal service (guidelines of Leningrad oblast, 2024, section 3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// В штате.
    Staff,
    /// По совместительству.
    PartTime,
    /// По договору гражданско-правового характера.
    Contract,
}

impl Basis {
    /// Every basis, in the order of the buttons.
    pub const ALL: [Self; 3] = [Self::Staff, Self::PartTime, Self::Contract];

    /// The word on a button and in a text.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Staff => "staff",
            Self::PartTime => "part",
            Self::Contract => "contract",
        }
    }

    /// Reads the word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.as_str() == word)
    }
}

/// What is written down about a candidate or a member: the fields of the ministry's letter АЗ-1061/08, and what section
/// 3.1 of the guidelines of Leningrad oblast adds. Everything may be missing. Name, birth date, workplace and post stand
/// elsewhere and are not copied.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Record {
    /// Уровень образования.
    pub education: Option<String>,
    /// Специальность.
    pub speciality: Option<String>,
    /// Курсы и переподготовка.
    pub courses: Option<String>,
    /// Опыт методической работы.
    pub experience: Option<String>,
    /// On which basis they work.
    pub basis: Option<Basis>,
    /// The order by which they were taken.
    pub order: Option<Order>,
    /// First and last day of their term.
    pub term: Option<(NaiveDate, NaiveDate)>,
    /// Ids of directions of work.
    pub directions: Vec<String>,
    /// Ids of subjects in which they consult.
    pub subjects: Vec<String>,
    /// Ids of what they bring with them.
    pub backgrounds: Vec<String>,
    /// Open requests at once.
    pub capacity: Option<u8>,
    /// First and last day on which they are away.
    pub absence: Option<(NaiveDate, NaiveDate)>,
    /// Checks that the coordinator has seen papers for.
    pub confirmed: Vec<Check>,
    /// Why they were admitted all the same.
    pub exception: Option<Exception>,
}

/// A candidate for the pool, or a member of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Our id.
    pub id: Uuid,
    /// Whose pool it is.
    pub municipality_id: Uuid,
    /// Who it is.
    pub person_id: Uuid,
    /// Whether they were admitted; until then they are a candidate.
    pub is_admitted: bool,
    /// What is known.
    pub record: Record,
}

/// A member as other capabilities may know them: whom to ask about what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consultant {
    /// Who it is.
    pub person_id: Uuid,
    /// Ids of directions of work.
    pub directions: Vec<String>,
    /// Ids of subjects in which they consult.
    pub subjects: Vec<String>,
    /// Open requests at once; unknown if they never said.
    pub capacity: Option<u8>,
    /// First and last day on which they are away.
    pub absence: Option<(NaiveDate, NaiveDate)>,
}

impl Consultant {
    /// Whether they are away on this day.
    #[must_use]
    pub fn is_absent(&self, today: NaiveDate) -> bool {
        self.absence.is_some_and(|(from, until)| (from..=until).contains(&today))
    }
}

impl From<Member> for Consultant {
    fn from(member: Member) -> Self {
        let Record { directions, subjects, capacity, absence, .. } = member.record;
        Self { person_id: member.person_id, directions, subjects, capacity, absence }
    }
}

/// How many there are, beside how many there should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PoolSize {
    /// Members.
    pub members: i64,
    /// Candidates.
    pub candidates: i64,
    /// People whose main place of work lies in the municipality.
    pub teachers: i64,
    /// Teachers for one methodologist, at least and at most (letter АЗ-1061/08: 200–250).
    pub norm: (i64, i64),
}

impl PoolSize {
    /// How many methodologists the norm asks for, at least and at most; never less than one.
    #[must_use]
    pub fn wanted(&self) -> (i64, i64) {
        let needed = |each: i64| (self.teachers.max(1) - 1) / each.max(1) + 1;
        (needed(self.norm.1), needed(self.norm.0))
    }
}

/// A line of the list as it is printed; kept so with an edition. Words, since posts and schools change their names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Line {
    /// Фамилия имя отчество.
    pub name: String,
    /// Дата рождения; left out of what is published.
    pub birth_date: Option<NaiveDate>,
    /// Уровень образования.
    pub education: String,
    /// Специальность.
    pub speciality: String,
    /// Курсы и переподготовка.
    pub courses: String,
    /// Основное место работы.
    pub workplace: String,
    /// Должность.
    pub post: String,
    /// Опыт методической работы.
    pub experience: String,
    /// Направления.
    pub directions: String,
    /// Предметы.
    pub subjects: String,
    /// Основание.
    pub basis: String,
    /// Приказ.
    pub order: String,
    /// Срок.
    pub term: String,
}

/// The list of a school year, adopted by an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// Our id.
    pub id: Uuid,
    /// Whose it is.
    pub municipality_id: Uuid,
    /// The calendar year in which the school year began.
    pub school_year: i32,
    /// By which order.
    pub order: Option<Order>,
    /// How many stand in it.
    pub count: i64,
}

/// The calendar year in which the school year of this day began: it turns on 1 August, when the next one is prepared.
#[must_use]
pub fn school_year(day: NaiveDate) -> i32 {
    day.year() - i32::from(day.month() < 8)
}

/// The first and the last day of the school year that began in this calendar year.
#[must_use]
pub fn span_of(year: i32) -> Option<(NaiveDate, NaiveDate)> {
    Some((NaiveDate::from_ymd_opt(year, 9, 1)?, NaiveDate::from_ymd_opt(year + 1, 8, 31)?))
}
