//! Answers: what counts as one, and how much it scores.
//! Not here: which question is asked.

use serde::{Deserialize, Serialize};

use crate::diagnostics::questionnaire::{Choice, Kind, Question};

/// The most characters of a typed answer to a task.
const MOST_TYPED: usize = 200;

/// An answer as it is kept; choices by their ids.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// One choice.
    Choice(String),
    /// Several choices.
    Ticks {
        /// In the order of the question.
        picked: Vec<String>,
        /// Whether the person said that these are all.
        done: bool,
    },
    /// A number.
    Number(f64),
    /// Typed words.
    Words(String),
    /// An optional question was passed over.
    Skipped,
}

/// What a person did at a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// Tapped the choice with this index.
    Choice(usize),
    /// Set or took off the tick at this index.
    Tick {
        /// Index of the choice.
        choice: usize,
        /// Whether it is set now.
        on: bool,
    },
    /// Said that the ticks are complete.
    Done,
    /// Passed over an optional question.
    Skip,
    /// Wrote something.
    Words(String),
}

/// Why a reply is not taken; nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rejection {
    /// The question is not the present one any more.
    NotCurrent,
    /// Exactly this was answered already: the press came twice.
    Repeated,
    /// There is no such choice, or the question is not answered this way.
    Unfit,
    /// Words came where a button is expected.
    NeedsButton,
    /// Nothing but blanks.
    Empty,
    /// Too many characters.
    TooLong {
        /// Written.
        chars: usize,
        /// Allowed.
        most: usize,
    },
    /// No number, or more than one.
    NotANumber,
    /// Not a whole number within the bounds.
    OutOfRange {
        /// The least.
        from: i64,
        /// The greatest.
        to: i64,
    },
    /// More has to be picked.
    TooFew(usize),
    /// No more can be picked.
    TooMany(usize),
}

impl Answer {
    /// Whether the question needs nothing more.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        !matches!(self, Self::Ticks { done: false, .. })
    }

    /// Ids of the picked choices.
    #[must_use]
    pub fn picked(&self) -> &[String] {
        match self {
            Self::Choice(id) => std::slice::from_ref(id),
            Self::Ticks { picked, .. } => picked,
            Self::Number(_) | Self::Words(_) | Self::Skipped => &[],
        }
    }

    /// From 0 to 1; `None` if the answer does not count.
    #[must_use]
    pub fn score(&self, question: &Question) -> Option<f64> {
        match (&question.kind, self) {
            (Kind::One { choices }, Self::Choice(id)) => {
                choices.iter().find(|choice| choice.id == *id)?.score
            }
            (Kind::Several { choices, .. }, Self::Ticks { picked, done: true }) if question.is_task() => {
                let is_right = choices.iter().all(|choice| choice.right == picked.contains(&choice.id));
                Some(f64::from(u8::from(is_right)))
            }
            (Kind::Several { choices, .. }, Self::Ticks { picked, done: true }) => {
                ticks_score(choices, picked)
            }
            (Kind::RightNumber(right), Self::Number(number)) => {
                let is_right = (number - right).abs() <= 1e-9 * right.abs().max(1.0);
                Some(f64::from(u8::from(is_right)))
            }
            (Kind::RightWords(right), Self::Words(words)) => {
                let is_right = right.iter().any(|right| alike(right) == alike(words));
                Some(f64::from(u8::from(is_right)))
            }
            (_, Self::Skipped) if question.is_task() => Some(0.0),
            _ => None,
        }
    }

    /// What the answer becomes by a reply.
    pub(super) fn after(before: Option<&Self>, question: &Question, reply: Reply) -> Result<Self, Rejection> {
        let next = match (&question.kind, reply) {
            (_, Reply::Skip) if question.optional => Self::Skipped,
            (Kind::One { choices }, Reply::Choice(index)) => {
                Self::Choice(choices.get(index).ok_or(Rejection::Unfit)?.id.clone())
            }
            (Kind::Several { choices, at_most, .. }, Reply::Tick { choice, on }) => {
                let picked = before.map_or(&[][..], Self::picked);
                let picked = ticked(choices, picked, (choice, on))?;
                if picked.len() > *at_most {
                    return Err(Rejection::TooMany(*at_most));
                }
                Self::Ticks { picked, done: false }
            }
            (Kind::Several { choices, at_least, .. }, Reply::Done) => {
                let picked = before.map_or(&[][..], Self::picked).to_vec();
                let is_alone = choices.iter().any(|choice| choice.alone && picked.contains(&choice.id));
                if picked.len() < *at_least && !is_alone {
                    return Err(Rejection::TooFew(*at_least));
                }
                Self::Ticks { picked, done: true }
            }
            (kind, Reply::Words(words)) => typed(kind, &words)?,
            _ => return Err(Rejection::Unfit),
        };
        if before == Some(&next) { Err(Rejection::Repeated) } else { Ok(next) }
    }
}

