//! The statements about routes and their steps; those about whoever looks at them, and about leaving, stand beside them.

mod agreeing;
mod figures;
mod finals;
mod kinds;
mod nods;
mod outcome;
mod people;
mod proposals;
mod review;
mod rounds;

pub use agreeing::{
    add_grif, drop_grifs, find_school_rule, has_grif, list_grifs, list_leaders, list_of_school, works_at,
};
pub use figures::list_facts;
pub use finals::{NameRow, RouteFacts, add_final, facts_within, find_facts, find_final};
pub use kinds::{add_kinds, add_template, list_kinds, list_templates, retire_kind, retire_template};
pub use nods::{
    add_nod, find_nod, find_nod_of_route, list_by_family_name, list_given, lock_nod, save_nod, works_in,
};
pub use outcome::{add_basis, add_check, count_checked, find_basis, has_past};
pub use people::{
    count_of_person, follow_person, forget_person, has_methodologist, is_methodologist, list_days_off,
    merge_routes,
};
pub use proposals::{add_proposal, find_proposal, list_proposals, proposal_within, save_proposal};
pub use review::{list_accompanied, list_followed, list_methodologists, list_review, list_shown};
pub use rounds::{Round, advance_round, begin_round, end_round, has_round, list_passed, lock_round};

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::types::Json;
use uuid::Uuid;

use super::model::{LearningRoute, RouteDeed, RouteDeficit, RouteState, RouteStep, StepKind, StepState};
use crate::{
    db::{Db, Tx},
    execute, read, within,
};

macro_rules! columns {
    () => {
        "id, person_id, municipality_id, methodologist_id, diagnosis, diagnosed_on, deficits, state, remark, paused_on,
         snoozed_until"
    };
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    person_id: Uuid,
    municipality_id: Uuid,
    methodologist_id: Option<Uuid>,
    diagnosis: Option<String>,
    diagnosed_on: Option<NaiveDate>,
    deficits: Json<Vec<RouteDeficit>>,
    state: String,
    remark: Option<String>,
    paused_on: Option<NaiveDate>,
    snoozed_until: Option<NaiveDate>,
}

#[derive(sqlx::FromRow)]
struct StepRow {
    id: Uuid,
    known: Option<String>,
    area: String,
    kind: String,
    form: String,
    title: String,
    result: String,
    place: String,
    hours: Option<i64>,
    days: i64,
    due_on: NaiveDate,
    is_moved: bool,
    state: String,
    words: Option<String>,
    attachment_id: Option<Uuid>,
    remark: Option<String>,
    done_on: Option<NaiveDate>,
}

const STEPS: &str =
    "SELECT id, known, area, kind, form, title, result, place, hours, days, due_on, is_moved, state, words,
    attachment_id, remark, done_on FROM route_steps WHERE route_id = $1 ORDER BY position";

impl StepRow {
    /// The step that the row means; none if this release does not know its words.
    fn read(self) -> Option<RouteStep> {
        Some(RouteStep {
            id: self.id,
            known: self.known,
            area: self.area,
            kind: StepKind::from_word(&self.kind)?,
            form: self.form,
            title: self.title,
            result: self.result,
            place: self.place,
            hours: self.hours,
            days: self.days,
            due_on: self.due_on,
            is_moved: self.is_moved,
            state: StepState::from_word(&self.state)?,
            words: self.words,
            attachment_id: self.attachment_id,
            remark: self.remark,
            done_on: self.done_on,
        })
    }
}

fn assemble(row: Row, steps: Vec<StepRow>) -> Option<LearningRoute> {
    Some(LearningRoute {
        id: row.id,
        person_id: row.person_id,
        municipality_id: row.municipality_id,
        methodologist_id: row.methodologist_id,
        diagnosis: row.diagnosis.zip(row.diagnosed_on),
        deficits: row.deficits.0,
        state: RouteState::from_word(&row.state)?,
        remark: row.remark,
        paused_on: row.paused_on,
        snoozed_until: row.snoozed_until,
        steps: steps.into_iter().filter_map(StepRow::read).collect(),
    })
}

/// Begins a route, unless the person has an open one; says whether it was begun.
pub async fn add_route(tx: &mut Tx, route: &LearningRoute, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let (diagnosis, diagnosed_on) = route.diagnosis.clone().unzip();
    let added = execute!(
        tx,
        sqlx::query(
            "INSERT INTO learning_routes (id, person_id, municipality_id, diagnosis, diagnosed_on, deficits, state,
                 created_at, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)
             ON CONFLICT (person_id) WHERE state IN ('draft', 'review', 'active', 'paused') DO NOTHING"
        )
        .bind(route.id)
        .bind(route.person_id)
        .bind(route.municipality_id)
        .bind(diagnosis)
        .bind(diagnosed_on)
        .bind(Json(&route.deficits))
        .bind(route.state.as_str())
        .bind(now)
    )?;
    if added == 1 {
        save_steps(tx, route).await?;
    }
    Ok(added == 1)
}

/// A route.
pub async fn find_route(db: &Db, id: Uuid) -> sqlx::Result<Option<LearningRoute>> {
    let row: Option<Row> = read!(db, on => sqlx::query_as(concat!("SELECT ", columns!(),
        " FROM learning_routes WHERE id = $1")).bind(id).fetch_optional(on))?;
    with_steps(db, row).await
}

