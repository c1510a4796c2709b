//! How the service is right now, part by part: well or not, since when, and in words why not.
//! Not here: looking, since each part is told of by whoever works with it; showing it, which is `web`'s.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};
use tokio::sync::watch;

/// What the service needs to serve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The database: what is written stays.
    Database,
    /// The messenger: it answers, and lets us in.
    Messenger,
    /// What waits is being worked off.
    Work,
    /// The machine's clock agrees with the messenger's.
    Clock,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Database, Self::Messenger, Self::Work, Self::Clock];

    /// Its name in answers, metrics and the log.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Database => "database",
            Self::Messenger => "messenger",
            Self::Work => "work",
            Self::Clock => "clock",
        }
    }
}

/// What was last found out about a part; `Err` says why it is not well.
pub type Finding = Result<(), String>;

/// How one part is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// Which part.
    pub part: Part,
    /// What was found.
    pub finding: Finding,
    /// Since when it is well, or not.
    pub since: DateTime<Utc>,
}

/// How everything is; cheap to clone.
#[derive(Debug, Clone)]
pub struct Health {
    conditions: Arc<Mutex<[Condition; 4]>>,
    /// Rises whenever a part falls ill or gets well.
    turns: watch::Sender<u64>,
}

impl Default for Health {
    fn default() -> Self {
        let unheard =
            |part| Condition { part, finding: Err("nothing was heard of it yet".to_owned()), since: now() };
        Self { conditions: Arc::new(Mutex::new(Part::ALL.map(unheard))), turns: watch::Sender::new(0) }
    }
}

impl Health {
    /// Takes down what was found out about a part. When that turns, it is logged.
    pub fn note(&self, part: Part, finding: Finding) {
        let mut conditions = self.lock();
        let Some(condition) = conditions.iter_mut().find(|condition| condition.part == part) else { return };
        let turns = condition.finding.is_ok() != finding.is_ok();
        if turns {
            condition.since = now();
            match &finding {
                Ok(()) => tracing::info!(part = part.word(), "well again"),
                Err(why) => tracing::error!(part = part.word(), why, "not well"),
            }
        }
        condition.finding = finding;
        drop(conditions);
        if turns {
            self.turns.send_modify(|count| *count += 1);
        }
    }

    /// Every part as it is.
    #[must_use]
    pub fn conditions(&self) -> [Condition; 4] {
        self.lock().clone()
    }

    /// Whether every part is well.
    #[must_use]
    pub fn is_well(&self) -> bool {
        self.lock().iter().all(|condition| condition.finding.is_ok())
    }

    /// Whether this part is well.
    #[must_use]
    pub fn is_well_of(&self, part: Part) -> bool {
        self.lock().iter().any(|condition| condition.part == part && condition.finding.is_ok())
    }

    /// Tells when a part falls ill or gets well.
    #[must_use]
    pub fn turns(&self) -> watch::Receiver<u64> {
        self.turns.subscribe()
    }

    /// The same for a machine: `{"ready": …, "parts": [{"part", "well", "since", "why"}]}`.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let parts = self.conditions().map(|condition| {
            json!({
                "part": condition.part.word(),
                "well": condition.finding.is_ok(),
                "since": condition.since.to_rfc3339_opts(SecondsFormat::Secs, true),
                "why": condition.finding.err(),
            })
        });
        json!({ "ready": self.is_well(), "parts": parts })
    }

    fn lock(&self) -> MutexGuard<'_, [Condition; 4]> {
        self.conditions.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Real time, whatever the clock of tests and of the demo shows: it is for people who look at their watch.
fn now() -> DateTime<Utc> {
    crate::clock::steady_now()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_stays_ill_since_it_fell_ill_and_tells_the_latest_reason() {
        let health = Health::default();
        assert!(!health.is_well(), "nothing was heard yet");
        for part in Part::ALL {
            health.note(part, Ok(()));
        }
        assert!(health.is_well());
        let turns = *health.turns().borrow();
        health.note(Part::Database, Err("the disk is full".to_owned()));
        let [first, ..] = health.conditions();
        health.note(Part::Database, Err("no connection".to_owned()));
        let [second, ..] = health.conditions();
        assert_eq!((second.since, second.finding), (first.since, Err("no connection".to_owned())));
        assert_eq!(*health.turns().borrow(), turns + 1, "a new reason is no turn");
        assert_eq!(health.to_json()["parts"][0]["why"], "no connection");
        assert_eq!(health.to_json()["ready"], false);
    }
}
