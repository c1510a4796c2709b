//! What a questionnaire knows about who takes it, and whether a condition holds for them.
//! Not here: where the profile comes from.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Answer;
use crate::diagnostics::questionnaire::{Condition, Question};

/// What conditions can ask about a person; copied into the attempt when it begins.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Posts of the main place of work.
    pub posts: Vec<String>,
    /// Their groups.
    pub post_groups: Vec<String>,
    /// What is taught there.
    pub subjects: Vec<String>,
    /// In the first three years; `None` if unknown.
    pub early_career: Option<bool>,
}

/// Questions already answered on the way, with their answers.
pub(super) type Known<'a> = BTreeMap<&'a str, (&'a Question, &'a Answer)>;

impl Profile {
    /// Whether all conditions hold for somebody who has given no answers.
    #[must_use]
    pub fn meets(&self, conditions: &[Condition]) -> bool {
        self.meets_knowing(conditions, &Known::new())
    }

    pub(super) fn meets_knowing(&self, conditions: &[Condition], known: &Known<'_>) -> bool {
        conditions.iter().all(|condition| self.meets_one(condition, known))
    }

    fn meets_one(&self, condition: &Condition, known: &Known<'_>) -> bool {
        let score = |question: &str| {
            let (question, answer) = known.get(question)?;
            answer.score(question)
        };
        match condition {
            Condition::Posts(wanted) => share_any(&self.posts, wanted),
            Condition::PostGroups(wanted) => share_any(&self.post_groups, wanted),
            Condition::NotPostGroups(unwanted) => !share_any(&self.post_groups, unwanted),
            Condition::Subjects(wanted) => share_any(&self.subjects, wanted),
            Condition::EarlyCareer(wanted) => self.early_career == Some(*wanted),
            Condition::AnswerIs { question, choices } => known
                .get(question.as_str())
                .is_some_and(|(_, answer)| answer.picked().iter().any(|picked| choices.contains(picked))),
            Condition::AnswerAtLeast { question, score: least } => {
                score(question).is_some_and(|score| score >= *least)
            }
            Condition::AnswerAtMost { question, score: most } => {
                score(question).is_some_and(|score| score <= *most)
            }
        }
    }
}

fn share_any(mine: &[String], wanted: &[String]) -> bool {
    mine.iter().any(|one| wanted.contains(one))
}
