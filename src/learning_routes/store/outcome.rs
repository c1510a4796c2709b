//! The statements about what a route is drawn from, and about the checks on the way.

use chrono::{DateTime, Utc};
use sqlx::types::Json;
use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    execute,
    learning_routes::model::{Basis, BasisArea, CheckDecision, CheckedStep, LearningRoute},
    read,
};

/// Keeps what a route is drawn from.
pub async fn add_basis(tx: &mut Tx, route: Uuid, basis: &Basis) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("INSERT INTO route_bases (route_id, attempt_id, version_hash) VALUES ($1, $2, $3)")
            .bind(route)
            .bind(basis.attempt)
            .bind(&basis.version_hash)
    )?;
    for (position, area) in (0_i64..).zip(&basis.areas) {
        execute!(
            tx,
            sqlx::query(
                "INSERT INTO route_areas (route_id, area, position, title, short, score, level_rank, level)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
            )
            .bind(route)
            .bind(&area.area)
            .bind(position)
            .bind(&area.title)
            .bind(&area.short)
            .bind(area.score)
            .bind(area.level_rank)
            .bind(&area.level)
        )?;
    }
    Ok(())
}

/// What a route is drawn from; nothing of one that is drawn from no diagnosis.
pub async fn find_basis(db: &Db, route: Uuid) -> sqlx::Result<Option<Basis>> {
    let row: Option<(Uuid, String)> = read!(db, on => sqlx::query_as(
        "SELECT attempt_id, version_hash FROM route_bases WHERE route_id = $1")
        .bind(route).fetch_optional(on))?;
    let Some((attempt, version_hash)) = row else { return Ok(None) };
    let areas: Vec<BasisArea> = read!(db, on => sqlx::query_as(
        "SELECT area, title, short, score, level_rank, level FROM route_areas WHERE route_id = $1 ORDER BY position")
        .bind(route).fetch_all(on))?;
    Ok(Some(Basis { attempt, version_hash, areas }))
}

/// Keeps a check: how many steps were done by then, what was answered and decided.
pub async fn add_check(
    tx: &mut Tx,
    (route, done): (Uuid, usize),
    (answers, decision): (&[CheckedStep], CheckDecision),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO route_checks (id, route_id, done, answers, decision, at) VALUES ($1, $2, $3, $4, $5, $6)"
        )
        .bind(Uuid::now_v7())
        .bind(route)
        .bind(i64::try_from(done).unwrap_or(i64::MAX))
        .bind(Json(answers))
        .bind(decision.as_str())
        .bind(now)
    )?;
    Ok(())
}

/// Whether a route of the same person ended beside this one.
pub async fn has_past(db: &Db, route: &LearningRoute) -> sqlx::Result<bool> {
    let count: i64 = read!(db, on => sqlx::query_scalar(
        "SELECT COUNT(*) FROM learning_routes WHERE person_id = $1 AND id <> $2 AND state IN ('completed', 'stopped')")
        .bind(route.person_id).bind(route.id).fetch_one(on))?;
    Ok(count > 0)
}

/// How many steps were done at the last check.
pub async fn count_checked(db: &Db, route: Uuid) -> sqlx::Result<usize> {
    let done: Option<i64> = read!(db, on => sqlx::query_scalar(
        "SELECT MAX(done) FROM route_checks WHERE route_id = $1").bind(route).fetch_one(on))?;
    Ok(done.and_then(|done| usize::try_from(done).ok()).unwrap_or_default())
}
