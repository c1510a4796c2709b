//! The statements about answers of the hot line.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::model::{AnswerState, NewAnswer, PublishedAnswer};
use crate::{
    db::{Db, Tx},
    execute, read, within,
};

/// Proposes an answer, or proposes it anew where the second person sent it back; returns our id. Nothing where it is
/// published already.
pub async fn propose(
    tx: &mut Tx,
    new: &NewAnswer,
    author: Uuid,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Uuid>> {
    within!(tx, on => sqlx::query_scalar(
        "INSERT INTO hot_line_answers (id, municipality_id, source, author_id, state, question, answer, helped,
             changed_at)
         VALUES ($1, $2, $3, $4, 'proposed', $5, $6, 0, $7)
         ON CONFLICT (source) DO UPDATE SET author_id = excluded.author_id, state = 'proposed',
             question = excluded.question, answer = excluded.answer, changed_at = excluded.changed_at
             WHERE hot_line_answers.state <> 'published'
         RETURNING id")
        .bind(Uuid::now_v7()).bind(new.municipality_id).bind(new.source).bind(author).bind(&new.question)
        .bind(&new.answer).bind(now).fetch_optional(on))
}

/// An answer, wherever it stands.
pub async fn find_answer(db: &Db, id: Uuid) -> sqlx::Result<Option<PublishedAnswer>> {
    read!(db, on => sqlx::query_as(
        "SELECT id, municipality_id, author_id, state, question, answer FROM hot_line_answers WHERE id = $1")
        .bind(id).fetch_optional(on))
}

/// An answer that is published in this municipality.
pub async fn find_published(db: &Db, id: Uuid, municipality: Uuid) -> sqlx::Result<Option<PublishedAnswer>> {
    read!(db, on => sqlx::query_as(
        "SELECT id, municipality_id, author_id, state, question, answer FROM hot_line_answers
         WHERE id = $1 AND municipality_id = $2 AND state = 'published'")
        .bind(id).bind(municipality).fetch_optional(on))
}

/// The answers of a municipality that wait, or are published, the latest first.
pub async fn list_answers(
    db: &Db,
    municipality: Uuid,
    state: AnswerState,
) -> sqlx::Result<Vec<PublishedAnswer>> {
    read!(db, on => sqlx::query_as(
        "SELECT id, municipality_id, author_id, state, question, answer FROM hot_line_answers
         WHERE municipality_id = $1 AND state = $2 ORDER BY changed_at DESC, id")
        .bind(municipality).bind(state.as_str()).fetch_all(on))
}

/// How many answers are published in a municipality, and when one last changed: whoever keeps them in memory sees by it
/// whether they are the same.
pub async fn find_stamp(db: &Db, municipality: Uuid) -> sqlx::Result<(i64, Option<DateTime<Utc>>)> {
    read!(db, on => sqlx::query_as(
        "SELECT COUNT(*), MAX(changed_at) FROM hot_line_answers WHERE municipality_id = $1 AND state = 'published'")
        .bind(municipality).fetch_one(on))
}

/// Moves an answer on from where it stands; returns whether it stood there.
pub async fn move_on(
    tx: &mut Tx,
    id: Uuid,
    (from, to): (AnswerState, AnswerState),
    (by, now): (Uuid, DateTime<Utc>),
) -> sqlx::Result<bool> {
    let moved = execute!(
        tx,
        sqlx::query(
            "UPDATE hot_line_answers SET state = $3, checked_by = $4, changed_at = $5 WHERE id = $1 AND state = $2"
        )
        .bind(id)
        .bind(from.as_str())
        .bind(to.as_str())
        .bind(by)
        .bind(now)
    )?;
    Ok(moved == 1)
}

/// It has helped somebody.
pub async fn count_helped(tx: &mut Tx, id: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("UPDATE hot_line_answers SET helped = helped + 1 WHERE id = $1").bind(id))?;
    Ok(())
}

/// Who may look at an answer: coordinators of the municipality, or its methodologists where there is no other one.
pub async fn list_checkers(db: &Db, municipality: Uuid, author: Uuid) -> sqlx::Result<Vec<Uuid>> {
    let all: Vec<(Uuid, String)> = read!(db, on => sqlx::query_as(
        "SELECT DISTINCT person_id, role FROM roles_held
         WHERE municipality_id = $1 AND person_id <> $2 AND role IN ('coordinator', 'methodologist')
         ORDER BY person_id")
        .bind(municipality).bind(author).fetch_all(on))?;
    let of = |role: &str| all.iter().filter(|(_, held)| held == role).map(|(person, _)| *person).collect();
    let coordinators: Vec<Uuid> = of("coordinator");
    Ok(if coordinators.is_empty() { of("methodologist") } else { coordinators })
}

/// How many answers somebody has proposed.
pub async fn count_of_person(db: &Db, person: Uuid) -> sqlx::Result<i64> {
    read!(db, on => sqlx::query_scalar("SELECT COUNT(*) FROM hot_line_answers WHERE author_id = $1")
        .bind(person).fetch_one(on))
}

/// Takes somebody's name off what they proposed and looked at.
pub async fn forget_person(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    for statement in [
        "UPDATE hot_line_answers SET author_id = NULL WHERE author_id = $1",
        "UPDATE hot_line_answers SET checked_by = NULL WHERE checked_by = $1",
    ] {
        execute!(tx, sqlx::query(statement).bind(person))?;
    }
    Ok(())
}

/// Makes one person's answers another's.
pub async fn merge_person(tx: &mut Tx, from: Uuid, into: Uuid) -> sqlx::Result<()> {
    for statement in [
        "UPDATE hot_line_answers SET author_id = $2 WHERE author_id = $1",
        "UPDATE hot_line_answers SET checked_by = $2 WHERE checked_by = $1",
    ] {
        execute!(tx, sqlx::query(statement).bind(from).bind(into))?;
    }
    Ok(())
}
