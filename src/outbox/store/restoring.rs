//! What a restored copy would say that may have been said before the bad day.
//! Not here: restoring.

use chrono::{DateTime, Utc};
use sqlx::types::Json;
use uuid::Uuid;

use crate::{db::Tx, execute, outbox::model::Wish, within};

/// Where the day begins first: whoever has not said where their clock stands is assumed there, so that nothing old is
/// taken for something to come.
const EARLIEST: chrono_tz::Tz = chrono_tz::Asia::Kamchatka;

/// Ends every letter that was due by `now`, or was in somebody's hand: the database that was lost may have said it. What
/// falls due later is still true. Returns how many there were.
pub async fn quarantine(tx: &mut Tx, now: DateTime<Utc>) -> sqlx::Result<u64> {
    let unplanned: Vec<(Uuid, Json<Wish>)> = within!(tx, on => sqlx::query_as(
        "SELECT id, wish FROM letters WHERE state = 'owed' AND NOT is_planned").fetch_all(on))?;
    for (id, wish) in unplanned {
        execute!(
            tx,
            sqlx::query("UPDATE letters SET due_at = $2 WHERE id = $1")
                .bind(id)
                .bind(wish.0.resolve(EARLIEST))
        )?;
    }
    execute!(
        tx,
        sqlx::query(
            "UPDATE letters SET state = 'unsure', outcome = 'restored', settled_at = $1, claimed_by = NULL,
                 held_until = NULL, is_calling = FALSE, claim_number = claim_number + 1
             WHERE state IN ('owed', 'unreachable')
                 AND (due_at <= $1 OR claimed_by IS NOT NULL OR is_over_budget)"
        )
        .bind(now)
    )
}

/// Begins to count every job's due instants anew from `now`.
pub async fn skip_jobs(tx: &mut Tx, now: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("UPDATE job_runs SET last_due_at = $1 WHERE last_due_at < $1").bind(now))?;
    Ok(())
}
