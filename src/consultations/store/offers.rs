//! The statements about whom requests were put to and what happened to them.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    consultations::model::{RequestEvent, RequestOffer},
    db::{Db, Tx},
    execute, read, within,
};

/// Puts a request to somebody, also again; returns how many cards that makes.
pub async fn add_offer(
    tx: &mut Tx,
    (request, round): (Uuid, i64),
    person: Uuid,
    now: DateTime<Utc>,
) -> sqlx::Result<i64> {
    within!(tx, on => sqlx::query_scalar(
        "INSERT INTO consultation_offers (request_id, person_id, cards, round, is_declined, offered_at)
         VALUES ($1, $2, 1, $4, FALSE, $3)
         ON CONFLICT (request_id, person_id) DO UPDATE SET cards = consultation_offers.cards + 1,
             round = excluded.round, is_declined = FALSE, offered_at = excluded.offered_at
         RETURNING cards")
        .bind(request).bind(person).bind(now).bind(round).fetch_one(on))
}

/// To whom a request was put.
pub async fn list_offers(tx: &mut Tx, request: Uuid) -> sqlx::Result<Vec<RequestOffer>> {
    within!(tx, on => sqlx::query_as(
        "SELECT person_id, cards, round, is_declined FROM consultation_offers WHERE request_id = $1
         ORDER BY offered_at, person_id")
        .bind(request).fetch_all(on))
}

/// It is not theirs, they say.
pub async fn mark_declined(tx: &mut Tx, request: Uuid, person: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE consultation_offers SET is_declined = TRUE WHERE request_id = $1 AND person_id = $2"
        )
        .bind(request)
        .bind(person)
    )?;
    Ok(())
}

/// Notes what happened to a request: a word, who did it, whom it concerned.
pub async fn add_event(
    tx: &mut Tx,
    request: Uuid,
    (kind, actor, target): (&str, Option<Uuid>, Option<Uuid>),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO consultation_events (id, request_id, kind, actor_id, target_id, at)
             VALUES ($1, $2, $3, $4, $5, $6)"
        )
        .bind(Uuid::now_v7())
        .bind(request)
        .bind(kind)
        .bind(actor)
        .bind(target)
        .bind(now)
    )?;
    Ok(())
}

/// What happened to a request, the earliest first.
pub async fn list_events(db: &Db, request: Uuid) -> sqlx::Result<Vec<RequestEvent>> {
    read!(db, on => sqlx::query_as(
        "SELECT kind, actor_id, target_id, at FROM consultation_events WHERE request_id = $1 ORDER BY at, id")
        .bind(request).fetch_all(on))
}

/// Whether a request was put to somebody who has not said that it is not theirs.
pub async fn is_offered(db: &Db, request: Uuid, person: Uuid) -> sqlx::Result<bool> {
    let found: Option<i64> = read!(db, on => sqlx::query_scalar(
        "SELECT cards FROM consultation_offers WHERE request_id = $1 AND person_id = $2 AND NOT is_declined")
        .bind(request).bind(person).fetch_optional(on))?;
    Ok(found.is_some())
}
