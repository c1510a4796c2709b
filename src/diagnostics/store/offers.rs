//! The statements about what a municipality offers to its own people, and about what was answered there.
//! Not here: what ships with the program; that stands on the shelf.

use chrono::{DateTime, Utc};
use sqlx::types::Json;
use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    diagnostics::model::Answer,
    execute, read,
};

/// How often one answer was given to a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    /// Id of the question.
    pub question: String,
    /// What was answered.
    pub answer: Answer,
    /// By how many.
    pub count: i64,
}

/// Puts a version on offer, in the place of an earlier one of the same questionnaire.
pub async fn save_offer(
    tx: &mut Tx,
    (questionnaire, hash): (&str, &str),
    municipality: Uuid,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO questionnaires_offered (questionnaire, municipality_id, version_hash, offered_at)
             VALUES ($1, $2, $3, $4) ON CONFLICT (questionnaire) DO UPDATE SET version_hash = excluded.version_hash"
        )
        .bind(questionnaire)
        .bind(municipality)
        .bind(hash)
        .bind(now)
    )?;
    Ok(())
}

/// Takes a questionnaire off offer; whoever began it may finish.
pub async fn end_offer(tx: &mut Tx, questionnaire: &str) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("DELETE FROM questionnaires_offered WHERE questionnaire = $1").bind(questionnaire)
    )?;
    Ok(())
}

/// The versions that a municipality offers, the oldest offer first.
pub async fn list_offers(db: &Db, municipality: Uuid) -> sqlx::Result<Vec<String>> {
    read!(db, on => sqlx::query_scalar(
        "SELECT version_hash FROM questionnaires_offered WHERE municipality_id = $1
         ORDER BY offered_at, questionnaire").bind(municipality).fetch_all(on))
}

/// How many people finished this version.
pub async fn count_finishers(db: &Db, version_hash: &str) -> sqlx::Result<i64> {
    read!(db, on => sqlx::query_scalar(
        "SELECT COUNT(DISTINCT person_id) FROM attempts WHERE version_hash = $1 AND state = 'finished'")
        .bind(version_hash).fetch_one(on))
}

/// What was answered in the first attempt of each of the `first` people who finished this version.
pub async fn tally(db: &Db, version_hash: &str, first: i64) -> sqlx::Result<Vec<Tally>> {
    let rows: Vec<(String, Json<Answer>, i64)> = read!(db, on => sqlx::query_as(
        "SELECT question, value, COUNT(*) FROM answers WHERE attempt_id IN (
             SELECT a.id FROM attempts a WHERE a.version_hash = $1 AND a.state = 'finished' AND NOT EXISTS (
                 SELECT 1 FROM attempts earlier WHERE earlier.version_hash = $1 AND earlier.state = 'finished'
                     AND earlier.person_id = a.person_id AND earlier.finished_at < a.finished_at)
             ORDER BY a.finished_at, a.id LIMIT $2)
         GROUP BY question, value ORDER BY question, value")
        .bind(version_hash).bind(first).fetch_all(on))?;
    Ok(rows
        .into_iter()
        .map(|(question, answer, count)| Tally { question, answer: answer.0, count })
        .collect())
}
