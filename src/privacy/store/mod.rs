//! The statements about acts of destruction, and those that read what other capabilities publish.

mod holdings;

#[cfg(test)]
mod tests;

pub use holdings::{list_kept, list_rows, read_schema};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::model::{Erasure, Presence, Reason};
use crate::{
    db::{Db, Tx},
    execute, read, within,
};

/// Writes an act down; one for each person, whoever comes first.
pub async fn add_erasure(tx: &mut Tx, erasure: &Erasure) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO erasures (id, person_id, municipality_id, reason, categories, erased_at)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (person_id) DO NOTHING"
        )
        .bind(erasure.id)
        .bind(erasure.person_id)
        .bind(erasure.municipality)
        .bind(erasure.reason.as_str())
        .bind(erasure.categories.join(","))
        .bind(erasure.erased_at)
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct ErasureRow {
    id: Uuid,
    person_id: Uuid,
    municipality_id: Option<Uuid>,
    reason: String,
    categories: String,
    erased_at: DateTime<Utc>,
}

impl ErasureRow {
    fn read(self) -> Option<Erasure> {
        Some(Erasure {
            id: self.id,
            person_id: self.person_id,
            municipality: self.municipality_id,
            reason: Reason::from_word(&self.reason)?,
            categories: self
                .categories
                .split(',')
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect(),
            erased_at: self.erased_at,
        })
    }
}

/// The acts of a municipality, the newest first; without one, of the whole region.
pub async fn list_erasures(db: &Db, municipality: Option<Uuid>) -> sqlx::Result<Vec<Erasure>> {
    let rows: Vec<ErasureRow> = read!(db, on => sqlx::query_as(
        "SELECT id, person_id, municipality_id, reason, categories, erased_at FROM erasures
         WHERE $1 IS NULL OR municipality_id = $1 ORDER BY erased_at DESC, id DESC")
        .bind(municipality).fetch_all(on))?;
    Ok(rows.into_iter().filter_map(ErasureRow::read).collect())
}

/// Deletes the acts that are older.
pub async fn forget_erasures(tx: &mut Tx, before: DateTime<Utc>) -> sqlx::Result<u64> {
    execute!(tx, sqlx::query("DELETE FROM erasures WHERE erased_at < $1").bind(before))
}

/// Where a person mainly works.
pub async fn find_municipality(tx: &mut Tx, person: Uuid) -> sqlx::Result<Option<Uuid>> {
    within!(tx, on => sqlx::query_scalar("SELECT municipality_id FROM main_places WHERE person_id = $1")
        .bind(person).fetch_optional(on))
}

const PRESENCE: &str = "SELECT person_id, created_at, registered_at, contacts, live_contacts, seen_at
     FROM person_presence";

/// The presence of everybody who is known since before.
pub async fn list_presences(db: &Db, known_before: DateTime<Utc>) -> sqlx::Result<Vec<Presence>> {
    let query = format!("{PRESENCE} WHERE created_at < $1 ORDER BY created_at, person_id");
    read!(db, on => sqlx::query_as(sqlx::AssertSqlSafe(query)).bind(known_before).fetch_all(on))
}

/// The presence of one person.
pub async fn read_presence(db: &Db, person: Uuid) -> sqlx::Result<Option<Presence>> {
    let query = format!("{PRESENCE} WHERE person_id = $1");
    read!(db, on => sqlx::query_as(sqlx::AssertSqlSafe(query)).bind(person).fetch_optional(on))
}

/// Whether there is such a person.
pub async fn is_present(db: &Db, person: Uuid) -> sqlx::Result<bool> {
    let query = "SELECT EXISTS (SELECT 1 FROM person_presence WHERE person_id = $1)";
    read!(db, on => sqlx::query_scalar(query).bind(person).fetch_one(on))
}

/// The presence of one person as it is inside a transaction; nothing if there is no such person.
pub async fn find_presence(tx: &mut Tx, person: Uuid) -> sqlx::Result<Option<Presence>> {
    let query = format!("{PRESENCE} WHERE person_id = $1");
    within!(tx, on => sqlx::query_as(sqlx::AssertSqlSafe(query)).bind(person).fetch_optional(on))
}

/// The kept files of a person, the oldest first.
pub async fn list_files(db: &Db, person: Uuid) -> sqlx::Result<Vec<Uuid>> {
    read!(db, on => sqlx::query_scalar(
        "SELECT attachment_id FROM attachments_kept WHERE owner_id = $1 ORDER BY attachment_id")
        .bind(person).fetch_all(on))
}
