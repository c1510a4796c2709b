//! The statements about persons, contacts and consents.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::model::{Contact, Person};
use crate::{
    db::{Db, Tx},
    execute,
    messenger::ContactKey,
    read, within,
};

/// The contact behind a messenger's id.
pub async fn find_contact(db: &Db, key: &ContactKey) -> sqlx::Result<Option<Contact>> {
    read!(db, on => sqlx::query_as(
        "SELECT id, person_id, state FROM contacts WHERE messenger = $1 AND external_id = $2")
        .bind(key.messenger.as_str()).bind(&key.external_id).fetch_optional(on))
}

/// A person, and whether they agreed to the consent text with this hash.
pub async fn find_person(db: &Db, id: Uuid, consent_hash: &str) -> sqlx::Result<Option<Person>> {
    read!(db, on => sqlx::query_as(
        "SELECT id, family_name, given_name, patronymic, career_began_year, birth_date, language, time_zone,
             quiet_from_minute, quiet_to_minute, registered_at,
             EXISTS (SELECT 1 FROM consents WHERE person_id = persons.id AND text_hash = $2) AS consented
         FROM persons WHERE id = $1")
        .bind(id).bind(consent_hash).fetch_optional(on))
}

/// Makes a messenger's id known, and nothing else about its owner. Returns our id of it.
pub async fn add_contact(tx: &mut Tx, key: &ContactKey, now: DateTime<Utc>) -> sqlx::Result<Uuid> {
    within!(tx, on => sqlx::query_scalar(
        "INSERT INTO contacts (id, messenger, external_id, state, created_at) VALUES ($1, $2, $3, 'live', $4)
         ON CONFLICT (messenger, external_id) DO UPDATE SET state = contacts.state RETURNING id")
        .bind(Uuid::now_v7()).bind(key.messenger.as_str()).bind(&key.external_id).bind(now).fetch_one(on))
}

/// Notes that a contact blocked us (`blocked`) or let us in again (`live`).
pub async fn mark_contact(tx: &mut Tx, contact: Uuid, state: &str) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE contacts SET state = $2 WHERE id = $1")
            .bind(contact)
            .bind(state)
    )?;
    Ok(())
}
