//! Announcements whose period is over, with what people did with them: a few each night.
//! Not here: how long they are kept, which the periods say.

use chrono::{DateTime, TimeDelta, Utc};
use futures::{FutureExt, future::BoxFuture};

use crate::{
    app::App,
    attachments, audiences,
    broadcasts::store,
    db::Tx,
    outbox::{Calendar, Job},
};

/// At night, when nobody waits for the database.
pub const JOBS: &[Job] =
    &[Job { name: "broadcasts/forgetting", at: Calendar::Daily(4, 10), late_hours: 24, run: forget_old }];

/// So many at once: each has the deliveries of a district, and everybody else's writes wait meanwhile.
const MOST: i64 = 20;

fn forget_old<'a>(app: &'a App, tx: &'a mut Tx, due: DateTime<Utc>) -> BoxFuture<'a, anyhow::Result<()>> {
    async move {
        let before = due - TimeDelta::days(app.retention.announcements);
        let old = store::list_old(tx, before, MOST).await?;
        for broadcast in &old {
            store::forget_broadcast(tx, broadcast.id).await?;
            for file in &broadcast.files {
                if !store::is_file_used(tx, *file).await? {
                    attachments::forget_attachment(tx, *file).await?;
                }
            }
            if !store::is_audience_used(tx, broadcast.audience).await? {
                audiences::forget_unsaved(tx, broadcast.audience).await?;
            }
        }
        tracing::info!(gone = old.len(), "old announcements were forgotten");
        Ok(())
    }
    .boxed()
}
