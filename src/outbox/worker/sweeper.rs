//! Ends what was not said in time, and owes the owners one line about it.
//! Not here: when a letter is of no use any more; it says so itself.

use chrono::{DateTime, DurationRound, TimeDelta, Utc};

use crate::{
    app::App,
    outbox::{
        owners::{OwnerNews, tell_owners},
        store,
    },
};

/// Ends stale letters. What people missed because of an outage is told to the owners, once an hour.
pub(super) async fn sweep(app: &App, now: DateTime<Utc>) -> anyhow::Result<()> {
    let mut tx = app.db.begin().await?;
    let not_said = store::sweep(&mut tx, now).await?;
    if not_said > 0 {
        tracing::warn!(not_said, "letters were not said in time");
        let since = now.duration_trunc(TimeDelta::hours(1))?;
        tell_owners(app, &mut tx, &OwnerNews::NotSaid(since)).await?;
    }
    Ok(tx.commit().await?)
}
