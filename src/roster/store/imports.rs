//! Imports: what was sent, how far it has come, and what came of it.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    execute, read,
    roster::model::{Basis, Counts, Import, Mapping, Refused, State},
    sheets::Table,
};

/// An import to be written down.
pub struct NewImport<'a> {
    /// Whose people they are.
    pub municipality: Uuid,
    /// Who sent the list.
    pub imported_by: Uuid,
    /// What the file was called.
    pub file_name: &'a str,
    /// What stood in it.
    pub table: &'a Table,
}

/// The rows of an import with what is needed to carry it out.
pub struct Content {
    /// The import.
    pub import: Import,
    /// Its rows; of a finished one the refused rows alone.
    pub table: Table,
}

fn encode<T: serde::Serialize>(value: &T) -> sqlx::Result<String> {
    serde_json::to_string(value).map_err(|error| sqlx::Error::Encode(error.into()))
}

fn decode<T: serde::de::DeserializeOwned>(text: &[u8]) -> sqlx::Result<T> {
    serde_json::from_slice(text).map_err(|error| sqlx::Error::Decode(error.into()))
}

/// Keeps what was sent, before it is known what it would change. Returns our id of it.
pub async fn add_import(tx: &mut Tx, new: &NewImport<'_>, now: DateTime<Utc>) -> sqlx::Result<Uuid> {
    let id = Uuid::now_v7();
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO roster_imports (id, municipality_id, imported_by, file_name, content, mapping, refused, state,
                 row_count, position, added, changed, kept, refused_count, crashes, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, '[]', 'mapping', 0, 0, 0, 0, 0, 0, 0, $7)"
        )
        .bind(id)
        .bind(new.municipality)
        .bind(new.imported_by)
        .bind(new.file_name)
        .bind(encode(new.table)?.into_bytes())
        .bind(encode(&Mapping::recognise(new.table))?)
        .bind(now)
    )?;
    Ok(id)
}

/// Drops what this person sent for this municipality and did not carry out.
pub async fn drop_open_imports(tx: &mut Tx, importer: Uuid, municipality: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "DELETE FROM roster_imports WHERE imported_by = $1 AND municipality_id = $2
             AND state IN ('mapping', 'checked')"
        )
        .bind(importer)
        .bind(municipality)
    )?;
    Ok(())
}

/// Drops an import that this person sent and did not carry out. Returns whether there was such a one.
pub async fn drop_open_import(tx: &mut Tx, id: Uuid, importer: Uuid) -> sqlx::Result<bool> {
    let dropped = execute!(
        tx,
        sqlx::query(
            "DELETE FROM roster_imports WHERE id = $1 AND imported_by = $2
             AND state IN ('mapping', 'checked')"
        )
        .bind(id)
        .bind(importer)
    )?;
    Ok(dropped == 1)
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    municipality_id: Uuid,
    file_name: String,
    mapping: String,
    refused: String,
    state: String,
    row_count: i64,
    position: i64,
    added: i64,
    changed: i64,
    kept: i64,
    refused_count: i64,
}

impl Row {
    fn read(self) -> sqlx::Result<Import> {
        Ok(Import {
            id: self.id,
            municipality: self.municipality_id,
            file_name: self.file_name,
            state: State::from_word(&self.state).ok_or(sqlx::Error::RowNotFound)?,
            mapping: decode(self.mapping.as_bytes())?,
            counts: Counts {
                added: self.added,
                changed: self.changed,
                kept: self.kept,
                refused: self.refused_count,
            },
            position: self.position,
            rows: self.row_count,
            refused: decode(self.refused.as_bytes())?,
        })
    }
}

/// An import without its rows.
pub async fn find_import(db: &Db, id: Uuid) -> sqlx::Result<Option<Import>> {
    let row: Option<Row> = read!(db, on => sqlx::query_as(
        "SELECT id, municipality_id, file_name, mapping, refused, state, row_count, position, added,
             changed, kept, refused_count FROM roster_imports WHERE id = $1")
        .bind(id).fetch_optional(on))?;
    row.map(Row::read).transpose()
}

/// An import with its rows; nothing once they are gone.
pub async fn find_content(db: &Db, id: Uuid) -> sqlx::Result<Option<Content>> {
    let content: Option<Option<Vec<u8>>> = read!(db, on => sqlx::query_scalar(
        "SELECT content FROM roster_imports WHERE id = $1").bind(id).fetch_optional(on))?;
    match (content.flatten(), find_import(db, id).await?) {
        (Some(content), Some(import)) => Ok(Some(Content { table: decode(&content)?, import })),
        _ => Ok(None),
    }
}

/// The import that has been running longest.
pub async fn find_running(db: &Db) -> sqlx::Result<Option<Uuid>> {
    read!(db, on => sqlx::query_scalar(
        "SELECT id FROM roster_imports WHERE state = 'running' ORDER BY created_at, id LIMIT 1").fetch_optional(on))
}

/// Keeps the columns and what the list would change; `counts` are nothing while a column is missing.
pub async fn mark_checked(
    tx: &mut Tx,
    id: Uuid,
    mapping: &Mapping,
    checked: Option<(Counts, &[Refused])>,
) -> sqlx::Result<()> {
    let (counts, refused) = checked.unwrap_or_default();
    execute!(
        tx,
        sqlx::query(
            "UPDATE roster_imports SET mapping = $2, state = $3, row_count = $4, added = $5, changed = $6, kept = $7,
                 refused_count = $8, refused = $9 WHERE id = $1 AND state IN ('mapping', 'checked')"
        )
        .bind(id)
        .bind(encode(mapping)?)
        .bind(if checked.is_some() { "checked" } else { "mapping" })
        .bind(counts.total())
        .bind(counts.added)
        .bind(counts.changed)
        .bind(counts.kept)
        .bind(counts.refused)
        .bind(encode(&refused)?)
    )?;
    Ok(())
}

/// Begins to carry a checked import out. Returns whether it was begun: one at a time runs in a municipality.
pub async fn mark_running(tx: &mut Tx, import: &Import, basis: Basis) -> sqlx::Result<bool> {
    let begun = execute!(
        tx,
        sqlx::query(
            "UPDATE roster_imports SET state = 'running', basis = $3, position = 0, added = 0, changed = 0, kept = 0,
                 refused_count = 0
             WHERE id = $1 AND state = 'checked' AND NOT EXISTS (
                 SELECT 1 FROM roster_imports other WHERE other.municipality_id = $2 AND other.state = 'running')"
        )
        .bind(import.id)
        .bind(import.municipality)
        .bind(basis.as_str())
    )?;
    Ok(begun == 1)
}

/// The refused rows as they were found when the work began.
pub async fn set_refused(tx: &mut Tx, id: Uuid, refused: &[Refused]) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE roster_imports SET refused = $2 WHERE id = $1 AND state = 'running'")
            .bind(id)
            .bind(encode(&refused)?)
    )?;
    Ok(())
}

