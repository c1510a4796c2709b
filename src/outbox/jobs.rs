//! The outbox's own job: it forgets what is long past.
//! Not here: the jobs of others.

use chrono::{DateTime, TimeDelta, Utc};
use futures::{FutureExt, future::BoxFuture};

use super::{model::Calendar, store, wording::Job};
use crate::{app::App, db::Tx};

/// At night, when nobody waits for the database.
pub const JOBS: &[Job] =
    &[Job { name: "outbox/prune", at: Calendar::Daily(3, 30), late_hours: 24, run: prune }];

fn prune<'a>(app: &'a App, tx: &'a mut Tx, due: DateTime<Utc>) -> BoxFuture<'a, anyhow::Result<()>> {
    async move {
        // A letter's key is kept with it, so that the same thing is not said again.
        let gone = store::prune(tx, due - TimeDelta::days(app.retention.letters)).await?;
        tracing::info!(gone, "old letters were forgotten");
        Ok(())
    }
    .boxed()
}
