//! Who was called to a meeting, how they stand to it, and the line for its seats.

use chrono::{DateTime, Utc};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    execute,
    meetings::model::{Invited, Reply, Seats},
    read, within,
};

/// Rows in one statement; engines bound the number of arguments.
const CHUNK: usize = 500;

macro_rules! columns {
    () => {
        "person_id, reply, replied_to, place, offered_until, told, file, attended_at, certified_at"
    };
}

#[derive(sqlx::FromRow)]
struct Row {
    person_id: Uuid,
    reply: String,
    replied_to: i64,
    place: i64,
    offered_until: Option<DateTime<Utc>>,
    told: i64,
    file: Option<i64>,
    attended_at: Option<DateTime<Utc>>,
    certified_at: Option<DateTime<Utc>>,
}

impl Row {
    fn read(self) -> sqlx::Result<Invited> {
        Ok(Invited {
            person: self.person_id,
            reply: Reply::from_word(&self.reply).ok_or(sqlx::Error::RowNotFound)?,
            replied_to: self.replied_to,
            place: self.place,
            offered_until: self.offered_until,
            told: self.told,
            file: self.file,
            attended_at: self.attended_at,
            certified_at: self.certified_at,
        })
    }
}

/// Writes down who is called, with their main school; once.
pub async fn take_people(
    tx: &mut Tx,
    id: Uuid,
    people: &[(Uuid, Option<Uuid>)],
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let taken = execute!(
        tx,
        sqlx::query("UPDATE meetings SET taken_at = $2 WHERE id = $1 AND taken_at IS NULL")
            .bind(id)
            .bind(now)
    )?;
    if taken == 0 {
        return Ok(());
    }
    for chunk in people.chunks(CHUNK) {
        match tx {
            Tx::Sqlite(on) => insertion(id, chunk).build().execute(&mut **on).await.map(drop)?,
            Tx::Pg(on) => insertion(id, chunk).build().execute(&mut **on).await.map(drop)?,
        }
    }
    Ok(())
}

fn insertion<D>(id: Uuid, people: &[(Uuid, Option<Uuid>)]) -> QueryBuilder<D>
where
    D: sqlx::Database,
    for<'q> Uuid: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> Option<Uuid>: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> String: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> i64: sqlx::Encode<'q, D> + sqlx::Type<D>,
{
    let mut query = QueryBuilder::new(
        "INSERT INTO meeting_invited (meeting_id, person_id, school_id, reply, replied_to, place, told, tries) ",
    );
    query.push_values(people, |mut row, (person, school)| {
        row.push_bind(id)
            .push_bind(*person)
            .push_bind(*school)
            .push_bind(Reply::Silent.as_str().to_owned())
            .push_bind(0_i64)
            .push_bind(0_i64)
            .push_bind(-1_i64)
            .push_bind(0_i64);
    });
    query.push(" ON CONFLICT (meeting_id, person_id) DO NOTHING");
    query
}

/// Writes down somebody who came by themselves; they know of it.
pub async fn add_invited(
    tx: &mut Tx,
    (id, person): (Uuid, Uuid),
    (school, version): (Option<Uuid>, i64),
) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO meeting_invited (meeting_id, person_id, school_id, reply, replied_to, place, told, tries)
             VALUES ($1, $2, $3, 'silent', 0, 0, $4, 0) ON CONFLICT (meeting_id, person_id) DO NOTHING"
        )
        .bind(id)
        .bind(person)
        .bind(school)
        .bind(version)
    )?;
    Ok(())
}

/// How somebody stands to a meeting.
pub async fn find_invited(db: &Db, id: Uuid, person: Uuid) -> sqlx::Result<Option<Invited>> {
    let row: Option<Row> = read!(db, on => sqlx::query_as(concat!(
        "SELECT ", columns!(), " FROM meeting_invited WHERE meeting_id = $1 AND person_id = $2"))
        .bind(id).bind(person).fetch_optional(on))?;
    row.map(Row::read).transpose()
}

/// The same within a transaction.
pub async fn invited_within(tx: &mut Tx, id: Uuid, person: Uuid) -> sqlx::Result<Option<Invited>> {
    let row: Option<Row> = within!(tx, on => sqlx::query_as(concat!(
        "SELECT ", columns!(), " FROM meeting_invited WHERE meeting_id = $1 AND person_id = $2"))
        .bind(id).bind(person).fetch_optional(on))?;
    row.map(Row::read).transpose()
}

/// The seats of a meeting whose row is held.
pub async fn count_seats(tx: &mut Tx, id: Uuid, capacity: Option<i64>) -> sqlx::Result<Seats> {
    let held = within!(tx, on => sqlx::query_scalar(
        "SELECT COUNT(*) FROM meeting_invited WHERE meeting_id = $1 AND reply IN ('coming', 'offered')")
        .bind(id).fetch_one(on))?;
    let waiting = within!(tx, on => sqlx::query_scalar(
        "SELECT COUNT(*) FROM meeting_invited WHERE meeting_id = $1 AND reply = 'waiting'")
        .bind(id).fetch_one(on))?;
    Ok(Seats { capacity, held, waiting })
}

