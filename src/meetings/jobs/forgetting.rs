//! Meetings whose period is over, and before that the names of visitors and the reasons not to come: a few each night.
//! Not here: how long they are kept, which the periods say.

use chrono::{DateTime, TimeDelta, Utc};
use futures::{FutureExt, future::BoxFuture};

use crate::{app::App, audiences, db::Tx, meetings::store};

/// So many at once: each has the people of a district, and everybody else's writes wait meanwhile.
const MOST: i64 = 20;
/// Of details there are few.
const MOST_DETAILS: i64 = 100;

pub(super) fn forget_old<'a>(
    app: &'a App,
    tx: &'a mut Tx,
    due: DateTime<Utc>,
) -> BoxFuture<'a, anyhow::Result<()>> {
    async move {
        let before = |days| due - TimeDelta::days(days);
        let details =
            store::list_with_details(tx, before(app.retention.meeting_details), MOST_DETAILS).await?;
        for id in &details {
            store::forget_details(tx, *id).await?;
        }
        let old = store::list_old(tx, before(app.retention.meetings), MOST).await?;
        for (id, audience) in &old {
            store::forget_meeting(tx, *id).await?;
            if !store::is_audience_used(tx, *audience).await? {
                audiences::forget_unsaved(tx, *audience).await?;
            }
        }
        tracing::info!(gone = old.len(), details = details.len(), "old meetings were forgotten");
        Ok(())
    }
    .boxed()
}
