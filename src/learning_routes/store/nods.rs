//! The statements about nods: who may draw a route up for whom, and whom a methodologist may ask.
//! Not here: the routes themselves.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    execute,
    learning_routes::model::{NodState, RouteNod},
    read, within,
};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    person_id: Uuid,
    methodologist_id: Uuid,
    municipality_id: Uuid,
    state: String,
    route_id: Option<Uuid>,
}

macro_rules! nods {
    ($rest:literal) => {
        concat!(
            "SELECT id, person_id, methodologist_id, municipality_id, state, route_id FROM route_nods ",
            $rest
        )
    };
}

fn read_row(row: Row) -> Option<RouteNod> {
    Some(RouteNod {
        id: row.id,
        person_id: row.person_id,
        methodologist_id: row.methodologist_id,
        municipality_id: row.municipality_id,
        state: NodState::from_word(&row.state)?,
        route_id: row.route_id,
    })
}

/// Somebody whom a methodologist may ask.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Colleague {
    /// Our id.
    pub person_id: Uuid,
    /// Фамилия.
    pub family_name: String,
    /// Имя.
    pub given_name: String,
    /// Отчество, if there is one.
    pub patronymic: Option<String>,
    /// Where they work.
    pub school: String,
}

/// Everybody of this family name who works in a municipality, with their school; as it was typed, or with a capital.
pub async fn list_by_family_name(
    db: &Db,
    (municipality, me): (Uuid, Uuid),
    family_name: &str,
) -> sqlx::Result<Vec<Colleague>> {
    read!(db, on => sqlx::query_as(
        "SELECT n.person_id, n.family_name, n.given_name, n.patronymic, MIN(w.school_short_title) AS school
         FROM person_names n JOIN workplaces w ON w.person_id = n.person_id
         WHERE w.municipality_id = $1 AND n.person_id <> $2 AND n.family_name = $3
         GROUP BY n.person_id, n.family_name, n.given_name, n.patronymic
         ORDER BY n.given_name, n.person_id LIMIT 50")
        .bind(municipality).bind(me).bind(family_name).fetch_all(on))
}

/// Whether somebody works in a municipality.
pub async fn works_in(db: &Db, municipality: Uuid, person: Uuid) -> sqlx::Result<bool> {
    let count: i64 = read!(db, on => sqlx::query_scalar(
        "SELECT COUNT(*) FROM workplaces WHERE municipality_id = $1 AND person_id = $2")
        .bind(municipality).bind(person).fetch_one(on))?;
    Ok(count > 0)
}

/// Asks for a nod. Whoever was asked by the same methodologist and has not said anything is asked once.
pub async fn add_nod(tx: &mut Tx, new: &RouteNod, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let added = execute!(
        tx,
        sqlx::query(
            "INSERT INTO route_nods (id, person_id, methodologist_id, municipality_id, state, asked_at)
             SELECT $1, $2, $3, $4, $5, $6 WHERE NOT EXISTS (SELECT 1 FROM route_nods
                 WHERE person_id = $2 AND methodologist_id = $3 AND state IN ('asked', 'given'))"
        )
        .bind(new.id)
        .bind(new.person_id)
        .bind(new.methodologist_id)
        .bind(new.municipality_id)
        .bind(new.state.as_str())
        .bind(now)
    )?;
    Ok(added == 1)
}

/// A nod.
pub async fn find_nod(db: &Db, id: Uuid) -> sqlx::Result<Option<RouteNod>> {
    let row: Option<Row> = read!(db, on =>
        sqlx::query_as(nods!("WHERE id = $1")).bind(id).fetch_optional(on))?;
    Ok(row.and_then(read_row))
}

/// The nod by which a draft is somebody else's to draw up, until it was handed over.
pub async fn find_nod_of_route(db: &Db, route: Uuid) -> sqlx::Result<Option<RouteNod>> {
    let row: Option<Row> = read!(db, on =>
        sqlx::query_as(nods!("WHERE route_id = $1 AND state = 'given' LIMIT 1")).bind(route).fetch_optional(on))?;
    Ok(row.and_then(read_row))
}

/// A nod; nobody else changes it until the end of the transaction.
pub async fn lock_nod(tx: &mut Tx, id: Uuid) -> sqlx::Result<Option<RouteNod>> {
    execute!(tx, sqlx::query("UPDATE route_nods SET state = state WHERE id = $1").bind(id))?;
    let row: Option<Row> = within!(tx, on =>
        sqlx::query_as(nods!("WHERE id = $1")).bind(id).fetch_optional(on))?;
    Ok(row.and_then(read_row))
}

/// Writes down where a nod stands, and the draft that was begun by it.
pub async fn save_nod(tx: &mut Tx, nod: &RouteNod) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE route_nods SET state = $2, route_id = $3 WHERE id = $1")
            .bind(nod.id)
            .bind(nod.state.as_str())
            .bind(nod.route_id)
    )?;
    Ok(())
}

/// Nods that this methodologist may act on: given ones, and drafts on their way.
pub async fn list_given(db: &Db, methodologist: Uuid) -> sqlx::Result<Vec<(Uuid, String, String)>> {
    read!(db, on => sqlx::query_as(
        "SELECT d.id, n.family_name, n.given_name FROM route_nods d JOIN person_names n ON n.person_id = d.person_id
         WHERE d.methodologist_id = $1 AND d.state = 'given' ORDER BY d.asked_at, d.id LIMIT 20")
        .bind(methodologist).fetch_all(on))
}
