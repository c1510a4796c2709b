//! The statements about entries: they are added and read. The one change is that of a key when a person leaves.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::model::{Deed, Entry, NewEntry};
use crate::{
    db::{Db, Tx},
    execute, read,
    units::{Role, Unit},
};

/// Adds an entry.
pub async fn add_entry(tx: &mut Tx, new: &NewEntry, now: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO audit_entries (id, happened_at, actor, subject, deed, role, municipality_id, source)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        )
        .bind(Uuid::now_v7())
        .bind(now)
        .bind(new.actor)
        .bind(new.subject)
        .bind(new.deed.as_str())
        .bind(new.role.map(Role::as_str))
        .bind(new.municipality)
        .bind(new.source)
    )?;
    Ok(())
}

/// Adds that somebody took along what is known within units: an entry in each municipality, since each has its own
/// readers; one for the region where it is taken of all. `source` is the press that did it.
pub async fn add_taking(
    tx: &mut Tx,
    actor: Uuid,
    (deed, source): (Deed, &'static str),
    (units, now): (&[Unit], DateTime<Utc>),
) -> sqlx::Result<()> {
    let mut municipalities: BTreeSet<Option<Uuid>> = units.iter().map(|unit| unit.municipality()).collect();
    if municipalities.contains(&None) {
        municipalities = BTreeSet::from([None]);
    }
    for municipality in municipalities {
        let entry = NewEntry { actor, subject: actor, deed, role: None, municipality, source };
        add_entry(tx, &entry, now).await?;
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct EntryRow {
    happened_at: DateTime<Utc>,
    actor: Option<String>,
    subject: Option<String>,
    deed: String,
    role: Option<String>,
}

impl EntryRow {
    fn read(self) -> Option<Entry> {
        Some(Entry {
            happened_at: self.happened_at,
            actor: self.actor,
            subject: self.subject,
            deed: Deed::from_word(&self.deed)?,
            role: self.role.as_deref().and_then(Role::from_word),
        })
    }
}

/// The newest entries of a municipality; without one, of the whole region.
pub async fn list_entries(db: &Db, municipality: Option<Uuid>, most: usize) -> sqlx::Result<Vec<Entry>> {
    let rows: Vec<EntryRow> = read!(db, on => sqlx::query_as(
        "SELECT e.happened_at, e.deed, e.role,
             a.family_name || ' ' || a.given_name || COALESCE(' ' || a.patronymic, '') AS actor,
             COALESCE(s.family_name || ' ' || s.given_name || COALESCE(' ' || s.patronymic, ''), c.short_title)
                 AS subject
         FROM audit_entries e LEFT JOIN person_names a ON a.person_id = e.actor
         LEFT JOIN person_names s ON s.person_id = e.subject LEFT JOIN school_names c ON c.school_id = e.subject
         WHERE $1 IS NULL OR e.municipality_id = $1 ORDER BY e.happened_at DESC, e.id DESC LIMIT $2")
        .bind(municipality).bind(limit(most)).fetch_all(on))?;
    Ok(rows.into_iter().filter_map(EntryRow::read).collect())
}

/// The newest entries about a person that others caused.
pub async fn list_about(db: &Db, person: Uuid, most: usize) -> sqlx::Result<Vec<Entry>> {
    let rows: Vec<EntryRow> = read!(db, on => sqlx::query_as(
        "SELECT e.happened_at, e.deed, e.role,
             a.family_name || ' ' || a.given_name || COALESCE(' ' || a.patronymic, '') AS actor, NULL AS subject
         FROM audit_entries e LEFT JOIN person_names a ON a.person_id = e.actor
         WHERE e.subject = $1 AND e.actor <> $1 ORDER BY e.happened_at DESC, e.id DESC LIMIT $2")
        .bind(person).bind(limit(most)).fetch_all(on))?;
    Ok(rows.into_iter().filter_map(EntryRow::read).collect())
}

fn limit(most: usize) -> i64 {
    i64::try_from(most).unwrap_or(i64::MAX)
}

/// Whether any entry names a person.
pub async fn is_named(db: &Db, person: Uuid) -> sqlx::Result<bool> {
    read!(db, on => sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM audit_entries WHERE subject = $1 OR actor = $1)")
        .bind(person).fetch_one(on))
}

/// Deletes the entries that are older.
pub async fn forget_entries(tx: &mut Tx, before: DateTime<Utc>) -> sqlx::Result<u64> {
    execute!(tx, sqlx::query("DELETE FROM audit_entries WHERE happened_at < $1").bind(before))
}

/// Puts a key that leads nowhere in the place of a person, the same in all their entries.
pub async fn anonymise(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    let key = Uuid::new_v4();
    execute!(tx, sqlx::query("UPDATE audit_entries SET actor = $2 WHERE actor = $1").bind(person).bind(key))?;
    execute!(
        tx,
        sqlx::query("UPDATE audit_entries SET subject = $2 WHERE subject = $1").bind(person).bind(key)
    )?;
    Ok(())
}

/// Two people are one: the entries of the first name the second.
pub async fn merge_entries(tx: &mut Tx, from: Uuid, into: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("UPDATE audit_entries SET actor = $2 WHERE actor = $1").bind(from).bind(into))?;
    execute!(
        tx,
        sqlx::query("UPDATE audit_entries SET subject = $2 WHERE subject = $1").bind(from).bind(into)
    )?;
    Ok(())
}
