//! The statements about questionnaires that a municipality makes itself, and about who was invited to them.
//! Not here: versions and answers, which `diagnostics` keeps.

use chrono::{DateTime, Utc};
use sqlx::{QueryBuilder, types::Json};
use uuid::Uuid;

use super::model::{LocalQuestion, LocalQuestionnaire, Progress, State};
use crate::{
    db::{Db, Tx},
    execute, read, within,
};

/// Invitations written in one statement: the engines take a bounded number of values.
const CHUNK: usize = 500;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    municipality_id: Uuid,
    title: String,
    about: String,
    questions: Json<Vec<LocalQuestion>>,
    state: String,
    version_hash: Option<String>,
    audience_id: Option<Uuid>,
    reminded_at: Option<DateTime<Utc>>,
    held_at: Option<DateTime<Utc>>,
}

impl Row {
    /// The questionnaire that the row means; none if this release does not know its state.
    fn read(self) -> Option<LocalQuestionnaire> {
        Some(LocalQuestionnaire {
            id: self.id,
            municipality: self.municipality_id,
            title: self.title,
            about: self.about,
            questions: self.questions.0,
            state: State::from_word(&self.state)?,
            version_hash: self.version_hash,
            audience: self.audience_id,
            reminded_at: self.reminded_at,
            held_at: self.held_at,
        })
    }
}

/// Somebody to whom a letter is owed.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Owed {
    /// To whom.
    pub person_id: Uuid,
    /// What: `invitation` or `reminder`.
    pub owed: String,
    /// How many reminders there were before.
    pub reminders: i64,
}

/// Writes a draft down.
pub async fn add_questionnaire(
    tx: &mut Tx,
    local: &LocalQuestionnaire,
    created_by: Uuid,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO local_questionnaires (id, municipality_id, created_by, title, about, questions, state,
                 created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        )
        .bind(local.id)
        .bind(local.municipality)
        .bind(created_by)
        .bind(&local.title)
        .bind(&local.about)
        .bind(Json(&local.questions))
        .bind(local.state.as_str())
        .bind(now)
    )?;
    Ok(())
}

/// Writes down what the draft says now.
pub async fn save_draft(tx: &mut Tx, local: &LocalQuestionnaire) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE local_questionnaires SET title = $2, about = $3, questions = $4 WHERE id = $1")
            .bind(local.id)
            .bind(&local.title)
            .bind(&local.about)
            .bind(Json(&local.questions))
    )?;
    Ok(())
}

/// A questionnaire, whosever it is.
pub async fn find_questionnaire(db: &Db, id: Uuid) -> sqlx::Result<Option<LocalQuestionnaire>> {
    let row: Option<Row> = read!(db, on => sqlx::query_as(
        "SELECT id, municipality_id, title, about, questions, state, version_hash, audience_id, reminded_at, held_at
         FROM local_questionnaires WHERE id = $1").bind(id).fetch_optional(on))?;
    Ok(row.and_then(Row::read))
}

/// The questionnaires of a municipality, the latest first.
pub async fn list_questionnaires(db: &Db, municipality: Uuid) -> sqlx::Result<Vec<LocalQuestionnaire>> {
    let rows: Vec<Row> = read!(db, on => sqlx::query_as(
        "SELECT id, municipality_id, title, about, questions, state, version_hash, audience_id, reminded_at, held_at
         FROM local_questionnaires WHERE municipality_id = $1 ORDER BY created_at DESC, id DESC")
        .bind(municipality).fetch_all(on))?;
    Ok(rows.into_iter().filter_map(Row::read).collect())
}

/// Puts a questionnaire on offer with this version, or takes it off.
pub async fn mark_state(
    tx: &mut Tx,
    id: Uuid,
    (state, version_hash): (State, Option<&str>),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE local_questionnaires SET state = $2, version_hash = $3, published_at = COALESCE(published_at, $4)
             WHERE id = $1"
        )
        .bind(id)
        .bind(state.as_str())
        .bind(version_hash)
        .bind(now)
    )?;
    Ok(())
}

/// Keeps whom it is thought of to invite.
pub async fn set_audience(tx: &mut Tx, id: Uuid, audience: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE local_questionnaires SET audience_id = $2 WHERE id = $1").bind(id).bind(audience)
    )?;
    Ok(())
}

/// Deletes a draft that was never on offer; says whether there was one.
pub async fn delete_draft(tx: &mut Tx, id: Uuid) -> sqlx::Result<bool> {
    let deleted = execute!(
        tx,
        sqlx::query("DELETE FROM local_questionnaires WHERE id = $1 AND version_hash IS NULL").bind(id)
    )?;
    Ok(deleted == 1)
}

