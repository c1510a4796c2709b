//! The one place that asks what time it is. Tests and the demo hold a clock that they can move.
//! Not here: time zones and calendars, and the passing of real time for leases and pauses in sending.

use std::{
    collections::BTreeMap,
    fmt,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use chrono::{DateTime, DurationRound, SecondsFormat, TimeDelta, Utc};
use tokio::sync::Notify;

/// A clock; all clones show the same time.
#[derive(Clone, Default)]
pub struct Clock(Arc<Shared>);

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Clock({})", self.now())
    }
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    moved: Notify,
}

/// Another clock, by which this one is checked.
type Other = Arc<dyn Fn() -> Option<DateTime<Utc>> + Send + Sync>;

#[derive(Default)]
struct State {
    offset: TimeDelta,
    /// How wrong the machine's own clock goes.
    wrong: TimeDelta,
    other: Option<Other>,
    /// How many are doing what has fallen due, and how many ever began to.
    at_work: usize,
    begun: u64,
    /// Due instants that somebody sleeps for, with how many do.
    sleepers: BTreeMap<DateTime<Utc>, usize>,
}

/// A clock that is further off than this is wrong: far more than any network is slow, far less than anything that falls
/// due can do without.
const OFF: TimeDelta = TimeDelta::minutes(5);
/// How long nobody may have been at work before `advance` moves on.
const SETTLE: Duration = Duration::from_millis(10);
/// Whoever has not come for so long after their due instant is not waited for: they may be gone without a word.
const AWAITED: Duration = Duration::from_secs(1);

impl Clock {
    /// A clock that shows the real time until it is moved.
    #[must_use]
    pub fn real() -> Self {
        Self::default()
    }

    /// Now, in whole microseconds: what PostgreSQL keeps.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the system")]
    pub fn now(&self) -> DateTime<Utc> {
        let (offset, wrong) = {
            let state = self.lock();
            (state.offset, state.wrong)
        };
        let now = Utc::now() + offset + wrong;
        now.duration_trunc(TimeDelta::microseconds(1)).unwrap_or(now)
    }

    /// From now on the machine's clock is compared with what this one shows, which knows nothing yet where it says `None`.
    pub fn compare_with(&self, other: impl Fn() -> Option<DateTime<Utc>> + Send + Sync + 'static) {
        self.lock().other = Some(Arc::new(other));
    }

    /// Whether the machine's clock, which this one follows, agrees with the one it is compared with: asked before
    /// anything is done because its time has come. `Err` says in words what both show. What tests and the demo move on
    /// purpose is left out.
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the system")]
    pub fn check(&self) -> Result<(), String> {
        let (wrong, other) = {
            let state = self.lock();
            (state.wrong, state.other.clone())
        };
        let machine = Utc::now() + wrong;
        match other.and_then(|other| other()) {
            Some(other) if (machine - other).abs() > OFF => Err(format!(
                "the machine's clock shows {}, Telegram's {}: nothing is sent and nothing falls due until they agree",
                machine.to_rfc3339_opts(SecondsFormat::Secs, true),
                other.to_rfc3339_opts(SecondsFormat::Secs, true),
            )),
            _ => Ok(()),
        }
    }

    /// Moves as the clock of a machine does that somebody sets, or that starts with a wrong time.
    pub fn step(&self, by: TimeDelta) {
        self.lock().wrong += by;
        self.0.moved.notify_waiters();
    }

    /// Sleeps until this clock shows `due`. The instant is known to the clock from the call on, not from the first poll;
    /// who wakes is at work in the same breath.
    pub fn sleep_until(&self, due: DateTime<Utc>) -> impl Future<Output = AtWork> + Send + use<> {
        let asleep = Asleep::new(self.clone(), due);
        async move {
            loop {
                let moved = asleep.clock.0.moved.notified();
                let left = (due - asleep.clock.now()).to_std().unwrap_or_default();
                if left.is_zero() {
                    return asleep.clock.at_work();
                }
                tokio::select! {
                    () = tokio::time::sleep(left) => {}
                    () = moved => {}
                }
            }
        }
    }

    /// Tells the clock that somebody does what has fallen due: until it is dropped, `advance` does not move on.
    #[must_use]
    pub fn at_work(&self) -> AtWork {
        let mut state = self.lock();
        state.at_work += 1;
        state.begun += 1;
        AtWork(self.clone())
    }

