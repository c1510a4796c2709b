//! What became of a meeting: as what people took part, what they won, who has a certificate; and what is kept how long.

use chrono::{DateTime, Utc};
use sqlx::{QueryBuilder, types::Json};
use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    execute,
    meetings::model::{Attended, PartTaken, Programme},
    read, within,
};

/// People in one statement; engines bound the number of arguments.
const CHUNK: usize = 500;

/// Marks as what somebody took part.
pub async fn set_part(tx: &mut Tx, (id, person): (Uuid, Uuid), part: PartTaken) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE meeting_invited SET part = $3 WHERE meeting_id = $1 AND person_id = $2")
            .bind(id)
            .bind(person)
            .bind(part.as_str())
    )?;
    Ok(())
}

/// Marks what somebody won.
pub async fn set_award(tx: &mut Tx, (id, person): (Uuid, Uuid), award: &str) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE meeting_invited SET award = $3 WHERE meeting_id = $1 AND person_id = $2")
            .bind(id)
            .bind(person)
            .bind(award)
    )?;
    Ok(())
}

/// Marks at which stage of a contest people competed.
pub async fn set_stage(tx: &mut Tx, id: Uuid, stage: &str) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("UPDATE meetings SET stage = $2 WHERE id = $1").bind(id).bind(stage))?;
    Ok(())
}

/// The stage of a contest, where it was marked.
pub async fn find_stage(db: &Db, id: Uuid) -> sqlx::Result<Option<String>> {
    let found: Option<Option<String>> = read!(db, on =>
        sqlx::query_scalar("SELECT stage FROM meetings WHERE id = $1").bind(id).fetch_optional(on))?;
    Ok(found.flatten())
}

/// These people were there, whom nobody has seen yet.
pub async fn mark_all_attended(
    tx: &mut Tx,
    (id, people): (Uuid, &[Uuid]),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    update(tx, ("attended_at", "attended_at IS NULL"), (id, people), now).await
}

/// Gives certificates to those of these people who were there and have none.
pub async fn certify(tx: &mut Tx, (id, people): (Uuid, &[Uuid]), now: DateTime<Utc>) -> sqlx::Result<()> {
    update(tx, ("certified_at", "certified_at IS NULL AND attended_at IS NOT NULL"), (id, people), now).await
}

async fn update(
    tx: &mut Tx,
    what: (&str, &str),
    (id, people): (Uuid, &[Uuid]),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    for chunk in people.chunks(CHUNK) {
        match tx {
            Tx::Sqlite(on) => moment(what, (id, chunk), now).build().execute(&mut **on).await.map(drop)?,
            Tx::Pg(on) => moment(what, (id, chunk), now).build().execute(&mut **on).await.map(drop)?,
        }
    }
    Ok(())
}

/// Sets a moment for these people, named one by one, of whom this holds.
fn moment<D>(
    (column, of_whom): (&str, &str),
    (id, people): (Uuid, &[Uuid]),
    now: DateTime<Utc>,
) -> QueryBuilder<D>
where
    D: sqlx::Database,
    for<'q> Uuid: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> DateTime<Utc>: sqlx::Encode<'q, D> + sqlx::Type<D>,
{
    let mut query = QueryBuilder::new("UPDATE meeting_invited SET ");
    query.push(column).push(" = ").push_bind(now).push(" WHERE meeting_id = ").push_bind(id);
    query.push(" AND ").push(of_whom).push(" AND person_id IN (");
    let mut listed = query.separated(", ");
    for person in people {
        listed.push_bind(*person);
    }
    query.push(")");
    query
}

