//! Nouns and rules of learning routes: the catalogue, the states of a route and of its steps, the days they are due.
//! Not here: storage, screens, the clock.

mod calendar;
mod catalogue;
mod check;
mod frozen;
mod line;
mod outcome;
mod pace;
mod route;
mod states;
mod step;
#[cfg(test)]
mod tests;

pub use calendar::{Delay, SchoolCalendar};
pub use catalogue::{KnownStep, RouteCatalogue, StepKind};
pub use check::{CheckAnswer, CheckDecision, CheckedStep, QUESTIONS};
pub use frozen::FrozenRoute;
pub use line::RouteLine;
pub use outcome::{Basis, BasisArea, Found, RouteOutcome};
pub use pace::{Pace, pace_of};
pub use route::LearningRoute;
pub use states::{RouteDeed, RouteFault, RouteState, StepState};
pub use step::{Evidence, RouteDeficit, RouteStep};

/// Reads a stored word back as one of these.
fn of_word<T: Copy>(all: &[T], word: &str, as_str: fn(T) -> &'static str) -> Option<T> {
    all.iter().copied().find(|one| as_str(*one) == word)
}
