//! The clock that the emulator is given. Dates, expiries and answer windows follow it; long polls and
//! stalls wait in real time. It is not a scheduler: moving it wakes only what its owner wakes.

use chrono::{DateTime, TimeDelta, Utc};
use futures::future::BoxFuture;

/// A clock that tests and the demo may move.
pub trait Time: Send + Sync {
    /// The present instant.
    fn now(&self) -> DateTime<Utc>;
    /// Moves forward by `by` and visits every due instant on the way.
    fn advance(&self, by: TimeDelta) -> BoxFuture<'_, ()>;
    /// Moves forward by `by` at once, as after an outage.
    fn jump(&self, by: TimeDelta) -> BoxFuture<'_, ()>;
}

/// The clock of the machine, which nobody can move: `advance` and `jump` do nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemTime;

impl Time for SystemTime {
    #[expect(clippy::disallowed_methods, reason = "this is the clock that others are given")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn advance(&self, _by: TimeDelta) -> BoxFuture<'_, ()> {
        Box::pin(std::future::ready(()))
    }

    fn jump(&self, _by: TimeDelta) -> BoxFuture<'_, ()> {
        Box::pin(std::future::ready(()))
    }
}
