//! Something that is coming in the municipality and becomes a step with its day.
//! Not here: who holds it.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{
    LearningRoute, RouteFault, RouteState, RouteStep, StepKind,
    route::{Decided, MOST_STEPS},
    step::own_step,
};

/// Most characters of a title: it stands on buttons.
const LONGEST_TITLE: usize = 120;

/// A meeting, an open lesson or a group consultation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComingEvent {
    /// Its id where it is held.
    pub id: Uuid,
    /// A colleague's open lesson.
    pub is_lesson: bool,
    /// What it is called.
    pub title: String,
    /// When.
    pub day: NaiveDate,
    /// Where; may be empty.
    pub place: String,
    /// How many hours it takes.
    pub hours: i64,
}

impl ComingEvent {
    fn short_title(&self) -> String {
        self.title.chars().take(LONGEST_TITLE).collect()
    }

    /// Whether a route has it.
    #[must_use]
    pub fn is_in(&self, route: &LearningRoute) -> bool {
        let title = self.short_title();
        route.steps.iter().any(|step| step.title == title && step.due_on == self.day)
    }
}

impl LearningRoute {
    /// Takes an event in, due on its day, or out again.
    pub fn toggle_event(&mut self, event: &ComingEvent, form: String) -> Decided {
        self.only_in(&[RouteState::Draft])?;
        let title = event.short_title();
        if event.is_in(self) {
            self.steps.retain(|step| step.title != title || step.due_on != event.day);
            return Ok(());
        }
        if self.steps.len() >= MOST_STEPS {
            return Err(RouteFault::Full);
        }
        self.steps.push(RouteStep {
            kind: if event.is_lesson { StepKind::Informal } else { StepKind::Nonformal },
            form,
            place: event.place.clone(),
            hours: Some(event.hours.max(1)),
            due_on: event.day,
            is_moved: true,
            ..own_step(title)
        });
        Ok(())
    }
}
