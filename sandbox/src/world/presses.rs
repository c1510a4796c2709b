//! Presses of inline buttons and the bot's answers to them.

use chrono::{DateTime, TimeDelta, Utc};
use std::collections::{HashMap, VecDeque};

/// Presses remembered; older ones count as too old anyway.
const KEPT: usize = 50_000;

/// What the person saw after a press.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Answered {
    pub text: Option<String>,
    pub alert: bool,
    pub url: Option<String>,
}

#[derive(Debug)]
pub(crate) struct PressState {
    pub chat: i64,
    pub at: DateTime<Utc>,
    pub answers: Vec<Answered>,
}

#[derive(Debug, Default)]
pub(crate) struct Presses {
    all: HashMap<String, PressState>,
    order: VecDeque<String>,
    count: u64,
}

impl Presses {
    /// Records a press and gives it its query id.
    pub fn add(&mut self, chat: i64, at: DateTime<Utc>) -> String {
        self.count += 1;
        let id = format!("{}{:09}", chat.unsigned_abs() % 1_000_000_000, self.count);
        self.all.insert(id.clone(), PressState { chat, at, answers: Vec::new() });
        self.order.push_back(id.clone());
        if self.order.len() > KEPT
            && let Some(oldest) = self.order.pop_front()
        {
            self.all.remove(&oldest);
        }
        id
    }

    pub fn find(&self, id: &str) -> Option<&PressState> {
        self.all.get(id)
    }

    /// Records the answer; `None` when the query is unknown, too old or answered already.
    pub fn answer(&mut self, id: &str, answer: Answered, oldest: DateTime<Utc>) -> Option<i64> {
        let press = self.all.get_mut(id)?;
        if press.at < oldest || !press.answers.is_empty() {
            return None;
        }
        press.answers.push(answer);
        Some(press.chat)
    }
}

/// The instant before which a press can no longer be answered.
pub(crate) fn window_start(now: DateTime<Utc>, seconds: i64) -> DateTime<Utc> {
    now - TimeDelta::seconds(seconds)
}
