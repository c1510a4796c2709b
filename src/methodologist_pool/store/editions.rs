//! The statements about editions of the list and their lines.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::types::Json;
use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    execute,
    methodologist_pool::model::{Edition, Line, Order},
    read, within,
};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    municipality_id: Uuid,
    school_year: i64,
    order_number: Option<String>,
    order_date: Option<NaiveDate>,
    count: i64,
}

impl From<Row> for Edition {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            municipality_id: row.municipality_id,
            school_year: i32::try_from(row.school_year).unwrap_or_default(),
            order: row.order_number.map(|number| Order { number, date: row.order_date }),
            count: row.count,
        }
    }
}

/// Adopts the list of a school year. One that was adopted before for the same year is replaced.
pub async fn add_edition(
    tx: &mut Tx,
    edition: &Edition,
    lines: &[(Uuid, Line)],
    now: DateTime<Utc>,
) -> sqlx::Result<Uuid> {
    let order = edition.order.as_ref();
    let id: Uuid = within!(tx, on => sqlx::query_scalar(
        "INSERT INTO pool_editions (id, municipality_id, school_year, order_number, order_date, adopted_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (municipality_id, school_year) DO UPDATE SET order_number = excluded.order_number,
             order_date = excluded.order_date, adopted_at = excluded.adopted_at
         RETURNING id")
        .bind(edition.id).bind(edition.municipality_id).bind(i64::from(edition.school_year))
        .bind(order.map(|order| &order.number)).bind(order.and_then(|order| order.date)).bind(now)
        .fetch_one(on))?;
    execute!(tx, sqlx::query("DELETE FROM pool_edition_lines WHERE edition_id = $1").bind(id))?;
    for (position, (person, line)) in (1_i64..).zip(lines) {
        execute!(
            tx,
            sqlx::query(
                "INSERT INTO pool_edition_lines (edition_id, position, person_id, line) VALUES ($1, $2, $3, $4)"
            )
            .bind(id)
            .bind(position)
            .bind(person)
            .bind(Json(line))
        )?;
    }
    Ok(id)
}

/// The editions of a municipality, the latest first.
pub async fn list_editions(db: &Db, municipality: Uuid) -> sqlx::Result<Vec<Edition>> {
    let rows: Vec<Row> = read!(db, on => sqlx::query_as(
        "SELECT e.id, e.municipality_id, e.school_year, e.order_number, e.order_date,
             (SELECT COUNT(*) FROM pool_edition_lines l WHERE l.edition_id = e.id) AS count
         FROM pool_editions e WHERE e.municipality_id = $1 ORDER BY e.school_year DESC")
        .bind(municipality).fetch_all(on))?;
    Ok(rows.into_iter().map(Edition::from).collect())
}

/// An edition.
pub async fn find_edition(db: &Db, id: Uuid) -> sqlx::Result<Option<Edition>> {
    let row: Option<Row> = read!(db, on => sqlx::query_as(
        "SELECT e.id, e.municipality_id, e.school_year, e.order_number, e.order_date,
             (SELECT COUNT(*) FROM pool_edition_lines l WHERE l.edition_id = e.id) AS count
         FROM pool_editions e WHERE e.id = $1")
        .bind(id).fetch_optional(on))?;
    Ok(row.map(Edition::from))
}

/// The lines of an edition, as they were printed.
pub async fn list_lines(db: &Db, edition: Uuid) -> sqlx::Result<Vec<Line>> {
    let rows: Vec<Json<Line>> = read!(db, on => sqlx::query_scalar(
        "SELECT line FROM pool_edition_lines WHERE edition_id = $1 ORDER BY position")
        .bind(edition).fetch_all(on))?;
    Ok(rows.into_iter().map(|line| line.0).collect())
}

/// Deletes a person's lines.
pub async fn forget_lines(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM pool_edition_lines WHERE person_id = $1").bind(person))?;
    Ok(())
}
