//! Ends what was not said in time, and owes the owners one line about it.
//! Not here: when a letter is of no use any more; it says so itself.

use chrono::{DateTime, DurationRound, TimeDelta, Utc};

use crate::{
    app::App,
    db::Tx,
    outbox::{
        NAME,
        model::{Class, NewLetter, Wish},
        store,
    },
};

/// How long the line to the owners waits for more of its kind.
const GATHER: TimeDelta = TimeDelta::minutes(2);

/// Ends stale letters. What people missed because of an outage is told to the owners.
pub(super) async fn sweep(app: &App, now: DateTime<Utc>) -> anyhow::Result<()> {
    let mut tx = app.db.begin().await?;
    let not_said = store::sweep(&mut tx, now).await?;
    if not_said > 0 {
        tracing::warn!(not_said, "letters were not said in time");
        tell_owners(app, &mut tx, now).await?;
    }
    Ok(tx.commit().await?)
}

/// Owes the owners one line about what was not said within this hour.
pub(super) async fn tell_owners(app: &App, tx: &mut Tx, now: DateTime<Utc>) -> anyhow::Result<()> {
    let since = now.duration_trunc(TimeDelta::hours(1))?;
    for owner in &app.settings.owners {
        let Some(person_id) = store::find_owner(tx, "telegram", owner).await? else { continue };
        let letter = NewLetter {
            person_id,
            capability: NAME,
            matter: serde_json::json!({ "not_said_since": since }),
            class: Class::Notice,
            is_urgent: true,
            wish: Wish::Instant(now + GATHER),
            event_at: None,
            useless_after: now + TimeDelta::days(7),
            dedup_key: format!("outbox/not-said/{person_id}/{}", since.timestamp()),
            cause: "outbox/not-said".to_owned(),
        };
        store::owe(tx, &letter, now).await?;
    }
    Ok(())
}
