//! The checks on the way: after each group of steps three questions about what they should have come to, and what follows
//! for the rest. A group is a third of the route, at least three steps.
//! Not here: how it is asked.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    KnownStep, LearningRoute, RouteCatalogue, RouteFault, RouteState, RouteStep, SchoolCalendar, StepState,
    of_word,
};

/// Questions of a check, and the fewest steps of a group.
pub const QUESTIONS: usize = 3;

/// How it is with what a step should have come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CheckAnswer {
    /// It is there and used.
    Yes,
    /// It is being tried.
    Partly,
    /// It is not there yet.
    No,
}

impl CheckAnswer {
    /// Every answer, the best first.
    pub const ALL: [Self; 3] = [Self::Yes, Self::Partly, Self::No];

    /// The word in a text, whose first letter stands in a payload.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Partly => "partly",
            Self::No => "no",
        }
    }

    /// Reads its letter back.
    #[must_use]
    pub fn from_letter(letter: char) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.as_str().starts_with(letter))
    }
}

/// What is decided after a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckDecision {
    /// The rest stays as it is.
    Keep,
    /// Steps are added for what is not there yet.
    Add,
    /// What is still planned for areas that are learnt is dropped.
    Drop,
}

impl CheckDecision {
    /// Every decision.
    pub const ALL: [Self; 3] = [Self::Keep, Self::Add, Self::Drop];

    /// The word in a payload and in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Add => "add",
            Self::Drop => "drop",
        }
    }

    /// Reads the word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        of_word(&Self::ALL, word, Self::as_str)
    }
}

/// What was answered about a step, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckedStep {
    /// What the step is called.
    pub title: String,
    /// What it should have come to.
    pub result: String,
    /// How it is.
    pub answer: CheckAnswer,
}

impl LearningRoute {
    /// The three steps that a check would ask about now, when `checked` steps were done at the last one; nothing while a
    /// group is not done, and at the end, where the diagnosis asks.
    #[must_use]
    pub fn steps_to_check(&self, checked: usize) -> Option<Vec<&RouteStep>> {
        let group = self.steps.len().div_ceil(QUESTIONS).max(QUESTIONS);
        let has_more = self.steps.iter().any(|step| step.state == StepState::Planned);
        let is_due = self.count_done() >= checked + group;
        if self.state != RouteState::Active || !has_more || !is_due {
            return None;
        }
        let mut done: Vec<&RouteStep> =
            self.steps.iter().filter(|step| step.state != StepState::Planned).collect();
        done.sort_by_key(|step| step.done_on);
        Some(done.split_off(done.len() - QUESTIONS))
    }

    /// What the catalogue has for whatever is not there yet: a step for each, none twice.
    #[must_use]
    pub fn to_add<'c>(
        &self,
        answered: &[(&RouteStep, CheckAnswer)],
        catalogue: &'c RouteCatalogue,
    ) -> Vec<(String, &'c KnownStep)> {
        let mut found: Vec<(String, &KnownStep)> = Vec::new();
        for (step, _) in answered.iter().filter(|(_, answer)| *answer == CheckAnswer::No) {
            let is_new = |known: &&KnownStep| {
                self.steps.iter().all(|step| step.known.as_deref() != Some(&known.id))
                    && found.iter().all(|(_, taken)| taken.id != known.id)
            };
            if let Some(known) = catalogue.suggest(&step.area).find(is_new) {
                found.push((step.area.clone(), known));
            }
        }
        found
    }

    /// What is still planned for the areas of these steps, if everything asked about is there.
    #[must_use]
    pub fn to_drop(&self, answered: &[(&RouteStep, CheckAnswer)]) -> Vec<Uuid> {
        if answered.iter().any(|(_, answer)| *answer != CheckAnswer::Yes) {
            return Vec::new();
        }
        let is_learnt = |step: &&RouteStep| {
            let is_planned = step.state == StepState::Planned && !step.area.is_empty();
            is_planned && answered.iter().any(|(asked, _)| asked.area == step.area)
        };
        self.steps.iter().filter(is_learnt).map(|step| step.id).collect()
    }

    /// Adds steps of the catalogue on the way; each is due when it usually would be, from today on. Returns their ids.
    ///
    /// # Errors
    /// Where the route is not followed, or is full.
    pub fn add_on_the_way(
        &mut self,
        known: &[(String, &KnownStep)],
        (calendar, today): (&SchoolCalendar, NaiveDate),
    ) -> Result<Vec<Uuid>, RouteFault> {
        self.only_in(&[RouteState::Active])?;
        let lengths: Vec<i64> = known.iter().map(|(_, known)| known.days).collect();
        let mut ids = Vec::new();
        for ((area, known), due_on) in known.iter().zip(calendar.spread(&lengths, today)) {
            let step = RouteStep { due_on, ..RouteStep::of_known(area, known) };
            ids.push(step.id);
            self.push(step)?;
        }
        Ok(ids)
    }

    /// Drops planned steps on the way, as learnt. Dropping the last one ends the route.
    ///
    /// # Errors
    /// Where the route is not followed.
    pub fn drop_on_the_way(&mut self, ids: &[Uuid]) -> Result<(), RouteFault> {
        self.only_in(&[RouteState::Active])?;
        self.steps.retain(|step| step.state != StepState::Planned || !ids.contains(&step.id));
        self.complete_if_done();
        Ok(())
    }
}
