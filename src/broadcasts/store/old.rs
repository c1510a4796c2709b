//! Announcements whose period is over.
//! Not here: how long that is.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{COLUMNS, Row};
use crate::{broadcasts::model::Broadcast, db::Tx, execute, within};

/// Announcements of which nothing more comes and that ended before this instant, and drafts begun before it; the oldest
/// first.
pub async fn list_old(tx: &mut Tx, before: DateTime<Utc>, most: i64) -> sqlx::Result<Vec<Broadcast>> {
    let query = format!(
        "{COLUMNS} WHERE state NOT IN ('scheduled', 'running') AND COALESCE(ended_at, taken_at, created_at) < $1
         ORDER BY created_at, id LIMIT $2"
    );
    let rows: Vec<Row> = within!(tx, on => sqlx::query_as(sqlx::AssertSqlSafe(query))
        .bind(before).bind(most).fetch_all(on))?;
    rows.into_iter().map(Row::read).collect()
}

/// Deletes an announcement, with its deliveries and the answers to it.
pub async fn forget_broadcast(tx: &mut Tx, id: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM broadcasts WHERE id = $1").bind(id))?;
    Ok(())
}

/// Whether any announcement has this file: what comes again shares its files.
pub async fn is_file_used(tx: &mut Tx, file: Uuid) -> sqlx::Result<bool> {
    within!(tx, on => sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM broadcasts WHERE CAST(files AS TEXT) LIKE $1)")
        .bind(format!("%{file}%")).fetch_one(on))
}

/// Whether any announcement is for this audience: what comes again shares it.
pub async fn is_audience_used(tx: &mut Tx, audience: Uuid) -> sqlx::Result<bool> {
    within!(tx, on => sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM broadcasts WHERE audience_id = $1)")
        .bind(audience).fetch_one(on))
}
