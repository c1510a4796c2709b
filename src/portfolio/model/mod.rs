//! What a teacher keeps for attestation: entries of their own, the category of each post, the self-education topic.
//! Not here: storage, screens, the clock; and what the house knows by itself.

mod attestation;

pub use attestation::{Attestee, FIRST_REMINDER_DAYS, Lack, reminder_days, year_ends};

use chrono::NaiveDate;
use uuid::Uuid;

/// Characters that a title, and longer words, may take.
const LONGEST_TITLE: usize = 300;
const LONGEST_WORDS: usize = 1_500;
/// Most entries of one person that are kept.
pub const MOST_ENTRIES: usize = 300;

/// What an entry is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// Мероприятие, with the role taken in it.
    Event,
    /// Практика, разработка.
    Practice,
    /// Открытый урок.
    Lesson,
    /// Награда, призовое место.
    Prize,
    /// Anything else.
    Other,
}

impl EntryKind {
    /// Every kind, in the order of the buttons and of the paper.
    pub const ALL: [Self; 5] = [Self::Event, Self::Practice, Self::Lesson, Self::Prize, Self::Other];

    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Practice => "practice",
            Self::Lesson => "lesson",
            Self::Prize => "prize",
            Self::Other => "other",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// An entry of a person's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PortfolioEntry {
    /// Our id.
    pub id: Uuid,
    /// Whose it is.
    pub person_id: Uuid,
    /// What it is about.
    pub kind: EntryKind,
    /// What it is called.
    pub title: String,
    /// When it was.
    pub day: Option<NaiveDate>,
    /// As what the person took part, in their own words.
    pub role: Option<String>,
    /// What they say about it.
    pub words: Option<String>,
    /// A file that belongs to it.
    pub attachment_id: Option<Uuid>,
}

/// A field of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryStep {
    /// What it is called.
    Title,
    /// When it was.
    Day,
    /// As what the person took part; asked of events and prizes.
    Role,
    /// What they say about it.
    Words,
    /// A file.
    File,
}

impl EntryStep {
    /// Every step, in order.
    pub const ALL: [Self; 5] = [Self::Title, Self::Day, Self::Role, Self::Words, Self::File];

    /// The word on a button and in a text.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Day => "day",
            Self::Role => "role",
            Self::Words => "words",
            Self::File => "file",
        }
    }

    /// Reads the word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.as_str() == word)
    }

    /// The steps of an entry of this kind.
    pub fn of(kind: EntryKind) -> impl Iterator<Item = Self> {
        let has_role = matches!(kind, EntryKind::Event | EntryKind::Prize);
        Self::ALL.into_iter().filter(move |step| has_role || *step != Self::Role)
    }

    /// The step after this one.
    #[must_use]
    pub fn next(self, kind: EntryKind) -> Option<Self> {
        Self::of(kind).skip_while(|step| *step != self).nth(1)
    }
}

/// Why typed words were not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryFault {
    /// Too many characters.
    TooLong,
    /// Not what was asked for.
    Unreadable,
}

impl PortfolioEntry {
    /// An entry of which only kind and title are known.
    #[must_use]
    pub fn new(person_id: Uuid, kind: EntryKind, title: String) -> Self {
        let id = Uuid::now_v7();
        Self { id, person_id, kind, title, day: None, role: None, words: None, attachment_id: None }
    }

    /// Takes words that were typed at a step.
    pub fn take(&mut self, step: EntryStep, typed: &str) -> Result<(), EntryFault> {
        match step {
            EntryStep::Title => self.title = read_title(typed)?,
            EntryStep::Day => self.day = Some(read_day(typed).ok_or(EntryFault::Unreadable)?),
            EntryStep::Role => self.role = Some(read_title(typed)?),
            EntryStep::Words => self.words = Some(read_words(typed)?),
            EntryStep::File => return Err(EntryFault::Unreadable),
        }
        Ok(())
    }

    /// Whether nothing is said here yet.
    #[must_use]
    pub fn is_empty_at(&self, step: EntryStep) -> bool {
        match step {
            EntryStep::Title => false,
            EntryStep::Day => self.day.is_none(),
            EntryStep::Role => self.role.is_none(),
            EntryStep::Words => self.words.is_none(),
            EntryStep::File => self.attachment_id.is_none(),
        }
    }
}

/// A qualification category; having none is no row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grade {
    /// Соответствие занимаемой должности.
    Fit,
    /// Первая.
    First,
    /// Высшая.
    Highest,
    /// Педагог-методист.
    Methodist,
    /// Педагог-наставник.
    Mentor,
}

impl Grade {
    /// Every category, in the order of the buttons.
    pub const ALL: [Self; 5] = [Self::Fit, Self::First, Self::Highest, Self::Methodist, Self::Mentor];

    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Fit => "fit",
            Self::First => "first",
            Self::Highest => "highest",
            Self::Methodist => "methodist",
            Self::Mentor => "mentor",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grade| grade.as_str() == word)
    }
}

/// The category of a person in a post. One that was given since September 2023 has no last day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Id of the post.
    pub post: String,
    /// Which.
    pub grade: Grade,
    /// When it was given.
    pub given_on: Option<NaiveDate>,
    /// Its last day; open-ended without one.
    pub until: Option<NaiveDate>,
}

