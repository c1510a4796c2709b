//! The fields of a record, one step each, and what typed words mean there.
//! Not here: which screen asks.

use chrono::NaiveDate;

use super::{MOST_CAPACITY, ReadingFault, Record, read_order, read_span};

/// Characters that a field in words may take.
const LONGEST: usize = 500;

/// A field of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// On which basis.
    Basis,
    /// By which order.
    Order,
    /// From which day until which.
    Term,
    /// Education.
    Education,
    /// Speciality.
    Speciality,
    /// Courses and retraining.
    Courses,
    /// Experience of methodical work.
    Experience,
    /// What they bring with them.
    Backgrounds,
    /// Directions of work.
    Directions,
    /// Subjects in which they consult.
    Subjects,
    /// Open requests at once.
    Capacity,
    /// When they are away.
    Absence,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Self; 12] = [
        Self::Basis,
        Self::Order,
        Self::Term,
        Self::Education,
        Self::Speciality,
        Self::Courses,
        Self::Experience,
        Self::Backgrounds,
        Self::Directions,
        Self::Subjects,
        Self::Capacity,
        Self::Absence,
    ];

    /// What a methodologist says about themself.
    pub const OWN: [Self; 4] = [Self::Directions, Self::Subjects, Self::Capacity, Self::Absence];

    /// The word on a button and in a text.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Basis => "basis",
            Self::Order => "order",
            Self::Term => "term",
            Self::Education => "education",
            Self::Speciality => "speciality",
            Self::Courses => "courses",
            Self::Experience => "experience",
            Self::Backgrounds => "background",
            Self::Directions => "direction",
            Self::Subjects => "subject",
            Self::Capacity => "capacity",
            Self::Absence => "absence",
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

impl Record {
    /// Whether nothing is said here yet.
    #[must_use]
    pub fn is_empty_at(&self, step: Step) -> bool {
        match step {
            Step::Basis => self.basis.is_none(),
            Step::Order => self.order.is_none(),
            Step::Term => self.term.is_none(),
            Step::Education => self.education.is_none(),
            Step::Speciality => self.speciality.is_none(),
            Step::Courses => self.courses.is_none(),
            Step::Experience => self.experience.is_none(),
            Step::Backgrounds => self.backgrounds.is_empty(),
            Step::Directions => self.directions.is_empty(),
            Step::Subjects => self.subjects.is_empty(),
            Step::Capacity => self.capacity.is_none(),
            Step::Absence => self.absence.is_none(),
        }
    }

    /// Takes words that were typed at a step.
    pub fn take(&mut self, step: Step, typed: &str, today: NaiveDate) -> Result<(), ReadingFault> {
        match step {
            Step::Education => self.education = Some(read_words(typed)?),
            Step::Speciality => self.speciality = Some(read_words(typed)?),
            Step::Courses => self.courses = Some(read_words(typed)?),
            Step::Experience => self.experience = Some(read_words(typed)?),
            Step::Order => self.order = Some(read_order(typed)?),
            Step::Term => self.term = Some(read_span(typed, today)?),
            Step::Absence => self.absence = Some(read_span(typed, today)?),
            Step::Capacity => {
                let number = typed.trim().parse().ok().filter(|number| *number <= MOST_CAPACITY);
                self.capacity = Some(number.ok_or(ReadingFault::Unreadable)?);
            }
            Step::Basis | Step::Backgrounds | Step::Directions | Step::Subjects => {
                return Err(ReadingFault::Buttons);
            }
        }
        Ok(())
    }

    /// Forgets what was said at a step.
    pub fn clear(&mut self, step: Step) {
        match step {
            Step::Basis => self.basis = None,
            Step::Order => self.order = None,
            Step::Term => self.term = None,
            Step::Education => self.education = None,
            Step::Speciality => self.speciality = None,
            Step::Courses => self.courses = None,
            Step::Experience => self.experience = None,
            Step::Backgrounds => self.backgrounds.clear(),
            Step::Directions => self.directions.clear(),
            Step::Subjects => self.subjects.clear(),
            Step::Capacity => self.capacity = None,
            Step::Absence => self.absence = None,
        }
    }

    /// Ticks something, or takes the tick away.
    pub fn tick(&mut self, step: Step, id: &str) {
        let list = match step {
            Step::Backgrounds => &mut self.backgrounds,
            Step::Directions => &mut self.directions,
            Step::Subjects => &mut self.subjects,
            _ => return,
        };
        match list.iter().position(|known| known == id) {
            Some(at) => drop(list.remove(at)),
            None => list.push(id.to_owned()),
        }
    }

    /// What is ticked at a step.
    #[must_use]
    pub fn ticked(&self, step: Step) -> &[String] {
        match step {
            Step::Backgrounds => &self.backgrounds,
            Step::Directions => &self.directions,
            Step::Subjects => &self.subjects,
            _ => &[],
        }
    }
}

/// Words as they are kept: one line each, not too long.
pub fn read_words(typed: &str) -> Result<String, ReadingFault> {
    let words = typed.trim();
    match words.chars().count() {
        0 => Err(ReadingFault::Unreadable),
        count if count > LONGEST => Err(ReadingFault::TooLong),
        _ => Ok(words.to_owned()),
    }
}
