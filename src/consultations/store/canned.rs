//! The statements about answers that are kept, and notes that people make for themselves.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    consultations::model::CannedAnswer,
    db::{Db, Tx},
    execute, read,
};

/// Keeps an answer: somebody's own, or a shared one where there is no owner.
pub async fn add_canned(
    tx: &mut Tx,
    (municipality, owner): (Uuid, Option<Uuid>),
    (title, words): (&str, &str),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO consultation_canned (id, municipality_id, owner_id, title, words, created_at)
             VALUES ($1, $2, $3, $4, $5, $6)"
        )
        .bind(Uuid::now_v7())
        .bind(municipality)
        .bind(owner)
        .bind(title)
        .bind(words)
        .bind(now)
    )?;
    Ok(())
}

/// Somebody's own kept answers and the shared ones of a municipality, the latest first.
pub async fn list_canned(db: &Db, municipality: Uuid, person: Uuid) -> sqlx::Result<Vec<CannedAnswer>> {
    read!(db, on => sqlx::query_as(
        "SELECT id, owner_id, title, words FROM consultation_canned
         WHERE municipality_id = $1 AND (owner_id = $2 OR owner_id IS NULL) ORDER BY created_at DESC, id LIMIT 30")
        .bind(municipality).bind(person).fetch_all(on))
}

/// A kept answer that somebody may give: their own, or a shared one of the municipality.
pub async fn find_canned(
    db: &Db,
    id: Uuid,
    (municipality, person): (Uuid, Uuid),
) -> sqlx::Result<Option<CannedAnswer>> {
    read!(db, on => sqlx::query_as(
        "SELECT id, owner_id, title, words FROM consultation_canned
         WHERE id = $1 AND municipality_id = $2 AND (owner_id = $3 OR owner_id IS NULL)")
        .bind(id).bind(municipality).bind(person).fetch_optional(on))
}

/// Drops a kept answer.
pub async fn delete_canned(tx: &mut Tx, id: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM consultation_canned WHERE id = $1").bind(id))?;
    Ok(())
}

/// Notes something for oneself.
pub async fn save_note(tx: &mut Tx, (request, person): (Uuid, Uuid), words: &str) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO consultation_notes (request_id, person_id, words) VALUES ($1, $2, $3)
             ON CONFLICT (request_id, person_id) DO UPDATE SET words = excluded.words"
        )
        .bind(request)
        .bind(person)
        .bind(words)
    )?;
    Ok(())
}

/// What somebody noted for themself.
pub async fn find_note(db: &Db, request: Uuid, person: Uuid) -> sqlx::Result<Option<String>> {
    read!(db, on => sqlx::query_scalar(
        "SELECT words FROM consultation_notes WHERE request_id = $1 AND person_id = $2")
        .bind(request).bind(person).fetch_optional(on))
}
