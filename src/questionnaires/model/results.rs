//! What the answers of many come to. Nobody's own answers can be told from it.
//! Not here: whose answers they are; nothing here knows.

use crate::diagnostics::{Answer, Kind, Question, Questionnaire, Tally};

/// Fewer people than this are shown to nobody: answers of a handful can be guessed.
pub const LEAST_PEOPLE: i64 = 10;

/// How many of those who finished are counted: whole tens. Else a look before and after one more person finished would
/// show what that person answered.
#[must_use]
pub fn counted(finished: i64) -> i64 {
    finished - finished % LEAST_PEOPLE
}

/// What the answers to one question come to.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// What was asked.
    pub question: String,
    /// How many answered it.
    pub answered: i64,
    /// What they answered.
    pub figure: Figure,
}

/// The answers to one question, taken together.
#[derive(Debug, Clone, PartialEq)]
pub enum Figure {
    /// Each choice with how many took it.
    Choices(Vec<(String, i64)>),
    /// The least, the middle and the greatest number; none where fewer answered than are shown.
    Numbers(Option<(f64, f64, f64)>),
    /// What was written, in the order of the alphabet; nothing where fewer wrote than are shown.
    Words(Vec<String>),
}

/// What the answers come to, question by question.
#[must_use]
pub fn outcomes(questionnaire: &Questionnaire, tallies: &[Tally]) -> Vec<Outcome> {
    let questions = questionnaire.areas.iter().flat_map(|area| &area.questions);
    questions
        .map(|question| {
            let own: Vec<&Tally> = tallies
                .iter()
                .filter(|tally| tally.question == question.id && tally.answer != Answer::Skipped)
                .collect();
            let answered = own.iter().map(|tally| tally.count).sum();
            Outcome { question: question.text.clone(), answered, figure: figure(question, &own, answered) }
        })
        .collect()
}

fn figure(question: &Question, tallies: &[&Tally], answered: i64) -> Figure {
    let is_shown = answered >= LEAST_PEOPLE;
    match &question.kind {
        Kind::One { choices } | Kind::Several { choices, .. } => {
            let taken = |id: &String| {
                tallies
                    .iter()
                    .filter(|tally| tally.answer.picked().contains(id))
                    .map(|tally| tally.count)
                    .sum()
            };
            Figure::Choices(choices.iter().map(|choice| (choice.label.clone(), taken(&choice.id))).collect())
        }
        Kind::Number { .. } | Kind::RightNumber(_) => Figure::Numbers(spread(tallies).filter(|_| is_shown)),
        Kind::Words { .. } | Kind::RightWords(_) => {
            let mut words: Vec<String> = tallies
                .iter()
                .filter_map(|tally| match &tally.answer {
                    Answer::Words(words) => Some((words, tally.count)),
                    _ => None,
                })
                .flat_map(|(words, count)| (0..count).map(|_| words.clone()))
                .collect();
            words.sort_by_key(|words| words.to_lowercase());
            Figure::Words(if is_shown { words } else { Vec::new() })
        }
    }
}

/// The least, the middle and the greatest of the numbers that were given.
fn spread(tallies: &[&Tally]) -> Option<(f64, f64, f64)> {
    let mut numbers: Vec<f64> = Vec::new();
    for tally in tallies {
        if let Answer::Number(number) = tally.answer {
            numbers.extend((0..tally.count).map(|_| number));
        }
    }
    numbers.sort_by(f64::total_cmp);
    Some((*numbers.first()?, *numbers.get(numbers.len() / 2)?, *numbers.last()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_tens_are_counted() {
        assert_eq!([0, 9, 10, 19, 20, 137].map(counted), [0, 0, 10, 10, 20, 130]);
    }
}
