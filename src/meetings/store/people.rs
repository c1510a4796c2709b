//! What is held of people here: visitors by name, who coordinates, and what becomes of it when somebody leaves.

use std::collections::HashMap;

use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    execute, read,
};

/// Rows in one statement; engines bound the number of arguments.
const CHUNK: usize = 500;

/// The main school of each of these people, named one by one.
pub async fn list_main_schools(db: &Db, people: &[Uuid]) -> sqlx::Result<HashMap<Uuid, Uuid>> {
    let mut places = HashMap::new();
    for chunk in people.chunks(CHUNK) {
        let rows: Vec<(Uuid, Uuid)> = read!(db, on => async {
            let mut query =
                QueryBuilder::new("SELECT person_id, school_id FROM workplaces WHERE is_main AND person_id IN (");
            let mut listed = query.separated(", ");
            for person in chunk {
                listed.push_bind(*person);
            }
            query.push(")").build_query_as().fetch_all(on).await
        })?;
        places.extend(rows);
    }
    Ok(places)
}

/// Somebody's full name; empty where nobody knows it.
pub async fn find_name(db: &Db, person: Option<Uuid>) -> sqlx::Result<String> {
    type Parts = (Option<String>, Option<String>, Option<String>);
    let Some(person) = person else { return Ok(String::new()) };
    let parts: Option<Parts> = read!(db, on => sqlx::query_as(
        "SELECT family_name, given_name, patronymic FROM person_identities WHERE person_id = $1")
        .bind(person).fetch_optional(on))?;
    let (family, given, patronymic) = parts.unwrap_or_default();
    Ok([family, given, patronymic].into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// Who coordinates a municipality, or the region where there is none.
pub async fn list_coordinators(db: &Db, municipality: Option<Uuid>) -> sqlx::Result<Vec<Uuid>> {
    read!(db, on => sqlx::query_scalar(
        "SELECT DISTINCT person_id FROM roles_held
         WHERE ($1 IS NOT NULL AND role = 'coordinator' AND municipality_id = $1)
             OR ($1 IS NULL AND role = 'regional_coordinator')").bind(municipality).fetch_all(on))
}

/// Somebody without an account was there.
pub async fn add_visitor(tx: &mut Tx, id: Uuid, name: &str) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("INSERT INTO meeting_visitors (id, meeting_id, name) VALUES ($1, $2, $3)")
            .bind(Uuid::now_v7())
            .bind(id)
            .bind(name)
    )?;
    Ok(())
}

/// Who was there without an account, as they were written down.
pub async fn list_visitors(db: &Db, id: Uuid) -> sqlx::Result<Vec<(Uuid, String)>> {
    read!(db, on => sqlx::query_as("SELECT id, name FROM meeting_visitors WHERE meeting_id = $1 ORDER BY id")
        .bind(id).fetch_all(on))
}

/// Takes a visitor off the list of this meeting.
pub async fn remove_visitor(tx: &mut Tx, (id, visitor): (Uuid, Uuid)) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("DELETE FROM meeting_visitors WHERE meeting_id = $1 AND id = $2").bind(id).bind(visitor)
    )?;
    Ok(())
}

/// To how many meetings somebody was called, and how many they called.
pub async fn count_of_person(db: &Db, person: Uuid) -> sqlx::Result<(i64, i64)> {
    read!(db, on => sqlx::query_as(
        "SELECT (SELECT COUNT(*) FROM meeting_invited WHERE person_id = $1),
             (SELECT COUNT(*) FROM meetings WHERE organiser_id = $1)").bind(person).fetch_one(on))
}

/// Deletes what somebody said and where they were; what they called stays without their name. A seat that they had is given
/// to the next by the work that looks after the lines.
pub async fn forget_in_meetings(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    for statement in [
        "DELETE FROM meeting_invited WHERE person_id = $1",
        "DELETE FROM lesson_sheets WHERE teacher_id = $1 OR (author_id = $1 AND finished_at IS NULL)",
        "UPDATE lesson_sheets SET author_id = NULL WHERE author_id = $1",
        "UPDATE meetings SET organiser_id = NULL WHERE organiser_id = $1",
    ] {
        execute!(tx, sqlx::query(statement).bind(person))?;
    }
    Ok(())
}

/// Makes what somebody said and called another's, where that one has said nothing themselves.
pub async fn merge_in_meetings(tx: &mut Tx, from: Uuid, into: Uuid) -> sqlx::Result<()> {
    for statement in [
        "UPDATE meetings SET organiser_id = $2 WHERE organiser_id = $1",
        "UPDATE meeting_invited SET person_id = $2 WHERE person_id = $1 AND NOT EXISTS (
             SELECT 1 FROM meeting_invited own
             WHERE own.meeting_id = meeting_invited.meeting_id AND own.person_id = $2)",
    ] {
        execute!(tx, sqlx::query(statement).bind(from).bind(into))?;
    }
    for statement in [
        "UPDATE lesson_sheets SET teacher_id = $2 WHERE teacher_id = $1 AND NOT EXISTS (
             SELECT 1 FROM lesson_sheets own WHERE own.meeting_id = lesson_sheets.meeting_id AND own.teacher_id = $2
                 AND own.author_id = lesson_sheets.author_id)",
        "UPDATE lesson_sheets SET author_id = $2 WHERE author_id = $1 AND NOT EXISTS (
             SELECT 1 FROM lesson_sheets own WHERE own.meeting_id = lesson_sheets.meeting_id
                 AND own.teacher_id = lesson_sheets.teacher_id AND own.author_id = $2)",
    ] {
        execute!(tx, sqlx::query(statement).bind(from).bind(into))?;
    }
    execute!(
        tx,
        sqlx::query("DELETE FROM lesson_sheets WHERE teacher_id = $1 OR author_id = $1").bind(from)
    )?;
    execute!(tx, sqlx::query("DELETE FROM meeting_invited WHERE person_id = $1").bind(from))?;
    Ok(())
}
