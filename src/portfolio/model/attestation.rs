//! Who is attested in a school year, and what they still lack. Not here: the attestation itself; others do that.

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use crate::courses::is_overdue;

/// Somebody whose category ends.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Attestee {
    /// Who it is.
    pub person_id: Uuid,
    /// Фамилия.
    pub family_name: String,
    /// Имя.
    pub given_name: String,
    /// Отчество.
    pub patronymic: Option<String>,
    /// The school's name on a button.
    pub school_short_title: String,
    /// Id of the post.
    pub post: String,
    /// The stored word of the category.
    pub grade: String,
    /// Its last day.
    pub until_on: NaiveDate,
    /// Own entries in the portfolio.
    pub entries: i64,
    /// The self-education topic.
    pub topic: Option<String>,
    /// The last day of the last course.
    #[sqlx(skip)]
    pub last_course_on: Option<NaiveDate>,
}

/// Something that is asked for at an attestation and is not in the portfolio.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// No course of the last three years.
    Courses,
    /// No entry of their own.
    Entries,
    /// No self-education topic.
    Topic,
}

impl Lack {
    /// The word in a text.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Courses => "courses",
            Self::Entries => "entries",
            Self::Topic => "topic",
        }
    }
}

impl Attestee {
    /// Фамилия имя отчество.
    #[must_use]
    pub fn name(&self) -> String {
        let parts = [Some(&self.family_name), Some(&self.given_name), self.patronymic.as_ref()];
        parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    /// What is not in the portfolio yet.
    #[must_use]
    pub fn lacks(&self, today: NaiveDate) -> Vec<Lack> {
        let has_no = [
            (Lack::Courses, is_overdue(self.last_course_on, today)),
            (Lack::Entries, self.entries == 0),
            (Lack::Topic, self.topic.is_none()),
        ];
        has_no.into_iter().filter(|(_, lacks)| *lacks).map(|(lack, _)| lack).collect()
    }
}

/// The last day of the school year of this day; it turns on 1 August, when the next one is prepared.
#[must_use]
pub fn year_ends(today: NaiveDate) -> NaiveDate {
    let year = today.year() + i32::from(today.month() >= 8);
    NaiveDate::from_ymd_opt(year, 8, 31).unwrap_or(today)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    #[test]
    fn what_is_missing_is_named() {
        let today = day(2026, 11, 22);
        let ready = Attestee {
            person_id: Uuid::nil(),
            family_name: "Белова".into(),
            given_name: "Анна".into(),
            patronymic: None,
            school_short_title: "Школа".into(),
            post: "teacher".into(),
            grade: "first".into(),
            until_on: day(2027, 3, 12),
            entries: 2,
            topic: Some("Смысловое чтение".into()),
            last_course_on: Some(day(2024, 5, 1)),
        };
        assert_eq!(ready.lacks(today), []);
        let bare = Attestee { entries: 0, topic: None, last_course_on: Some(day(2023, 11, 21)), ..ready };
        assert_eq!(bare.lacks(today), [Lack::Courses, Lack::Entries, Lack::Topic]);
    }

    #[test]
    fn a_school_year_ends_in_august() {
        for (today, ends) in [
            (day(2026, 11, 22), day(2027, 8, 31)),
            (day(2027, 7, 31), day(2027, 8, 31)),
            (day(2027, 8, 1), day(2028, 8, 31)),
        ] {
            assert_eq!(year_ends(today), ends, "{today}");
        }
    }
}
