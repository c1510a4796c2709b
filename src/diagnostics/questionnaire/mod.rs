//! A questionnaire as it was read and found sound: areas, questions, conditions, levels.
//! Not here: anybody's answers, and where the files come from.

mod check;
mod conditions;
mod fault;
mod file;
mod pieces;

#[cfg(test)]
mod tests;

pub use check::parse;
pub use fault::{Fault, ParseError};

/// The version of the file format that this program reads.
pub const FORMAT: u32 = 1;
/// Groups of posts that conditions may name; `docs/questionnaires.md` says who belongs where.
pub const POST_GROUPS: [&str; 8] = [
    "school_teacher",
    "kindergarten",
    "additional",
    "support",
    "organiser",
    "methodical",
    "vocational",
    "managing",
];

/// A whole questionnaire. Built by `parse` only, so every promise below holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Questionnaire {
    /// Stable id in kebab-case: the same through all versions.
    pub id: String,
    /// At most 60 characters.
    pub title: String,
    /// One sentence for the list.
    pub summary: String,
    /// How long it honestly takes.
    pub minutes: u32,
    /// Shown before the start.
    pub intro: String,
    /// What kind of deficit its areas yield.
    pub source: Source,
    /// After so many months, 1 to 36, people are invited to take it again; `None` invites nobody.
    pub repeat_after_months: Option<u32>,
    /// Whom it is recommended to; others can open it too.
    pub when: Vec<Condition>,
    /// Levels of the total, low to high; empty if nothing is scored.
    pub levels: Vec<Level>,
    /// Competence areas, in the order they are asked.
    pub areas: Vec<Area>,
}

impl Questionnaire {
    /// Every condition in it.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let inner = self.areas.iter().flat_map(|area| {
            area.when.iter().chain(area.questions.iter().flat_map(|question| &question.when))
        });
        self.when.iter().chain(inner)
    }
}

/// Where a deficit comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// What the person says about themself: screens call it «затруднение».
    SelfRated,
    /// Tasks with right answers.
    AutoChecked,
}

impl Source {
    /// The word in files and in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SelfRated => "self_rated",
            Self::AutoChecked => "auto_checked",
        }
    }
}

/// A competence area.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// Unique in the file.
    pub id: String,
    /// At most 40 characters.
    pub title: String,
    /// Label on the chart, may hold one line break.
    pub short: String,
    /// All must hold for the area to be asked.
    pub when: Vec<Condition>,
    /// Low to high; empty only where nothing is scored.
    pub levels: Vec<Level>,
    /// What to do next if this is an area to work on.
    pub next_step: Option<String>,
    /// What to say if this is a strength.
    pub strength: Option<String>,
    /// At least one.
    pub questions: Vec<Question>,
}

impl Area {
    /// Which of its levels a score reaches, counted from 0, and the level; nothing where nothing is scored.
    #[must_use]
    pub fn reach(&self, score: f64) -> Option<(usize, &Level)> {
        reach(&self.levels, score)
    }

    /// Whether any of its questions counts. An area that does not has no axis and is neither strength nor deficit.
    #[must_use]
    pub fn is_scored(&self) -> bool {
        self.questions.iter().any(Question::is_scored)
    }
}

/// Keeps a sum of decimal fractions from falling below the bound that it meets.
const ROUNDING: f64 = 1e-9;

/// Which of these levels a score reaches, counted from 0, and the level.
#[must_use]
pub fn reach(levels: &[Level], score: f64) -> Option<(usize, &Level)> {
    let reached = levels.iter().position(|level| score + ROUNDING < level.up_to);
    let at = reached.or_else(|| levels.len().checked_sub(1))?;
    Some((at, levels.get(at)?))
}

/// A level of an area or of the total.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// Scores below this belong to it; the last is 1 and includes it.
    pub up_to: f64,
    /// Its name.
    pub title: String,
    /// One or two sentences.
    pub text: String,
}

