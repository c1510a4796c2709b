//! A route: what can be done with it in which state, and what is reminded of.
//! Not here: the days off, which the calendar knows.

use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    Delay, Evidence, KnownStep, RouteDeed, RouteDeficit, RouteFault, RouteState, RouteStep, SchoolCalendar,
    StepState,
    step::{own_step, read_own_step, read_words},
};

/// Most steps of one route.
pub(super) const MOST_STEPS: usize = 80;
/// Days before a step is due from which on it is reminded of.
const DAYS_BEFORE: i64 = 3;

/// A teacher's route.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LearningRoute {
    /// Our id.
    pub id: Uuid,
    /// Whose it is.
    pub person_id: Uuid,
    /// Where it arose.
    pub municipality_id: Uuid,
    /// Who accompanies it.
    pub methodologist_id: Option<Uuid>,
    /// The diagnosis that it is drawn from, and its day.
    pub diagnosis: Option<(String, NaiveDate)>,
    /// What to work on.
    pub deficits: Vec<RouteDeficit>,
    /// Where it stands.
    pub state: RouteState,
    /// Why it was returned.
    pub remark: Option<String>,
    /// Since when it stands still.
    pub paused_on: Option<NaiveDate>,
    /// Until when nothing is reminded of.
    pub snoozed_until: Option<NaiveDate>,
    /// The steps, in their order.
    pub steps: Vec<RouteStep>,
}

pub(super) type Decided<T = ()> = Result<T, RouteFault>;

impl LearningRoute {
    pub(super) fn only_in(&self, states: &[RouteState]) -> Decided {
        if states.contains(&self.state) { Ok(()) } else { Err(RouteFault::Changed) }
    }

    /// Sends a draft to be looked at; where nobody would, it begins.
    pub fn send(&mut self, somebody_looks: bool) -> Decided<RouteDeed> {
        self.only_in(&[RouteState::Draft])?;
        if self.steps.is_empty() {
            return Err(RouteFault::Empty);
        }
        self.remark = None;
        let (state, deed) = if somebody_looks {
            (RouteState::Review, RouteDeed::Sent)
        } else {
            (RouteState::Active, RouteDeed::Began)
        };
        self.state = state;
        Ok(deed)
    }

    /// Takes back what was sent, to change it.
    pub fn take_back(&mut self) -> Decided {
        self.only_in(&[RouteState::Review])?;
        self.state = RouteState::Draft;
        Ok(())
    }

    /// A methodologist agrees, and accompanies from now on.
    pub fn agree(&mut self, methodologist: Uuid) -> Decided {
        self.only_in(&[RouteState::Review])?;
        self.state = RouteState::Active;
        self.methodologist_id = Some(methodologist);
        Ok(())
    }

    /// A methodologist returns it with a remark.
    pub fn return_it(&mut self, methodologist: Uuid, remark: &str) -> Decided {
        self.only_in(&[RouteState::Review])?;
        self.remark = Some(read_words(remark)?);
        self.state = RouteState::Draft;
        self.methodologist_id = Some(methodologist);
        Ok(())
    }

    /// Lets it stand still.
    pub fn pause(&mut self, today: NaiveDate) -> Decided {
        self.only_in(&[RouteState::Active])?;
        self.state = RouteState::Paused;
        self.paused_on = Some(today);
        Ok(())
    }

    /// Goes on: what is still to be done is due so much later as it stood still.
    pub fn resume(&mut self, calendar: &SchoolCalendar, today: NaiveDate) -> Decided {
        self.only_in(&[RouteState::Paused])?;
        let days = self.paused_on.map_or(0, |since| (today - since).num_days());
        for step in self.steps.iter_mut().filter(|step| step.state == StepState::Planned && days > 0) {
            step.due_on = calendar.shift(step.due_on, days);
        }
        self.state = RouteState::Active;
        self.paused_on = None;
        Ok(())
    }

    /// Ends it before its end.
    pub fn stop(&mut self) -> Decided {
        if !self.state.is_open() {
            return Err(RouteFault::Changed);
        }
        self.state = RouteState::Stopped;
        Ok(())
    }

    pub(super) fn step_in(&mut self, id: Uuid, state: StepState) -> Decided<&mut RouteStep> {
        let found = self.steps.iter_mut().find(|step| step.id == id && step.state == state);
        found.ok_or(RouteFault::Changed)
    }

    /// A step is done, and this shows it. Where somebody accompanies, they look at it first.
    pub fn mark_done(&mut self, id: Uuid, evidence: Evidence, today: NaiveDate) -> Decided {
        self.only_in(&[RouteState::Active])?;
        let state = if self.methodologist_id.is_some() { StepState::Shown } else { StepState::Done };
        let words = match &evidence {
            Evidence::Words(words) => Some(read_words(words)?),
            Evidence::File(_) => None,
        };
        let step = self.step_in(id, StepState::Planned)?;
        step.words = words;
        step.attachment_id = match evidence {
            Evidence::File(file) => Some(file),
            Evidence::Words(_) => None,
        };
        step.remark = None;
        step.done_on = Some(today);
        step.state = state;
        self.complete_if_done();
        Ok(())
    }

    /// The methodologist accepts what shows that a step was done.
    pub fn accept(&mut self, id: Uuid) -> Decided {
        self.only_in(&[RouteState::Active, RouteState::Paused])?;
        self.step_in(id, StepState::Shown)?.state = StepState::Done;
        self.complete_if_done();
        Ok(())
    }

