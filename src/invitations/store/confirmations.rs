//! The statements about who was confirmed to work in a municipality, and who waits for it.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    execute,
    invitations::model::Unconfirmed,
    read,
    units::Unit,
    within,
};

/// Those who wait that a condition means.
macro_rules! unconfirmed {
    ($condition:literal) => {
        concat!(
            "SELECT p.person_id, p.municipality_id, p.school_id, p.school_short_title AS school, p.began_at,
                 n.family_name || ' ' || n.given_name || COALESCE(' ' || n.patronymic, '') AS name
             FROM people_to_confirm p JOIN person_names n ON n.person_id = p.person_id ",
            $condition
        )
    };
}

#[derive(sqlx::FromRow)]
struct Row {
    person_id: Uuid,
    municipality_id: Uuid,
    school_id: Uuid,
    school: String,
    name: String,
    began_at: DateTime<Utc>,
}

impl Row {
    fn read(self) -> Unconfirmed {
        Unconfirmed {
            person_id: self.person_id,
            unit: Unit::School(self.municipality_id, self.school_id),
            school: self.school,
            name: self.name,
            began_at: self.began_at,
        }
    }
}

/// Who waits at a municipality or a school, the last first; a row for each place of work.
pub async fn list_unconfirmed(db: &Db, unit: Unit) -> sqlx::Result<Vec<Unconfirmed>> {
    let rows: Vec<Row> = read!(db, on => sqlx::query_as(unconfirmed!(
        "WHERE ($1 IS NULL OR p.municipality_id = $1) AND ($2 IS NULL OR p.school_id = $2)
         ORDER BY p.began_at DESC, p.person_id"))
        .bind(unit.municipality()).bind(unit.school()).fetch_all(on))?;
    Ok(rows.into_iter().map(Row::read).collect())
}

/// Where somebody waits to be confirmed.
pub async fn unconfirmed_within(tx: &mut Tx, person: Uuid) -> sqlx::Result<Vec<Unconfirmed>> {
    let rows: Vec<Row> = within!(tx, on => sqlx::query_as(unconfirmed!("WHERE p.person_id = $1"))
        .bind(person).fetch_all(on))?;
    Ok(rows.into_iter().map(Row::read).collect())
}

/// The IANA zone of the municipality in which somebody works.
pub async fn find_zone(tx: &mut Tx, person: Uuid) -> sqlx::Result<Option<String>> {
    within!(tx, on => sqlx::query_scalar("SELECT time_zone FROM main_places WHERE person_id = $1")
        .bind(person).fetch_optional(on))
}

/// Writes down that somebody works in a municipality. Returns whether nobody had said so before.
pub async fn add_confirmation(
    tx: &mut Tx,
    (person, municipality): (Uuid, Uuid),
    by: Option<Uuid>,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let added = execute!(
        tx,
        sqlx::query(
            "INSERT INTO confirmations (person_id, municipality_id, confirmed_at, confirmed_by)
             VALUES ($1, $2, $3, $4) ON CONFLICT (person_id, municipality_id) DO NOTHING"
        )
        .bind(person)
        .bind(municipality)
        .bind(now)
        .bind(by)
    )?;
    Ok(added == 1)
}

/// Forgets where a person was confirmed, and whom they confirmed.
pub async fn forget_confirmations(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE confirmations SET confirmed_by = NULL WHERE confirmed_by = $1").bind(person)
    )?;
    execute!(tx, sqlx::query("DELETE FROM confirmations WHERE person_id = $1").bind(person))?;
    Ok(())
}

/// Two people are one: where the first was confirmed the second is, and whom the first confirmed the second has.
pub async fn merge_confirmations(tx: &mut Tx, from: Uuid, into: Uuid) -> sqlx::Result<()> {
    for statement in [
        "UPDATE confirmations SET confirmed_by = $2 WHERE confirmed_by = $1",
        "UPDATE confirmations SET person_id = $2 WHERE person_id = $1 AND NOT EXISTS (
             SELECT 1 FROM confirmations own
             WHERE own.person_id = $2 AND own.municipality_id = confirmations.municipality_id)",
    ] {
        execute!(tx, sqlx::query(statement).bind(from).bind(into))?;
    }
    Ok(())
}
