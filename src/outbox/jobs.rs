//! The outbox's own job and its own letter: it forgets what is long past, and tells the owners what was not said.
//! Not here: the jobs of others.

use chrono::{DateTime, TimeDelta, Utc};
use futures::{FutureExt, future::BoxFuture};

use super::{
    model::{Calendar, Letter},
    store, view,
    wording::{Job, Told},
};
use crate::{app::App, db::Tx, texts::Texts};

/// What came to its end is kept for so many days: a school year and the summer after it. A letter's key is kept with
/// it, so that the same thing is not said again.
const KEEP_DAYS: i64 = 430;

/// At night, when nobody waits for the database.
pub const JOBS: &[Job] =
    &[Job { name: "outbox/prune", at: Calendar::Daily(3, 30), late_hours: 24, run: prune }];

fn prune<'a>(_app: &'a App, tx: &'a mut Tx, due: DateTime<Utc>) -> BoxFuture<'a, anyhow::Result<()>> {
    async move {
        let gone = store::prune(tx, due - TimeDelta::days(KEEP_DAYS)).await?;
        tracing::info!(gone, "old letters were forgotten");
        Ok(())
    }
    .boxed()
}

/// The line to the owners.
pub fn render<'a>(app: &'a App, letter: &'a Letter, texts: &'a Texts) -> BoxFuture<'a, anyhow::Result<Told>> {
    async move {
        let since = serde_json::from_value(letter.matter["not_said_since"].clone())?;
        let counts = store::count_not_said(&app.db, since).await?;
        let all: i64 = counts.iter().map(|(_, count)| count).sum();
        Ok(if all == 0 { Told::Nothing } else { Told::Say(view::not_said(all, texts)) })
    }
    .boxed()
}
