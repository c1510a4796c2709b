//! The statements about roles.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    execute, read,
    units::model::{HeldRole, NewRole, Role, RoleAt, Unit},
    within,
};

#[derive(sqlx::FromRow)]
struct RoleRow {
    id: Uuid,
    person_id: Uuid,
    role: String,
    municipality_id: Option<Uuid>,
    school_id: Option<Uuid>,
    association_id: Option<Uuid>,
    unit_title: Option<String>,
    began_at: DateTime<Utc>,
    ended_at: Option<DateTime<Utc>>,
    granted_by: Option<Uuid>,
}

impl RoleRow {
    /// The role that the row means; none if this release does not know its word.
    fn read(self) -> Option<HeldRole> {
        Some(HeldRole {
            id: self.id,
            person_id: self.person_id,
            at: role_at(&self.role, Unit::of(self.municipality_id, self.school_id, self.association_id))?,
            unit_title: self.unit_title,
            began_at: self.began_at,
            ended_at: self.ended_at,
            granted_by: self.granted_by,
        })
    }
}

/// A role as its columns name it; one that cannot be held at such a unit is none.
fn role_at(word: &str, unit: Unit) -> Option<RoleAt> {
    let role = Role::from_word(word)?;
    role.fits(unit).then_some(RoleAt { role, unit })
}

type Columns = (String, Option<Uuid>, Option<Uuid>, Option<Uuid>);

fn read_columns(rows: &[Columns]) -> Vec<RoleAt> {
    rows.iter()
        .filter_map(|(role, place, school, association)| {
            role_at(role, Unit::of(*place, *school, *association))
        })
        .collect()
}

const HELD_NOW: &str = "SELECT role, municipality_id, school_id, association_id FROM roles
    WHERE person_id = $1 AND ended_at IS NULL";

/// What a person answers for now.
pub async fn roles_of(db: &Db, person: Uuid) -> sqlx::Result<Vec<RoleAt>> {
    let rows: Vec<Columns> = read!(db, on => sqlx::query_as(HELD_NOW).bind(person).fetch_all(on))?;
    Ok(read_columns(&rows))
}

/// The same inside a transaction: what is decided by it and written in it belongs together.
pub async fn roles_within(tx: &mut Tx, person: Uuid) -> sqlx::Result<Vec<RoleAt>> {
    let rows: Vec<Columns> = within!(tx, on => sqlx::query_as(HELD_NOW).bind(person).fetch_all(on))?;
    Ok(read_columns(&rows))
}

/// Who admits people at a school, as [`crate::units::Right::Admit`] says: its leaders and its municipality's coordinators.
pub async fn list_admitting(tx: &mut Tx, municipality: Uuid, school: Uuid) -> sqlx::Result<Vec<Uuid>> {
    within!(tx, on => sqlx::query_scalar(
        "SELECT DISTINCT person_id FROM roles WHERE ended_at IS NULL AND (
             (role = 'coordinator' AND municipality_id = $1) OR (role = 'school_leader' AND school_id = $2))")
        .bind(municipality).bind(school).fetch_all(on))
}

/// Everybody who holds a role now.
pub async fn list_role_holders(db: &Db) -> sqlx::Result<Vec<Uuid>> {
    read!(db, on => sqlx::query_scalar("SELECT DISTINCT person_id FROM roles WHERE ended_at IS NULL").fetch_all(on))
}

