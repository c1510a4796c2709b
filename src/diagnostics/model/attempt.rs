//! One person's pass through one version: which question comes, and what an answer changes.
//! Not here: scores.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Answer, Profile, Rejection, Reply, profile::Known};
use crate::diagnostics::questionnaire::{Area, Question, Questionnaire};

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
    /// What was known about the person when it began.
    pub profile: Profile,
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
            let area_is_asked = self.profile.meets_knowing(&area.when, &known);
            for question in &area.questions {
                if area_is_asked && self.profile.meets_knowing(&question.when, &known) {
                    path.push(Asked { index, area, question });
                    if let Some(answer) = self.complete_answer(question) {
                        known.insert(&question.id, (question, answer));
                    }
                }
                index += 1;
            }
        }
        path
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
