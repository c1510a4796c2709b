//! What is gathered before an association is opened, what it may be called, and until when it lasts.
//! Not here: who may open one; that is `units::may`.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::units::{AssociationKind, Unit};

/// Characters that a title may take: it stands on a button.
const LONGEST_TITLE: usize = 80;
/// Characters below which a title says nothing.
const SHORTEST_TITLE: usize = 3;

/// For so many minutes a closed association can be opened again with one press.
pub const UNDO_MINUTES: i64 = 60;

/// What a conversation has gathered so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// The municipality in which an association is being opened.
    pub municipality: Option<Uuid>,
    /// The school, if it is to be a school's.
    pub school: Option<Uuid>,
    /// The stored word of its kind.
    pub kind: Option<String>,
    /// Id of its subject.
    pub subject: Option<String>,
}

/// Who is being looked for.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Search {
    /// The association to which somebody is to belong.
    pub looking_in: Option<Uuid>,
    /// The words by which they are looked for.
    pub typed: String,
}

/// What is asked next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Of a school or of the municipality.
    Place,
    /// What holds it together.
    Kind,
    /// Which subject.
    Subject,
    /// What it is called.
    Title,
}

impl Draft {
    /// Where the association is to be opened.
    #[must_use]
    pub fn place(&self) -> Option<Unit> {
        self.municipality.map(|municipality| Unit::of(Some(municipality), self.school, None))
    }

    /// What is to hold it together.
    #[must_use]
    pub fn kind(&self) -> Option<AssociationKind> {
        self.kind.as_deref().and_then(AssociationKind::from_word)
    }

    /// What is asked next.
    #[must_use]
    pub fn step(&self) -> Step {
        match (self.place(), self.kind(), &self.subject) {
            (None, _, _) => Step::Place,
            (_, None, _) => Step::Kind,
            (_, Some(AssociationKind::Subject), None) => Step::Subject,
            _ => Step::Title,
        }
    }
}

/// A title as typed, with single spaces; nothing if it is too long to stand on a button or too short to say anything.
#[must_use]
pub fn read_title(typed: &str) -> Option<String> {
    let title = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = title.chars().count();
    (SHORTEST_TITLE..=LONGEST_TITLE).contains(&length).then_some(title)
}

/// How long an association is meant to last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// For good.
    Permanent,
    /// Until the end of the school year, 31 May.
    SchoolYear,
    /// Until the end of the calendar year.
    CalendarYear,
}

impl Term {
    /// Every term, in the order of their buttons.
    pub const ALL: [Self; 3] = [Self::Permanent, Self::SchoolYear, Self::CalendarYear];

    /// The word on a button.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Permanent => "permanent",
            Self::SchoolYear => "school",
            Self::CalendarYear => "calendar",
        }
    }

    /// Reads the word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|term| term.as_str() == word)
    }

    /// Its last day, seen from today.
    #[must_use]
    pub fn last_day(self, today: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Permanent => None,
            Self::SchoolYear => {
                let year = if today.month() > 5 { today.year() + 1 } else { today.year() };
                NaiveDate::from_ymd_opt(year, 5, 31)
            }
            Self::CalendarYear => NaiveDate::from_ymd_opt(today.year(), 12, 31),
        }
    }
}

/// Somebody who belongs to an association.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Member {
    /// Our id of the person.
    pub person_id: Uuid,
    /// Фамилия.
    pub family_name: String,
    /// Имя.
    pub given_name: String,
    /// Отчество; some people have none.
    pub patronymic: Option<String>,
}

impl Member {
    /// Фамилия имя отчество.
    #[must_use]
    pub fn full_name(&self) -> String {
        let parts = [Some(&self.family_name), Some(&self.given_name), self.patronymic.as_ref()];
        parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_follows_from_what_is_known() {
        let mut draft = Draft::default();
        assert_eq!(draft.step(), Step::Place);
        draft.municipality = Some(Uuid::from_u128(1));
        assert_eq!((draft.step(), draft.place()), (Step::Kind, Some(Unit::Municipality(Uuid::from_u128(1)))));
        draft.kind = Some("council".into());
        assert_eq!(draft.step(), Step::Title);
        draft.kind = Some("subject".into());
        assert_eq!(draft.step(), Step::Subject);
        draft.subject = Some("mathematics".into());
        assert_eq!(draft.step(), Step::Title);
    }

    #[test]
    fn a_title_fits_on_a_button() {
        assert_eq!(read_title("  МО  учителей\nфизики ").as_deref(), Some("МО учителей физики"));
        assert_eq!((read_title("МО"), read_title(&"я".repeat(81))), (None, None));
    }

    #[test]
    fn a_term_ends_on_its_next_last_day() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a day");
        for (today, school) in [
            (day(2026, 11, 22), day(2027, 5, 31)),
            (day(2027, 5, 31), day(2027, 5, 31)),
            (day(2027, 6, 1), day(2028, 5, 31)),
        ] {
            assert_eq!(Term::SchoolYear.last_day(today), Some(school));
            assert_eq!(Term::CalendarYear.last_day(today), Some(day(today.year(), 12, 31)));
            assert_eq!(Term::Permanent.last_day(today), None);
        }
    }
}
