//! What all parts share: the world behind its lock, who is told of changes, the log of calls.

use crate::faults::Faults;
use crate::rates::Rates;
use crate::sandbox::Options;
use crate::world::{Bot, World};
use chrono::{DateTime, Utc};
use serde_json::Value;
use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::sync::{broadcast, watch};
use tokio_util::sync::CancellationToken;

/// Calls kept in the log.
const CALLS_KEPT: usize = 10_000;
/// Changes a slow listener may lag behind.
const CHANGES_KEPT: usize = 1_024;

/// What looks different now; listeners read it anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The chat of this person (or group) changed.
    Person(i64),
    /// Someone came, or stands otherwise with the bot; or the bot's commands changed.
    People,
    /// The clock was moved.
    Clock,
}

/// One call of the bot.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// Method name in lower case.
    pub method: String,
    /// The `chat_id`, if it is a number.
    pub chat: Option<i64>,
    /// Parameters as JSON; uploads as `{"file": name, "size": bytes}`.
    pub params: Value,
    /// HTTP status of the answer; 0 when the connection was dropped instead.
    pub status: u16,
    /// Emulated time of the answer.
    pub at: DateTime<Utc>,
}

pub(crate) struct Core {
    pub options: Options,
    pub address: SocketAddr,
    pub faults: Faults,
    pub rates: Mutex<Rates>,
    pub changes: broadcast::Sender<Change>,
    /// Updates ever arrived, for long polls and the webhook.
    pub arrivals: watch::Sender<u64>,
    pub polls: crate::api::polling::Polls,
    pub stop: CancellationToken,
    world: Mutex<World>,
    calls: Mutex<VecDeque<Call>>,
}

impl Core {
    pub fn new(options: Options, address: SocketAddr) -> Self {
        let id = options.token.split(':').next().and_then(|id| id.parse().ok()).unwrap_or(1);
        let bot = Bot { id, username: options.bot_username.clone(), name: options.bot_name.clone() };
        Self {
            options,
            address,
            faults: Faults::default(),
            rates: Mutex::default(),
            changes: broadcast::Sender::new(CHANGES_KEPT),
            arrivals: watch::Sender::new(0),
            polls: crate::api::polling::Polls::default(),
            stop: CancellationToken::new(),
            world: Mutex::new(World::new(bot)),
            calls: Mutex::default(),
        }
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.options.time.now()
    }

    /// Runs `deed` on the world under its lock, then tells whoever waits for what it changed.
    pub fn with<R>(&self, deed: impl FnOnce(&mut World, DateTime<Utc>) -> R) -> R {
        let now = self.now();
        let mut world = locked(&self.world);
        let result = deed(&mut world, now);
        let changes = std::mem::take(&mut world.changes);
        let arrived = world.queue.arrived;
        drop(world);
        self.arrivals.send_if_modified(|seen| std::mem::replace(seen, arrived.max(*seen)) < arrived);
        for change in changes {
            self.tell(change);
        }
        result
    }

    pub fn tell(&self, change: Change) {
        // Nobody listening is fine: the page may be closed.
        drop(self.changes.send(change));
    }

    pub fn log(&self, call: Call) {
        let mut calls = locked(&self.calls);
        if calls.len() == CALLS_KEPT {
            calls.pop_front();
        }
        calls.push_back(call);
    }

    pub fn calls(&self) -> Vec<Call> {
        locked(&self.calls).iter().cloned().collect()
    }
}

/// A lock that survives a panic of a test that held it.
pub(crate) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
