//! A change of a route on its way that one side proposes and the other decides. Whoever decides later than something else
//! changed is told of that, and the proposal stays.
//! Not here: who the two sides are.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{
    LearningRoute, RouteFault, RouteState, RouteStep, SchoolCalendar, StepState, of_word,
    route::{Decided, MOST_STEPS},
    step::{own_step, read_own_step},
};

/// What is proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProposalKind {
    /// A step more.
    Add,
    /// A step less.
    Remove,
    /// Another day.
    Move,
}

impl ProposalKind {
    const ALL: [Self; 3] = [Self::Add, Self::Remove, Self::Move];

    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Remove => "remove",
            Self::Move => "move",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        of_word(&Self::ALL, word, Self::as_str)
    }
}

/// Where a proposal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProposalState {
    /// It waits.
    Open,
    /// It was accepted.
    Accepted,
    /// It was declined.
    Declined,
    /// What it was about is done or gone.
    Outdated,
}

impl ProposalState {
    const ALL: [Self; 4] = [Self::Open, Self::Accepted, Self::Declined, Self::Outdated];

    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Outdated => "outdated",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        of_word(&Self::ALL, word, Self::as_str)
    }
}

/// A proposed change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Our id.
    pub id: Uuid,
    /// Of which route.
    pub route_id: Uuid,
    /// Who proposes it, while we know them.
    pub author_id: Option<Uuid>,
    /// What.
    pub kind: ProposalKind,
    /// The step to be removed or moved.
    pub step_id: Option<Uuid>,
    /// The step to be added, as it was typed.
    pub words: Option<String>,
    /// The new day of a step to be moved.
    pub due_on: Option<NaiveDate>,
    /// When the step was due as whoever decides knows it.
    pub seen_on: Option<NaiveDate>,
    /// Where it stands.
    pub state: ProposalState,
}

/// What became of accepting a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The route is changed.
    Applied,
    /// The step is due on another day by now: the proposal stays, with that day.
    Moved(NaiveDate),
    /// The step is done or gone.
    Outdated,
}

impl Proposal {
    /// A proposal to add what was typed.
    pub fn adding(route: &LearningRoute, author: Uuid, typed: &str) -> Decided<Self> {
        route.only_in(&[RouteState::Active, RouteState::Paused])?;
        read_own_step(typed).ok_or(RouteFault::Words)?;
        let words = Some(typed.trim().to_owned());
        Ok(Self { words, ..Self::blank(route, author, ProposalKind::Add) })
    }

    /// A proposal to remove a step, or to move it to a day.
    pub fn changing(
        route: &LearningRoute,
        author: Uuid,
        step: &RouteStep,
        due_on: Option<NaiveDate>,
    ) -> Decided<Self> {
        route.only_in(&[RouteState::Active, RouteState::Paused])?;
        if step.state != StepState::Planned {
            return Err(RouteFault::Changed);
        }
        let kind = if due_on.is_some() { ProposalKind::Move } else { ProposalKind::Remove };
        let (step_id, seen_on) = (Some(step.id), Some(step.due_on));
        Ok(Self { step_id, due_on, seen_on, ..Self::blank(route, author, kind) })
    }

    fn blank(route: &LearningRoute, author: Uuid, kind: ProposalKind) -> Self {
        Self {
            id: Uuid::now_v7(),
            route_id: route.id,
            author_id: Some(author),
            kind,
            step_id: None,
            words: None,
            due_on: None,
            seen_on: None,
            state: ProposalState::Open,
        }
    }

    /// Applies it to the route as it is now.
    pub fn accept(
        &mut self,
        route: &mut LearningRoute,
        (calendar, today): (&SchoolCalendar, NaiveDate),
    ) -> Decided<Verdict> {
        if self.state != ProposalState::Open {
            return Err(RouteFault::Changed);
        }
        route.only_in(&[RouteState::Active, RouteState::Paused])?;
        let verdict = match self.kind {
            ProposalKind::Add => self.add(route, (calendar, today))?,
            ProposalKind::Remove | ProposalKind::Move => self.change(route)?,
        };
        match verdict {
            Verdict::Applied => self.state = ProposalState::Accepted,
            Verdict::Outdated => self.state = ProposalState::Outdated,
            Verdict::Moved(now) => self.seen_on = Some(now),
        }
        Ok(verdict)
    }

    fn add(
        &self,
        route: &mut LearningRoute,
        (calendar, today): (&SchoolCalendar, NaiveDate),
    ) -> Decided<Verdict> {
        let typed = self.words.as_deref().unwrap_or_default();
        let (title, hours) = read_own_step(typed).ok_or(RouteFault::Words)?;
        if route.steps.len() >= MOST_STEPS {
            return Err(RouteFault::Full);
        }
        let step = own_step(title);
        let due_on = calendar.shift(today, step.days);
        route.steps.push(RouteStep { hours, due_on, is_moved: true, ..step });
        Ok(Verdict::Applied)
    }

    fn change(&self, route: &mut LearningRoute) -> Decided<Verdict> {
        let step = self.step_id.and_then(|id| route.step_in(id, StepState::Planned).ok());
        let Some(step) = step else { return Ok(Verdict::Outdated) };
        if self.seen_on != Some(step.due_on) {
            return Ok(Verdict::Moved(step.due_on));
        }
        if let Some(due_on) = self.due_on {
            step.due_on = due_on;
            step.is_moved = true;
            return Ok(Verdict::Applied);
        }
        if route.steps.len() == 1 {
            return Err(RouteFault::Empty);
        }
        route.steps.retain(|step| Some(step.id) != self.step_id);
        route.complete_if_done();
        Ok(Verdict::Applied)
    }

    /// Declines it.
    pub fn decline(&mut self) -> Decided {
        if self.state != ProposalState::Open {
            return Err(RouteFault::Changed);
        }
        self.state = ProposalState::Declined;
        Ok(())
    }
}
