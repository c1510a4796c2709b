//! A day after a decision: the facts of one person become the other's, and the contacts that are gone are nobody's.

use chrono::{DateTime, TimeDelta, Utc};
use futures::{FutureExt, future::BoxFuture};

use crate::{
    accounts::{
        model::{AccountMove, UNDO_HOURS},
        store,
    },
    app::App,
    capability, conversations,
    db::Tx,
    people,
};

/// So many in one night's transaction; there are few.
const MOST: i64 = 20;

/// Settles every move that can no longer be taken back, and forgets codes and tries.
pub fn settle<'a>(app: &'a App, tx: &'a mut Tx, due: DateTime<Utc>) -> BoxFuture<'a, anyhow::Result<()>> {
    async move {
        store::forget_old(tx, due).await?;
        for found in store::list_to_settle(tx, due - TimeDelta::hours(UNDO_HOURS), MOST).await? {
            settle_one(app, tx, &found).await?;
        }
        Ok(())
    }
    .boxed()
}

async fn settle_one(app: &App, tx: &mut Tx, found: &AccountMove) -> anyhow::Result<()> {
    store::mark_settled(tx, found.id).await?;
    let Some(person) = found.person_id else { return Ok(()) };
    for (contact, is_gone) in people::list_contact_states(tx, person).await? {
        if is_gone {
            people::detach_contact(tx, contact, person).await?;
            conversations::forget_contact(tx, contact).await?;
        }
    }
    if let Some(former) = found.former_id {
        capability::merge(app, tx, former, person).await?;
    }
    Ok(())
}
