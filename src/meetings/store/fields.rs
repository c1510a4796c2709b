//! The statements about materials of a meeting and about what people come with.

use chrono::{DateTime, Utc};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    execute,
    meetings::model::{Material, Wish, Wished},
    read, within,
};

/// Keeps something to hand out.
pub async fn add_material(
    tx: &mut Tx,
    meeting: Uuid,
    new: &Material,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO meeting_materials (id, meeting_id, attachment_id, link, title, added_at)
             VALUES ($1, $2, $3, $4, $5, $6)"
        )
        .bind(new.id)
        .bind(meeting)
        .bind(new.attachment_id)
        .bind(&new.link)
        .bind(&new.title)
        .bind(now)
    )?;
    Ok(())
}

/// What is handed out, in the order in which it came.
pub async fn list_materials(db: &Db, meeting: Uuid) -> sqlx::Result<Vec<Material>> {
    read!(db, on => sqlx::query_as(
        "SELECT id, attachment_id, link, title FROM meeting_materials WHERE meeting_id = $1 ORDER BY id")
        .bind(meeting).fetch_all(on))
}

/// Hands something out no more.
pub async fn remove_material(tx: &mut Tx, (meeting, id): (Uuid, Uuid)) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("DELETE FROM meeting_materials WHERE meeting_id = $1 AND id = $2").bind(meeting).bind(id)
    )?;
    Ok(())
}

/// Everybody who was told of a meeting is to be sent its materials once more.
pub async fn begin_sharing(tx: &mut Tx, meeting: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE meetings SET shares = shares + 1, is_sharing = TRUE WHERE id = $1").bind(meeting)
    )?;
    Ok(())
}

/// All of them have been.
pub async fn end_sharing(tx: &mut Tx, meeting: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("UPDATE meetings SET is_sharing = FALSE WHERE id = $1").bind(meeting))?;
    Ok(())
}

/// Meetings whose materials are being sent, with the so many-th time.
pub async fn list_sharing(db: &Db) -> sqlx::Result<Vec<(Uuid, i64)>> {
    read!(db, on => sqlx::query_as("SELECT id, shares FROM meetings WHERE is_sharing ORDER BY id").fetch_all(on))
}

/// The next people who were not sent them this time.
pub async fn list_unshared(tx: &mut Tx, (meeting, round): (Uuid, i64), most: i64) -> sqlx::Result<Vec<Uuid>> {
    within!(tx, on => sqlx::query_scalar(
        "SELECT person_id FROM meeting_invited WHERE meeting_id = $1 AND told >= 0 AND shared < $2
         ORDER BY person_id LIMIT $3").bind(meeting).bind(round).bind(most).fetch_all(on))
}

/// These people, named one by one, were sent them this time.
pub async fn mark_shared(tx: &mut Tx, (meeting, round): (Uuid, i64), people: &[Uuid]) -> sqlx::Result<()> {
    match tx {
        Tx::Sqlite(on) => update(meeting, round, people).build().execute(&mut **on).await.map(drop),
        Tx::Pg(on) => update(meeting, round, people).build().execute(&mut **on).await.map(drop),
    }
}

fn update<D>(meeting: Uuid, round: i64, people: &[Uuid]) -> QueryBuilder<D>
where
    D: sqlx::Database,
    for<'q> Uuid: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> i64: sqlx::Encode<'q, D> + sqlx::Type<D>,
{
    let mut query = QueryBuilder::new("UPDATE meeting_invited SET shared = ");
    query.push_bind(round).push(" WHERE meeting_id = ").push_bind(meeting).push(" AND person_id IN (");
    let mut listed = query.separated(", ");
    for person in people {
        listed.push_bind(*person);
    }
    query.push(")");
    query
}

/// Keeps what somebody comes with; what they said before of the same is replaced.
pub async fn set_wish(
    tx: &mut Tx,
    (meeting, person): (Uuid, Uuid),
    (wish, words): (Wish, &str),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO meeting_wishes (meeting_id, person_id, wish, words, said_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (meeting_id, person_id, wish) DO UPDATE SET words = excluded.words, said_at = excluded.said_at"
        )
        .bind(meeting)
        .bind(person)
        .bind(wish.as_str())
        .bind(words)
        .bind(now)
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct WishedRow {
    family_name: Option<String>,
    given_name: Option<String>,
    patronymic: Option<String>,
    wish: String,
    words: String,
}

/// What people come with: those who speak first, in the order in which they said so.
pub async fn list_wishes(db: &Db, meeting: Uuid) -> sqlx::Result<Vec<Wished>> {
    let rows: Vec<WishedRow> = read!(db, on => sqlx::query_as(
        "SELECT n.family_name, n.given_name, n.patronymic, w.wish, w.words
         FROM meeting_wishes w LEFT JOIN person_identities n ON n.person_id = w.person_id
         WHERE w.meeting_id = $1 ORDER BY w.wish DESC, w.said_at, w.person_id").bind(meeting).fetch_all(on))?;
    let wished = |row: WishedRow| {
        let parts: Vec<String> =
            [row.family_name, row.given_name, row.patronymic].into_iter().flatten().collect();
        Some(Wished { name: parts.join(" "), wish: Wish::from_word(&row.wish)?, words: row.words })
    };
    Ok(rows.into_iter().filter_map(wished).collect())
}

/// Deletes what somebody comes with.
pub async fn forget_wishes(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM meeting_wishes WHERE person_id = $1").bind(person))?;
    Ok(())
}

/// Makes what somebody comes with another's, where that one has said nothing of the same themselves.
pub async fn merge_wishes(tx: &mut Tx, from: Uuid, into: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE meeting_wishes SET person_id = $2 WHERE person_id = $1 AND NOT EXISTS (
                 SELECT 1 FROM meeting_wishes own WHERE own.meeting_id = meeting_wishes.meeting_id
                     AND own.wish = meeting_wishes.wish AND own.person_id = $2)"
        )
        .bind(from)
        .bind(into)
    )?;
    forget_wishes(tx, from).await
}
