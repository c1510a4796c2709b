//! The statements about kept files.

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::model::{Kept, NewAttachment, kind_from_word, kind_word};
use crate::{
    db::{Db, Tx},
    execute,
    messenger::MessengerKind,
    read,
};

/// Keeps a file; returns our id of it.
pub async fn add_attachment(tx: &mut Tx, new: &NewAttachment, now: DateTime<Utc>) -> sqlx::Result<Uuid> {
    let id = Uuid::now_v7();
    let hash = new.bytes.as_deref().map(|bytes| Sha256::digest(bytes).to_vec());
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO attachments (id, owner_id, kind, name, hash, bytes, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        )
        .bind(id)
        .bind(new.owner)
        .bind(kind_word(new.kind))
        .bind(&new.name)
        .bind(&hash)
        .bind(&new.bytes)
        .bind(now)
    )?;
    let (messenger, reference) = &new.reference;
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO attachment_references (attachment_id, messenger, reference) VALUES ($1, $2, $3)"
        )
        .bind(id)
        .bind(messenger.as_str())
        .bind(reference)
    )?;
    Ok(id)
}

#[derive(sqlx::FromRow)]
struct Row {
    owner_id: Uuid,
    kind: String,
    name: String,
    bytes: Option<Vec<u8>>,
}

/// A kept file to be sent on a messenger; with its bytes only where that does not know it yet.
pub async fn find_attachment(db: &Db, id: Uuid, messenger: MessengerKind) -> sqlx::Result<Option<Kept>> {
    let row: Option<Row> = read!(db, on => sqlx::query_as(
        "SELECT owner_id, kind, name, CASE WHEN EXISTS (
             SELECT 1 FROM attachment_references WHERE attachment_id = $1 AND messenger = $2) THEN NULL
             ELSE bytes END AS bytes
         FROM attachments WHERE id = $1")
        .bind(id).bind(messenger.as_str()).fetch_optional(on))?;
    let Some(row) = row else { return Ok(None) };
    let references: Vec<(String, String)> = read!(db, on => sqlx::query_as(
        "SELECT messenger, reference FROM attachment_references WHERE attachment_id = $1 ORDER BY messenger")
        .bind(id).fetch_all(on))?;
    let known = |(messenger, reference): (String, String)| {
        MessengerKind::from_word(&messenger).map(|messenger| (messenger, reference))
    };
    Ok(Some(Kept {
        id,
        owner: row.owner_id,
        kind: kind_from_word(&row.kind),
        name: row.name,
        bytes: row.bytes,
        references: references.into_iter().filter_map(known).collect(),
    }))
}

/// How many files of a person are kept.
pub async fn count_attachments(db: &Db, owner: Uuid) -> sqlx::Result<i64> {
    read!(db, on => sqlx::query_scalar("SELECT COUNT(*) FROM attachments WHERE owner_id = $1")
        .bind(owner).fetch_one(on))
}

/// Deletes a file.
pub async fn forget_attachment(tx: &mut Tx, id: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM attachments WHERE id = $1").bind(id))?;
    Ok(())
}

/// Deletes a person's files.
pub async fn forget_attachments(tx: &mut Tx, owner: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM attachments WHERE owner_id = $1").bind(owner))?;
    Ok(())
}

/// Makes a person's files another's.
pub async fn merge_attachments(tx: &mut Tx, from: Uuid, into: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE attachments SET owner_id = $2 WHERE owner_id = $1").bind(from).bind(into)
    )?;
    Ok(())
}