    /// The methodologist returns it with a remark: the step is to be done again.
    pub fn reject(&mut self, id: Uuid, remark: &str) -> Decided {
        self.only_in(&[RouteState::Active, RouteState::Paused])?;
        let remark = read_words(remark)?;
        let step = self.step_in(id, StepState::Shown)?;
        step.state = StepState::Planned;
        step.remark = Some(remark);
        step.done_on = None;
        Ok(())
    }

    pub(super) fn complete_if_done(&mut self) {
        if self.steps.iter().all(|step| step.state == StepState::Done) {
            self.state = RouteState::Completed;
        }
    }

    /// Puts a step off.
    pub fn put_off(
        &mut self,
        id: Uuid,
        delay: Delay,
        (calendar, today): (&SchoolCalendar, NaiveDate),
    ) -> Decided {
        self.only_in(&[RouteState::Draft, RouteState::Active])?;
        let step = self.step_in(id, StepState::Planned)?;
        step.due_on = calendar.put_off(step.due_on, delay, today);
        step.is_moved = true;
        Ok(())
    }

    /// Chooses an area or leaves it out, with its steps.
    pub fn toggle_deficit(&mut self, index: usize, prefill: &[&KnownStep]) -> Decided {
        self.only_in(&[RouteState::Draft])?;
        let deficit = self.deficits.get_mut(index).ok_or(RouteFault::Changed)?;
        deficit.is_chosen = !deficit.is_chosen;
        let (area, is_chosen) = (deficit.area.clone(), deficit.is_chosen);
        if is_chosen {
            return prefill.iter().try_for_each(|known| self.add_known(&area, known));
        }
        self.steps.retain(|step| step.area != area);
        Ok(())
    }

    /// Takes a step of the catalogue in, or out again.
    pub fn toggle_known(&mut self, area: &str, known: &KnownStep) -> Decided {
        self.only_in(&[RouteState::Draft])?;
        let before = self.steps.len();
        self.steps.retain(|step| step.known.as_deref() != Some(&known.id));
        if self.steps.len() == before { self.add_known(area, known) } else { Ok(()) }
    }

    /// Takes a step of the catalogue in, once.
    pub fn add_known(&mut self, area: &str, known: &KnownStep) -> Decided {
        if self.steps.iter().any(|step| step.known.as_deref() == Some(&known.id)) {
            return Ok(());
        }
        self.add(RouteStep::of_known(area, known))
    }

    /// Adds a step of one's own, as it was typed.
    pub fn add_own(&mut self, typed: &str) -> Decided {
        let (title, hours) = read_own_step(typed).ok_or(RouteFault::Words)?;
        self.add(RouteStep { hours, ..own_step(title) })
    }

    fn add(&mut self, step: RouteStep) -> Decided {
        self.only_in(&[RouteState::Draft])?;
        self.push(step)
    }

    pub(super) fn push(&mut self, step: RouteStep) -> Decided {
        if self.steps.len() >= MOST_STEPS {
            return Err(RouteFault::Full);
        }
        self.steps.push(step);
        Ok(())
    }

    /// Takes a step out.
    pub fn remove(&mut self, id: Uuid) -> Decided {
        self.only_in(&[RouteState::Draft])?;
        self.steps.retain(|step| step.id != id);
        Ok(())
    }

    /// Puts the steps of a draft in the order of the areas and says when each is due; days that somebody chose stay.
    pub fn spread(&mut self, calendar: &SchoolCalendar, today: NaiveDate) {
        let place = |step: &RouteStep| {
            self.deficits.iter().position(|deficit| deficit.area == step.area).unwrap_or(usize::MAX)
        };
        self.steps.sort_by_key(place);
        let lengths: Vec<i64> =
            self.steps.iter().filter(|step| !step.is_moved).map(|step| step.days).collect();
        let mut due = calendar.spread(&lengths, today).into_iter();
        for step in self.steps.iter_mut().filter(|step| !step.is_moved) {
            step.due_on = due.next().unwrap_or(step.due_on);
        }
        // A draft that lay for long: what was chosen must not lie behind.
        for step in self.steps.iter_mut().filter(|step| step.is_moved && step.due_on <= today) {
            step.due_on = calendar.put_off(step.due_on, Delay::Day, today);
        }
    }

    /// The steps in the order in which they are due.
    #[must_use]
    pub fn by_day(&self) -> Vec<&RouteStep> {
        let mut steps: Vec<&RouteStep> = self.steps.iter().collect();
        steps.sort_by_key(|step| step.due_on);
        steps
    }

    /// What is next.
    #[must_use]
    pub fn next(&self) -> Option<&RouteStep> {
        self.by_day().into_iter().find(|step| step.state == StepState::Planned)
    }

    /// How many steps are done or wait to be looked at.
    #[must_use]
    pub fn count_done(&self) -> usize {
        self.steps.iter().filter(|step| step.state != StepState::Planned).count()
    }

    /// What a reminder of this day is about: what is due soon or late, while the route is followed and nobody asked to be
    /// left alone.
    #[must_use]
    pub fn reminded_of(&self, day: NaiveDate) -> Vec<&RouteStep> {
        let is_quiet = self.snoozed_until.is_some_and(|until| until > day);
        if self.state != RouteState::Active || is_quiet {
            return Vec::new();
        }
        let mut steps = self.by_day();
        steps.retain(|step| {
            step.state == StepState::Planned && step.due_on <= day + TimeDelta::days(DAYS_BEFORE)
        });
        steps
    }

    /// Asks to be left alone for a while.
    pub fn snooze(&mut self, delay: Delay, today: NaiveDate) -> Decided<NaiveDate> {
        self.only_in(&[RouteState::Active])?;
        let until = delay.after(today);
        self.snoozed_until = Some(until);
        Ok(until)
    }
}
