//! The outbox's own job: it forgets what is long past.
//! Not here: the jobs of others.

use chrono::{DateTime, TimeDelta, Utc};
use futures::{FutureExt, future::BoxFuture};

use super::{model::Calendar, store, wording::Job};
use crate::{app::App, db::Tx};

/// What came to its end is kept for so many days: a school year and the summer after it. A letter's key is kept with
/// it, so that the same thing is not said again.
const KEEP_DAYS: i64 = 430;

/// At night, when nobody waits for the database.
pub const JOBS: &[Job] =
    &[Job { name: "outbox-prune", at: Calendar::Daily(3, 30), late_hours: 24, run: prune }];

fn prune<'a>(_app: &'a App, tx: &'a mut Tx, due: DateTime<Utc>) -> BoxFuture<'a, anyhow::Result<()>> {
    async move {
        let gone = store::prune(tx, due - TimeDelta::days(KEEP_DAYS)).await?;
        tracing::info!(gone, "old letters were forgotten");
        Ok(())
    }
    .boxed()
}
