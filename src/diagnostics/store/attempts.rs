//! The statements about attempts and their answers. Every one that names an attempt names its owner too.
//! Not here: scores.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sqlx::types::Json;
use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    diagnostics::model::{Answer, Attempt, Narrowing, Profile, Saved},
    execute, read, within,
};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    person_id: Uuid,
    municipality_id: Option<Uuid>,
    questionnaire: String,
    version_hash: String,
    profile: Json<Profile>,
    narrowing: Option<Json<Narrowing>>,
    looking_at: Option<String>,
    begun_at: DateTime<Utc>,
    finished_at: Option<DateTime<Utc>>,
}

/// One attempt in a list.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct AttemptLine {
    /// Our id.
    pub id: Uuid,
    /// Id of the questionnaire.
    pub questionnaire: String,
    /// The version it was begun with.
    pub version_hash: String,
    /// Its title.
    pub title: String,
    /// When it began.
    pub begun_at: DateTime<Utc>,
    /// When it ended, if it did.
    pub finished_at: Option<DateTime<Utc>>,
}

type AnswerRow = (String, Json<Answer>);

const ANSWERS: &str = "SELECT question, value FROM answers WHERE attempt_id = $1";

fn assemble(row: Row, answers: Vec<AnswerRow>) -> Attempt {
    Attempt {
        id: row.id,
        person_id: row.person_id,
        municipality_id: row.municipality_id,
        questionnaire: row.questionnaire,
        version_hash: row.version_hash,
        profile: row.profile.0,
        narrowing: row.narrowing.map(|narrowing| narrowing.0),
        answers: answers
            .into_iter()
            .map(|(question, answer)| (question, answer.0))
            .collect::<BTreeMap<_, _>>(),
        looking_at: row.looking_at,
        begun_at: row.begun_at,
        finished_at: row.finished_at,
    }
}

/// Begins an attempt, unless the person has an open one of this questionnaire, or one on the same occasion; says whether it
/// was begun.
pub async fn add_attempt(tx: &mut Tx, attempt: &Attempt) -> sqlx::Result<bool> {
    let added = execute!(tx, sqlx::query(
        "INSERT INTO attempts (id, person_id, municipality_id, questionnaire, version_hash, profile, state,
             consented_at, begun_at, touched_at, narrowing, occasion_id)
         VALUES ($1, $2, $3, $4, $5, $6, 'begun', $7, $7, $7, $8, $9) ON CONFLICT DO NOTHING")
        .bind(attempt.id).bind(attempt.person_id).bind(attempt.municipality_id).bind(&attempt.questionnaire)
        .bind(&attempt.version_hash).bind(Json(&attempt.profile)).bind(attempt.begun_at)
        .bind(attempt.narrowing.as_ref().map(Json))
        .bind(attempt.narrowing.as_ref().map(|narrowing| narrowing.occasion)))?;
    Ok(added == 1)
}

