//! The statements about members of the pool and editions of its list.

mod editions;

#[cfg(test)]
mod tests;

pub use editions::{add_edition, find_edition, forget_lines, list_editions, list_lines};

use chrono::{DateTime, Utc};
use sqlx::types::Json;
use uuid::Uuid;

use super::model::{Consultant, Member, PoolSize, Record};
use crate::{
    db::{Db, Tx},
    execute, read, within,
};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    municipality_id: Uuid,
    person_id: Uuid,
    is_admitted: bool,
    record: Json<Record>,
}

impl From<Row> for Member {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            municipality_id: row.municipality_id,
            person_id: row.person_id,
            is_admitted: row.is_admitted,
            record: row.record.0,
        }
    }
}

/// A member with the name by which lists are sorted.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct NamedMember {
    /// Our id.
    pub id: Uuid,
    /// Who it is.
    pub person_id: Uuid,
    /// Фамилия.
    pub family_name: String,
    /// Имя.
    pub given_name: String,
    /// Отчество.
    pub patronymic: Option<String>,
    /// Whether they were admitted.
    pub is_admitted: bool,
}

/// Somebody in a pool.
pub async fn find_member(db: &Db, id: Uuid) -> sqlx::Result<Option<Member>> {
    let row: Option<Row> = read!(db, on => sqlx::query_as(
        "SELECT id, municipality_id, person_id, is_admitted, record FROM pool_members WHERE id = $1")
        .bind(id).fetch_optional(on))?;
    Ok(row.map(Member::from))
}

