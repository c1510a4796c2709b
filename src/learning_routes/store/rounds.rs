//! The statements about the reminders of a day: whom, and how far their writing has come.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    execute, read, within,
};

/// The reminders of a day on their way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Round {
    /// The day.
    pub day: NaiveDate,
    /// The last route whose letter is written.
    pub after_id: Option<Uuid>,
    /// When it was due.
    pub due_at: DateTime<Utc>,
}

/// Begins the reminders of a day, once.
pub async fn begin_round(tx: &mut Tx, day: NaiveDate, due: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("INSERT INTO route_rounds (day, due_at) VALUES ($1, $2) ON CONFLICT (day) DO NOTHING")
            .bind(day)
            .bind(due)
    )?;
    Ok(())
}

/// Whether a round is not at its end.
pub async fn has_round(db: &Db) -> sqlx::Result<bool> {
    let count: i64 = read!(db, on => sqlx::query_scalar("SELECT COUNT(*) FROM route_rounds").fetch_one(on))?;
    Ok(count > 0)
}

/// The earliest round that is not at its end; nobody else goes on with it until the end of the transaction.
pub async fn lock_round(tx: &mut Tx) -> sqlx::Result<Option<Round>> {
    // The update takes the row's lock on PostgreSQL; SQLite has one writer anyway.
    within!(tx, on => sqlx::query_as(
        "UPDATE route_rounds SET due_at = due_at WHERE day = (SELECT MIN(day) FROM route_rounds)
         RETURNING day, after_id, due_at").fetch_optional(on))
}

/// Notes how far a round has come.
pub async fn advance_round(tx: &mut Tx, day: NaiveDate, after: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("UPDATE route_rounds SET after_id = $2 WHERE day = $1").bind(day).bind(after))?;
    Ok(())
}

/// Everybody has their letter.
pub async fn end_round(tx: &mut Tx, day: NaiveDate) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM route_rounds WHERE day = $1").bind(day))?;
    Ok(())
}

/// A route that is followed, as a round comes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Passed {
    /// The route.
    pub id: Uuid,
    /// Whose it is.
    pub person_id: Uuid,
    /// How many steps are due that its teacher is reminded of; where their quiet ends, one at least.
    pub due: i64,
}

/// The next routes that are followed, in their order: whoever has a step that is due on one of these days and wishes no
/// quiet, or whose quiet ends on the day of the round, is reminded.
pub async fn list_passed(
    tx: &mut Tx,
    round: &Round,
    due: [NaiveDate; 4],
    most: usize,
) -> sqlx::Result<Vec<Passed>> {
    // Routes are cut off first and steps counted one by one: for an EXISTS, PostgreSQL without statistics looks at every
    // step that is due, for each batch anew.
    within!(tx, on => sqlx::query_as(
        "WITH following AS (
             SELECT id, person_id, snoozed_until FROM learning_routes WHERE state = 'active' AND id > $6
             ORDER BY id LIMIT $7)
         SELECT f.id, f.person_id, CASE
             WHEN f.snoozed_until > $1 THEN 0
             WHEN f.snoozed_until = $1 THEN 1
             ELSE (SELECT COUNT(*) FROM route_steps s
                 WHERE s.route_id = f.id AND s.state = 'planned' AND s.due_on IN ($2, $3, $4, $5))
             END AS due
         FROM following f ORDER BY f.id")
        .bind(round.day).bind(due[0]).bind(due[1]).bind(due[2]).bind(due[3])
        .bind(round.after_id.unwrap_or(Uuid::nil())).bind(i64::try_from(most).unwrap_or(i64::MAX))
        .fetch_all(on))
}
