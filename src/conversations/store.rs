//! The statements about conversations and drafts.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use sqlx::types::Json;
use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    execute,
    messenger::MessageRef,
    read, within,
};

/// The message that carries the present screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LiveMessage {
    /// Where it is.
    #[serde(flatten)]
    pub at: MessageRef,
    /// Whether files stand below it: what comes next has to stand below them, not out of sight above.
    #[serde(default)]
    pub is_above_files: bool,
}

/// Where a contact stands.
#[derive(Debug, Clone, Default, sqlx::FromRow)]
pub struct Conversation {
    /// Name of the capability that expects the next typed words.
    pub expects: Option<String>,
    /// Payload that shows the present screen again.
    pub address: Option<String>,
    /// The message whose buttons are valid now.
    pub live_message: Option<Json<LiveMessage>>,
    /// Rises with every change.
    pub version: i64,
}

/// The conversation of a contact.
pub async fn find(db: &Db, contact: Uuid) -> sqlx::Result<Option<Conversation>> {
    read!(db, on => sqlx::query_as(
        "SELECT expects, address, live_message, version FROM conversations WHERE contact_id = $1")
        .bind(contact).fetch_optional(on))
}

/// Sets who expects the next words and where the contact stands; the live message stays as it is.
pub async fn save(tx: &mut Tx, contact: Uuid, conversation: &Conversation) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO conversations (contact_id, expects, address, version) VALUES ($1, $2, $3, 1)
         ON CONFLICT (contact_id) DO UPDATE SET expects = excluded.expects, address = excluded.address,
             version = conversations.version + 1"
        )
        .bind(contact)
        .bind(&conversation.expects)
        .bind(&conversation.address)
    )?;
    Ok(())
}

/// Remembers which message carries the present screen.
pub async fn mark_live(tx: &mut Tx, contact: Uuid, message: &LiveMessage) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO conversations (contact_id, live_message, version) VALUES ($1, $2, 1)
         ON CONFLICT (contact_id) DO UPDATE SET live_message = excluded.live_message"
        )
        .bind(contact)
        .bind(Json(message))
    )?;
    Ok(())
}

/// The draft that a capability left with this contact, if it still can be read.
pub async fn open_draft<T: DeserializeOwned + Send + Unpin>(
    db: &Db,
    contact: Uuid,
    capability: &str,
) -> sqlx::Result<Option<T>> {
    let step: Option<Json<serde_json::Value>> = read!(db, on => sqlx::query_scalar(
        "SELECT step FROM drafts WHERE contact_id = $1 AND capability = $2")
        .bind(contact).bind(capability).fetch_optional(on))?;
    Ok(step.and_then(|Json(step)| serde_json::from_value(step).ok()))
}

/// The same inside a transaction.
pub async fn draft_within<T: DeserializeOwned>(
    tx: &mut Tx,
    contact: Uuid,
    capability: &str,
) -> sqlx::Result<Option<T>> {
    let step: Option<Json<serde_json::Value>> = within!(tx, on => sqlx::query_scalar(
        "SELECT step FROM drafts WHERE contact_id = $1 AND capability = $2")
        .bind(contact).bind(capability).fetch_optional(on))?;
    Ok(step.and_then(|Json(step)| serde_json::from_value(step).ok()))
}

/// Names of the capabilities that left a draft with this contact.
pub async fn list_drafts(db: &Db, contact: Uuid) -> sqlx::Result<Vec<String>> {
    read!(db, on => sqlx::query_scalar("SELECT capability FROM drafts WHERE contact_id = $1 ORDER BY capability")
        .bind(contact).fetch_all(on))
}

/// Keeps a capability's draft.
pub async fn park<T: Serialize + Sync>(
    tx: &mut Tx,
    key: (Uuid, &str),
    draft: &T,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let step = serde_json::to_value(draft).map_err(|error| sqlx::Error::Encode(error.into()))?;
    execute!(tx, sqlx::query(
        "INSERT INTO drafts (contact_id, capability, step, updated_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (contact_id, capability) DO UPDATE SET step = excluded.step, updated_at = excluded.updated_at")
        .bind(key.0).bind(key.1).bind(Json(step)).bind(now))?;
    Ok(())
}

/// Drops a capability's draft: it was finished or cancelled.
pub async fn forget(tx: &mut Tx, contact: Uuid, capability: &str) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("DELETE FROM drafts WHERE contact_id = $1 AND capability = $2")
            .bind(contact)
            .bind(capability)
    )?;
    Ok(())
}

/// Drops a capability's drafts with everybody: they may name somebody who is to be forgotten.
pub async fn forget_everywhere(tx: &mut Tx, capability: &str) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM drafts WHERE capability = $1").bind(capability))?;
    Ok(())
}

/// Drops everything that a contact left lying: every draft, and where they stood. The live message stays known.
pub async fn forget_contact(tx: &mut Tx, contact: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM drafts WHERE contact_id = $1").bind(contact))?;
    execute!(
        tx,
        sqlx::query("UPDATE conversations SET expects = NULL, address = NULL WHERE contact_id = $1")
            .bind(contact)
    )?;
    Ok(())
}
