//! The statements about associations and who belongs to them. Who heads one stands among the roles.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    execute, read,
    units::model::{Association, AssociationKind, NewAssociation, Unit},
    within,
};

#[derive(sqlx::FromRow)]
struct AssociationRow {
    id: Uuid,
    municipality_id: Uuid,
    school_id: Option<Uuid>,
    school_short_title: Option<String>,
    kind: String,
    subject: Option<String>,
    title: String,
    open_until: Option<NaiveDate>,
    closed_at: Option<DateTime<Utc>>,
}

impl AssociationRow {
    /// The association that the row means; none if this release does not know its kind.
    fn read(self) -> Option<Association> {
        Some(Association {
            id: self.id,
            municipality_id: self.municipality_id,
            school_id: self.school_id,
            school_short_title: self.school_short_title,
            kind: AssociationKind::from_word(&self.kind)?,
            subject: self.subject,
            title: self.title,
            open_until: self.open_until,
            closed_at: self.closed_at,
        })
    }
}

/// An association, also one that was closed.
pub async fn find_association(db: &Db, id: Uuid) -> sqlx::Result<Option<Association>> {
    let row: Option<AssociationRow> = read!(db, on => sqlx::query_as(
        "SELECT a.id, a.municipality_id, a.school_id, s.short_title AS school_short_title, a.kind, a.subject,
             a.title, a.open_until, a.closed_at
         FROM associations a LEFT JOIN schools s ON s.id = a.school_id WHERE a.id = $1")
        .bind(id).fetch_optional(on))?;
    Ok(row.and_then(AssociationRow::read))
}

/// The open associations that lie in a unit or are it, the municipal ones first, then school by school, by name.
pub async fn list_associations(db: &Db, within: Unit) -> sqlx::Result<Vec<Association>> {
    let rows: Vec<AssociationRow> = read!(db, on => sqlx::query_as(
        "SELECT a.id, a.municipality_id, a.school_id, s.short_title AS school_short_title, a.kind, a.subject,
             a.title, a.open_until, a.closed_at
         FROM associations a LEFT JOIN schools s ON s.id = a.school_id
         WHERE a.closed_at IS NULL AND ($1 IS NULL OR a.municipality_id = $1)
             AND ($2 IS NULL OR a.school_id = $2) AND ($3 IS NULL OR a.id = $3)
         ORDER BY COALESCE(s.position, -1), a.title, a.id")
        .bind(within.municipality()).bind(within.school()).bind(within.association()).fetch_all(on))?;
    Ok(rows.into_iter().filter_map(AssociationRow::read).collect())
}

/// The open associations that a person belongs to, by name.
pub async fn list_memberships(db: &Db, person: Uuid) -> sqlx::Result<Vec<Association>> {
    let rows: Vec<AssociationRow> = read!(db, on => sqlx::query_as(
        "SELECT a.id, a.municipality_id, a.school_id, s.short_title AS school_short_title, a.kind, a.subject,
             a.title, a.open_until, a.closed_at
         FROM association_members m JOIN associations a ON a.id = m.association_id
         LEFT JOIN schools s ON s.id = a.school_id
         WHERE m.person_id = $1 AND m.ended_at IS NULL AND a.closed_at IS NULL ORDER BY a.title, a.id")
        .bind(person).fetch_all(on))?;
    Ok(rows.into_iter().filter_map(AssociationRow::read).collect())
}

/// Writes an association down. Returns our id of it.
pub async fn add_association(tx: &mut Tx, new: &NewAssociation, now: DateTime<Utc>) -> sqlx::Result<Uuid> {
    let id = Uuid::now_v7();
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO associations (id, municipality_id, school_id, kind, subject, title, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        )
        .bind(id)
        .bind(new.at.municipality())
        .bind(new.at.school())
        .bind(new.kind.as_str())
        .bind(&new.subject)
        .bind(&new.title)
        .bind(now)
    )?;
    Ok(id)
}

/// Whether an association is open. Whoever asks holds it until the transaction ends: of two who elect, or elect and
/// close, at the same moment one sees what the other did.
pub async fn hold_association(tx: &mut Tx, id: Uuid) -> sqlx::Result<bool> {
    let closed_at: Option<Option<DateTime<Utc>>> = within!(tx, on => sqlx::query_scalar(
        "UPDATE associations SET title = title WHERE id = $1 RETURNING closed_at")
        .bind(id).fetch_optional(on))?;
    Ok(closed_at == Some(None))
}

/// Gives an open association another name.
pub async fn rename_association(tx: &mut Tx, id: Uuid, title: &str) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE associations SET title = $2 WHERE id = $1 AND closed_at IS NULL")
            .bind(id)
            .bind(title)
    )?;
    Ok(())
}