impl Category {
    /// Reads `12.03.2022` or `12.03.2022 – 12.03.2027`.
    pub fn take_days(&mut self, typed: &str) -> Result<(), EntryFault> {
        let is_part = |character: char| character.is_ascii_digit() || character == '.';
        let words = typed.split(|character| !is_part(character)).map(|word| word.trim_matches('.'));
        let days: Option<Vec<_>> = words.filter(|word| !word.is_empty()).map(read_day).collect();
        (self.given_on, self.until) = match days.as_deref() {
            Some([given]) => (Some(*given), None),
            Some([given, until]) if given <= until => (Some(*given), Some(*until)),
            _ => return Err(EntryFault::Unreadable),
        };
        Ok(())
    }
}

/// What a teacher works on by themself this year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SelfStudy {
    /// Тема.
    pub topic: Option<String>,
    /// План.
    pub plan: Option<String>,
    /// Отчёт.
    pub report: Option<String>,
}

/// A part of the self-education.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StudyPart {
    /// Тема.
    Topic,
    /// План.
    Plan,
    /// Отчёт.
    Report,
}

impl StudyPart {
    /// Every part, in order.
    pub const ALL: [Self; 3] = [Self::Topic, Self::Plan, Self::Report];

    /// The word on a button and in a text.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::Plan => "plan",
            Self::Report => "report",
        }
    }

    /// Reads the word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.as_str() == word)
    }
}

impl SelfStudy {
    /// What is said in a part.
    #[must_use]
    pub fn part(&self, part: StudyPart) -> Option<&str> {
        match part {
            StudyPart::Topic => self.topic.as_deref(),
            StudyPart::Plan => self.plan.as_deref(),
            StudyPart::Report => self.report.as_deref(),
        }
    }

    /// Sets a part, or forgets it.
    pub fn set(&mut self, part: StudyPart, words: Option<String>) {
        match part {
            StudyPart::Topic => self.topic = words,
            StudyPart::Plan => self.plan = words,
            StudyPart::Report => self.report = words,
        }
    }
}

/// A title in one line.
pub fn read_title(typed: &str) -> Result<String, EntryFault> {
    within(typed.split_whitespace().collect::<Vec<_>>().join(" "), LONGEST_TITLE)
}

/// Words with their lines.
pub fn read_words(typed: &str) -> Result<String, EntryFault> {
    within(typed.trim().to_owned(), LONGEST_WORDS)
}

fn within(words: String, most: usize) -> Result<String, EntryFault> {
    match words.chars().count() {
        0 => Err(EntryFault::Unreadable),
        count if count > most => Err(EntryFault::TooLong),
        _ => Ok(words),
    }
}

/// Reads `12.03.2026`, also with «г.» behind it.
fn read_day(typed: &str) -> Option<NaiveDate> {
    let bare = typed.trim().trim_end_matches(|character: char| !character.is_ascii_digit());
    let parts: Vec<&str> = bare.split('.').collect();
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
    fn events_and_prizes_ask_for_the_role() {
        for kind in EntryKind::ALL {
            let asks = EntryStep::of(kind).any(|step| step == EntryStep::Role);
            assert_eq!(asks, matches!(kind, EntryKind::Event | EntryKind::Prize), "{kind:?}");
            assert_eq!(EntryStep::File.next(kind), None);
            assert_eq!(EntryKind::from_word(kind.as_str()), Some(kind));
        }
    }

    #[test]
    fn typed_words_are_read_or_refused() {
        for (step, typed, taken) in [
            (EntryStep::Title, "Семинар", true),
            (EntryStep::Title, " ", false),
            (EntryStep::Day, "12.03.2026 г.", true),
            (EntryStep::Day, "в марте", false),
            (EntryStep::Day, "31.02.2026", false),
            (EntryStep::Role, "докладчик", true),
            (EntryStep::Words, "Показала приём", true),
            (EntryStep::File, "вот", false),
        ] {
            let mut entry = PortfolioEntry::new(Uuid::nil(), EntryKind::Event, "Семинар".to_owned());
            assert_eq!(entry.take(step, typed).is_ok(), taken, "{step:?}: {typed}");
            assert!(!taken || !entry.is_empty_at(step), "{step:?}");
        }
        assert_eq!(read_title(&"я".repeat(301)), Err(EntryFault::TooLong));
    }

    #[test]
    fn a_category_has_a_day_and_perhaps_a_last_one() {
        let mut category =
            Category { post: "teacher".into(), grade: Grade::First, given_on: None, until: None };
        for (typed, given, until) in [
            ("12.03.2024", day(2024, 3, 12), None),
            ("с 12.03.2022 по 12.03.2027", day(2022, 3, 12), Some(day(2027, 3, 12))),
        ] {
            assert_eq!(category.take_days(typed), Ok(()), "{typed}");
            assert_eq!((category.given_on, category.until), (Some(given), until));
        }
        for typed in ["12.03.2027 12.03.2022", "давно", ""] {
            assert_eq!(category.take_days(typed), Err(EntryFault::Unreadable), "{typed}");
        }
    }
}
