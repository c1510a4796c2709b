//! What was heard, said and decided at a meeting. Pure.
//! Not here: the paper made of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How a meeting voted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Votes {
    /// За.
    pub yes: u32,
    /// Против.
    pub no: u32,
    /// Воздержались.
    pub abstained: u32,
}

/// What was decided: who does it, and by when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// What is to be done.
    pub words: String,
    /// Who does it, as it stands in the minutes; may be empty.
    pub who: String,
    /// By when.
    pub by: Option<NaiveDate>,
}

/// One point of the agenda as it went.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Hearing {
    /// СЛУШАЛИ: beyond the topic and the speaker, which stand in the agenda.
    pub heard: String,
    /// ВЫСТУПИЛИ.
    pub spoke: String,
    /// РЕШИЛИ.
    pub decisions: Vec<Decision>,
    /// How they voted.
    pub votes: Option<Votes>,
}

/// The minutes of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Minutes {
    /// Who was in the chair.
    pub chair: String,
    /// Who wrote.
    pub secretary: String,
    /// Who was invited beside the members.
    pub guests: String,
    /// Point by point, in the order of the agenda.
    pub hearings: Vec<Hearing>,
}

/// A part of the minutes that is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MinutesPart {
    /// Who was in the chair.
    Chair,
    /// Who wrote.
    Secretary,
    /// Who was invited.
    Guests,
    /// What was heard.
    Heard,
    /// Who spoke.
    Spoke,
    /// What was decided.
    Decided,
    /// How they voted.
    Votes,
}

impl MinutesPart {
    /// Those of the head, then those of a point, in the order in which they are walked.
    pub const ALL: [Self; 7] =
        [Self::Chair, Self::Secretary, Self::Guests, Self::Heard, Self::Spoke, Self::Decided, Self::Votes];

    /// The word on buttons and in texts.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Chair => "chair",
            Self::Secretary => "secretary",
            Self::Guests => "guests",
            Self::Heard => "heard",
            Self::Spoke => "spoke",
            Self::Decided => "decided",
            Self::Votes => "votes",
        }
    }

    /// Reads the word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.as_str() == word)
    }

    /// What is asked after this part of this point, among so many points; nothing at the end.
    #[must_use]
    pub fn next(self, point: usize, points: usize) -> Option<(usize, Self)> {
        match self {
            Self::Chair => Some((0, Self::Secretary)),
            Self::Secretary => Some((0, Self::Guests)),
            Self::Guests => (points > 0).then_some((0, Self::Heard)),
            Self::Heard => Some((point, Self::Spoke)),
            Self::Spoke => Some((point, Self::Decided)),
            Self::Decided => Some((point, Self::Votes)),
            Self::Votes => (point + 1 < points).then_some((point + 1, Self::Heard)),
        }
    }
}

impl Minutes {
    /// The point with this number; there is one for each of the agenda.
    pub fn point(&mut self, number: usize) -> &mut Hearing {
        if self.hearings.len() <= number {
            self.hearings.resize_with(number + 1, Hearing::default);
        }
        &mut self.hearings[number]
    }
}

/// Reads decisions, one in each line: «Подготовить отчёт — Иванова А. П. — 15.12». `day` reads a day.
pub fn read_decisions(words: &str, day: impl Fn(&str) -> Option<NaiveDate>) -> Vec<Decision> {
    let decision = |line: &str| {
        let mut parts: Vec<&str> =
            line.split(" — ").flat_map(|part| part.split(" - ")).map(str::trim).collect();
        let by =
            parts.last().filter(|_| parts.len() > 1).and_then(|last| day(last.trim_start_matches("до ")));
        if by.is_some() {
            parts.pop();
        }
        let who = if parts.len() > 1 { parts.pop().unwrap_or_default() } else { "" };
        Decision { words: parts.join(" — "), who: who.to_owned(), by }
    };
    words.lines().map(str::trim).filter(|line| !line.is_empty()).map(decision).collect()
}

/// Reads votes: «12-0-1» or «12 0 1», за, против, воздержались.
#[must_use]
pub fn read_votes(words: &str) -> Option<Votes> {
    let numbers: Vec<u32> = words
        .split(|each: char| !each.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok().filter(|count| *count < 100_000))
        .collect::<Option<_>>()?;
    match numbers[..] {
        [yes, no, abstained] => Some(Votes { yes, no, abstained }),
        [yes] => Some(Votes { yes, ..Votes::default() }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decisions_and_votes_are_read_as_people_write_them() {
        let day = |words: &str| NaiveDate::parse_from_str(words, "%d.%m.%Y").ok();
        let read =
            read_decisions("Принять к сведению\nОтчёт — Иванова А. П. — до 15.12.2026\nПлан - Петров", day);
        let by = NaiveDate::from_ymd_opt(2026, 12, 15);
        let decision = |words: &str, who: &str, by| Decision { words: words.into(), who: who.into(), by };
        assert_eq!(
            read,
            [
                decision("Принять к сведению", "", None),
                decision("Отчёт", "Иванова А. П.", by),
                decision("План", "Петров", None),
            ]
        );
        assert_eq!(read_votes("12-0-1"), Some(Votes { yes: 12, no: 0, abstained: 1 }));
        assert_eq!(read_votes("за 9, против 2, воздержались 1"), Some(Votes { yes: 9, no: 2, abstained: 1 }));
        assert_eq!(read_votes("единогласно"), None);
    }

    #[test]
    fn the_walk_ends_after_the_last_point() {
        let mut at = (0, MinutesPart::Chair);
        let mut steps = 1;
        while let Some(next) = at.1.next(at.0, 2) {
            (at, steps) = (next, steps + 1);
        }
        assert_eq!((at, steps), ((1, MinutesPart::Votes), 11));
    }
}