/// How far people are with a questionnaire, whose id among all is `key`.
pub async fn find_progress(db: &Db, id: Uuid, key: &str) -> sqlx::Result<Progress> {
    let (invited, silent): (i64, i64) = read!(db, on => sqlx::query_as(
        "SELECT COUNT(*), COUNT(CASE WHEN NOT EXISTS (SELECT 1 FROM attempts_made m WHERE m.person_id = i.person_id
                 AND m.questionnaire = $2 AND m.finished_at IS NOT NULL) THEN 1 END)
         FROM questionnaire_invitations i WHERE i.questionnaire_id = $1")
        .bind(id).bind(key).fetch_one(on))?;
    let (begun, finished): (i64, i64) = read!(db, on => sqlx::query_as(
        "SELECT COUNT(DISTINCT person_id), COUNT(DISTINCT CASE WHEN finished_at IS NOT NULL THEN person_id END)
         FROM attempts_made WHERE questionnaire = $1")
        .bind(key).fetch_one(on))?;
    Ok(Progress { invited, begun, finished, silent })
}

/// Invites people; whoever was invited before is left alone. Returns how many are new.
pub async fn invite(tx: &mut Tx, id: Uuid, people: &[Uuid], now: DateTime<Utc>) -> sqlx::Result<u64> {
    let mut invited = 0;
    for chunk in people.chunks(CHUNK) {
        macro_rules! insertion {
            () => {{
                let mut query = QueryBuilder::new(
                    "INSERT INTO questionnaire_invitations (questionnaire_id, person_id, invited_at, reminders, owed) ",
                );
                query.push_values(chunk, |mut row, person| {
                    row.push_bind(id).push_bind(*person).push_bind(now).push_bind(0_i64).push_bind("invitation");
                });
                query.push(" ON CONFLICT (questionnaire_id, person_id) DO NOTHING");
                query
            }};
        }
        invited += match tx {
            Tx::Sqlite(on) => insertion!().build().execute(&mut **on).await?.rows_affected(),
            Tx::Pg(on) => insertion!().build().execute(&mut **on).await?.rows_affected(),
        };
    }
    Ok(invited)
}

