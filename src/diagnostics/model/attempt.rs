//! One person's pass through one version: which question comes, and what an answer changes.
//! Not here: scores.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Answer, Profile, Rejection, Reply, profile::Known};
use crate::diagnostics::questionnaire::{Area, Condition, Question, Questionnaire};

/// What a pass is narrowed to: an instrument analogous to the first pass, without the areas that were not worked on, with
/// the extended questions of those that were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Narrowing {
    /// Ids of the areas that are asked.
    pub areas: Vec<String>,
    /// The first pass, with which it is compared.
    pub first: Uuid,
    /// What it is taken for: an id of whoever asks for it, who gets one such pass.
    pub occasion: Uuid,
}

/// One person's pass, «прохождение» on screens.
#[derive(Debug, Clone, PartialEq)]
pub struct Attempt {
    /// Our id.
    pub id: Uuid,
    /// Whose it is.
    pub person_id: Uuid,
    /// Where the person worked when it began.
    pub municipality_id: Option<Uuid>,
    /// Id of the questionnaire.
    pub questionnaire: String,
    /// The version it began with and keeps.
    pub version_hash: String,
    /// What was known about the person when it began; of a narrowed pass when the first one did, so that both ask the same.
    pub profile: Profile,
    /// What it is narrowed to; a whole pass is to nothing.
    pub narrowing: Option<Narrowing>,
    /// By id of the question. Answers to questions that are hidden now are kept but not used.
    pub answers: BTreeMap<String, Answer>,
    /// The question that the person went back to.
    pub looking_at: Option<String>,
    /// When it began, which was the consent to it.
    pub begun_at: DateTime<Utc>,
    /// When the last question was answered.
    pub finished_at: Option<DateTime<Utc>>,
}

/// A question that this person is asked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Asked<'q> {
    /// Its place among all questions of the file, counted from 0: what buttons carry.
    pub index: usize,
    /// Its area.
    pub area: &'q Area,
    /// The question.
    pub question: &'q Question,
}

/// Where a person stands in a questionnaire.
#[derive(Debug, Clone, PartialEq)]
pub struct Step<'q> {
    /// The present question.
    pub asked: Asked<'q>,
    /// Counted from 1.
    pub position: usize,
    /// How many questions this person is asked, as far as the answers tell by now.
    pub total: usize,
    /// The answer given before, if the person came back to it, or the ticks so far.
    pub answer: Option<Answer>,
}

/// What comes next.
#[derive(Debug, Clone, PartialEq)]
pub enum Next<'q> {
    /// This question.
    Ask(Step<'q>),
    /// Everything is answered.
    Finished,
}

/// An answer that has to be kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Saved {
    /// Id of the question.
    pub question: String,
    /// The answer.
    pub answer: Answer,
}

