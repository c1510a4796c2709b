//! A course somebody attended, what typed words mean there, and when the last one is too long ago.
//! Not here: storage, screens, the clock.

use chrono::{Months, NaiveDate};
use uuid::Uuid;

/// Characters that a name or a provider may take.
const LONGEST: usize = 300;
/// Most hours that a course takes: retraining runs to a few thousand.
const MOST_HOURS: i64 = 5_000;
/// After so many months without a course somebody stands on the list: three years, as Ivolginsk counts.
const MONTHS_WITHOUT: u32 = 36;
/// Most courses of one person that are kept.
pub const MOST_COURSES: usize = 100;

/// What a course is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CourseKind {
    /// Повышение квалификации.
    Training,
    /// Профессиональная переподготовка.
    Retraining,
}

impl CourseKind {
    /// Both kinds, in the order of the buttons.
    pub const ALL: [Self; 2] = [Self::Training, Self::Retraining];

    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Training => "training",
            Self::Retraining => "retraining",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// A course of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// Our id.
    pub id: Uuid,
    /// Whose it is.
    pub person_id: Uuid,
    /// What it is.
    pub kind: CourseKind,
    /// Its name.
    pub title: String,
    /// Who taught it.
    pub provider: Option<String>,
    /// How many hours.
    pub hours: Option<i64>,
    /// First and last day.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// Whether it stands in the federal register of programmes.
    pub in_register: Option<bool>,
    /// Whether it was chosen by a diagnosed deficit.
    pub by_deficit: Option<bool>,
    /// The certificate.
    pub attachment_id: Option<Uuid>,
}

impl Course {
    /// A course of which only kind and name are known.
    #[must_use]
    pub fn new(person_id: Uuid, kind: CourseKind, title: String) -> Self {
        Self {
            id: Uuid::now_v7(),
            person_id,
            kind,
            title,
            provider: None,
            hours: None,
            days: None,
            in_register: None,
            by_deficit: None,
            attachment_id: None,
        }
    }

    /// Takes words that were typed at a step.
    pub fn take(&mut self, step: CourseStep, typed: &str) -> Result<(), CourseFault> {
        match step {
            CourseStep::Title => self.title = read_words(typed)?,
            CourseStep::Provider => self.provider = Some(read_words(typed)?),
            CourseStep::Hours => self.hours = Some(read_hours(typed)?),
            CourseStep::Days => self.days = Some(read_days(typed)?),
            CourseStep::Register | CourseStep::Deficit | CourseStep::Certificate => {
                return Err(CourseFault::Unreadable);
            }
        }
        Ok(())
    }

    /// Forgets what was said at a step; the name stays.
    pub fn clear(&mut self, step: CourseStep) {
        match step {
            CourseStep::Title => {}
            CourseStep::Provider => self.provider = None,
            CourseStep::Hours => self.hours = None,
            CourseStep::Days => self.days = None,
            CourseStep::Register => self.in_register = None,
            CourseStep::Deficit => self.by_deficit = None,
            CourseStep::Certificate => self.attachment_id = None,
        }
    }

    /// Whether nothing is said here yet.
    #[must_use]
    pub fn is_empty_at(&self, step: CourseStep) -> bool {
        match step {
            CourseStep::Title => false,
            CourseStep::Provider => self.provider.is_none(),
            CourseStep::Hours => self.hours.is_none(),
            CourseStep::Days => self.days.is_none(),
            CourseStep::Register => self.in_register.is_none(),
            CourseStep::Deficit => self.by_deficit.is_none(),
            CourseStep::Certificate => self.attachment_id.is_none(),
        }
    }
}

/// A field of a course.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CourseStep {
    /// Its name.
    Title,
    /// Who taught it.
    Provider,
    /// How many hours.
    Hours,
    /// When it was.
    Days,
    /// In the federal register or not.
    Register,
    /// Chosen by a deficit or not.
    Deficit,
    /// The certificate.
    Certificate,
}

impl CourseStep {
    /// Every step, in order.
    pub const ALL: [Self; 7] = [
        Self::Title,
        Self::Provider,
        Self::Hours,
        Self::Days,
        Self::Register,
        Self::Deficit,
        Self::Certificate,
    ];

    /// The word on a button and in a text.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Provider => "provider",
            Self::Hours => "hours",
            Self::Days => "days",
            Self::Register => "register",
            Self::Deficit => "deficit",
            Self::Certificate => "certificate",
        }
    }

    /// Reads the word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.as_str() == word)
    }

    /// The step after this one.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::ALL.into_iter().skip_while(|step| *step != self).nth(1)
    }
}

/// Why typed words were not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CourseFault {
    /// Too many characters.
    TooLong,
    /// Not what was asked for.
    Unreadable,
}