/// Moves a running import on by one batch, in the transaction of its effects. Returns whether it was there: it may have
/// been stopped, or another may have done the batch.
pub async fn claim_batch(tx: &mut Tx, id: Uuid, (from, to): (i64, i64), done: Counts) -> sqlx::Result<bool> {
    let moved = execute!(
        tx,
        sqlx::query(
            "UPDATE roster_imports SET position = $3, added = added + $4, changed = changed + $5, kept = kept + $6,
                 refused_count = refused_count + $7 WHERE id = $1 AND state = 'running' AND position = $2"
        )
        .bind(id)
        .bind(from)
        .bind(to)
        .bind(done.added)
        .bind(done.changed)
        .bind(done.kept)
        .bind(done.refused)
    )?;
    Ok(moved == 1)
}

/// The import is carried out; nothing of its rows stays but the refused ones.
pub async fn mark_done(
    tx: &mut Tx,
    id: Uuid,
    (left, refused): (&Table, &[Refused]),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE roster_imports SET state = 'done', content = $2, refused = $3, settled_at = $4,
                 mapping = $5 WHERE id = $1 AND state = 'running'"
        )
        .bind(id)
        .bind(encode(left)?.into_bytes())
        .bind(encode(&refused)?)
        .bind(now)
        .bind(encode(&Mapping {
            head: left.rows.len().saturating_sub(refused.len() + 1),
            ..Mapping::default()
        })?)
    )?;
    Ok(())
}

/// Stops a running import. Returns whether it was running.
pub async fn mark_stopped(tx: &mut Tx, id: Uuid, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let stopped = execute!(
        tx,
        sqlx::query(
            "UPDATE roster_imports SET state = 'stopped', content = NULL, refused = '[]', settled_at = $2
             WHERE id = $1 AND state = 'running'"
        )
        .bind(id)
        .bind(now)
    )?;
    Ok(stopped == 1)
}

/// Counts a stumble; after too many the import is given up. Returns whether it was.
pub async fn mark_broken(tx: &mut Tx, id: Uuid, most: i64, now: DateTime<Utc>) -> sqlx::Result<bool> {
    execute!(tx, sqlx::query("UPDATE roster_imports SET crashes = crashes + 1 WHERE id = $1").bind(id))?;
    let broken = execute!(
        tx,
        sqlx::query(
            "UPDATE roster_imports SET state = 'broken', content = NULL, refused = '[]', settled_at = $3
             WHERE id = $1 AND state = 'running' AND crashes >= $2"
        )
        .bind(id)
        .bind(most)
        .bind(now)
    )?;
    Ok(broken == 1)
}

/// Forgets the rows of imports that were settled, or sent and never carried out, before this instant.
pub async fn drop_old_content(tx: &mut Tx, before: DateTime<Utc>) -> sqlx::Result<()> {
    for statement in [
        "UPDATE roster_imports SET content = NULL, refused = '[]' WHERE content IS NOT NULL AND settled_at < $1",
        "DELETE FROM roster_imports WHERE state IN ('mapping', 'checked') AND created_at < $1",
    ] {
        execute!(tx, sqlx::query(statement).bind(before))?;
    }
    Ok(())
}

/// Somebody who sent lists leaves: what they had not carried out goes, the rest has nobody's name on it.
pub async fn forget_importer(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    for statement in [
        "DELETE FROM roster_imports WHERE imported_by = $1 AND state IN ('mapping', 'checked')",
        "UPDATE roster_imports SET imported_by = NULL, file_name = '' WHERE imported_by = $1",
    ] {
        execute!(tx, sqlx::query(statement).bind(person))?;
    }
    Ok(())
}

/// Two people are one: what the first sent, the second did.
pub async fn merge_importer(tx: &mut Tx, from: Uuid, into: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE roster_imports SET imported_by = $2 WHERE imported_by = $1")
            .bind(from)
            .bind(into)
    )?;
    Ok(())
}