/// The route that somebody follows or draws up, else their last one.
pub async fn find_own(db: &Db, person: Uuid) -> sqlx::Result<Option<LearningRoute>> {
    let row: Option<Row> = read!(db, on => sqlx::query_as(concat!("SELECT ", columns!(),
        " FROM learning_routes WHERE person_id = $1
          ORDER BY CASE WHEN state IN ('completed', 'stopped') THEN 1 ELSE 0 END, created_at DESC, id DESC LIMIT 1"))
        .bind(person).fetch_optional(on))?;
    with_steps(db, row).await
}

/// Every route of a person, the oldest first.
pub async fn list_own(db: &Db, person: Uuid) -> sqlx::Result<Vec<LearningRoute>> {
    let rows: Vec<Row> = read!(db, on => sqlx::query_as(concat!("SELECT ", columns!(),
        " FROM learning_routes WHERE person_id = $1 ORDER BY created_at, id")).bind(person).fetch_all(on))?;
    let mut routes = Vec::new();
    for row in rows {
        routes.extend(with_steps(db, Some(row)).await?);
    }
    Ok(routes)
}

/// The route of a step.
pub async fn find_route_of_step(db: &Db, step: Uuid) -> sqlx::Result<Option<LearningRoute>> {
    let id: Option<Uuid> = read!(db, on => sqlx::query_scalar("SELECT route_id FROM route_steps WHERE id = $1")
        .bind(step).fetch_optional(on))?;
    match id {
        Some(id) => find_route(db, id).await,
        None => Ok(None),
    }
}

async fn with_steps(db: &Db, row: Option<Row>) -> sqlx::Result<Option<LearningRoute>> {
    let Some(row) = row else { return Ok(None) };
    let steps: Vec<StepRow> = read!(db, on => sqlx::query_as(STEPS).bind(row.id).fetch_all(on))?;
    Ok(assemble(row, steps))
}

/// A route; nobody else changes it until the end of the transaction.
pub async fn lock_route(tx: &mut Tx, id: Uuid, now: DateTime<Utc>) -> sqlx::Result<Option<LearningRoute>> {
    // The update takes the row's lock on PostgreSQL; SQLite has one writer anyway.
    let row: Option<Row> = within!(tx, on => sqlx::query_as(concat!(
        "UPDATE learning_routes SET changed_at = $2 WHERE id = $1 RETURNING ", columns!()))
        .bind(id).bind(now).fetch_optional(on))?;
    let Some(row) = row else { return Ok(None) };
    let steps: Vec<StepRow> = within!(tx, on => sqlx::query_as(STEPS).bind(id).fetch_all(on))?;
    Ok(assemble(row, steps))
}

/// Writes a route down as it is now, with its steps.
pub async fn save_route(tx: &mut Tx, route: &LearningRoute) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE learning_routes SET methodologist_id = $2, deficits = $3, state = $4, remark = $5, paused_on = $6,
                 snoozed_until = $7 WHERE id = $1"
        )
        .bind(route.id)
        .bind(route.methodologist_id)
        .bind(Json(&route.deficits))
        .bind(route.state.as_str())
        .bind(&route.remark)
        .bind(route.paused_on)
        .bind(route.snoozed_until)
    )?;
    save_steps(tx, route).await
}

async fn save_steps(tx: &mut Tx, route: &LearningRoute) -> sqlx::Result<()> {
    let known: Vec<Uuid> = within!(tx, on => sqlx::query_scalar("SELECT id FROM route_steps WHERE route_id = $1")
        .bind(route.id).fetch_all(on))?;
    for gone in known.iter().filter(|id| route.steps.iter().all(|step| step.id != **id)) {
        execute!(tx, sqlx::query("DELETE FROM route_steps WHERE id = $1").bind(gone))?;
    }
    for (position, step) in (0_i64..).zip(&route.steps) {
        save_step(tx, (route.id, position), step).await?;
    }
    Ok(())
}

async fn save_step(tx: &mut Tx, (route, position): (Uuid, i64), step: &RouteStep) -> sqlx::Result<()> {
    execute!(tx, sqlx::query(
        "INSERT INTO route_steps (id, route_id, position, known, area, kind, form, title, result, place, hours, days,
             due_on, is_moved, state, words, attachment_id, remark, done_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
         ON CONFLICT (id) DO UPDATE SET position = excluded.position, due_on = excluded.due_on,
             is_moved = excluded.is_moved, state = excluded.state, words = excluded.words,
             attachment_id = excluded.attachment_id, remark = excluded.remark, done_on = excluded.done_on")
        .bind(step.id).bind(route).bind(position).bind(&step.known).bind(&step.area).bind(step.kind.as_str())
        .bind(&step.form).bind(&step.title).bind(&step.result).bind(&step.place).bind(step.hours).bind(step.days)
        .bind(step.due_on).bind(step.is_moved).bind(step.state.as_str()).bind(&step.words)
        .bind(step.attachment_id).bind(&step.remark).bind(step.done_on))?;
    Ok(())
}

/// Writes down who did what with a route, or with a step of it.
pub async fn add_event(
    tx: &mut Tx,
    (route, step): (Uuid, Option<Uuid>),
    (deed, actor): (RouteDeed, Uuid),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO route_events (id, route_id, step_id, deed, actor_id, at) VALUES ($1, $2, $3, $4, $5, $6)"
        )
        .bind(Uuid::now_v7())
        .bind(route)
        .bind(step)
        .bind(deed.as_str())
        .bind(actor)
        .bind(now)
    )?;
    Ok(())
}
