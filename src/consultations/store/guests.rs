//! The statements about colleagues who were invited into a request.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    execute, read,
};

/// Takes somebody in, once.
pub async fn add_guest(tx: &mut Tx, request: Uuid, person: Uuid, now: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO consultation_guests (request_id, person_id, joined_at) VALUES ($1, $2, $3)
             ON CONFLICT (request_id, person_id) DO NOTHING"
        )
        .bind(request)
        .bind(person)
        .bind(now)
    )?;
    Ok(())
}

/// Lets somebody go; returns whether they were in it.
pub async fn delete_guest(tx: &mut Tx, request: Uuid, person: Uuid) -> sqlx::Result<bool> {
    let deleted = execute!(
        tx,
        sqlx::query("DELETE FROM consultation_guests WHERE request_id = $1 AND person_id = $2")
            .bind(request)
            .bind(person)
    )?;
    Ok(deleted == 1)
}

/// Who was invited into a request, in order.
pub async fn list_guests(db: &Db, request: Uuid) -> sqlx::Result<Vec<Uuid>> {
    read!(db, on => sqlx::query_scalar(
        "SELECT person_id FROM consultation_guests WHERE request_id = $1 ORDER BY joined_at, person_id")
        .bind(request).fetch_all(on))
}

/// Whether somebody was invited into a request.
pub async fn is_guest(db: &Db, request: Uuid, person: Uuid) -> sqlx::Result<bool> {
    Ok(list_guests(db, request).await?.contains(&person))
}

/// Guests of open requests who may not consult there any more: request and person.
pub async fn list_lost_guests(db: &Db) -> sqlx::Result<Vec<(Uuid, Uuid)>> {
    read!(db, on => sqlx::query_as(
        "SELECT g.request_id, g.person_id FROM consultation_guests g
         JOIN consultation_requests c ON c.id = g.request_id
         WHERE NOT EXISTS (SELECT 1 FROM roles_held r WHERE r.person_id = g.person_id
             AND (r.role = 'regional_coordinator'
                  OR (r.role IN ('methodologist', 'coordinator') AND r.municipality_id = c.municipality_id)))
         ORDER BY g.request_id, g.person_id LIMIT 50")
        .fetch_all(on))
}
