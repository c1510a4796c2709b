//! The statements about competence scores: the profile of deficits and strengths.
//! Not here: how a score comes about.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    diagnostics::{
        model::{Assessment, Attempt, FoundArea},
        questionnaire::Source,
    },
    execute, read,
};

/// The score of one area in one attempt.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct ScoreLine {
    /// Id of the area.
    pub area: String,
    /// From 0 to 1.
    pub score: f64,
}

/// What one area turned out to be in one attempt.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct AreaToWorkOn {
    /// Id of the area.
    pub area: String,
    /// Its name in the version that was answered.
    pub title: String,
    /// From 0 to 1.
    pub score: f64,
    /// `deficit`, `neither` or `strength`.
    pub finding: String,
}

/// An earlier attempt to compare with.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Previous {
    /// Our id.
    pub id: Uuid,
    /// When it ended.
    pub finished_at: DateTime<Utc>,
}

/// The areas of the last result of each questionnaire, the latest result first. A narrowed pass leaves the other areas as
/// they were.
pub async fn list_found(db: &Db, person: Uuid) -> sqlx::Result<Vec<FoundArea>> {
    read!(db, on => sqlx::query_as(
        "SELECT s.attempt_id, v.title AS questionnaire, s.title, s.score, s.finding, s.source, s.measured_at
         FROM competence_scores s JOIN attempts a ON a.id = s.attempt_id
         JOIN questionnaire_versions v ON v.hash = a.version_hash
         WHERE s.person_id = $1 AND a.state = 'finished' AND NOT EXISTS (
             SELECT 1 FROM attempts later WHERE later.person_id = a.person_id
                 AND later.questionnaire = a.questionnaire AND later.state = 'finished'
                 AND later.begun_at > a.begun_at AND (later.narrowing IS NULL OR EXISTS (
                     SELECT 1 FROM competence_scores again
                     WHERE again.attempt_id = later.id AND again.area = s.area)))
         ORDER BY s.measured_at DESC, s.attempt_id, s.position")
        .bind(person).fetch_all(on))
}

/// Writes what a finished attempt adds up to.
pub async fn add_scores(
    tx: &mut Tx,
    attempt: &Attempt,
    (assessment, source): (&Assessment<'_>, Source),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    for (position, area) in (0_i64..).zip(&assessment.areas) {
        execute!(tx, sqlx::query(
            "INSERT INTO competence_scores (attempt_id, area, position, title, person_id, municipality_id,
                 questionnaire, source, score, level, finding, measured_at, level_rank)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
             ON CONFLICT (attempt_id, area) DO NOTHING")
            .bind(attempt.id).bind(&area.area.id).bind(position).bind(&area.area.title)
            .bind(attempt.person_id).bind(attempt.municipality_id)
            .bind(&attempt.questionnaire).bind(source.as_str()).bind(area.score).bind(&area.level.title)
            .bind(area.finding.as_str()).bind(now).bind(i64::try_from(area.rank).unwrap_or_default()))?;
    }
    Ok(())
}

/// The scores of an attempt, in the order of its areas.
pub async fn list_scores(db: &Db, attempt: Uuid) -> sqlx::Result<Vec<ScoreLine>> {
    read!(db, on => sqlx::query_as(
        "SELECT area, score FROM competence_scores WHERE attempt_id = $1 ORDER BY position")
        .bind(attempt).fetch_all(on))
}

/// What an attempt of this person found, what needs work most first; strengths are not among it. After a narrowed pass the
/// areas that it left out are as the last whole pass found them.
pub async fn list_to_work_on(db: &Db, attempt: Uuid, person: Uuid) -> sqlx::Result<Vec<AreaToWorkOn>> {
    read!(db, on => sqlx::query_as(
        "WITH mine AS (
             SELECT questionnaire, finished_at FROM attempts WHERE id = $1 AND person_id = $2 AND state = 'finished'
         ), whole AS (
             SELECT MAX(w.finished_at) AS finished_at FROM attempts w JOIN mine ON mine.questionnaire = w.questionnaire
             WHERE w.person_id = $2 AND w.narrowing IS NULL AND w.finished_at <= mine.finished_at
         )
         SELECT s.area, s.title, s.score, s.finding FROM competence_scores s
         JOIN mine ON mine.questionnaire = s.questionnaire CROSS JOIN whole
         WHERE s.person_id = $2 AND s.finding <> 'strength' AND s.measured_at <= mine.finished_at
             AND s.measured_at >= COALESCE(whole.finished_at, mine.finished_at) AND NOT EXISTS (
                 SELECT 1 FROM competence_scores later
                 WHERE later.person_id = s.person_id AND later.questionnaire = s.questionnaire
                     AND later.area = s.area AND later.measured_at > s.measured_at
                     AND later.measured_at <= mine.finished_at)
         ORDER BY CASE WHEN s.finding = 'deficit' THEN 0 ELSE 1 END, s.score, s.position")
        .bind(attempt).bind(person).fetch_all(on))
}

/// What an attempt is compared with: the whole pass of the same questionnaire that the person finished before it; of a
/// narrowed one the first pass.
pub async fn find_previous(db: &Db, attempt: &Attempt) -> sqlx::Result<Option<Previous>> {
    let first = attempt.narrowing.as_ref().map(|narrowing| narrowing.first);
    read!(db, on => sqlx::query_as(
        "SELECT id, finished_at FROM attempts
         WHERE person_id = $1 AND questionnaire = $2 AND state = 'finished' AND begun_at < $3 AND id <> $4
             AND (id = $5 OR ($5 IS NULL AND narrowing IS NULL))
         ORDER BY begun_at DESC LIMIT 1")
        .bind(attempt.person_id).bind(&attempt.questionnaire).bind(attempt.begun_at).bind(attempt.id)
        .bind(first).fetch_optional(on))
}

/// What an area came to in a narrowed pass.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct NarrowedArea {
    /// Id of the area.
    pub area: String,
    /// From 0 to 1.
    pub score: f64,
    /// Which of its levels was reached, counted from 0.
    pub level_rank: i64,
    /// The name of that level.
    pub level: String,
    /// When.
    pub measured_at: DateTime<Utc>,
}

/// What the narrowed pass on this occasion came to, area by area; nothing before its end.
pub async fn list_narrowed(db: &Db, occasion: Uuid) -> sqlx::Result<Vec<NarrowedArea>> {
    read!(db, on => sqlx::query_as(
        "SELECT area, score, level_rank, level, measured_at FROM diagnoses_narrowed
         WHERE occasion_id = $1 ORDER BY position").bind(occasion).fetch_all(on))
}

/// The narrowed pass of this person on an occasion, finished or not.
pub async fn find_on_occasion(db: &Db, occasion: Uuid, person: Uuid) -> sqlx::Result<Option<Uuid>> {
    read!(db, on => sqlx::query_scalar("SELECT id FROM attempts WHERE occasion_id = $1 AND person_id = $2")
        .bind(occasion).bind(person).fetch_optional(on))
}