impl Attempt {
    /// The questions that this person is asked, by their profile and the answers so far.
    #[must_use]
    pub fn path<'q>(&self, questionnaire: &'q Questionnaire) -> Vec<Asked<'q>> {
        let mut path = Vec::new();
        let mut known = Known::new();
        let mut index = 0;
        for area in &questionnaire.areas {
            let is_wanted = self.is_wanted(area);
            let area_is_asked = is_wanted && self.profile.meets_knowing(&area.when, &known);
            for question in &area.questions {
                let is_asked = area_is_asked && (!question.extended || self.narrowing.is_some());
                let is_asked = is_asked && self.profile.meets_knowing(&question.when, &known);
                if is_asked {
                    path.push(Asked { index, area, question });
                }
                // Answers of the first pass to what is left out now: conditions may ask about them.
                if let Some(answer) = self.complete_answer(question).filter(|_| is_asked || !is_wanted) {
                    known.insert(&question.id, (question, answer));
                }
                index += 1;
            }
        }
        path
    }

    fn is_wanted(&self, area: &Area) -> bool {
        self.narrowing.as_ref().is_none_or(|narrowing| narrowing.areas.contains(&area.id))
    }

    /// Takes over from the first pass what it knew of the person, and the answers to questions that are left out and that
    /// conditions ask about.
    pub fn follow(&mut self, first: &Self, questionnaire: &Questionnaire) {
        self.profile = first.profile.clone();
        let asked_about: BTreeSet<&str> =
            questionnaire.conditions().filter_map(Condition::question).collect();
        let left_out = questionnaire.areas.iter().filter(|area| !self.is_wanted(area));
        let left_out: Vec<&str> = left_out
            .flat_map(|area| &area.questions)
            .map(|question| question.id.as_str())
            .filter(|id| asked_about.contains(id))
            .collect();
        for id in left_out {
            let answer = first.answers.get(id).cloned();
            self.answers.extend(answer.map(|answer| (id.to_owned(), answer)));
        }
    }

    /// The answer to a question, if it needs nothing more.
    #[must_use]
    pub fn complete_answer(&self, question: &Question) -> Option<&Answer> {
        self.answers.get(&question.id).filter(|answer| answer.is_complete())
    }

    /// How many of the questions that this person is asked are answered, and how many there are.
    #[must_use]
    pub fn progress(&self, questionnaire: &Questionnaire) -> (usize, usize) {
        let path = self.path(questionnaire);
        let answered = path.iter().filter(|asked| self.complete_answer(asked.question).is_some());
        (answered.count(), path.len())
    }

    /// The present question: the one the person went back to, else the first without an answer.
    #[must_use]
    pub fn next<'q>(&self, questionnaire: &'q Questionnaire) -> Next<'q> {
        let path = self.path(questionnaire);
        let looked_at = |asked: &Asked<'_>| self.looking_at.as_ref() == Some(&asked.question.id);
        let open = |asked: &Asked<'_>| self.complete_answer(asked.question).is_none();
        let Some(at) = path.iter().position(looked_at).or_else(|| path.iter().position(open)) else {
            return Next::Finished;
        };
        let asked = path[at];
        let answer = self.answers.get(&asked.question.id).cloned();
        Next::Ask(Step { asked, position: at + 1, total: path.len(), answer })
    }

    /// Takes a reply to the question with this index.
    ///
    /// # Errors
    /// Says why it is not taken; then nothing has changed.
    pub fn answer(
        &mut self,
        questionnaire: &Questionnaire,
        index: usize,
        reply: Reply,
    ) -> Result<Saved, Rejection> {
        let Next::Ask(step) = self.next(questionnaire) else {
            return Err(Rejection::NotCurrent);
        };
        if step.asked.index != index {
            return Err(self.late(questionnaire, index, reply));
        }
        let question = step.asked.question;
        let answer = match Answer::after(step.answer.as_ref(), question, reply) {
            // Coming back to a question and confirming it moves on like any answer.
            Err(Rejection::Repeated) if self.looking_at.is_some() => {
                step.answer.ok_or(Rejection::Repeated)?
            }
            answer => answer?,
        };
        if answer.is_complete() {
            self.looking_at = None;
        }
        self.answers.insert(question.id.clone(), answer.clone());
        Ok(Saved { question: question.id.clone(), answer })
    }

    /// Why a reply to another question than the present one is not taken: a second press of the same button is no
    /// mistake of the person and needs no words.
    fn late(&self, questionnaire: &Questionnaire, index: usize, reply: Reply) -> Rejection {
        let path = self.path(questionnaire);
        let Some(asked) = path.iter().find(|asked| asked.index == index) else {
            return Rejection::NotCurrent;
        };
        let before = self.answers.get(&asked.question.id);
        match Answer::after(before, asked.question, reply) {
            Err(Rejection::Repeated) => Rejection::Repeated,
            _ => Rejection::NotCurrent,
        }
    }

    /// Goes back from the question with this index to the one before it; says whether anything changed.
    pub fn back(&mut self, questionnaire: &Questionnaire, index: usize) -> bool {
        let Next::Ask(step) = self.next(questionnaire) else {
            return false;
        };
        let path = self.path(questionnaire);
        let before = step.position.checked_sub(2).and_then(|at| path.get(at));
        match before.filter(|_| step.asked.index == index) {
            Some(before) => {
                self.looking_at = Some(before.question.id.clone());
                true
            }
            None => false,
        }
    }

    /// Leaves the question with this index, answered earlier, for the first without an answer.
    pub fn forward(&mut self, questionnaire: &Questionnaire, index: usize) -> bool {
        let Next::Ask(step) = self.next(questionnaire) else {
            return false;
        };
        let may = step.asked.index == index && self.complete_answer(step.asked.question).is_some();
        if may {
            self.looking_at = None;
        }
        may
    }
}
