//! The statements from which figures are counted. Not here: what may be told of them.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use sqlx::types::Json;
use uuid::Uuid;

use crate::{
    db::Db,
    learning_routes::model::{RouteDeficit, RouteFact, RouteState, StepKind},
    read,
};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    person_id: Uuid,
    state: String,
    deficits: Json<Vec<RouteDeficit>>,
    school: Option<String>,
}

/// Every route of a municipality as it counts.
pub async fn list_facts(db: &Db, municipality: Uuid, today: NaiveDate) -> sqlx::Result<Vec<RouteFact>> {
    let rows: Vec<Row> = read!(db, on => sqlx::query_as(
        "SELECT r.id, r.person_id, r.state, r.deficits, w.school_short_title AS school
         FROM learning_routes r
         LEFT JOIN workplaces w ON w.person_id = r.person_id AND w.municipality_id = r.municipality_id AND w.is_main
         WHERE r.municipality_id = $1").bind(municipality).fetch_all(on))?;
    let late: Vec<Uuid> = read!(db, on => sqlx::query_scalar(
        "SELECT DISTINCT s.route_id FROM learning_routes r JOIN route_steps s ON s.route_id = r.id
         WHERE r.municipality_id = $1 AND s.state = 'planned' AND s.due_on < $2")
        .bind(municipality).bind(today).fetch_all(on))?;
    let done: Vec<(Uuid, String, i64)> = read!(db, on => sqlx::query_as(
        "SELECT s.route_id, s.kind, CAST(SUM(COALESCE(s.hours, 0)) AS BIGINT)
         FROM learning_routes r JOIN route_steps s ON s.route_id = r.id
         WHERE r.municipality_id = $1 AND s.state = 'done' GROUP BY s.route_id, s.kind")
        .bind(municipality).fetch_all(on))?;
    let rose: Vec<(Uuid, String)> = read!(db, on => sqlx::query_as(
        "SELECT route_id, title FROM route_outcomes WHERE municipality_id = $1 AND is_closed")
        .bind(municipality).fetch_all(on))?;
    let mut closed: HashMap<Uuid, Vec<String>> = HashMap::new();
    for (route, title) in rose {
        closed.entry(route).or_default().push(title);
    }
    let late: HashSet<Uuid> = late.into_iter().collect();
    let mut hours: HashMap<Uuid, Vec<(StepKind, i64)>> = HashMap::new();
    for (route, kind, sum) in done {
        if let Some(kind) = StepKind::from_word(&kind) {
            hours.entry(route).or_default().push((kind, sum));
        }
    }
    let fact = |row: Row| {
        Some(RouteFact {
            person_id: row.person_id,
            state: RouteState::from_word(&row.state)?,
            school: row.school,
            is_late: late.contains(&row.id),
            deficits: row.deficits.0,
            hours: hours.remove(&row.id).unwrap_or_default(),
            closed: closed.remove(&row.id).unwrap_or_default(),
        })
    };
    Ok(rows.into_iter().filter_map(fact).collect())
}
