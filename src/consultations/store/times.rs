//! The statements about times that were proposed for talking.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    consultations::model::ProposedTime,
    db::{Db, Tx},
    execute, read, within,
};

/// Writes down what was typed, in the place of what was typed before and not sent.
pub async fn draft_times(
    tx: &mut Tx,
    (request, person): (Uuid, Uuid),
    times: &[(String, i64)],
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    delete_times(tx, request, "drafted").await?;
    for (civil, minutes) in times {
        execute!(
            tx,
            sqlx::query(
                "INSERT INTO consultation_times (id, request_id, proposed_by, civil, minutes, state, created_at)
                 VALUES ($1, $2, $3, $4, $5, 'drafted', $6)"
            )
            .bind(Uuid::now_v7())
            .bind(request)
            .bind(person)
            .bind(civil)
            .bind(minutes)
            .bind(now)
        )?;
    }
    Ok(())
}

async fn delete_times(tx: &mut Tx, request: Uuid, state: &str) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("DELETE FROM consultation_times WHERE request_id = $1 AND state = $2")
            .bind(request)
            .bind(state)
    )?;
    Ok(())
}

/// Puts what was typed in the place of what was offered and agreed before; returns how many times that makes.
pub async fn offer_times(tx: &mut Tx, request: Uuid) -> sqlx::Result<u64> {
    let drafted: i64 = within!(tx, on => sqlx::query_scalar(
        "SELECT COUNT(*) FROM consultation_times WHERE request_id = $1 AND state = 'drafted'")
        .bind(request).fetch_one(on))?;
    if drafted == 0 {
        return Ok(0);
    }
    delete_times(tx, request, "offered").await?;
    delete_times(tx, request, "agreed").await?;
    execute!(
        tx,
        sqlx::query(
            "UPDATE consultation_times SET state = 'offered' WHERE request_id = $1 AND state = 'drafted'"
        )
        .bind(request)
    )
}

/// Agrees to one of the times that were offered, instead of another that was agreed before.
pub async fn agree(tx: &mut Tx, time: &ProposedTime) -> sqlx::Result<bool> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE consultation_times SET state = 'offered' WHERE request_id = $1 AND state = 'agreed'"
        )
        .bind(time.request_id)
    )?;
    let agreed = execute!(
        tx,
        sqlx::query("UPDATE consultation_times SET state = 'agreed' WHERE id = $1 AND state = 'offered'")
            .bind(time.id)
    )?;
    Ok(agreed == 1)
}

/// The times of a request, in the order in which they were typed.
pub async fn list_times(db: &Db, request: Uuid) -> sqlx::Result<Vec<ProposedTime>> {
    read!(db, on => sqlx::query_as(
        "SELECT id, request_id, civil, minutes, state FROM consultation_times WHERE request_id = $1 ORDER BY id")
        .bind(request).fetch_all(on))
}

/// A time.
pub async fn find_time(db: &Db, id: Uuid) -> sqlx::Result<Option<ProposedTime>> {
    read!(db, on => sqlx::query_as(
        "SELECT id, request_id, civil, minutes, state FROM consultation_times WHERE id = $1")
        .bind(id).fetch_optional(on))
}