/// The roles of a person that have not ended, the oldest first.
pub async fn list_roles(db: &Db, person: Uuid) -> sqlx::Result<Vec<HeldRole>> {
    let rows: Vec<RoleRow> = read!(db, on => sqlx::query_as(
        "SELECT r.id, r.person_id, r.role, r.municipality_id, r.school_id, r.association_id,
             COALESCE(a.title, s.short_title, m.short_title) AS unit_title, r.began_at, r.ended_at, r.granted_by
         FROM roles r LEFT JOIN municipalities m ON m.id = r.municipality_id
         LEFT JOIN schools s ON s.id = r.school_id LEFT JOIN associations a ON a.id = r.association_id
         WHERE r.person_id = $1 AND r.ended_at IS NULL ORDER BY r.began_at, r.id")
        .bind(person).fetch_all(on))?;
    Ok(rows.into_iter().filter_map(RoleRow::read).collect())
}

/// A role that somebody holds or held.
pub async fn find_role(db: &Db, id: Uuid) -> sqlx::Result<Option<HeldRole>> {
    let row: Option<RoleRow> = read!(db, on => sqlx::query_as(
        "SELECT r.id, r.person_id, r.role, r.municipality_id, r.school_id, r.association_id,
             COALESCE(a.title, s.short_title, m.short_title) AS unit_title, r.began_at, r.ended_at, r.granted_by
         FROM roles r LEFT JOIN municipalities m ON m.id = r.municipality_id
         LEFT JOIN schools s ON s.id = r.school_id LEFT JOIN associations a ON a.id = r.association_id WHERE r.id = $1")
        .bind(id).fetch_optional(on))?;
    Ok(row.and_then(RoleRow::read))
}

const HEAD: &str = "SELECT r.id, r.person_id, r.role, r.municipality_id, r.school_id, r.association_id,
         a.title AS unit_title, r.began_at, r.ended_at, r.granted_by
     FROM roles r LEFT JOIN associations a ON a.id = r.association_id
     WHERE r.association_id = $1 AND r.role = 'association_head'
         AND (r.ended_at >= $2 OR (r.ended_at IS NULL AND $2 IS NULL))";

/// Who heads an association now; with the instant at which it was closed, who headed it then: nobody is elected after.
pub async fn find_head(
    db: &Db,
    association: Uuid,
    closed_at: Option<DateTime<Utc>>,
) -> sqlx::Result<Option<HeldRole>> {
    let row: Option<RoleRow> =
        read!(db, on => sqlx::query_as(HEAD).bind(association).bind(closed_at).fetch_optional(on))?;
    Ok(row.and_then(RoleRow::read))
}

/// The same inside a transaction, for whoever ends or returns the role in it.
pub async fn find_head_within(
    tx: &mut Tx,
    association: Uuid,
    closed_at: Option<DateTime<Utc>>,
) -> sqlx::Result<Option<HeldRole>> {
    let row: Option<RoleRow> =
        within!(tx, on => sqlx::query_as(HEAD).bind(association).bind(closed_at).fetch_optional(on))?;
    Ok(row.and_then(RoleRow::read))
}

/// Gives a role. Returns our id of it; nothing if the person holds it already, or the association has a head.
pub async fn add_role(tx: &mut Tx, new: &NewRole, now: DateTime<Utc>) -> sqlx::Result<Option<Uuid>> {
    within!(tx, on => sqlx::query_scalar(
        "INSERT INTO roles (id, person_id, role, municipality_id, school_id, association_id, began_at, granted_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id")
        .bind(Uuid::now_v7()).bind(new.person_id).bind(new.at.role.as_str())
        .bind(new.at.unit.municipality()).bind(new.at.unit.school()).bind(new.at.unit.association()).bind(now)
        .bind(new.granted_by)
        .fetch_optional(on))
}

/// Ends a role. Returns whether it was held until now.
pub async fn end_role(tx: &mut Tx, id: Uuid, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let ended = execute!(
        tx,
        sqlx::query("UPDATE roles SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL").bind(id).bind(now)
    )?;
    Ok(ended == 1)
}

/// Whoever works at a school no more answers for it and its associations no more, and whoever works nowhere in a
/// municipality heads no association of it.
pub async fn end_roles_at_left_places(tx: &mut Tx, person: Uuid, now: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE roles SET ended_at = $2, is_untold_end = TRUE
             WHERE person_id = $1 AND (school_id IS NOT NULL OR association_id IS NOT NULL)
                 AND ended_at IS NULL AND NOT EXISTS (
                     SELECT 1 FROM employments e WHERE e.person_id = $1
                         AND e.municipality_id = roles.municipality_id
                         AND (e.school_id = roles.school_id OR roles.school_id IS NULL) AND e.ended_at IS NULL)"
        )
        .bind(person)
        .bind(now)
    )?;
    Ok(())
}

/// The roles of a person that ended with their work at the school and that nobody was told of; from now on they count as
/// told.
pub async fn take_untold_ends(tx: &mut Tx, person: Uuid) -> sqlx::Result<Vec<HeldRole>> {
    let rows: Vec<RoleRow> = within!(tx, on => sqlx::query_as(
        "UPDATE roles SET is_untold_end = FALSE WHERE person_id = $1 AND is_untold_end
         RETURNING id, person_id, role, municipality_id, school_id, association_id, NULL AS unit_title,
             began_at, ended_at, granted_by")
        .bind(person).fetch_all(on))?;
    Ok(rows.into_iter().filter_map(RoleRow::read).collect())
}

/// Takes the end of a role back, if it is not older than `since` and the role was not given anew.
pub async fn return_role(tx: &mut Tx, id: Uuid, since: DateTime<Utc>) -> sqlx::Result<bool> {
    let returned = execute!(
        tx,
        sqlx::query(
            "UPDATE roles SET ended_at = NULL WHERE id = $1 AND ended_at >= $2 AND NOT EXISTS (
                 SELECT 1 FROM roles other WHERE other.ended_at IS NULL AND other.person_id = roles.person_id
                     AND other.role = roles.role
                     AND (other.municipality_id = roles.municipality_id OR roles.municipality_id IS NULL)
                     AND (other.school_id = roles.school_id OR roles.school_id IS NULL)
                     AND (other.association_id = roles.association_id OR roles.association_id IS NULL))
             AND NOT EXISTS (
                 SELECT 1 FROM roles head WHERE head.ended_at IS NULL AND head.role = 'association_head'
                     AND head.association_id = roles.association_id)"
        )
        .bind(id)
        .bind(since)
    )?;
    Ok(returned == 1)
}

/// When each other coordinator of the same municipality ended, of those who were there since this one began; nothing for
/// one who is still there. Whoever asks holds the municipality until the transaction ends, so that of two who look at the
/// same moment one sees what the other did.
pub async fn other_coordinators(tx: &mut Tx, held: &HeldRole) -> sqlx::Result<Vec<Option<DateTime<Utc>>>> {
    let municipality = held.at.unit.municipality();
    execute!(tx, sqlx::query("UPDATE municipalities SET slug = slug WHERE id = $1").bind(municipality))?;
    within!(tx, on => sqlx::query_scalar(
        "SELECT ended_at FROM roles WHERE municipality_id = $1 AND role = 'coordinator' AND id <> $2
         AND (ended_at IS NULL OR ended_at >= $3)")
        .bind(municipality).bind(held.id).bind(held.began_at).fetch_all(on))
}

/// Deletes what a person answered for; what they gave to others stays theirs.
pub async fn forget_roles(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM roles WHERE person_id = $1").bind(person))?;
    execute!(tx, sqlx::query("UPDATE roles SET granted_by = NULL WHERE granted_by = $1").bind(person))?;
    Ok(())
}
