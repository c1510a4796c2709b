//! What happens, counted and timed for whoever watches over the service, in the text form of Prometheus
//! (<https://prometheus.io/docs/instrumenting/exposition_formats/>).
//! Not here: when it is looked at, which is `web`'s; the figures that coordinators see.
//! Promise: no label holds anything of a person, and each has few values.

use std::{
    fmt::{self, Write as _},
    sync::{Arc, atomic::AtomicU64},
    time::Duration,
};

use prometheus_client::{
    encoding::{EncodeLabelSet, text::encode},
    metrics::{counter::Counter, family::Family, gauge::Gauge, histogram::Histogram},
    registry::Registry,
};

/// One label and its value.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Kind {
    kind: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Outcome {
    outcome: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct LaneOutcome {
    lane: &'static str,
    outcome: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Part {
    part: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Queue {
    queue: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct State {
    state: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Version {
    version: &'static str,
}

/// Seconds from five milliseconds to a minute.
const SECONDS: [f64; 13] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0];

type Number = Gauge<f64, AtomicU64>;

/// All counts of one process; cheap to clone.
#[derive(Clone)]
pub struct Metrics {
    registry: Arc<Registry>,
    updates: Family<Kind, Counter>,
    handled: Family<Outcome, Counter>,
    handling: Histogram,
    answering: Histogram,
    letters: Family<LaneOutcome, Counter>,
    calls: Family<LaneOutcome, Counter>,
    well: Family<Part, Gauge>,
    waiting: Family<Queue, Gauge>,
    oldest: Family<Queue, Number>,
    connections: Family<State, Gauge>,
    memory: Gauge,
}

impl fmt::Debug for Metrics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Metrics(…)")
    }
}

impl Default for Metrics {
    fn default() -> Self {
        let mut metrics = Self {
            registry: Arc::default(),
            updates: Family::default(),
            handled: Family::default(),
            handling: Histogram::new(SECONDS),
            answering: Histogram::new(SECONDS),
            letters: Family::default(),
            calls: Family::default(),
            well: Family::default(),
            waiting: Family::default(),
            oldest: Family::default(),
            connections: Family::default(),
            memory: Gauge::default(),
        };
        metrics.registry = Arc::new(metrics.named());
        metrics.begin_at_nothing();
        metrics
    }
}

impl Metrics {
    fn named(&self) -> Registry {
        let mut all = Registry::with_prefix("metodist");
        all.register("updates", "Events that came in for the first time", self.updates.clone());
        all.register("handled", "How the handling of an event ended", self.handled.clone());
        all.register("handling_seconds", "How long a handler worked", self.handling.clone());
        all.register(
            "answer_seconds",
            "From an event's arrival until it was answered",
            self.answering.clone(),
        );
        all.register("letters", "What became of letters, by lane", self.letters.clone());
        all.register("calls", "Calls to the messenger, by lane", self.calls.clone());
        all.register("well", "Whether a part of the service is well: 1 or 0", self.well.clone());
        all.register("waiting", "How many wait in a queue", self.waiting.clone());
        all.register("waiting_seconds", "How long the oldest in a queue has waited", self.oldest.clone());
        all.register("connections", "Connections to the database", self.connections.clone());
        all.register("memory_bytes", "Memory that the process holds", self.memory.clone());
        let build = Family::<Version, Gauge>::default();
        build.get_or_create(&Version { version: env!("CARGO_PKG_VERSION") }).set(1);
        all.register("build", "Which version runs", build);
        all
    }

    /// What alarms ask for is there from the start: the first time counts as a rise.
    fn begin_at_nothing(&self) {
        for outcome in ["done", "crashed", "set_aside", "failed_after_commit"] {
            self.handled.get_or_create(&Outcome { outcome }).inc_by(0);
        }
        for lane in ["notice", "reminder", "bulk"] {
            for outcome in ["delivered", "late", "refused"] {
                self.letters.get_or_create(&LaneOutcome { lane, outcome }).inc_by(0);
            }
            for outcome in ["ok", "refused", "shut_out"] {
                self.calls.get_or_create(&LaneOutcome { lane, outcome }).inc_by(0);
            }
        }
    }

    /// An event came in: `press`, `message`, `edited` or `member`.
    pub fn came_in(&self, kind: &'static str) {
        self.updates.get_or_create(&Kind { kind }).inc();
    }

    /// A handler ended: how, and after how long.
    pub fn handled(&self, outcome: &'static str, took: Duration) {
        self.handled.get_or_create(&Outcome { outcome }).inc();
        self.handling.observe(took.as_secs_f64());
    }

    /// Whoever spoke has their answer.
    pub fn answered(&self, took: Duration) {
        self.answering.observe(took.as_secs_f64());
    }

    /// What became of a letter.
    pub fn letter(&self, lane: &'static str, outcome: &'static str) {
        self.letters.get_or_create(&LaneOutcome { lane, outcome }).inc();
    }

    /// How a call to the messenger ended.
    pub fn called(&self, lane: &'static str, outcome: &'static str) {
        self.calls.get_or_create(&LaneOutcome { lane, outcome }).inc();
    }

    /// How a part is.
    pub fn is_well(&self, part: &'static str, well: bool) {
        self.well.get_or_create(&Part { part }).set(i64::from(well));
    }

    /// How many wait in a queue, and how long the oldest of them.
    pub fn waits(&self, queue: &'static str, count: i64, oldest: Duration) {
        self.waiting.get_or_create(&Queue { queue }).set(count);
        self.oldest.get_or_create(&Queue { queue }).set(oldest.as_secs_f64());
    }

    /// The database's connections.
    pub fn connections(&self, busy: i64, idle: i64) {
        self.connections.get_or_create(&State { state: "busy" }).set(busy);
        self.connections.get_or_create(&State { state: "idle" }).set(idle);
    }

    /// The process's own memory, in bytes.
    pub fn memory(&self, bytes: i64) {
        self.memory.set(bytes);
    }

    /// Everything as text.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        if encode(&mut text, &self.registry).is_err() {
            let _ = writeln!(text, "# EOF");
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_times_read_as_prometheus_reads_them() {
        let metrics = Metrics::default();
        metrics.came_in("press");
        metrics.came_in("press");
        metrics.letter("reminder", "delivered");
        metrics.answered(Duration::from_millis(40));
        metrics.waits("updates", 3, Duration::from_secs(2));
        let text = metrics.to_text();
        for line in [
            "metodist_updates_total{kind=\"press\"} 2",
            "metodist_letters_total{lane=\"reminder\",outcome=\"delivered\"} 1",
            "metodist_answer_seconds_bucket{le=\"0.05\"} 1",
            "metodist_waiting{queue=\"updates\"} 3",
            "metodist_waiting_seconds{queue=\"updates\"} 2.0",
        ] {
            assert!(text.lines().any(|found| found == line), "{line} in\n{text}");
        }
    }
}
