//! Letters whose moment has to be worked out, at first or anew.

use chrono::{DateTime, Utc};
use sqlx::types::Json;
use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    execute,
    outbox::model::{Class, Timing, Wish},
    read,
};

/// A letter without a moment.
#[derive(Debug, sqlx::FromRow)]
pub struct Unplanned {
    /// Our id.
    pub id: Uuid,
    /// To whom.
    pub person_id: Uuid,
    class: String,
    is_urgent: bool,
    /// When it should be said.
    pub wish: Json<Wish>,
    event_at: Option<DateTime<Utc>>,
    useless_after: DateTime<Utc>,
}

impl Unplanned {
    /// What the rhythm asks about it.
    pub fn timing(&self, wished_at: DateTime<Utc>) -> Timing {
        Timing {
            wished_at,
            event_at: self.event_at,
            useless_after: self.useless_after,
            class: Class::from_word(&self.class).unwrap_or(Class::Bulk),
            is_urgent: self.is_urgent,
        }
    }
}

/// Whether any letter has no moment yet.
pub async fn has_unplanned(db: &Db) -> sqlx::Result<bool> {
    read!(db, on => sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM letters WHERE state = 'owed' AND NOT is_planned)").fetch_one(on))
}

/// The oldest letters without a moment.
pub async fn list_unplanned(db: &Db, most: i64) -> sqlx::Result<Vec<Unplanned>> {
    read!(db, on => sqlx::query_as(
        "SELECT id, person_id, class, is_urgent, wish, event_at, useless_after FROM letters
         WHERE state = 'owed' AND NOT is_planned ORDER BY id LIMIT $1")
        .bind(most).fetch_all(on))
}

/// The letter's moment is this one, unless it was brought up to date meanwhile. Returns how many rows that changed.
pub async fn mark_planned(tx: &mut Tx, letter: &Unplanned, due_at: DateTime<Utc>) -> sqlx::Result<u64> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE letters SET is_planned = TRUE, due_at = $5
             WHERE id = $1 AND state = 'owed' AND NOT is_planned AND wish = $2 AND useless_after = $3
                 AND event_at IS NOT DISTINCT FROM $4"
        )
        .bind(letter.id)
        .bind(&letter.wish)
        .bind(letter.useless_after)
        .bind(letter.event_at)
        .bind(due_at)
    )
}

/// There is no moment at which the letter may be said and is of use, unless it was brought up to date meanwhile.
/// Returns how many rows that changed.
pub async fn mark_no_moment(tx: &mut Tx, letter: &Unplanned, now: DateTime<Utc>) -> sqlx::Result<u64> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE letters SET state = 'stale', outcome = 'no moment', settled_at = $5
             WHERE id = $1 AND state = 'owed' AND NOT is_planned AND wish = $2 AND useless_after = $3
                 AND event_at IS NOT DISTINCT FROM $4"
        )
        .bind(letter.id)
        .bind(&letter.wish)
        .bind(letter.useless_after)
        .bind(letter.event_at)
        .bind(now)
    )
}

/// Every letter gets its moment worked out anew: the program, or the zones that it knows, may be others than before.
/// Those that already are due keep theirs.
pub async fn mark_all_unplanned(tx: &mut Tx, now: DateTime<Utc>) -> sqlx::Result<u64> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE letters SET is_planned = FALSE
             WHERE state = 'owed' AND form = 'post' AND claimed_by IS NULL AND NOT is_over_budget AND due_at > $1"
        )
        .bind(now)
    )
}