/// One question.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Unique in the file.
    pub id: String,
    /// What is asked.
    pub text: String,
    /// A short help below it.
    pub hint: Option<String>,
    /// All must hold for it to be asked.
    pub when: Vec<Condition>,
    /// Whether it may be skipped.
    pub optional: bool,
    /// Whether it goes deeper: it is asked only where a diagnosis is narrowed to its area.
    pub extended: bool,
    /// Its share in the area, above 0.
    pub weight: f64,
    /// How it is answered.
    pub kind: Kind,
    /// Why the right answer is right; present in tasks only, and in all of them.
    pub explanation: Option<String>,
}

impl Question {
    /// Whether it has a right answer.
    #[must_use]
    pub fn is_task(&self) -> bool {
        self.explanation.is_some()
    }

    /// Whether its answer can count.
    #[must_use]
    pub fn is_scored(&self) -> bool {
        self.is_task() || self.choices().iter().any(|choice| choice.score.is_some())
    }

    /// The choices, if it has any.
    #[must_use]
    pub fn choices(&self) -> &[Choice] {
        match &self.kind {
            Kind::One { choices } | Kind::Several { choices, .. } => choices,
            Kind::Number { .. } | Kind::Words { .. } | Kind::RightNumber(_) | Kind::RightWords(_) => &[],
        }
    }

    /// Whether it is answered by writing.
    #[must_use]
    pub fn is_typed(&self) -> bool {
        self.choices().is_empty()
    }
}

/// How a question is answered. A scale is `One` whose choices all have scores.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// One tap.
    One {
        /// From 2 to 30.
        choices: Vec<Choice>,
    },
    /// Ticks.
    Several {
        /// From 2 to 30.
        choices: Vec<Choice>,
        /// How many to pick at least.
        at_least: usize,
        /// How many to pick at most.
        at_most: usize,
    },
    /// A whole number from–to, inclusive; not scored.
    Number {
        /// The least.
        from: i64,
        /// The greatest.
        to: i64,
        /// What it counts.
        unit: Option<String>,
    },
    /// Typed words; not scored.
    Words {
        /// The most characters.
        max_chars: usize,
    },
    /// A task whose answer is a number.
    RightNumber(f64),
    /// A task whose answer is a word or a few, in any of these spellings.
    RightWords(Vec<String>),
}

/// One choice.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// Unique in the question; in a scale its number from 1.
    pub id: String,
    /// What stands on the button, at most 40 characters.
    pub label: String,
    /// From 0 to 1; without one the answer does not count.
    pub score: Option<f64>,
    /// Picking it clears the others.
    pub alone: bool,
    /// Whether it is a right answer of a task.
    pub right: bool,
}

impl Condition {
    /// The earlier question that it asks about, if it does.
    #[must_use]
    pub fn question(&self) -> Option<&str> {
        match self {
            Self::AnswerIs { question, .. }
            | Self::AnswerAtLeast { question, .. }
            | Self::AnswerAtMost { question, .. } => Some(question),
            _ => None,
        }
    }
}

/// Something that must hold for a question to be asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// The main post is one of these.
    Posts(Vec<String>),
    /// The main post belongs to one of these groups.
    PostGroups(Vec<String>),
    /// The main post belongs to none of these groups; holds also where no post is known.
    NotPostGroups(Vec<String>),
    /// Teaches one of these subjects.
    Subjects(Vec<String>),
    /// Is, or is not, in the first three years. Unknown matches neither.
    EarlyCareer(bool),
    /// The question was answered with one of these choices.
    AnswerIs {
        /// An earlier question.
        question: String,
        /// Ids of its choices.
        choices: Vec<String>,
    },
    /// The answer scored at least so much.
    AnswerAtLeast {
        /// An earlier question.
        question: String,
        /// From 0 to 1.
        score: f64,
    },
    /// The answer scored at most so much.
    AnswerAtMost {
        /// An earlier question.
        question: String,
        /// From 0 to 1.
        score: f64,
    },
}
