//! The statements about when methodologists of a municipality work.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::{
    consultations::model::ServiceBreak,
    db::{Db, Tx},
    execute, read,
};

/// The intervals of the seven days, where a municipality has its own.
pub async fn find_week(db: &Db, municipality: Uuid) -> sqlx::Result<Option<String>> {
    read!(db, on => sqlx::query_scalar("SELECT week FROM consultation_calendars WHERE municipality_id = $1")
        .bind(municipality).fetch_optional(on))
}

/// Keeps the intervals of the seven days.
pub async fn save_week(tx: &mut Tx, municipality: Uuid, week: &str, now: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO consultation_calendars (municipality_id, week, changed_at) VALUES ($1, $2, $3)
             ON CONFLICT (municipality_id) DO UPDATE SET week = excluded.week, changed_at = excluded.changed_at"
        )
        .bind(municipality)
        .bind(week)
        .bind(now)
    )?;
    Ok(())
}

/// Works the usual hours again.
pub async fn delete_week(tx: &mut Tx, municipality: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("DELETE FROM consultation_calendars WHERE municipality_id = $1").bind(municipality)
    )?;
    Ok(())
}

/// Adds a range of days off.
pub async fn add_break(
    tx: &mut Tx,
    municipality: Uuid,
    (first, last, title): (NaiveDate, NaiveDate, &str),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO consultation_breaks (id, municipality_id, first_day, last_day, title, created_at)
             VALUES ($1, $2, $3, $4, $5, $6)"
        )
        .bind(Uuid::now_v7())
        .bind(municipality)
        .bind(first.to_string())
        .bind(last.to_string())
        .bind(title)
        .bind(now)
    )?;
    Ok(())
}

/// Ranges of days off, in order.
pub async fn list_breaks(db: &Db, municipality: Uuid) -> sqlx::Result<Vec<ServiceBreak>> {
    read!(db, on => sqlx::query_as(
        "SELECT id, first_day, last_day, title FROM consultation_breaks WHERE municipality_id = $1
         ORDER BY first_day, id")
        .bind(municipality).fetch_all(on))
}

/// Drops a range of days off of a municipality.
pub async fn delete_break(tx: &mut Tx, municipality: Uuid, id: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("DELETE FROM consultation_breaks WHERE municipality_id = $1 AND id = $2")
            .bind(municipality)
            .bind(id)
    )?;
    Ok(())
}