    /// Moves forward by `by`, stopping at every instant on the way that somebody sleeps for, until its work is done.
    pub async fn advance(&self, by: TimeDelta) {
        let goal = self.now() + by;
        while let Some(due) = self.next_due_when_idle(goal).await {
            self.jump(due - self.now());
        }
        self.jump((goal - self.now()).max(TimeDelta::zero()));
        self.next_due_when_idle(goal).await;
    }

    /// Waits until nobody has been at work for a moment and everybody who is due has woken; then says what somebody
    /// sleeps for next, before `goal`. Looked up in the same breath, so that nobody can be between two sleeps.
    async fn next_due_when_idle(&self, goal: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let mut waited = Duration::ZERO;
        loop {
            let seen = self.lock().begun;
            tokio::time::sleep(SETTLE).await;
            waited += SETTLE;
            let now = self.now();
            let state = self.lock();
            let all_awake = state.sleepers.range(..now).next().is_none() || waited >= AWAITED;
            if state.at_work > 0 || state.begun != seen {
                waited = Duration::ZERO;
            } else if all_awake {
                return state.sleepers.range(now..goal.max(now)).next().map(|(due, _)| *due);
            }
        }
    }

    /// Moves at once, as after an outage: whoever slept wakes late.
    pub fn jump(&self, by: TimeDelta) {
        self.lock().offset += by;
        self.0.moved.notify_waiters();
    }

    /// Shows the real time again.
    pub fn return_to_present(&self) {
        let offset = std::mem::take(&mut self.lock().offset);
        if !offset.is_zero() {
            self.0.moved.notify_waiters();
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Real time that never jumps, counted from the start of the process: for leases on a database without a clock.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the one place that asks the system")]
pub fn steady_now() -> DateTime<Utc> {
    static START: std::sync::OnceLock<(DateTime<Utc>, Instant)> = std::sync::OnceLock::new();
    let (began, at) = START.get_or_init(|| (Utc::now(), Instant::now()));
    *began + TimeDelta::from_std(at.elapsed()).unwrap_or_default()
}

/// Somebody is doing what has fallen due.
#[derive(Debug)]
pub struct AtWork(Clock);

impl Drop for AtWork {
    fn drop(&mut self) {
        self.0.lock().at_work -= 1;
    }
}

/// Keeps a due instant on the clock's list for as long as somebody sleeps for it.
struct Asleep {
    clock: Clock,
    due: DateTime<Utc>,
}

impl Asleep {
    fn new(clock: Clock, due: DateTime<Utc>) -> Self {
        *clock.lock().sleepers.entry(due).or_default() += 1;
        Self { clock, due }
    }
}

impl Drop for Asleep {
    fn drop(&mut self) {
        let mut state = self.clock.lock();
        if let Some(count) = state.sleepers.get_mut(&self.due) {
            *count -= 1;
            if *count == 0 {
                state.sleepers.remove(&self.due);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn advance_visits_every_due_instant_in_order() {
        let clock = Clock::real();
        let start = clock.now();
        let (sender, mut visits) = tokio::sync::mpsc::unbounded_channel();
        for days in [3, 1, 2] {
            let (clock, sender) = (clock.clone(), sender.clone());
            tokio::spawn(async move {
                let due = start + TimeDelta::days(days);
                clock.sleep_until(due).await;
                sender.send((days, clock.now() - due)).ok();
            });
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
        clock.advance(TimeDelta::days(30)).await;
        for day in 1..=3 {
            let (days, late) = visits.recv().await.expect("three sleepers");
            assert_eq!(days, day);
            assert!(late < TimeDelta::hours(1), "woken {late} late");
        }
    }

    #[tokio::test]
    async fn after_a_jump_sleepers_wake_late() {
        let clock = Clock::real();
        let due = clock.now() + TimeDelta::hours(1);
        let sleeper = tokio::spawn({
            let clock = clock.clone();
            async move {
                clock.sleep_until(due).await;
                clock.now() - due
            }
        });
        tokio::time::sleep(Duration::from_millis(20)).await;
        clock.jump(TimeDelta::days(2));
        assert!(sleeper.await.expect("the sleeper wakes") > TimeDelta::hours(40));
    }
}
