//! The way in: stores what a listener received, durably and once, before the listener confirms it.
//! Not here: how a messenger delivers.

use std::{collections::HashSet, sync::Arc};

use tokio::sync::Notify;

use super::{presses::Presses, store};
use crate::{clock::Clock, db::Db, messenger::Arrival, metrics::Metrics, road::Milestone};

/// What a listener hands its events to; cheap to clone.
#[derive(Clone)]
pub struct Intake {
    pub(super) db: Db,
    pub(super) clock: Clock,
    pub(super) presses: Presses,
    pub(super) stored: Arc<Notify>,
    pub(super) metrics: Metrics,
}

impl Intake {
    /// Stores a batch in one commit. When this returns `Ok`, the batch may be confirmed to the messenger; an event
    /// that came before changes nothing.
    pub async fn accept(&self, mut batch: Vec<Arrival>) -> anyhow::Result<()> {
        let mut seen = HashSet::new();
        batch.retain(|arrival| seen.insert(arrival.event_key.clone()));
        if batch.is_empty() {
            return Ok(());
        }
        Milestone::Arrived.pass();
        let new = store::add_batch(&self.db, &batch, self.clock.now()).await?;
        Milestone::Stored.pass();
        for arrival in batch.iter().filter(|arrival| new.contains(&arrival.event_key)) {
            self.metrics.came_in(kind(&arrival.event_key));
            if let Some(press) = &arrival.origin.press {
                self.presses.arrived(press);
            }
        }
        self.stored.notify_one();
        Ok(())
    }
}

/// The first word of an event's key says what kind of event it is.
fn kind(event_key: &str) -> &'static str {
    let known = ["press", "message", "edited", "member"];
    known.into_iter().find(|kind| event_key.split(':').next() == Some(kind)).unwrap_or("other")
}
