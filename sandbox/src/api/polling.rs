//! `getUpdates`: long polling, its conflicts, and what tests may do to batches. The queue itself is in
//! `world::queue`.

use super::params::Params;
use crate::core::{Core, locked};
use crate::rules::ApiError;
use crate::world::queue::Update;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::sync::watch;

const TERMINATED: &str =
    "terminated by other getUpdates request; make sure that only one bot instance is running";
/// Seconds within which the same offset is a sign of a loop without pause.
const HURRY: Duration = Duration::from_secs(3);
const RUSH: Duration = Duration::from_millis(500);

/// Who polls, who waits, and what is done to batches.
#[derive(Debug)]
pub(crate) struct Polls {
    /// Why the waiting poll must end, by its number.
    current: watch::Sender<(u64, &'static str)>,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    last: Option<(i64, Instant)>,
    conflict_free_at: Option<Instant>,
    duplicate: Option<(f64, Dice)>,
    reorder: Option<Dice>,
    /// Copies that arrive with the next batch.
    again: VecDeque<Update>,
}

impl Default for Polls {
    fn default() -> Self {
        Self { current: watch::Sender::new((0, "")), state: Mutex::default() }
    }
}

impl Polls {
    pub fn duplicate(&self, share: f64, seed: u64) {
        locked(&self.state).duplicate = (share > 0.0).then(|| (share, Dice::new(seed)));
    }

    pub fn reorder(&self, seed: u64) {
        locked(&self.state).reorder = Some(Dice::new(seed));
    }

    /// Ends the waiting poll, if any, and gives the number of the new one.
    pub fn supersede(&self, reason: &'static str) -> u64 {
        let mut number = 0;
        self.current.send_modify(|current| {
            *current = (current.0 + 1, reason);
            number = current.0;
        });
        number
    }

    /// How long the answer to a killed poll is held: the first conflict not at all, further ones 3 s apart.
    fn conflict_delay(&self) -> Duration {
        let mut state = locked(&self.state);
        let now = Instant::now();
        let free_at = state.conflict_free_at.filter(|at| *at > now);
        state.conflict_free_at = Some(free_at.unwrap_or(now) + HURRY);
        free_at.map_or(Duration::ZERO, |at| at - now)
    }

    /// The server slows down whoever asks for the same offset again and again.
    fn calmed(&self, offset: i64, limit: usize, timeout: Duration) -> (usize, Duration) {
        let mut state = locked(&self.state);
        let now = Instant::now();
        let since = state.last.filter(|(last, _)| *last == offset).map(|(_, at)| now - at);
        state.last = Some((offset, now));
        let limit = if since.is_some_and(|since| since < RUSH) { 1 } else { limit };
        let timeout = if since.is_some_and(|since| since < HURRY) { timeout.max(HURRY) } else { timeout };
        (limit, timeout)
    }

    /// What arrives of a batch once the faults of the road are done to it.
    pub fn travelled(&self, batch: Vec<Update>) -> Vec<Update> {
        let mut state = locked(&self.state);
        let state = &mut *state;
        let mut arrived: Vec<Update> = state.again.drain(..).collect();
        for update in batch {
            if let Some((share, dice)) = &mut state.duplicate
                && dice.share() < *share
            {
                if dice.share() < 0.5 {
                    arrived.push(update.clone())
                } else {
                    state.again.push_back(update.clone())
                }
            }
            arrived.push(update);
        }
        if let Some(dice) = &mut state.reorder {
            for last in (1..arrived.len()).rev() {
                arrived.swap(last, dice.below(last + 1));
            }
        }
        arrived
    }
}

pub(super) async fn get_updates(core: &Arc<Core>, params: &Params) -> Result<String, ApiError> {
    if core.with(|world, _| world.settings.webhook.is_some()) {
        return Err(ApiError::conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        ));
    }
    if let Ok(Some(kinds)) = params.structure("allowed_updates")
        && let Ok(kinds) = serde_json::from_value::<Vec<String>>(kinds)
    {
        core.with(|world, _| world.queue.allow(kinds));
    }
    let offset = params.number("offset").unwrap_or(0);
    let limit = usize::try_from(params.number("limit").unwrap_or(100).clamp(1, 100)).unwrap_or(100);
    let timeout = params.number("timeout").unwrap_or(0).clamp(0, 50).unsigned_abs();
    let (limit, timeout) = core.polls.calmed(offset, limit, Duration::from_secs(timeout));
    wait(core, offset, limit, timeout).await
}

async fn wait(core: &Arc<Core>, offset: i64, limit: usize, timeout: Duration) -> Result<String, ApiError> {
    let mut arrivals = core.arrivals.subscribe();
    let mine = core.polls.supersede(TERMINATED);
    let mut current = core.polls.current.subscribe();
    let end = tokio::time::Instant::now() + timeout;
    let mut offset = offset;
    loop {
        arrivals.borrow_and_update();
        let batch = core.with(|world, now| world.queue.take(offset, limit, now));
        if !batch.is_empty() {
            return Ok(json_of(&core.polls.travelled(batch)));
        }
        // A negative offset drops the past once, not what comes while waiting.
        offset = offset.max(0);
        tokio::select! {
            changed = arrivals.changed() => if changed.is_err() { return Ok(json_of(&[])) },
            () = tokio::time::sleep_until(end) => return Ok(json_of(&core.polls.travelled(Vec::new()))),
            () = core.stop.cancelled() => return Err(ApiError::other(500, "Internal Server Error: restart")),
            reason = superseded(&mut current, mine) => {
                tokio::time::sleep(core.polls.conflict_delay()).await;
                return Err(ApiError::conflict(reason));
            }
        }
    }
}

async fn superseded(current: &mut watch::Receiver<(u64, &'static str)>, mine: u64) -> &'static str {
    let reason = current.wait_for(|(number, _)| *number > mine).await.map(|current| current.1);
    reason.unwrap_or(TERMINATED)
}

fn json_of(updates: &[Update]) -> String {
    let list: Vec<String> = updates.iter().map(Update::json).collect();
    format!("[{}]", list.join(","))
}

/// A small repeatable source of chance (SplitMix64): a seed must give the same faults on every machine.
#[derive(Debug)]
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number in 0..1.
    fn share(&mut self) -> f64 {
        f64::from(u32::try_from(self.roll() >> 32).unwrap_or_default()) / (f64::from(u32::MAX) + 1.0)
    }

    /// A number below `end`, which is small.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.roll() % (end as u64)).unwrap_or_default()
    }
}