/// Says until which day an open association is meant to last; without a day it is permanent.
pub async fn set_term(tx: &mut Tx, id: Uuid, open_until: Option<NaiveDate>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE associations SET open_until = $2 WHERE id = $1 AND closed_at IS NULL")
            .bind(id)
            .bind(open_until)
    )?;
    Ok(())
}

/// Closes an association. Its members stay written down, for the case that it is opened again. Returns whether it was
/// open until now.
pub async fn close_association(tx: &mut Tx, id: Uuid, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let closed = execute!(
        tx,
        sqlx::query("UPDATE associations SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL")
            .bind(id)
            .bind(now)
    )?;
    Ok(closed == 1)
}

/// Opens an association again that was closed at `since` or later. Returns whether it was.
pub async fn reopen_association(tx: &mut Tx, id: Uuid, since: DateTime<Utc>) -> sqlx::Result<bool> {
    let opened = execute!(
        tx,
        sqlx::query("UPDATE associations SET closed_at = NULL WHERE id = $1 AND closed_at >= $2")
            .bind(id)
            .bind(since)
    )?;
    Ok(opened == 1)
}

/// Takes somebody in who works at the association's school or in its municipality. Returns whether it changed anything:
/// not for somebody who belongs to it, works elsewhere, or where it was closed.
pub async fn add_member(tx: &mut Tx, id: Uuid, person: Uuid, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let added = execute!(
        tx,
        sqlx::query(
            "INSERT INTO association_members (id, association_id, person_id, began_at)
             SELECT $1, a.id, $3, $4 FROM associations a
             WHERE a.id = $2 AND a.closed_at IS NULL AND EXISTS (
                 SELECT 1 FROM employments e WHERE e.person_id = $3 AND e.municipality_id = a.municipality_id
                     AND (e.school_id = a.school_id OR a.school_id IS NULL) AND e.ended_at IS NULL)
             ON CONFLICT DO NOTHING"
        )
        .bind(Uuid::now_v7())
        .bind(id)
        .bind(person)
        .bind(now)
    )?;
    Ok(added == 1)
}

/// Whether somebody belongs to an association at this moment, for whoever writes by it in the same transaction.
pub async fn has_member(tx: &mut Tx, id: Uuid, person: Uuid) -> sqlx::Result<bool> {
    within!(tx, on => sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM association_members WHERE association_id = $1 AND person_id = $2
             AND ended_at IS NULL)")
        .bind(id).bind(person).fetch_one(on))
}

/// Whether somebody ever belonged to an association.
pub async fn was_member(db: &Db, id: Uuid, person: Uuid) -> sqlx::Result<bool> {
    read!(db, on => sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM association_members WHERE association_id = $1 AND person_id = $2)")
        .bind(id).bind(person).fetch_one(on))
}

/// Ends that somebody belongs to an association. Returns whether they did.
pub async fn end_member(tx: &mut Tx, id: Uuid, person: Uuid, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let ended = execute!(
        tx,
        sqlx::query(
            "UPDATE association_members SET ended_at = $3
             WHERE association_id = $1 AND person_id = $2 AND ended_at IS NULL"
        )
        .bind(id)
        .bind(person)
        .bind(now)
    )?;
    Ok(ended == 1)
}

/// Whoever works at a school no more belongs to its associations no more; the same of a municipality.
pub async fn end_left_memberships(tx: &mut Tx, person: Uuid, now: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE association_members SET ended_at = $2
             WHERE person_id = $1 AND ended_at IS NULL AND NOT EXISTS (
                 SELECT 1 FROM associations a JOIN employments e ON e.municipality_id = a.municipality_id
                 WHERE a.id = association_members.association_id AND e.person_id = $1 AND e.ended_at IS NULL
                     AND (e.school_id = a.school_id OR a.school_id IS NULL))"
        )
        .bind(person)
        .bind(now)
    )?;
    Ok(())
}

/// Deletes what a person belonged and belongs to.
pub async fn forget_memberships(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM association_members WHERE person_id = $1").bind(person))?;
    Ok(())
}