/// Who has waited longest for a seat.
pub async fn first_in_line(tx: &mut Tx, id: Uuid) -> sqlx::Result<Option<Uuid>> {
    within!(tx, on => sqlx::query_scalar(
        "SELECT person_id FROM meeting_invited WHERE meeting_id = $1 AND reply = 'waiting'
         ORDER BY place, person_id LIMIT 1").bind(id).fetch_optional(on))
}

/// Writes down how somebody stands to a meeting now.
pub async fn save_reply(tx: &mut Tx, id: Uuid, invited: &Invited, now: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE meeting_invited SET reply = $3, replied_at = $4, replied_to = $5, place = $6, offered_until = $7
             WHERE meeting_id = $1 AND person_id = $2"
        )
        .bind(id)
        .bind(invited.person)
        .bind(invited.reply.as_str())
        .bind(now)
        .bind(invited.replied_to)
        .bind(invited.place)
        .bind(invited.offered_until)
    )?;
    Ok(())
}

/// Keeps why somebody does not come.
pub async fn set_reason(tx: &mut Tx, (id, person): (Uuid, Uuid), reason: &str) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE meeting_invited SET reason = $3 WHERE meeting_id = $1 AND person_id = $2")
            .bind(id)
            .bind(person)
            .bind(reason)
    )?;
    Ok(())
}

/// Somebody took the calendar file of this version.
pub async fn mark_file(tx: &mut Tx, (id, person): (Uuid, Uuid), version: i64) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE meeting_invited SET file = $3 WHERE meeting_id = $1 AND person_id = $2")
            .bind(id)
            .bind(person)
            .bind(version)
    )?;
    Ok(())
}

/// The next people whose letters lag behind this version.
pub async fn list_lagging(tx: &mut Tx, (id, version): (Uuid, i64), most: i64) -> sqlx::Result<Vec<Invited>> {
    let rows: Vec<Row> = within!(tx, on => sqlx::query_as(concat!(
        "SELECT ", columns!(), " FROM meeting_invited WHERE meeting_id = $1 AND told < $2
         ORDER BY told, person_id LIMIT $3")).bind(id).bind(version).bind(most).fetch_all(on))?;
    rows.into_iter().map(Row::read).collect()
}

/// The letters of these people, named one by one, are those of this version now.
pub async fn mark_told(tx: &mut Tx, (id, version): (Uuid, i64), people: &[Invited]) -> sqlx::Result<()> {
    for chunk in people.chunks(CHUNK) {
        match tx {
            Tx::Sqlite(on) => update(id, version, chunk).build().execute(&mut **on).await.map(drop)?,
            Tx::Pg(on) => update(id, version, chunk).build().execute(&mut **on).await.map(drop)?,
        }
    }
    Ok(())
}

fn update<D>(id: Uuid, version: i64, people: &[Invited]) -> QueryBuilder<D>
where
    D: sqlx::Database,
    for<'q> Uuid: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> i64: sqlx::Encode<'q, D> + sqlx::Type<D>,
{
    let mut query = QueryBuilder::new("UPDATE meeting_invited SET told = ");
    query.push_bind(version).push(" WHERE meeting_id = ").push_bind(id).push(" AND person_id IN (");
    let mut listed = query.separated(", ");
    for invited in people {
        listed.push_bind(invited.person);
    }
    query.push(")");
    query
}

/// Meetings where a seat was held for somebody until now, with whom.
pub async fn list_due_offers(db: &Db, now: DateTime<Utc>, most: i64) -> sqlx::Result<Vec<(Uuid, Uuid)>> {
    read!(db, on => sqlx::query_as(
        "SELECT meeting_id, person_id FROM meeting_invited WHERE offered_until <= $1
         ORDER BY offered_until, meeting_id, person_id LIMIT $2").bind(now).bind(most).fetch_all(on))
}

/// When the next offer ends.
pub async fn next_offer_end(db: &Db) -> sqlx::Result<Option<DateTime<Utc>>> {
    read!(db, on => sqlx::query_scalar(
        "SELECT offered_until FROM meeting_invited WHERE offered_until IS NOT NULL ORDER BY offered_until LIMIT 1")
        .fetch_optional(on))
}

/// Somebody is there, or is not after all.
pub async fn mark_attended(
    tx: &mut Tx,
    (id, person): (Uuid, Uuid),
    at: Option<DateTime<Utc>>,
) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE meeting_invited SET attended_at = $3 WHERE meeting_id = $1 AND person_id = $2")
            .bind(id)
            .bind(person)
            .bind(at)
    )?;
    Ok(())
}

/// Counts a code that was typed. Returns whether it may be looked at.
pub async fn has_code_tries(tx: &mut Tx, (id, person): (Uuid, Uuid), most: i64) -> sqlx::Result<bool> {
    let counted = execute!(
        tx,
        sqlx::query(
            "UPDATE meeting_invited SET tries = tries + 1 WHERE meeting_id = $1 AND person_id = $2 AND tries < $3"
        )
        .bind(id)
        .bind(person)
        .bind(most)
    )?;
    Ok(counted == 1)
}
