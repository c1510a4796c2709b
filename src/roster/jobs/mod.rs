//! What goes on by itself: carrying imports out, looking for matches, the letters about both, forgetting old rows.
//! Not here: what people press.

mod carrying;
mod joining;
mod letters;

use chrono::{DateTime, TimeDelta, Utc};
use futures::{FutureExt, future::BoxFuture};

pub use carrying::{carry_out_imports, plan};
pub use joining::{UNDO_HOURS, claim_listed, join, look_for_matches, part};
pub use letters::{match_cause, owe_import, render, tell_of_import};

use super::store;
use crate::{
    app::App,
    db::Tx,
    outbox::{Calendar, Job},
};

/// The rows of a list are kept for so many days, so that the refused ones can be had again.
const ROWS_KEPT_DAYS: i64 = 7;

/// At night, when nobody waits for the database.
pub const JOBS: &[Job] =
    &[Job { name: "roster/forget", at: Calendar::Daily(3, 40), late_hours: 24, run: forget_old }];

fn forget_old<'a>(_app: &'a App, tx: &'a mut Tx, due: DateTime<Utc>) -> BoxFuture<'a, anyhow::Result<()>> {
    async move {
        store::drop_old_content(tx, due - TimeDelta::days(ROWS_KEPT_DAYS)).await?;
        Ok(store::prune_kept(tx, due - TimeDelta::hours(UNDO_HOURS)).await?)
    }
    .boxed()
}
