//! The queue of updates: ids, lifetimes, what is wanted, and what `getUpdates` takes from it.

use crate::rules::{BATCH_BYTES, PRESS_LIFETIME_SECONDS, UPDATE_LIFETIME_SECONDS};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;
use std::collections::{BTreeSet, VecDeque};

/// Updates kept at most; beyond it the oldest are lost, as on the server.
const KEPT: usize = 100_000;
/// How far beyond the tail an offset may lie before it counts as nonsense.
const BEYOND_TAIL: i64 = 10;
/// Kinds that come only when they are asked for.
const UNASKED: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

/// One update as it will be sent.
#[derive(Debug, Clone)]
pub(crate) struct Update {
    pub id: i64,
    pub kind: &'static str,
    /// Chat, or person for presses: deliveries of one kind and lane keep their order.
    pub lane: i64,
    pub event: String,
    pub expires_at: DateTime<Utc>,
}

impl Update {
    /// `Update` of the Bot API.
    pub fn json(&self) -> String {
        format!("{{\"update_id\":{},\"{}\":{}}}", self.id, self.kind, self.event)
    }
}

#[derive(Debug)]
pub(crate) struct Queue {
    waiting: VecDeque<Update>,
    next_id: i64,
    /// `None`: the default set.
    allowed: Option<BTreeSet<String>>,
    /// Updates ever put in; pollers wait for it to grow.
    pub arrived: u64,
}

impl Default for Queue {
    fn default() -> Self {
        Self { waiting: VecDeque::new(), next_id: 700_000_001, allowed: None, arrived: 0 }
    }
}

impl Queue {
    pub fn push(&mut self, kind: &'static str, event: Value, now: DateTime<Utc>) {
        let wanted = match &self.allowed {
            Some(kinds) => kinds.contains(kind),
            None => !UNASKED.contains(&kind),
        };
        if !wanted {
            return;
        }
        let seconds = if kind == "callback_query" { PRESS_LIFETIME_SECONDS } else { UPDATE_LIFETIME_SECONDS };
        let expires_at = now + TimeDelta::seconds(seconds);
        self.waiting.push_back(Update {
            id: self.next_id,
            kind,
            lane: lane(kind, &event),
            event: event.to_string(),
            expires_at,
        });
        self.next_id += 1;
        self.arrived += 1;
        if self.waiting.len() > KEPT {
            self.waiting.pop_front();
        }
    }

    /// Sets what is wanted; an empty list is the default set.
    pub fn allow(&mut self, kinds: Vec<String>) {
        self.allowed = (!kinds.is_empty()).then(|| kinds.into_iter().collect());
    }

    /// What was asked for, for `getWebhookInfo`.
    pub fn allowed(&self) -> Option<Vec<&String>> {
        self.allowed.as_ref().map(|kinds| kinds.iter().collect())
    }

    /// Forgets what `offset` confirms, then gives up to `limit` updates from there.
    pub fn take(&mut self, offset: i64, limit: usize, now: DateTime<Utc>) -> Vec<Update> {
        self.confirm(offset);
        self.forget_expired(now);
        let mut bytes = 0;
        let mut batch: Vec<Update> = Vec::new();
        for update in self.waiting.iter().filter(|update| update.expires_at > now).take(limit) {
            bytes += update.event.len() + 64;
            if bytes > BATCH_BYTES && !batch.is_empty() {
                break;
            }
            batch.push(update.clone());
        }
        batch
    }

    fn confirm(&mut self, offset: i64) {
        if offset < 0 {
            let keep = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
            let drop = self.waiting.len().saturating_sub(keep);
            self.waiting.drain(..drop);
        } else if offset > 0 && offset <= self.next_id + BEYOND_TAIL {
            while self.waiting.front().is_some_and(|update| update.id < offset) {
                self.waiting.pop_front();
            }
        }
    }

    /// Only what is at the head: looking through the whole queue at every poll would not bear a load.
    fn forget_expired(&mut self, now: DateTime<Utc>) {
        while self.waiting.front().is_some_and(|update| update.expires_at <= now) {
            self.waiting.pop_front();
        }
    }

    pub fn len(&self, now: DateTime<Utc>) -> usize {
        self.waiting.iter().filter(|update| update.expires_at > now).count()
    }

    /// Everything that waits, for delivery by webhook.
    pub fn take_all(&mut self, now: DateTime<Utc>) -> Vec<Update> {
        self.waiting.drain(..).filter(|update| update.expires_at > now).collect()
    }

    /// What could not be delivered waits again, before all newer updates.
    pub fn give_back(&mut self, mut updates: Vec<Update>) {
        updates.sort_by_key(|update| update.id);
        for update in updates.into_iter().rev() {
            self.waiting.push_front(update);
        }
        self.arrived += 1;
    }

    pub fn clear(&mut self) {
        self.waiting.clear();
    }

    /// Updates that still wait get new numbers, as after a week of silence.
    pub fn restart_ids(&mut self) {
        self.next_id = (self.next_id * 31) % 600_000_000 + 1_000_000;
        for update in &mut self.waiting {
            update.id = self.next_id;
            self.next_id += 1;
        }
        self.arrived += 1;
    }
}

fn lane(kind: &str, event: &Value) -> i64 {
    let path = if kind == "callback_query" { "/from/id" } else { "/chat/id" };
    event.pointer(path).and_then(Value::as_i64).unwrap_or_default()
}