/// Certificates of which no letter is written yet.
pub async fn list_untold_certificates(db: &Db, most: i64) -> sqlx::Result<Vec<(Uuid, Uuid)>> {
    read!(db, on => sqlx::query_as(
        "SELECT meeting_id, person_id FROM meeting_invited
         WHERE certified_at IS NOT NULL AND NOT is_certificate_told ORDER BY meeting_id, person_id LIMIT $1")
        .bind(most).fetch_all(on))
}

/// The letter with a certificate is written. Returns whether it was not before.
pub async fn mark_certificate_told(tx: &mut Tx, (id, person): (Uuid, Uuid)) -> sqlx::Result<bool> {
    let marked = execute!(
        tx,
        sqlx::query(
            "UPDATE meeting_invited SET is_certificate_told = TRUE
             WHERE meeting_id = $1 AND person_id = $2 AND NOT is_certificate_told"
        )
        .bind(id)
        .bind(person)
    )?;
    Ok(marked == 1)
}

#[derive(sqlx::FromRow)]
struct AttendedRow {
    id: Uuid,
    programme: Json<Programme>,
    organiser_id: Option<Uuid>,
    stage: Option<String>,
    part: Option<String>,
    award: Option<String>,
    certified_at: Option<DateTime<Utc>>,
}

/// The meetings at which somebody was, the newest first.
pub async fn list_attended(db: &Db, person: Uuid, most: i64) -> sqlx::Result<Vec<Attended>> {
    let rows: Vec<AttendedRow> = read!(db, on => sqlx::query_as(
        "SELECT m.id, m.programme, m.organiser_id, m.stage, i.part, i.award, i.certified_at
         FROM meeting_invited i JOIN meetings m ON m.id = i.meeting_id
         WHERE i.person_id = $1 AND i.attended_at IS NOT NULL AND m.state = 'open'
         ORDER BY m.starts_at DESC, m.id LIMIT $2").bind(person).bind(most).fetch_all(on))?;
    let attended = |row: AttendedRow| Attended {
        meeting: row.id,
        programme: row.programme.0,
        is_organiser: row.organiser_id == Some(person),
        stage: row.stage,
        part: row.part.as_deref().and_then(PartTaken::from_word),
        award: row.award,
        is_certified: row.certified_at.is_some(),
    };
    Ok(rows.into_iter().map(attended).collect())
}

/// Meetings that were over before this instant, or that nobody was called to since then.
pub async fn list_old(tx: &mut Tx, before: DateTime<Utc>, most: i64) -> sqlx::Result<Vec<(Uuid, Uuid)>> {
    within!(tx, on => sqlx::query_as(
        "SELECT id, audience_id FROM meetings WHERE COALESCE(ends_at, created_at) < $1 AND created_at < $1
         ORDER BY created_at, id LIMIT $2").bind(before).bind(most).fetch_all(on))
}

/// Deletes a meeting with everything that people did with it.
pub async fn forget_meeting(tx: &mut Tx, id: Uuid) -> sqlx::Result<()> {
    for statement in [
        "DELETE FROM lesson_sheets WHERE meeting_id = $1",
        "DELETE FROM meeting_invited WHERE meeting_id = $1",
        "DELETE FROM meeting_visitors WHERE meeting_id = $1",
        "DELETE FROM meetings WHERE id = $1",
    ] {
        execute!(tx, sqlx::query(statement).bind(id))?;
    }
    Ok(())
}

/// Whether any meeting is for this audience.
pub async fn is_audience_used(tx: &mut Tx, audience: Uuid) -> sqlx::Result<bool> {
    let count: i64 = within!(tx, on => sqlx::query_scalar("SELECT COUNT(*) FROM meetings WHERE audience_id = $1")
        .bind(audience).fetch_one(on))?;
    Ok(count > 0)
}

/// Meetings that were over before this instant and of which names of visitors or reasons not to come are kept.
pub async fn list_with_details(tx: &mut Tx, before: DateTime<Utc>, most: i64) -> sqlx::Result<Vec<Uuid>> {
    within!(tx, on => sqlx::query_scalar(
        "SELECT m.id FROM meetings m WHERE m.ends_at < $1
             AND (EXISTS (SELECT 1 FROM meeting_visitors v WHERE v.meeting_id = m.id)
                 OR EXISTS (SELECT 1 FROM meeting_invited i WHERE i.meeting_id = m.id AND i.reason IS NOT NULL))
         ORDER BY m.ends_at, m.id LIMIT $2").bind(before).bind(most).fetch_all(on))
}

/// Deletes the names of visitors and the reasons not to come.
pub async fn forget_details(tx: &mut Tx, id: Uuid) -> sqlx::Result<()> {
    for statement in [
        "DELETE FROM meeting_visitors WHERE meeting_id = $1",
        "UPDATE meeting_invited SET reason = NULL WHERE meeting_id = $1 AND reason IS NOT NULL",
    ] {
        execute!(tx, sqlx::query(statement).bind(id))?;
    }
    Ok(())
}