/// Lets everybody be reminded who was invited and has not finished, unless it was done since `before`. Returns how many
/// will be; none if somebody else has just done it.
pub async fn remind_silent(
    tx: &mut Tx,
    (id, key): (Uuid, &str),
    before: DateTime<Utc>,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<u64>> {
    let is_first = execute!(
        tx,
        sqlx::query(
            "UPDATE local_questionnaires SET reminded_at = $3
             WHERE id = $1 AND (reminded_at IS NULL OR reminded_at < $2)"
        )
        .bind(id)
        .bind(before)
        .bind(now)
    )? == 1;
    if !is_first {
        return Ok(None);
    }
    let reminded = execute!(
        tx,
        sqlx::query(
            "UPDATE questionnaire_invitations SET owed = 'reminder'
             WHERE questionnaire_id = $1 AND owed IS NULL AND NOT EXISTS (
                 SELECT 1 FROM attempts_made m WHERE m.person_id = questionnaire_invitations.person_id
                     AND m.questionnaire = $2 AND m.finished_at IS NOT NULL)"
        )
        .bind(id)
        .bind(key)
    )?;
    Ok(Some(reminded))
}

/// A questionnaire of which somebody is still owed a letter, and that is not held back.
pub async fn find_owing(db: &Db) -> sqlx::Result<Option<Uuid>> {
    read!(db, on => sqlx::query_scalar(
        "SELECT i.questionnaire_id FROM questionnaire_invitations i
         JOIN local_questionnaires q ON q.id = i.questionnaire_id
         WHERE i.owed IS NOT NULL AND q.held_at IS NULL LIMIT 1").fetch_optional(on))
}

/// How many people are still owed a letter that was not written.
pub async fn count_owed(db: &Db, id: Uuid) -> sqlx::Result<i64> {
    read!(db, on => sqlx::query_scalar(
        "SELECT COUNT(*) FROM questionnaire_invitations WHERE questionnaire_id = $1 AND owed IS NOT NULL")
        .bind(id).fetch_one(on))
}

/// Holds back what is still to be said about a questionnaire, or lets it go. Returns whether that changed anything.
pub async fn mark_held(tx: &mut Tx, id: Uuid, held_at: Option<DateTime<Utc>>) -> sqlx::Result<bool> {
    let changed = execute!(
        tx,
        sqlx::query(
            "UPDATE local_questionnaires SET held_at = $2 WHERE id = $1 AND (held_at IS NULL) = ($2 IS NOT NULL)"
        )
        .bind(id)
        .bind(held_at)
    )?;
    Ok(changed == 1)
}

/// Withdraws what is not written yet: whoever was to be invited is not, nor is anybody reminded.
pub async fn withdraw_owed(tx: &mut Tx, id: Uuid) -> sqlx::Result<u64> {
    let uninvited = execute!(
        tx,
        sqlx::query(
            "DELETE FROM questionnaire_invitations WHERE questionnaire_id = $1 AND owed = 'invitation'"
        )
        .bind(id)
    )?;
    let unreminded = execute!(
        tx,
        sqlx::query(
            "UPDATE questionnaire_invitations SET owed = NULL WHERE questionnaire_id = $1 AND owed IS NOT NULL"
        )
        .bind(id)
    )?;
    Ok(uninvited + unreminded)
}

/// These people were not invited after all.
pub async fn withdraw_invitations(tx: &mut Tx, id: Uuid, people: &[Uuid]) -> sqlx::Result<()> {
    for person in people {
        execute!(
            tx,
            sqlx::query(
                "DELETE FROM questionnaire_invitations WHERE questionnaire_id = $1 AND person_id = $2"
            )
            .bind(id)
            .bind(person)
        )?;
    }
    Ok(())
}

/// Up to `most` people who are owed a letter about a questionnaire.
pub async fn list_owed(tx: &mut Tx, id: Uuid, most: i64) -> sqlx::Result<Vec<Owed>> {
    within!(tx, on => sqlx::query_as(
        "SELECT person_id, owed, reminders FROM questionnaire_invitations
         WHERE questionnaire_id = $1 AND owed IS NOT NULL ORDER BY person_id LIMIT $2")
        .bind(id).bind(most).fetch_all(on))
}

/// The letters to these people are written.
pub async fn mark_written(tx: &mut Tx, id: Uuid, owed: &[Owed]) -> sqlx::Result<()> {
    for one in owed {
        execute!(
            tx,
            sqlx::query(
                "UPDATE questionnaire_invitations SET owed = NULL, reminders = reminders + $3
                 WHERE questionnaire_id = $1 AND person_id = $2"
            )
            .bind(id)
            .bind(one.person_id)
            .bind(i64::from(one.owed == "reminder"))
        )?;
    }
    Ok(())
}

/// Whether somebody has finished a questionnaire.
pub async fn has_finished(db: &Db, person: Uuid, key: &str) -> sqlx::Result<bool> {
    read!(db, on => sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM attempts_made WHERE person_id = $1 AND questionnaire = $2
             AND finished_at IS NOT NULL)")
        .bind(person).bind(key).fetch_one(on))
}

/// The titles of what somebody was invited to, the latest first.
pub async fn list_invited_to(db: &Db, person: Uuid) -> sqlx::Result<Vec<String>> {
    read!(db, on => sqlx::query_scalar(
        "SELECT q.title FROM questionnaire_invitations i JOIN local_questionnaires q ON q.id = i.questionnaire_id
         WHERE i.person_id = $1 ORDER BY i.invited_at DESC, q.id").bind(person).fetch_all(on))
}

/// Forgets who was invited, and who made a questionnaire.
pub async fn forget_person(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM questionnaire_invitations WHERE person_id = $1").bind(person))?;
    execute!(
        tx,
        sqlx::query("UPDATE local_questionnaires SET created_by = NULL WHERE created_by = $1").bind(person)
    )?;
    Ok(())
}

/// Makes what one person holds another's; of two invitations to the same the other's own stays.
pub async fn merge_person(tx: &mut Tx, from: Uuid, into: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE questionnaire_invitations SET person_id = $2 WHERE person_id = $1 AND NOT EXISTS (
                 SELECT 1 FROM questionnaire_invitations own WHERE own.person_id = $2
                     AND own.questionnaire_id = questionnaire_invitations.questionnaire_id)"
        )
        .bind(from)
        .bind(into)
    )?;
    execute!(tx, sqlx::query("DELETE FROM questionnaire_invitations WHERE person_id = $1").bind(from))?;
    execute!(
        tx,
        sqlx::query("UPDATE local_questionnaires SET created_by = $2 WHERE created_by = $1")
            .bind(from)
            .bind(into)
    )?;
    Ok(())
}