fn ticks_score(choices: &[Choice], picked: &[String]) -> Option<f64> {
    if choices.iter().all(|choice| choice.score.is_none()) {
        return None;
    }
    let picked = choices.iter().filter(|choice| picked.contains(&choice.id));
    Some(picked.filter_map(|choice| choice.score).sum::<f64>().clamp(0.0, 1.0))
}

fn ticked(
    choices: &[Choice],
    picked: &[String],
    (index, on): (usize, bool),
) -> Result<Vec<String>, Rejection> {
    let pressed = choices.get(index).ok_or(Rejection::Unfit)?;
    let stays = |choice: &Choice| {
        if choice.id == pressed.id {
            return on;
        }
        let is_cleared = on && (pressed.alone || choice.alone);
        picked.contains(&choice.id) && !is_cleared
    };
    Ok(choices.iter().filter(|choice| stays(choice)).map(|choice| choice.id.clone()).collect())
}

fn typed(kind: &Kind, words: &str) -> Result<Answer, Rejection> {
    let words = words.trim();
    if matches!(kind, Kind::One { .. } | Kind::Several { .. }) {
        return Err(Rejection::NeedsButton);
    }
    if !words.chars().any(|character| !character.is_whitespace() && !character.is_control()) {
        return Err(Rejection::Empty);
    }
    let most = if let Kind::Words { max_chars } = kind { *max_chars } else { MOST_TYPED };
    let chars = words.chars().count();
    if chars > most {
        return Err(Rejection::TooLong { chars, most });
    }
    match kind {
        Kind::Number { from, to, .. } => {
            let number = read_number(words).ok_or(Rejection::NotANumber)?;
            let whole = number.fract() == 0.0
                && format!("{number}").parse().is_ok_and(|n: i64| (*from..=*to).contains(&n));
            if whole {
                Ok(Answer::Number(number))
            } else {
                Err(Rejection::OutOfRange { from: *from, to: *to })
            }
        }
        Kind::RightNumber(_) => read_number(words).map(Answer::Number).ok_or(Rejection::NotANumber),
        _ => Ok(Answer::Words(words.to_owned())),
    }
}

/// Reads one number as people type it: spaces between digits, comma or point, a unit behind it.
fn read_number(words: &str) -> Option<f64> {
    let number: String = words
        .chars()
        .filter(|character| !character.is_whitespace())
        .map(|character| match character {
            ',' => '.',
            '−' | '–' => '-',
            other => other,
        })
        .collect();
    let number = number.trim_end_matches(|character: char| !character.is_ascii_digit());
    let is_plain = |(index, character): (usize, char)| {
        character.is_ascii_digit() || character == '.' || (character == '-' && index == 0)
    };
    if number.len() > 20 || !number.chars().enumerate().all(is_plain) {
        return None;
    }
    number.parse().ok()
}

/// Words as they are compared: without case, ё as е, blanks folded.
fn alike(words: &str) -> String {
    let words = words.to_lowercase().replace('ё', "е");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
