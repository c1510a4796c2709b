//! The statements about what is planned: meetings whose notice is put off, and quarters without any.

use chrono::{DateTime, Utc};
use sqlx::types::Json;
use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    execute,
    meetings::model::{Meeting, Programme, Quarter},
    read,
    units::Unit,
    within,
};

/// The municipalities that have a pool of methodologists.
pub async fn list_pools(tx: &mut Tx) -> sqlx::Result<Vec<Uuid>> {
    within!(tx, on => sqlx::query_scalar("SELECT DISTINCT municipality_id FROM pool_admitted").fetch_all(on))
}

/// Who is in the pool of a municipality.
pub async fn list_pool(db: &Db, municipality: Uuid) -> sqlx::Result<Vec<Uuid>> {
    read!(db, on => sqlx::query_scalar("SELECT person_id FROM pool_admitted WHERE municipality_id = $1")
        .bind(municipality).fetch_all(on))
}

/// Days off of every municipality: `MM-DD` of every year, `YYYY-MM-DD` of one.
pub async fn list_days_off(tx: &mut Tx) -> sqlx::Result<Vec<(Uuid, String)>> {
    within!(tx, on => sqlx::query_as("SELECT municipality_id, day FROM municipality_days_off").fetch_all(on))
}

/// Whether a municipality has a meeting of a kind in this time, held or called.
pub async fn has_any(
    db: &Db,
    (municipality, kind): (Uuid, &str),
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> sqlx::Result<bool> {
    let found: Option<i64> = read!(db, on => sqlx::query_scalar(
        "SELECT CAST(1 AS BIGINT) FROM meetings WHERE municipality_id = $1 AND kind = $2 AND state = 'open'
             AND starts_at >= $3 AND starts_at < $4 LIMIT 1")
        .bind(municipality).bind(kind).bind(from).bind(to).fetch_optional(on))?;
    Ok(found.is_some())
}

/// Coordinators are told of a quarter for the so many-th time. Returns whether they were not before.
pub async fn mark_gap(
    tx: &mut Tx,
    (municipality, kind): (Uuid, &str),
    (quarter, round): (Quarter, i64),
) -> sqlx::Result<bool> {
    let marked = execute!(
        tx,
        sqlx::query(
            "INSERT INTO meeting_gaps (municipality_id, kind, year, quarter, told) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (municipality_id, kind, year, quarter) DO UPDATE SET told = excluded.told
             WHERE meeting_gaps.told < excluded.told"
        )
        .bind(municipality)
        .bind(kind)
        .bind(i64::from(quarter.year))
        .bind(i64::from(quarter.number))
        .bind(round)
    )?;
    Ok(marked == 1)
}

/// The newest meeting of a kind in a unit, whoever called it: what the next one is like.
pub async fn last_of_kind(db: &Db, unit: Unit, kind: &str) -> sqlx::Result<Option<Meeting>> {
    let row: Option<super::Row> = read!(db, on => sqlx::query_as(concat!(
        "SELECT ", super::columns!(), " FROM meetings WHERE kind = $4 AND state = 'open'
             AND COALESCE(municipality_id, $5) = COALESCE($1, $5) AND COALESCE(school_id, $5) = COALESCE($2, $5)
             AND COALESCE(association_id, $5) = COALESCE($3, $5)
         ORDER BY starts_at DESC, id DESC LIMIT 1"))
        .bind(unit.municipality()).bind(unit.school()).bind(unit.association()).bind(kind).bind(Uuid::nil())
        .fetch_optional(on))?;
    row.map(super::Row::read).transpose()
}

/// What is called in a unit and begins after an instant.
pub async fn list_planned(db: &Db, unit: Unit, from: DateTime<Utc>) -> sqlx::Result<Vec<Programme>> {
    let rows: Vec<Json<Programme>> = read!(db, on => sqlx::query_scalar(
        "SELECT programme FROM meetings WHERE state = 'open' AND starts_at > $4
             AND COALESCE(municipality_id, $5) = COALESCE($1, $5) AND COALESCE(school_id, $5) = COALESCE($2, $5)
             AND COALESCE(association_id, $5) = COALESCE($3, $5)")
        .bind(unit.municipality()).bind(unit.school()).bind(unit.association()).bind(from).bind(Uuid::nil())
        .fetch_all(on))?;
    Ok(rows.into_iter().map(|row| row.0).collect())
}

/// When people are called to a meeting; nothing where that is now.
pub async fn set_notice(tx: &mut Tx, id: Uuid, at: Option<DateTime<Utc>>) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("UPDATE meetings SET notice_at = $2 WHERE id = $1").bind(id).bind(at))?;
    Ok(())
}

/// The moment has come to call people to some meetings. Returns how many there are.
pub async fn begin_due_notices(tx: &mut Tx, now: DateTime<Utc>) -> sqlx::Result<u64> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE meetings SET notice_at = NULL, is_telling = TRUE WHERE notice_at <= $1 AND state = 'open'"
        )
        .bind(now)
    )
}

/// Whether the moment has come to call people to any meeting.
pub async fn has_due_notices(db: &Db, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let found: Option<Uuid> = read!(db, on => sqlx::query_scalar(
        "SELECT id FROM meetings WHERE notice_at <= $1 AND state = 'open' LIMIT 1").bind(now).fetch_optional(on))?;
    Ok(found.is_some())
}

/// When the next people are called to a meeting of a plan.
pub async fn next_notice(db: &Db) -> sqlx::Result<Option<DateTime<Utc>>> {
    read!(db, on => sqlx::query_scalar(
        "SELECT notice_at FROM meetings WHERE notice_at IS NOT NULL AND state = 'open' ORDER BY notice_at LIMIT 1")
        .fetch_optional(on))
}
