//! The statements about what a municipality offers itself: kinds of steps and whole routes.
//! Not here: what ships with the product.

use chrono::{DateTime, Utc};
use sqlx::types::Json;
use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    execute,
    learning_routes::model::{KnownStep, NewKind, OwnKind, RouteTemplate, StepKind, TemplateStep},
    read, within,
};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    number: i64,
    areas: String,
    kind: String,
    form: String,
    title: String,
    result: String,
    place: String,
    hours: i64,
    days: i64,
}

fn read_row(row: Row) -> Option<OwnKind> {
    let step = KnownStep {
        id: OwnKind::known_id(row.number),
        areas: row.areas.split(',').map(str::to_owned).collect(),
        kind: StepKind::from_word(&row.kind)?,
        form: row.form,
        title: row.title,
        result: row.result,
        place: row.place,
        hours: row.hours,
        days: row.days,
    };
    Some(OwnKind { id: row.id, step })
}

/// The kinds of steps that a municipality offers, the newest first.
pub async fn list_kinds(db: &Db, municipality: Uuid) -> sqlx::Result<Vec<OwnKind>> {
    let rows: Vec<Row> = read!(db, on => sqlx::query_as(
        "SELECT id, number, areas, kind, form, title, result, place, hours, days FROM route_kinds
         WHERE municipality_id = $1 AND retired_at IS NULL ORDER BY number DESC LIMIT 1000")
        .bind(municipality).fetch_all(on))?;
    Ok(rows.into_iter().filter_map(read_row).collect())
}

/// Offers kinds of steps under the next numbers of the municipality.
pub async fn add_kinds(
    tx: &mut Tx,
    (municipality, author): (Uuid, Uuid),
    kinds: &[NewKind],
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let last: i64 = within!(tx, on => sqlx::query_scalar(
        "SELECT COALESCE(MAX(number), 0) FROM route_kinds WHERE municipality_id = $1")
        .bind(municipality).fetch_one(on))?;
    for (number, kind) in (last + 1..).zip(kinds) {
        execute!(tx, sqlx::query(
            "INSERT INTO route_kinds (id, municipality_id, number, areas, kind, form, title, result, place, hours, days,
                 added_by, added_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)")
            .bind(Uuid::now_v7()).bind(municipality).bind(number).bind(kind.areas.join(",")).bind(kind.kind.as_str())
            .bind(&kind.form).bind(&kind.title).bind(&kind.result).bind(&kind.place).bind(kind.hours).bind(kind.days)
            .bind(author).bind(now))?;
    }
    Ok(())
}

/// Retires a kind of step: it is offered no more, and stays in the routes that have it.
pub async fn retire_kind(
    tx: &mut Tx,
    (municipality, id): (Uuid, Uuid),
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let retired = execute!(
        tx,
        sqlx::query(
            "UPDATE route_kinds SET retired_at = $3 WHERE municipality_id = $1 AND id = $2 AND retired_at IS NULL"
        )
        .bind(municipality)
        .bind(id)
        .bind(now)
    )?;
    Ok(retired == 1)
}

/// The whole routes that a municipality keeps, the oldest first.
pub async fn list_templates(db: &Db, municipality: Uuid) -> sqlx::Result<Vec<(Uuid, RouteTemplate)>> {
    let rows: Vec<(Uuid, String, Json<Vec<TemplateStep>>)> = read!(db, on => sqlx::query_as(
        "SELECT id, title, steps FROM route_templates WHERE municipality_id = $1 AND retired_at IS NULL
         ORDER BY saved_at, id LIMIT 50").bind(municipality).fetch_all(on))?;
    let read = |(id, title, steps): (Uuid, String, Json<Vec<TemplateStep>>)| {
        (id, RouteTemplate { title, suits: String::new(), steps: steps.0 })
    };
    Ok(rows.into_iter().map(read).collect())
}

/// Keeps a whole route for others.
pub async fn add_template(
    tx: &mut Tx,
    (municipality, author): (Uuid, Uuid),
    (title, steps): (&str, &[TemplateStep]),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO route_templates (id, municipality_id, title, steps, saved_by, saved_at)
             VALUES ($1, $2, $3, $4, $5, $6)"
        )
        .bind(Uuid::now_v7())
        .bind(municipality)
        .bind(title)
        .bind(Json(steps))
        .bind(author)
        .bind(now)
    )?;
    Ok(())
}

/// Retires a whole route.
pub async fn retire_template(
    tx: &mut Tx,
    (municipality, id): (Uuid, Uuid),
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let retired = execute!(
        tx,
        sqlx::query(
            "UPDATE route_templates SET retired_at = $3 WHERE municipality_id = $1 AND id = $2
             AND retired_at IS NULL"
        )
        .bind(municipality)
        .bind(id)
        .bind(now)
    )?;
    Ok(retired == 1)
}