/// Somebody at a school with the last day of their last course.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Attendance {
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
    /// When their last course ended; nothing if none is known.
    pub last_on: Option<NaiveDate>,
}

impl Attendance {
    /// Whether no course of the last three years is known.
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        is_overdue(self.last_on, today)
    }

    /// Фамилия имя отчество.
    #[must_use]
    pub fn name(&self) -> String {
        let parts = [Some(&self.family_name), Some(&self.given_name), self.patronymic.as_ref()];
        parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
    }
}

/// Whether the last course ended more than three years before a day; one that is not known counts as that.
#[must_use]
pub fn is_overdue(last: Option<NaiveDate>, today: NaiveDate) -> bool {
    let since = today.checked_sub_months(Months::new(MONTHS_WITHOUT)).unwrap_or(today);
    last.is_none_or(|last| last < since)
}

/// Words as they are kept.
pub fn read_words(typed: &str) -> Result<String, CourseFault> {
    let words = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.chars().count() {
        0 => Err(CourseFault::Unreadable),
        count if count > LONGEST => Err(CourseFault::TooLong),
        _ => Ok(words),
    }
}

/// Reads `72` or `72 часа`.
fn read_hours(typed: &str) -> Result<i64, CourseFault> {
    let digits: String = typed.trim().chars().take_while(char::is_ascii_digit).collect();
    let hours = digits.parse().map_err(|_| CourseFault::Unreadable)?;
    if (1..=MOST_HOURS).contains(&hours) { Ok(hours) } else { Err(CourseFault::Unreadable) }
}

/// Reads `10.02.2026 – 28.02.2026`, or the last day alone.
fn read_days(typed: &str) -> Result<(NaiveDate, NaiveDate), CourseFault> {
    let is_part = |character: char| character.is_ascii_digit() || character == '.';
    let words = typed.split(|character| !is_part(character)).map(|word| word.trim_matches('.'));
    let days: Option<Vec<_>> = words.filter(|word| !word.is_empty()).map(read_day).collect();
    match days.as_deref() {
        Some([only]) => Ok((*only, *only)),
        Some([first, last]) if first <= last => Ok((*first, *last)),
        _ => Err(CourseFault::Unreadable),
    }
}

fn read_day(word: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = word.split('.').collect();
    let [day, month, year] = parts[..] else { return None };
    let year = year.parse().ok().filter(|year| (1950..=2100).contains(year))?;
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    #[test]
    fn typed_words_are_read_or_refused() {
        let course = || Course::new(Uuid::nil(), CourseKind::Training, "Курс".to_owned());
        for (step, typed, taken) in [
            (CourseStep::Title, " Функциональная \n грамотность ", true),
            (CourseStep::Title, "  ", false),
            (CourseStep::Hours, "72 часа", true),
            (CourseStep::Hours, "0", false),
            (CourseStep::Hours, "много", false),
            (CourseStep::Hours, "99999999999999999999", false),
            (CourseStep::Days, "10.02.2026 - 28.02.2026", true),
            (CourseStep::Days, "28.02.2026 г.", true),
            (CourseStep::Days, "28.02.2026 10.02.2026", false),
            (CourseStep::Days, "31.02.2026", false),
            (CourseStep::Days, "28.02.26", false),
            (CourseStep::Certificate, "вот", false),
        ] {
            assert_eq!(course().take(step, typed).is_ok(), taken, "{step:?}: {typed}");
        }
        let mut read = course();
        assert_eq!(read.take(CourseStep::Title, " Функциональная \n грамотность "), Ok(()));
        assert_eq!(read.title, "Функциональная грамотность");
        assert_eq!(read.take(CourseStep::Title, &"я".repeat(301)), Err(CourseFault::TooLong));
        assert_eq!(read.take(CourseStep::Days, "28.02.2026"), Ok(()));
        assert_eq!(read.days, Some((day(2026, 2, 28), day(2026, 2, 28))));
        for step in CourseStep::ALL.into_iter().skip(1) {
            read.clear(step);
            assert!(read.is_empty_at(step), "{step:?}");
        }
    }

    #[test]
    fn three_years_without_a_course_are_too_long() {
        let today = day(2026, 11, 22);
        for (last, overdue) in [
            (None, true),
            (Some(day(2023, 11, 21)), true),
            (Some(day(2023, 11, 22)), false),
            (Some(day(2026, 5, 1)), false),
        ] {
            let attendance = Attendance {
                person_id: Uuid::nil(),
                family_name: "Белова".into(),
                given_name: "Анна".into(),
                patronymic: None,
                school_short_title: "Школа".into(),
                post: "teacher".into(),
                last_on: last,
            };
            assert_eq!(attendance.is_overdue(today), overdue, "{last:?}");
            assert_eq!(attendance.name(), "Белова Анна");
        }
    }
}
