//! Nouns and rules of learning routes: the catalogue, the states of a route and of its steps, the days they are due.
//! Not here: storage, screens, the clock.

mod calendar;
mod catalogue;
mod check;
mod event;
mod figures;
mod frozen;
mod grifs;
mod kinds;
mod line;
mod nod;
mod outcome;
mod pace;
mod paper;
mod proposal;
mod route;
mod states;
mod step;
mod template;
#[cfg(test)]
mod tests;

pub use calendar::{Delay, SchoolCalendar};
pub use catalogue::{KnownStep, RouteCatalogue, StepKind};
pub use check::{CheckAnswer, CheckDecision, CheckedStep, QUESTIONS};
pub use event::ComingEvent;
pub use figures::{CountCell, RouteFact, RouteFigures};
pub use frozen::FrozenRoute;
pub use grifs::{Grif, GrifKind};
pub use kinds::{
    AREAS, KindField, KindLayout, MOST_KINDS, NewKind, OwnKind, TriedKinds, find_kind_layout, try_kinds,
};
pub use line::{FollowedLine, RouteLine};
pub use nod::{NodState, RouteNod};
pub use outcome::{Basis, BasisArea, Found, RouteOutcome};
pub use pace::{Pace, pace_of};
pub use paper::RoutePaper;
pub use proposal::{Proposal, ProposalKind, ProposalState, Verdict};
pub use route::LearningRoute;
pub use states::{RouteDeed, RouteFault, RouteState, StepState};
pub use step::{Evidence, RouteDeficit, RouteStep};
pub use template::{RouteTemplate, Situation, TemplateStep};

/// Reads a stored word back as one of these.
fn of_word<T: Copy>(all: &[T], word: &str, as_str: fn(T) -> &'static str) -> Option<T> {
    all.iter().copied().find(|one| as_str(*one) == word)
}