/// An attempt of this person, with its answers.
pub async fn find_attempt(db: &Db, id: Uuid, person: Uuid) -> sqlx::Result<Option<Attempt>> {
    let row: Option<Row> = read!(db, on => sqlx::query_as(
        "SELECT id, person_id, municipality_id, questionnaire, version_hash, profile, narrowing, looking_at, begun_at, finished_at
         FROM attempts WHERE id = $1 AND person_id = $2")
        .bind(id).bind(person).fetch_optional(on))?;
    let Some(row) = row else { return Ok(None) };
    let answers: Vec<AnswerRow> = read!(db, on => sqlx::query_as(ANSWERS).bind(id).fetch_all(on))?;
    Ok(Some(assemble(row, answers)))
}

/// When an open attempt of this person was last worked at; nothing if it is finished or gone.
pub async fn find_touched_at(db: &Db, id: Uuid, person: Uuid) -> sqlx::Result<Option<DateTime<Utc>>> {
    read!(db, on => sqlx::query_scalar(
        "SELECT touched_at FROM attempts WHERE id = $1 AND person_id = $2 AND state = 'begun'")
        .bind(id).bind(person).fetch_optional(on))
}

/// The same within a transaction; nobody else changes the attempt until its end.
pub async fn lock_attempt(
    tx: &mut Tx,
    id: Uuid,
    person: Uuid,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Attempt>> {
    // The update takes the row's lock on PostgreSQL; SQLite has one writer anyway.
    let row: Option<Row> = within!(tx, on => sqlx::query_as(
        "UPDATE attempts SET touched_at = $3 WHERE id = $1 AND person_id = $2
         RETURNING id, person_id, municipality_id, questionnaire, version_hash, profile, narrowing, looking_at, begun_at, finished_at")
        .bind(id).bind(person).bind(now).fetch_optional(on))?;
    let Some(row) = row else { return Ok(None) };
    let answers: Vec<AnswerRow> = within!(tx, on => sqlx::query_as(ANSWERS).bind(id).fetch_all(on))?;
    Ok(Some(assemble(row, answers)))
}

/// The open attempt of this questionnaire.
pub async fn find_open(db: &Db, person: Uuid, questionnaire: &str) -> sqlx::Result<Option<Uuid>> {
    read!(db, on => sqlx::query_scalar(
        "SELECT id FROM attempts WHERE person_id = $1 AND questionnaire = $2 AND state = 'begun'")
        .bind(person).bind(questionnaire).fetch_optional(on))
}

/// All attempts of a person, the latest first.
pub async fn list_attempts(db: &Db, person: Uuid) -> sqlx::Result<Vec<AttemptLine>> {
    read!(db, on => sqlx::query_as(
        "SELECT attempts.id, attempts.questionnaire, attempts.version_hash, versions.title, attempts.begun_at,
             attempts.finished_at
         FROM attempts JOIN questionnaire_versions AS versions ON versions.hash = attempts.version_hash
         WHERE attempts.person_id = $1 ORDER BY attempts.begun_at DESC, attempts.id DESC")
        .bind(person).fetch_all(on))
}

/// Keeps an answer.
pub async fn save_answer(tx: &mut Tx, attempt: Uuid, saved: &Saved, now: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(tx, sqlx::query(
        "INSERT INTO answers (attempt_id, question, value, answered_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (attempt_id, question) DO UPDATE SET value = excluded.value, answered_at = excluded.answered_at")
        .bind(attempt).bind(&saved.question).bind(Json(&saved.answer)).bind(now))?;
    Ok(())
}

/// Keeps which question the person went back to.
pub async fn mark_looking_at(tx: &mut Tx, attempt: &Attempt) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE attempts SET looking_at = $2 WHERE id = $1")
            .bind(attempt.id)
            .bind(&attempt.looking_at)
    )?;
    Ok(())
}

/// Ends an attempt.
pub async fn mark_finished(tx: &mut Tx, attempt: Uuid, now: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE attempts SET state = 'finished', finished_at = $2 WHERE id = $1")
            .bind(attempt)
            .bind(now)
    )?;
    Ok(())
}

/// Deletes an attempt of this person with its answers and scores; says whether there was one.
pub async fn delete_attempt(tx: &mut Tx, id: Uuid, person: Uuid) -> sqlx::Result<bool> {
    let deleted = execute!(
        tx,
        sqlx::query("DELETE FROM attempts WHERE id = $1 AND person_id = $2").bind(id).bind(person)
    )?;
    Ok(deleted == 1)
}

/// Deletes everything about a person: answers and scores go with their attempts.
pub async fn forget_person(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM attempts WHERE person_id = $1").bind(person))?;
    Ok(())
}

/// Makes a person's attempts another's. Of two that were begun and not finished the other's own stays.
pub async fn merge_attempts(tx: &mut Tx, from: Uuid, into: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE attempts SET person_id = $2 WHERE person_id = $1 AND NOT (state = 'begun' AND EXISTS (
             SELECT 1 FROM attempts own WHERE own.person_id = $2 AND own.state = 'begun'
                 AND own.questionnaire = attempts.questionnaire))"
        )
        .bind(from)
        .bind(into)
    )?;
    execute!(
        tx,
        sqlx::query("UPDATE competence_scores SET person_id = $2 WHERE person_id = $1").bind(from).bind(into)
    )?;
    Ok(())
}