/// In which pools a person stands.
pub async fn list_of_person(db: &Db, person: Uuid) -> sqlx::Result<Vec<Member>> {
    let rows: Vec<Row> = read!(db, on => sqlx::query_as(
        "SELECT id, municipality_id, person_id, is_admitted, record FROM pool_members WHERE person_id = $1
         ORDER BY created_at, id")
        .bind(person).fetch_all(on))?;
    Ok(rows.into_iter().map(Member::from).collect())
}

/// Everybody in the pool of a municipality: members first, each half by name.
pub async fn list_members(db: &Db, municipality: Uuid) -> sqlx::Result<Vec<NamedMember>> {
    read!(db, on => sqlx::query_as(
        "SELECT m.id, m.person_id, n.family_name, n.given_name, n.patronymic, m.is_admitted
         FROM pool_members m JOIN person_names n ON n.person_id = m.person_id WHERE m.municipality_id = $1
         ORDER BY m.is_admitted DESC, n.family_name, n.given_name, m.id")
        .bind(municipality).fetch_all(on))
}

/// Who consults in a municipality: the members of its pool who hold the role of a methodologist there.
pub async fn list_consultants(db: &Db, municipality: Uuid) -> sqlx::Result<Vec<Consultant>> {
    let rows: Vec<Row> = read!(db, on => sqlx::query_as(
        "SELECT m.id, m.municipality_id, m.person_id, m.is_admitted, m.record FROM pool_members m
         JOIN roles_held r ON r.person_id = m.person_id AND r.municipality_id = m.municipality_id
             AND r.role = 'methodologist'
         WHERE m.municipality_id = $1 AND m.is_admitted ORDER BY m.created_at, m.id")
        .bind(municipality).fetch_all(on))?;
    Ok(rows.into_iter().map(|row| Consultant::from(Member::from(row))).collect())
}

/// How large the pool is, and how large it should be.
pub async fn find_size(db: &Db, municipality: Uuid) -> sqlx::Result<PoolSize> {
    let counted: Vec<(bool, i64)> = read!(db, on => sqlx::query_as(
        "SELECT is_admitted, COUNT(*) FROM pool_members WHERE municipality_id = $1 GROUP BY is_admitted")
        .bind(municipality).fetch_all(on))?;
    let teachers: i64 = read!(db, on => sqlx::query_scalar(
        "SELECT COUNT(DISTINCT person_id) FROM workplaces WHERE municipality_id = $1 AND is_main")
        .bind(municipality).fetch_one(on))?;
    let norm: Option<(i64, i64)> = read!(db, on => sqlx::query_as(
        "SELECT teachers_per_methodologist_least, teachers_per_methodologist_most FROM municipality_norms
         WHERE municipality_id = $1")
        .bind(municipality).fetch_optional(on))?;
    let of = |admitted| counted.iter().filter(|(is, _)| *is == admitted).map(|(_, count)| *count).sum();
    Ok(PoolSize { members: of(true), candidates: of(false), teachers, norm: norm.unwrap_or((200, 250)) })
}

/// What a school is.
pub async fn find_school_kind(db: &Db, school: Uuid) -> sqlx::Result<Option<String>> {
    read!(db, on => sqlx::query_scalar("SELECT kind FROM school_kinds WHERE school_id = $1")
        .bind(school).fetch_optional(on))
}

/// Puts a person into the pool as a candidate, unless they stand there; gives our id either way.
pub async fn add_candidate(
    tx: &mut Tx,
    (municipality, person): (Uuid, Uuid),
    now: DateTime<Utc>,
) -> sqlx::Result<Uuid> {
    within!(tx, on => sqlx::query_scalar(
        "INSERT INTO pool_members (id, municipality_id, person_id, is_admitted, record, created_at, changed_at)
         VALUES ($1, $2, $3, FALSE, $4, $5, $5)
         ON CONFLICT (municipality_id, person_id) DO UPDATE SET changed_at = pool_members.changed_at
         RETURNING id")
        .bind(Uuid::now_v7()).bind(municipality).bind(person).bind(Json(Record::default())).bind(now)
        .fetch_one(on))
}

/// Somebody in a pool; nobody else changes them until the end of the transaction.
pub async fn lock_member(tx: &mut Tx, id: Uuid, now: DateTime<Utc>) -> sqlx::Result<Option<Member>> {
    // The update takes the row's lock on PostgreSQL; SQLite has one writer anyway.
    let row: Option<Row> = within!(tx, on => sqlx::query_as(
        "UPDATE pool_members SET changed_at = $2 WHERE id = $1
         RETURNING id, municipality_id, person_id, is_admitted, record")
        .bind(id).bind(now).fetch_optional(on))?;
    Ok(row.map(Member::from))
}

/// Writes down what is known about somebody, and whether they were admitted.
pub async fn save_member(tx: &mut Tx, member: &Member) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE pool_members SET is_admitted = $2, record = $3 WHERE id = $1")
            .bind(member.id)
            .bind(member.is_admitted)
            .bind(Json(&member.record))
    )?;
    Ok(())
}

/// Takes somebody out of the pool.
pub async fn delete_member(tx: &mut Tx, id: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM pool_members WHERE id = $1").bind(id))?;
    Ok(())
}

/// Deletes everything about a person.
pub async fn forget_person(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    forget_lines(tx, person).await?;
    execute!(tx, sqlx::query("DELETE FROM pool_members WHERE person_id = $1").bind(person))?;
    Ok(())
}

/// Two people are one: where both stand in a pool the second's own record counts, unless the first alone is admitted.
pub async fn merge_members(tx: &mut Tx, from: Uuid, into: Uuid) -> sqlx::Result<()> {
    for statement in [
        "DELETE FROM pool_members WHERE person_id = $2 AND NOT is_admitted AND EXISTS (
             SELECT 1 FROM pool_members other WHERE other.person_id = $1 AND other.is_admitted
                 AND other.municipality_id = pool_members.municipality_id)",
        "UPDATE pool_members SET person_id = $2 WHERE person_id = $1 AND NOT EXISTS (
             SELECT 1 FROM pool_members own
             WHERE own.person_id = $2 AND own.municipality_id = pool_members.municipality_id)",
        "UPDATE pool_edition_lines SET person_id = $2 WHERE person_id = $1",
    ] {
        execute!(tx, sqlx::query(statement).bind(from).bind(into))?;
    }
    Ok(())
}
