//! A step of a route: what it is, by when, what shows that it is done; one of one's own as it is typed.
//! Not here: what is done with it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{KnownStep, RouteFault, StepKind, StepState};

/// Most characters of a remark, and of the words that show what was done.
const LONGEST: usize = 600;
/// Most characters of a title: it stands in lists and on buttons.
const LONGEST_TITLE: usize = 120;
/// Usual length of a step of one's own.
const OWN_DAYS: i64 = 14;

/// An area to work on, as the diagnosis found it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RouteDeficit {
    /// Id of the area.
    pub area: String,
    /// Its name.
    pub title: String,
    /// Whether the route is about it.
    pub is_chosen: bool,
}

/// What shows that a step was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// Words or a link.
    Words(String),
    /// A photo or a file that is kept.
    File(Uuid),
}

/// A step of a route.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RouteStep {
    /// Our id.
    pub id: Uuid,
    /// Its id in the catalogue; one's own steps have none.
    pub known: Option<String>,
    /// The area that it is about; empty for one's own steps.
    pub area: String,
    /// Which of the three.
    pub kind: StepKind,
    /// The form of learning.
    pub form: String,
    /// What is done.
    pub title: String,
    /// What it should come to.
    pub result: String,
    /// Where.
    pub place: String,
    /// How many hours, if anybody said.
    pub hours: Option<i64>,
    /// How many days it usually takes.
    pub days: i64,
    /// By when.
    pub due_on: NaiveDate,
    /// The day was chosen, so spreading leaves it alone.
    pub is_moved: bool,
    /// Where it stands.
    pub state: StepState,
    /// What was said to show that it was done.
    pub words: Option<String>,
    /// The file that shows it.
    pub attachment_id: Option<Uuid>,
    /// Why what showed it was returned.
    pub remark: Option<String>,
    /// When it was done.
    pub done_on: Option<NaiveDate>,
}

impl RouteStep {
    /// A step of the catalogue for an area, due whenever spreading says.
    pub(super) fn of_known(area: &str, known: &KnownStep) -> Self {
        Self {
            known: Some(known.id.clone()),
            area: area.to_owned(),
            kind: known.kind,
            form: known.form.clone(),
            result: known.result.clone(),
            place: known.place.clone(),
            hours: Some(known.hours),
            days: known.days,
            ..own_step(known.title.clone())
        }
    }
}

/// A step of one's own that is due whenever spreading says.
pub(super) fn own_step(title: String) -> RouteStep {
    RouteStep {
        id: Uuid::now_v7(),
        known: None,
        area: String::new(),
        kind: StepKind::Informal,
        form: String::new(),
        title,
        result: String::new(),
        place: String::new(),
        hours: None,
        days: OWN_DAYS,
        due_on: NaiveDate::default(),
        is_moved: false,
        state: StepState::Planned,
        words: None,
        attachment_id: None,
        remark: None,
        done_on: None,
    }
}

/// Reads «Посетить урок коллеги, 2 ч»: the title, and the hours if they stand at the end.
pub(super) fn read_own_step(typed: &str) -> Option<(String, Option<i64>)> {
    let words = read_words(typed).ok().filter(|words| words.chars().count() <= LONGEST_TITLE)?;
    let bare = words.trim_end_matches('.');
    let unit = ["часов", "часа", "час", "ч", "hours", "hour", "h"]
        .into_iter()
        .find_map(|unit| bare.strip_suffix(unit));
    let hours = unit.and_then(|rest| {
        let (title, number) = rest.trim_end().rsplit_once([' ', ','])?;
        let hours = number.parse::<i64>().ok().filter(|hours| (1..=1_500).contains(hours))?;
        let title = title.trim_end_matches([' ', ',', '—', '-', ':']);
        (!title.is_empty()).then(|| (title.to_owned(), Some(hours)))
    });
    hours.or(Some((words, None)))
}

pub(super) fn read_words(typed: &str) -> Result<String, RouteFault> {
    let words = typed.trim();
    let fits = !words.is_empty() && words.chars().count() <= LONGEST;
    if fits { Ok(words.to_owned()) } else { Err(RouteFault::Words) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_stand_at_the_end_of_what_is_typed() {
        for (typed, title, hours) in [
            ("Посетить урок коллеги, 2 ч", "Посетить урок коллеги", Some(2)),
            ("Курс по ИИ — 36 часов.", "Курс по ИИ", Some(36)),
            ("Прочитать книгу", "Прочитать книгу", None),
            ("2 ч", "2 ч", None),
        ] {
            assert_eq!(read_own_step(typed), Some((title.to_owned(), hours)), "{typed}");
        }
        assert_eq!(read_own_step("  "), None);
        assert_eq!(read_own_step(&"ш".repeat(121)), None);
    }
}
