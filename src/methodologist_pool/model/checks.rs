//! The seven checks of a candidate (guidelines of Leningrad oblast, 2024, sections 1.1 and 3.1), and what is known about
//! each.
//! Not here: admitting somebody.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::Record;

/// Years of pedagogical work that are asked for (guidelines of Leningrad oblast, 2024, section 3.1).
const YEARS_ASKED_FOR: i64 = 5;

/// Something that a member of the pool should have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Check {
    /// Works at a school or in additional education, or as a methodist.
    Workplace,
    /// Higher pedagogical education.
    Education,
    /// Five years of pedagogical work.
    Years,
    /// The highest category.
    Category,
    /// A contribution to the municipal system.
    Contribution,
    /// A diagnosis of competences passed.
    Diagnosis,
    /// A course in methodical support passed.
    Course,
}

/// Why somebody was admitted although checks were missing. Who decided so stands in the audit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exception {
    /// What was missing then.
    pub checks: Vec<Check>,
    /// The coordinator's own words.
    pub reason: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// What the house knows by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// Whether the main place of work is of the kind asked for; unknown without a place.
    pub works_there: Option<bool>,
    /// The year in which the career began.
    pub career_began_year: Option<i64>,
    /// The day on the municipality's calendar.
    pub today: NaiveDate,
}

/// What is known about a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is met.
    Met,
    /// It is not, and the coordinator has said why that may be.
    Excepted,
    /// It is not.
    Missing,
    /// Nobody has said anything about it.
    Unknown,
}

impl Check {
    /// All seven, in the order of the source.
    pub const ALL: [Self; 7] = [
        Self::Workplace,
        Self::Education,
        Self::Years,
        Self::Category,
        Self::Contribution,
        Self::Diagnosis,
        Self::Course,
    ];

    /// The word on a button and in a text.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Workplace => "workplace",
            Self::Education => "education",
            Self::Years => "years",
            Self::Category => "category",
            Self::Contribution => "contribution",
            Self::Diagnosis => "diagnosis",
            Self::Course => "course",
        }
    }

    /// Reads the word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|check| check.as_str() == word)
    }

    /// What the house knows about it by itself.
    #[must_use]
    pub fn known(self, record: &Record, facts: &Facts) -> Option<bool> {
        match self {
            Self::Workplace => facts.works_there,
            Self::Years => facts.career_began_year.map(|began| {
                let school_year = i64::from(facts.today.year()) - i64::from(facts.today.month() < 9);
                school_year - began >= YEARS_ASKED_FOR
            }),
            Self::Contribution => (!record.backgrounds.is_empty()).then_some(true),
            Self::Education | Self::Category | Self::Diagnosis | Self::Course => None,
        }
    }
}

/// What is known about a check of somebody.
#[must_use]
pub fn judge(check: Check, record: &Record, facts: &Facts) -> Verdict {
    let known = check.known(record, facts);
    if known == Some(true) || record.confirmed.contains(&check) {
        return Verdict::Met;
    }
    if record.exception.as_ref().is_some_and(|exception| exception.checks.contains(&check)) {
        return Verdict::Excepted;
    }
    if known == Some(false) { Verdict::Missing } else { Verdict::Unknown }
}

/// The checks that stand in the way of admitting somebody.
#[must_use]
pub fn list_missing(record: &Record, facts: &Facts) -> Vec<Check> {
    let open = |check: &Check| matches!(judge(*check, record, facts), Verdict::Missing | Verdict::Unknown);
    Check::ALL.into_iter().filter(open).collect()
}
