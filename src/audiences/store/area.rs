//! The statements about areas of diagnosis: who was found there, and the cells that are told apart.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use crate::{
    audiences::model::Cell,
    db::{Db, Tx},
    execute, read, within,
};

/// The areas in which anything was found for so many people who work in a municipality: id and title.
pub async fn list_areas(db: &Db, municipality: Uuid, least: i64) -> sqlx::Result<Vec<(String, String)>> {
    read!(db, on => sqlx::query_as(
        "SELECT f.area, MIN(f.title) FROM areas_found f
         JOIN main_places p ON p.person_id = f.person_id AND p.municipality_id = $1
         WHERE f.finding = 'deficit' GROUP BY f.area HAVING COUNT(*) >= $2 ORDER BY 2, 1")
        .bind(municipality).bind(least).fetch_all(on))
}

/// Those who work in a municipality and for whom the newest diagnosis found a difficulty in an area.
pub async fn list_found(db: &Db, municipality: Uuid, area: &str) -> sqlx::Result<Vec<Uuid>> {
    read!(db, on => sqlx::query_scalar(
        "SELECT f.person_id FROM areas_found f
         JOIN main_places p ON p.person_id = f.person_id AND p.municipality_id = $1
         WHERE f.finding = 'deficit' AND f.area = $2")
        .bind(municipality).bind(area).fetch_all(on))
}

/// Those who keep any result in an area: whoever has deleted theirs is written to no more.
pub async fn list_measured(db: &Db, area: &str) -> sqlx::Result<Vec<Uuid>> {
    read!(db, on => sqlx::query_scalar("SELECT person_id FROM areas_found WHERE area = $1").bind(area).fetch_all(on))
}

/// By what an area is told apart in a municipality: a school, a subject, or nothing yet.
pub async fn find_dimension(db: &Db, municipality: Uuid, area: &str) -> sqlx::Result<Option<String>> {
    read!(db, on => sqlx::query_scalar(
        "SELECT dimension FROM audience_areas WHERE municipality_id = $1 AND area = $2")
        .bind(municipality).bind(area).fetch_optional(on))
}

/// Chooses by what an area is told apart. What was chosen stays. Returns what holds now; the row is held until the
/// transaction ends, so that of two who look at once one sees what the other wrote.
pub async fn set_dimension(
    tx: &mut Tx,
    (municipality, area): (Uuid, &str),
    dimension: &str,
) -> sqlx::Result<String> {
    within!(tx, on => sqlx::query_scalar(
        "INSERT INTO audience_areas (municipality_id, area, dimension) VALUES ($1, $2, $3)
         ON CONFLICT (municipality_id, area) DO UPDATE SET dimension = CASE
             WHEN audience_areas.dimension = '' THEN excluded.dimension ELSE audience_areas.dimension END
         RETURNING dimension")
        .bind(municipality).bind(area).bind(dimension).fetch_one(on))
}

/// The cells of an area.
pub async fn find_cells(tx: &mut Tx, municipality: Uuid, area: &str) -> sqlx::Result<Vec<Cell>> {
    let rows: Vec<(Uuid, Option<String>, Option<Uuid>)> = within!(tx, on => sqlx::query_as(
        "SELECT c.id, c.block, p.person_id FROM audience_cells c
         LEFT JOIN audience_cell_people p ON p.cell_id = c.id
         WHERE c.municipality_id = $1 AND c.area = $2")
        .bind(municipality).bind(area).fetch_all(on))?;
    let mut cells: BTreeMap<Uuid, Cell> = BTreeMap::new();
    for (id, block, person) in rows {
        let cell = cells.entry(id).or_insert_with(|| Cell { id, block, people: BTreeSet::new() });
        cell.people.extend(person);
    }
    Ok(cells.into_values().collect())
}

/// Who lies in the cells of an area that are in use: of all blocks, or of one.
pub async fn list_area_people(
    db: &Db,
    (municipality, area): (Uuid, &str),
    block: Option<&str>,
) -> sqlx::Result<Vec<Uuid>> {
    read!(db, on => sqlx::query_scalar(
        "SELECT p.person_id FROM audience_cells c JOIN audience_cell_people p ON p.cell_id = c.id
         WHERE c.municipality_id = $1 AND c.area = $2 AND c.block IS NOT NULL AND ($3 IS NULL OR c.block = $3)
         ORDER BY p.person_id")
        .bind(municipality).bind(area).bind(block).fetch_all(on))
}

/// How many people those cells were made of: it does not change when one of them leaves.
pub async fn count_area_people(
    db: &Db,
    (municipality, area): (Uuid, &str),
    block: Option<&str>,
) -> sqlx::Result<i64> {
    read!(db, on => sqlx::query_scalar(
        "SELECT CAST(COALESCE(SUM(people), 0) AS BIGINT) FROM audience_cells
         WHERE municipality_id = $1 AND area = $2 AND block IS NOT NULL AND ($3 IS NULL OR block = $3)")
        .bind(municipality).bind(area).bind(block).fetch_one(on))
}

/// The blocks of an area that may be chosen.
pub async fn list_blocks(db: &Db, municipality: Uuid, area: &str) -> sqlx::Result<Vec<String>> {
    read!(db, on => sqlx::query_scalar(
        "SELECT DISTINCT block FROM audience_cells
         WHERE municipality_id = $1 AND area = $2 AND block IS NOT NULL AND block <> '' ORDER BY block")
        .bind(municipality).bind(area).fetch_all(on))
}

/// Writes the cells of an area down as they are now.
pub async fn write_cells(
    tx: &mut Tx,
    (municipality, area): (Uuid, &str),
    (before, after): (&[Cell], &[Cell]),
) -> sqlx::Result<()> {
    for gone in before.iter().filter(|cell| !after.contains(cell)) {
        execute!(tx, sqlx::query("DELETE FROM audience_cells WHERE id = $1").bind(gone.id))?;
    }
    for cell in after.iter().filter(|cell| !before.contains(cell)) {
        let people = i64::try_from(cell.people.len()).unwrap_or(i64::MAX);
        execute!(
            tx,
            sqlx::query(
                "INSERT INTO audience_cells (id, municipality_id, area, block, people) VALUES ($1, $2, $3, $4, $5)"
            )
            .bind(cell.id)
            .bind(municipality)
            .bind(area)
            .bind(&cell.block)
            .bind(people)
        )?;
        for person in &cell.people {
            execute!(
                tx,
                sqlx::query("INSERT INTO audience_cell_people (cell_id, person_id) VALUES ($1, $2)")
                    .bind(cell.id)
                    .bind(*person)
            )?;
        }
    }
    Ok(())
}

/// Takes somebody out of every cell.
pub async fn forget_in_cells(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM audience_cell_people WHERE person_id = $1").bind(person))?;
    Ok(())
}

/// Puts somebody in the place of another in the cells in which they are not themselves.
pub async fn merge_in_cells(tx: &mut Tx, from: Uuid, into: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE audience_cell_people SET person_id = $2 WHERE person_id = $1 AND NOT EXISTS (
                 SELECT 1 FROM audience_cell_people own WHERE own.person_id = $2)"
        )
        .bind(from)
        .bind(into)
    )?;
    forget_in_cells(tx, from).await
}
