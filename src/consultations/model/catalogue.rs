//! What the content file says of consultations: areas, terms, waves, working hours.
//! Not here: the calendar of a municipality.

use std::collections::HashSet;

use serde::Deserialize;
use toml::Spanned;

use super::working_time::Week;
use crate::content::{Content, ContentFile};

/// What a question can be about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsultationArea {
    /// Kept with requests.
    pub id: String,
    /// As a button says it.
    pub title: String,
    /// Directions of the pool of methodologists that it is nearest to.
    pub directions: Vec<String>,
    /// Areas of questionnaires that it answers to.
    pub diagnosed: Vec<String>,
}

/// A reason why a request goes before others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PriorityMark {
    /// The school has low results (ШНОР).
    LowResults,
    /// The school works in difficult social conditions.
    DifficultConditions,
    /// The teacher is in the first years of the career.
    EarlyCareer,
}

impl PriorityMark {
    /// The word in a text.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LowResults => "low_results",
            Self::DifficultConditions => "difficult_conditions",
            Self::EarlyCareer => "early_career",
        }
    }
}

/// What holds for consultations in this installation.
#[derive(Debug, Clone)]
pub struct ConsultationRules {
    /// Areas in the order of their buttons.
    pub areas: Vec<ConsultationArea>,
    /// Working days until the first answer.
    pub first_answer_days: i64,
    /// Working days until closing, without those in which the teacher was waited for.
    pub closing_days: i64,
    /// Days after closing in which a question can be opened again.
    pub reopen_days: i64,
    /// Working minutes before a term at which one is reminded.
    pub remind_minutes: i64,
    /// Working minutes of each wave but the last.
    pub wave_minutes: [i64; 3],
    /// Open requests at once of whoever never said how many.
    pub usual_capacity: u8,
    /// Tenths of an hour that one consultation counts for in the journal while nobody says otherwise.
    pub journal_tenths: i64,
    /// What stands on a card as pressing.
    pub priority: Vec<PriorityMark>,
    /// When work is done.
    pub week: Week,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    first_answer_days: i64,
    closing_days: i64,
    reopen_days: i64,
    remind_hours: i64,
    wave_hours: [i64; 3],
    usual_capacity: u8,
    journal_hours: f64,
    priority: Vec<PriorityMark>,
    hours: Spanned<Hours>,
    area: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
struct Hours {
    mon: Vec<String>,
    tue: Vec<String>,
    wed: Vec<String>,
    thu: Vec<String>,
    fri: Vec<String>,
    sat: Vec<String>,
    sun: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: Spanned<String>,
    title: String,
    #[serde(default)]
    directions: Vec<String>,
    #[serde(default)]
    diagnosed: Vec<String>,
}

impl ConsultationRules {
    /// Reads `consultations.toml`; an error names the file and the line.
    pub fn read(content: &Content) -> anyhow::Result<Self> {
        let file = content.file("consultations.toml")?;
        let entry: File = file.parse()?;
        let mut seen = HashSet::new();
        if let Some(twice) = entry.area.iter().find(|area| !seen.insert(area.id.get_ref())) {
            return Err(file.fault(twice.id.span().start, "this id stands there twice"));
        }
        let week = read_week(&file, entry.hours)?;
        Ok(Self {
            areas: entry.area.into_iter().map(ConsultationArea::from).collect(),
            first_answer_days: entry.first_answer_days,
            closing_days: entry.closing_days,
            reopen_days: entry.reopen_days,
            remind_minutes: entry.remind_hours * 60,
            wave_minutes: entry.wave_hours.map(|hours| hours * 60),
            usual_capacity: entry.usual_capacity,
            journal_tenths: tenths(entry.journal_hours),
            priority: entry.priority,
            week,
        })
    }

    /// The first area that answers to an area of a questionnaire.
    #[must_use]
    pub fn area_of_diagnosed(&self, diagnosed: &str) -> Option<&ConsultationArea> {
        self.areas.iter().find(|area| area.diagnosed.iter().any(|known| known == diagnosed))
    }

    /// The area with this id; an id that the file no longer has stands for itself.
    #[must_use]
    pub fn area_title<'a>(&'a self, id: &'a str) -> &'a str {
        self.areas.iter().find(|area| area.id == id).map_or(id, |area| &area.title)
    }
}

#[expect(clippy::cast_possible_truncation, reason = "hours of a day, rounded")]
fn tenths(hours: f64) -> i64 {
    (hours.clamp(0.0, 24.0) * 10.0).round() as i64
}

fn read_week(file: &ContentFile, hours: Spanned<Hours>) -> anyhow::Result<Week> {
    let at = hours.span().start;
    let Hours { mon, tue, wed, thu, fri, sat, sun } = hours.into_inner();
    Week::read(&[mon, tue, wed, thu, fri, sat, sun]).map_err(|words| {
        file.fault(at, &format!("hours: {words}: say 09:00-13:00, one after the other, at least once a week"))
    })
}

impl From<Entry> for ConsultationArea {
    fn from(entry: Entry) -> Self {
        let Entry { id, title, directions, diagnosed } = entry;
        Self { id: id.into_inner(), title, directions, diagnosed }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_rules_are_two_and_ten_working_days() {
        let rules = ConsultationRules::read(&Content::open(None)).expect("shipped content is valid");
        assert_eq!((rules.first_answer_days, rules.closing_days), (2, 10));
        assert_eq!(rules.areas.len(), 10);
        let fits = |area: &ConsultationArea| area.id.len() <= 32 && area.id.is_ascii();
        assert!(rules.areas.iter().all(fits), "an id fits into a payload");
        let of = |diagnosed| rules.area_of_diagnosed(diagnosed).map(|area| area.id.as_str());
        assert_eq!((of("methods"), of("literacy"), of("nowhere")), (Some("lesson"), Some("literacy"), None));
    }
}
