//! What people wrote in reply, and which announcements they want none of.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    broadcasts::model::Answer,
    db::{Db, Tx},
    execute, read,
};

/// Keeps what somebody wrote in reply.
pub async fn add_answer(
    tx: &mut Tx,
    (id, person): (Uuid, Uuid),
    words: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO broadcast_answers (id, broadcast_id, person_id, words, said_at) VALUES ($1, $2, $3, $4, $5)"
        )
        .bind(Uuid::now_v7())
        .bind(id)
        .bind(person)
        .bind(words)
        .bind(now)
    )?;
    Ok(())
}

/// The newest answers to an announcement.
pub async fn list_answers(db: &Db, id: Uuid, most: i64) -> sqlx::Result<Vec<Answer>> {
    read!(db, on => sqlx::query_as(
        "SELECT n.family_name, n.given_name, a.words, a.said_at
         FROM broadcast_answers a LEFT JOIN person_identities n ON n.person_id = a.person_id
         WHERE a.broadcast_id = $1 ORDER BY a.said_at DESC, a.id DESC LIMIT $2")
        .bind(id).bind(most).fetch_all(on))
}

/// How many answers there are.
pub async fn count_answers(db: &Db, id: Uuid) -> sqlx::Result<i64> {
    read!(db, on => sqlx::query_scalar("SELECT COUNT(*) FROM broadcast_answers WHERE broadcast_id = $1")
        .bind(id).fetch_one(on))
}

/// The categories that somebody wants none of.
pub async fn list_optouts(db: &Db, person: Uuid) -> sqlx::Result<Vec<String>> {
    read!(db, on => sqlx::query_scalar("SELECT category FROM broadcast_optouts WHERE person_id = $1")
        .bind(person).fetch_all(on))
}

/// Everybody who wants nothing of a category.
pub async fn list_muted(db: &Db, category: &str) -> sqlx::Result<Vec<Uuid>> {
    read!(db, on => sqlx::query_scalar("SELECT person_id FROM broadcast_optouts WHERE category = $1")
        .bind(category).fetch_all(on))
}

/// Somebody wants nothing of a category.
pub async fn set_optout(tx: &mut Tx, person: Uuid, category: &str) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO broadcast_optouts (person_id, category) VALUES ($1, $2)
             ON CONFLICT (person_id, category) DO NOTHING"
        )
        .bind(person)
        .bind(category)
    )?;
    Ok(())
}

/// Somebody wants a category again.
pub async fn clear_optout(tx: &mut Tx, person: Uuid, category: &str) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("DELETE FROM broadcast_optouts WHERE person_id = $1 AND category = $2")
            .bind(person)
            .bind(category)
    )?;
    Ok(())
}

/// Deletes what a person got, did and wrote; what they sent to others stays without their name.
pub async fn forget_in_broadcasts(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    for statement in [
        "DELETE FROM broadcast_answers WHERE person_id = $1",
        "DELETE FROM broadcast_deliveries WHERE person_id = $1",
        "DELETE FROM broadcast_optouts WHERE person_id = $1",
        "UPDATE broadcasts SET author_id = NULL WHERE author_id = $1",
        "UPDATE broadcasts SET sender_id = NULL WHERE sender_id = $1",
    ] {
        execute!(tx, sqlx::query(statement).bind(person))?;
    }
    Ok(())
}

/// Makes what a person got, did and wrote another's, where that one has none of it themselves.
pub async fn merge_in_broadcasts(tx: &mut Tx, from: Uuid, into: Uuid) -> sqlx::Result<()> {
    for statement in [
        "UPDATE broadcast_answers SET person_id = $2 WHERE person_id = $1",
        "UPDATE broadcasts SET author_id = $2 WHERE author_id = $1",
        "UPDATE broadcasts SET sender_id = $2 WHERE sender_id = $1",
        "UPDATE broadcast_deliveries SET person_id = $2 WHERE person_id = $1 AND NOT EXISTS (
             SELECT 1 FROM broadcast_deliveries own
             WHERE own.broadcast_id = broadcast_deliveries.broadcast_id AND own.person_id = $2)",
        "UPDATE broadcast_optouts SET person_id = $2 WHERE person_id = $1 AND NOT EXISTS (
             SELECT 1 FROM broadcast_optouts own
             WHERE own.category = broadcast_optouts.category AND own.person_id = $2)",
    ] {
        execute!(tx, sqlx::query(statement).bind(from).bind(into))?;
    }
    for statement in [
        "DELETE FROM broadcast_deliveries WHERE person_id = $1",
        "DELETE FROM broadcast_optouts WHERE person_id = $1",
    ] {
        execute!(tx, sqlx::query(statement).bind(from))?;
    }
    Ok(())
}

/// How many announcements somebody got and how many of their answers are kept.
pub async fn count_of_person(db: &Db, person: Uuid) -> sqlx::Result<(i64, i64)> {
    read!(db, on => sqlx::query_as(
        "SELECT (SELECT COUNT(*) FROM broadcast_deliveries WHERE person_id = $1),
             (SELECT COUNT(*) FROM broadcast_answers WHERE person_id = $1)")
        .bind(person).fetch_one(on))
}
