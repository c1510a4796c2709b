//! What goes by itself: each night the data whose period is over, and at each start whoever a backup brought back.
//! Not here: how long which data is kept, which the periods say.

mod book;
mod leaver;
mod silences;

pub use book::keep_up;
pub use leaver::Leaver;
pub use silences::render;

use chrono::{DateTime, Utc};
use futures::{FutureExt, future::BoxFuture};

use super::{
    list_holdings,
    model::{Periods, Reason},
    store,
};
use crate::{
    app::App,
    audit,
    db::Tx,
    outbox::{Calendar, Job},
    people,
};

/// At night, when nobody waits for the database.
pub const JOBS: &[Job] =
    &[Job { name: "privacy/retention", at: Calendar::Daily(3, 45), late_hours: 24, run: forget_old }];

/// Ends the periods that need no look at anybody, and begins to look at everybody. People go one by one in
/// transactions of their own: there may be thousands of a list that nobody claimed, and everybody else is answered.
fn forget_old<'a>(app: &'a App, tx: &'a mut Tx, due: DateTime<Utc>) -> BoxFuture<'a, anyhow::Result<()>> {
    async move {
        let periods = &app.retention;
        people::begin_silences(tx, due).await?;
        let strangers = people::forget_strangers(tx, Periods::over_since(periods.strangers, due)).await?;
        let entries = audit::forget_entries(tx, Periods::over_since(periods.audit, due)).await?;
        let acts = store::forget_erasures(tx, Periods::over_since(periods.acts, due)).await?;
        tracing::info!(strangers, entries, acts, "what is past its period was forgotten");
        let app = app.clone();
        tokio::spawn(async move {
            if let Err(error) = silences::look_at_everybody(&app, due).await {
                tracing::error!(error = format!("{error:#}"), "the silent could not all be looked at");
            }
        });
        Ok(())
    }
    .boxed()
}

/// Erases again whoever was erased and is there once more, because a backup was restored. Returns how many they were.
pub async fn replay_erasures(app: &App) -> anyhow::Result<usize> {
    let erased = keep_up(app).await?;
    let holdings = list_holdings(app).await?;
    let mut restored = 0;
    for person in erased {
        if !store::is_present(&app.db, person).await? {
            continue;
        }
        let leaver = Leaver::find(app, &holdings, (person, Reason::Restored)).await?;
        let mut tx = app.db.begin().await?;
        leaver.erase(app, &mut tx, app.clock.now()).await?;
        tx.commit().await?;
        leaver.is_gone(app).await;
        restored += 1;
    }
    if restored > 0 {
        tracing::warn!(
            restored,
            "a backup had brought back people who had been erased; they are erased again"
        );
    }
    Ok(restored)
}
