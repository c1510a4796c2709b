//! Letters whose moment has to be worked out, at first or anew.

use chrono::{DateTime, Utc};
use sqlx::{QueryBuilder, types::Json};
use uuid::Uuid;

use crate::{
    db::{Db, Tx, in_time},
    execute,
    outbox::model::{Class, Timing, Wish},
    read,
};

/// A letter without a moment.
#[derive(Debug, Clone, sqlx::FromRow)]
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

/// How many letters have no moment yet.
pub async fn count_unplanned(db: &Db) -> sqlx::Result<u64> {
    let count: i64 = read!(db, on => sqlx::query_scalar(
        "SELECT COUNT(*) FROM letters WHERE state = 'owed' AND NOT is_planned").fetch_one(on))?;
    Ok(u64::try_from(count).unwrap_or_default())
}

/// The oldest letters without a moment.
pub async fn list_unplanned(db: &Db, most: i64) -> sqlx::Result<Vec<Unplanned>> {
    read!(db, on => sqlx::query_as(
        "SELECT id, person_id, class, is_urgent, wish, event_at, useless_after FROM letters
         WHERE state = 'owed' AND NOT is_planned ORDER BY id LIMIT $1")
        .bind(most).fetch_all(on))
}

/// The letters' moments are these, except for those that were brought up to date meanwhile. Returns how many rows that
/// changed.
pub async fn mark_planned(tx: &mut Tx, planned: &[(&Unplanned, DateTime<Utc>)]) -> sqlx::Result<u64> {
    if planned.is_empty() {
        return Ok(0);
    }
    match tx {
        Tx::Sqlite(on) => {
            planned_update(planned).build().execute(&mut **on).await.map(|done| done.rows_affected())
        }
        Tx::Pg(on) => {
            let done = in_time(planned_update(planned).build().execute(&mut **on)).await;
            done.map(|done| done.rows_affected())
        }
    }
}

fn planned_update<D>(planned: &[(&Unplanned, DateTime<Utc>)]) -> QueryBuilder<D>
where
    D: sqlx::Database,
    for<'q> Uuid: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> DateTime<Utc>: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> Option<DateTime<Utc>>: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> Json<Wish>: sqlx::Encode<'q, D> + sqlx::Type<D>,
{
    let mut query =
        QueryBuilder::new("UPDATE letters SET is_planned = TRUE, due_at = planned.column5 FROM (");
    query.push_values(planned, |mut row, (letter, due_at)| {
        row.push_bind(letter.id)
            .push_bind(letter.wish.clone())
            .push_bind(letter.useless_after)
            .push_bind(letter.event_at)
            .push_bind(*due_at);
    });
    query.push(
        ") AS planned WHERE letters.id = planned.column1 AND state = 'owed' AND NOT is_planned
             AND wish = planned.column2 AND useless_after = planned.column3
             AND event_at IS NOT DISTINCT FROM planned.column4",
    );
    query
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
