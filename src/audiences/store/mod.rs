//! The statements about audiences, and those that find out who is meant.

mod area;
mod facts;
#[cfg(test)]
mod tests;

pub use area::{
    count_area_people, find_cells, find_dimension, forget_in_cells, list_area_people, list_areas,
    list_blocks, list_found, list_measured, merge_in_cells, set_dimension, write_cells,
};
pub use facts::{Named, list_facts, list_names, list_names_of};

use chrono::{DateTime, Utc};
use sqlx::types::Json;
use uuid::Uuid;

use super::model::{Audience, Definition};
use crate::{
    db::{Db, Tx},
    execute, read,
    units::Unit,
    within,
};

/// An audience to be written down.
pub struct NewAudience<'a> {
    /// Who asks for it.
    pub owner: Uuid,
    /// The unit within which it lies.
    pub unit: Unit,
    /// The address of the screen to go back to.
    pub back: &'a str,
    /// Who is meant.
    pub definition: &'a Definition,
}

/// Writes an audience down. With a title it is offered again.
pub async fn add_audience(
    tx: &mut Tx,
    new: &NewAudience<'_>,
    title: Option<&str>,
    now: DateTime<Utc>,
) -> sqlx::Result<Uuid> {
    let id = Uuid::now_v7();
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO audiences (id, owner_id, municipality_id, school_id, association_id, title, definition,
                 back, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        )
        .bind(id)
        .bind(new.owner)
        .bind(new.unit.municipality())
        .bind(new.unit.school())
        .bind(new.unit.association())
        .bind(title)
        .bind(Json(new.definition))
        .bind(new.back)
        .bind(now)
    )?;
    Ok(id)
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    municipality_id: Option<Uuid>,
    school_id: Option<Uuid>,
    association_id: Option<Uuid>,
    title: Option<String>,
    definition: Json<Definition>,
    back: String,
}

impl Row {
    fn read(self) -> Audience {
        Audience {
            id: self.id,
            unit: Unit::of(self.municipality_id, self.school_id, self.association_id),
            title: self.title,
            definition: self.definition.0,
            back: self.back,
        }
    }
}

/// An audience.
pub async fn find_audience(db: &Db, id: Uuid) -> sqlx::Result<Option<Audience>> {
    let row: Option<Row> = read!(db, on => sqlx::query_as(
        "SELECT id, municipality_id, school_id, association_id, title, definition, back FROM audiences
         WHERE id = $1").bind(id).fetch_optional(on))?;
    Ok(row.map(Row::read))
}

/// The same within a transaction.
pub async fn find_audience_within(tx: &mut Tx, id: Uuid) -> sqlx::Result<Option<Audience>> {
    let row: Option<Row> = within!(tx, on => sqlx::query_as(
        "SELECT id, municipality_id, school_id, association_id, title, definition, back FROM audiences
         WHERE id = $1").bind(id).fetch_optional(on))?;
    Ok(row.map(Row::read))
}

/// The saved audiences of a unit, by name.
pub async fn list_saved(db: &Db, unit: Unit) -> sqlx::Result<Vec<Audience>> {
    let rows: Vec<Row> = read!(db, on => sqlx::query_as(
        "SELECT id, municipality_id, school_id, association_id, title, definition, back FROM audiences
         WHERE title IS NOT NULL AND COALESCE(municipality_id, $4) = COALESCE($1, $4)
             AND COALESCE(school_id, $4) = COALESCE($2, $4)
             AND COALESCE(association_id, $4) = COALESCE($3, $4)
         ORDER BY title, id")
        .bind(unit.municipality()).bind(unit.school()).bind(unit.association()).bind(Uuid::nil())
        .fetch_all(on))?;
    Ok(rows.into_iter().map(Row::read).collect())
}

/// Says anew who is meant.
pub async fn set_definition(
    tx: &mut Tx,
    id: Uuid,
    definition: &Definition,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE audiences SET definition = $2, changed_at = $3 WHERE id = $1")
            .bind(id)
            .bind(Json(definition))
            .bind(now)
    )?;
    Ok(())
}

/// Deletes an audience.
pub async fn forget_audience(tx: &mut Tx, id: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM audiences WHERE id = $1").bind(id))?;
    Ok(())
}

/// Deletes an audience that nobody has saved.
pub async fn forget_unsaved(tx: &mut Tx, id: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM audiences WHERE id = $1 AND title IS NULL").bind(id))?;
    Ok(())
}

/// Takes somebody out of everything: audiences that name them, and cells that they lie in.
pub async fn forget_in_audiences(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("UPDATE audiences SET owner_id = NULL WHERE owner_id = $1").bind(person))?;
    let naming: Vec<(Uuid, Json<Definition>)> = within!(tx, on => sqlx::query_as(
        "SELECT id, definition FROM audiences WHERE CAST(definition AS TEXT) LIKE $1")
        .bind(format!("%{person}%")).fetch_all(on))?;
    for (id, definition) in naming {
        if let Some(changed) = definition.0.without_person(person) {
            execute!(
                tx,
                sqlx::query("UPDATE audiences SET definition = $2 WHERE id = $1")
                    .bind(id)
                    .bind(Json(changed))
            )?;
        }
    }
    Ok(())
}

/// Makes the audiences of one person another's.
pub async fn merge_audiences(tx: &mut Tx, from: Uuid, into: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE audiences SET owner_id = $2 WHERE owner_id = $1").bind(from).bind(into)
    )?;
    Ok(())
}

/// How many audiences a person has saved.
pub async fn count_saved(db: &Db, owner: Uuid) -> sqlx::Result<i64> {
    read!(db, on => sqlx::query_scalar(
        "SELECT COUNT(*) FROM audiences WHERE owner_id = $1 AND title IS NOT NULL").bind(owner).fetch_one(on))
}
