//! The statements about persons, contacts and consents.

mod listed;

pub use listed::{add_listed_people, fill_birth_date, find_birth_date, find_listed, merge_persons};

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::model::{Consent, ConsentText, Contact, FullName, GivenConsent, Person};
use crate::{
    db::{Db, Tx},
    execute,
    messenger::{ContactKey, MessengerKind},
    read, within,
};

/// The contact behind a messenger's id. One that is gone speaks for nobody.
pub async fn find_contact(db: &Db, key: &ContactKey) -> sqlx::Result<Option<Contact>> {
    read!(db, on => sqlx::query_as(
        "SELECT id, CASE WHEN state <> 'gone' THEN person_id END AS person_id, state, seen_at FROM contacts WHERE messenger = $1 AND external_id = $2")
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
        "INSERT INTO contacts (id, messenger, external_id, state, created_at, seen_at) VALUES ($1, $2, $3, 'live', $4, $4)
         ON CONFLICT (messenger, external_id) DO UPDATE SET state = contacts.state RETURNING id")
        .bind(Uuid::now_v7()).bind(key.messenger.as_str()).bind(&key.external_id).bind(now).fetch_one(on))
}

/// Notes that a contact blocked us (`blocked`), let us in again (`live`), or speaks for nobody any more (`gone`): from that
/// only being attached brings it back.
pub async fn mark_contact(tx: &mut Tx, contact: Uuid, state: &str) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE contacts SET state = $2 WHERE id = $1 AND state <> 'gone'")
            .bind(contact)
            .bind(state)
    )?;
    Ok(())
}

/// Notes that a contact was heard of.
pub async fn mark_seen(tx: &mut Tx, contact: Uuid, now: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("UPDATE contacts SET seen_at = $2 WHERE id = $1").bind(contact).bind(now))?;
    Ok(())
}

/// From `now` on the silence of contacts counts of which it is not known when they were last heard of.
pub async fn begin_silences(tx: &mut Tx, now: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("UPDATE contacts SET seen_at = $1 WHERE seen_at IS NULL").bind(now))?;
    Ok(())
}

/// Deletes the contacts that belong to nobody and were last heard of before; returns how many.
pub async fn forget_strangers(tx: &mut Tx, before: DateTime<Utc>) -> sqlx::Result<u64> {
    execute!(tx, sqlx::query("DELETE FROM contacts WHERE person_id IS NULL AND seen_at < $1").bind(before))
}

/// Quiet hours until somebody chooses their own: from nine in the evening to eight in the morning.
const QUIET_MINUTES: (i64, i64) = (21 * 60, 8 * 60);

/// Begins a person behind a contact; nothing is known of them yet but the language that they were spoken to in: what
/// is said unasked has no other hint of it. Returns our id of them.
pub async fn add_person(
    tx: &mut Tx,
    contact: Uuid,
    language: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<Uuid> {
    let id = Uuid::now_v7();
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO persons (id, language, quiet_from_minute, quiet_to_minute, created_at) VALUES ($1, $2, $3, $4, $5)"
        )
        .bind(id)
        .bind(language)
        .bind(QUIET_MINUTES.0)
        .bind(QUIET_MINUTES.1)
        .bind(now)
    )?;
    attach_contact(tx, contact, id, now).await?;
    Ok(id)
}

/// From now on a contact is this person's, and the one that they are written to.
pub async fn attach_contact(
    tx: &mut Tx,
    contact: Uuid,
    person: Uuid,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE contacts SET person_id = $2, attached_at = $3, state = 'live' WHERE id = $1")
            .bind(contact)
            .bind(person)
            .bind(now)
    )?;
    Ok(())
}

/// From now on a contact is nobody's. Returns whether it was this person's.
pub async fn detach_contact(tx: &mut Tx, contact: Uuid, person: Uuid) -> sqlx::Result<bool> {
    let detached = execute!(
        tx,
        sqlx::query(
            "UPDATE contacts SET person_id = NULL, attached_at = NULL, state = 'live'
             WHERE id = $1 AND person_id = $2"
        )
        .bind(contact)
        .bind(person)
    )?;
    Ok(detached == 1)
}

/// Keeps a text that people can agree to, so that it can be shown as long as anybody's consent names it.
pub async fn publish_consent_text(db: &Db, text: &ConsentText, now: DateTime<Utc>) -> sqlx::Result<()> {
    let mut tx = db.begin().await?;
    execute!(
        &mut tx,
        sqlx::query(
            "INSERT INTO consent_texts (hash, version, text, published_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (hash) DO NOTHING"
        )
        .bind(text.hash())
        .bind(text.version())
        .bind(text.markdown())
        .bind(now)
    )?;
    tx.commit().await
}

/// Keeps that a person agreed to this text; once is enough.
pub async fn add_consent(
    tx: &mut Tx,
    person: Uuid,
    given: (&ConsentText, MessengerKind),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let (text, messenger) = given;
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO consents (id, person_id, version, text_hash, messenger, given_at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (person_id, text_hash) DO NOTHING"
        )
        .bind(Uuid::now_v7())
        .bind(person)
        .bind(text.version())
        .bind(text.hash())
        .bind(messenger.as_str())
        .bind(now)
    )?;
    Ok(())
}

/// The consent that a person gave last.
pub async fn find_last_consent(db: &Db, person: Uuid) -> sqlx::Result<Option<Consent>> {
    read!(db, on => sqlx::query_as(
        "SELECT version, given_at FROM consents WHERE person_id = $1 ORDER BY given_at DESC LIMIT 1")
        .bind(person).fetch_optional(on))
}

/// Every consent of a person with the exact text that they agreed to, the oldest first.
pub async fn list_given_consents(db: &Db, person: Uuid) -> sqlx::Result<Vec<GivenConsent>> {
    read!(db, on => sqlx::query_as(
        "SELECT c.version, c.text_hash, c.messenger, c.given_at, t.text FROM consents c
         LEFT JOIN consent_texts t ON t.hash = c.text_hash WHERE c.person_id = $1 ORDER BY c.given_at, c.id")
        .bind(person).fetch_all(on))
}

/// Registration is finished.
pub async fn mark_registered(tx: &mut Tx, person: Uuid, now: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE persons SET registered_at = $2 WHERE id = $1 AND registered_at IS NULL")
            .bind(person)
            .bind(now)
    )?;
    Ok(())
}

/// Sets what a person is called.
pub async fn set_name(tx: &mut Tx, person: Uuid, name: &FullName) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE persons SET family_name = $2, given_name = $3, patronymic = $4 WHERE id = $1")
            .bind(person)
            .bind(&name.family)
            .bind(&name.given)
            .bind(&name.patronymic)
    )?;
    Ok(())
}

/// Sets the year in which the career began, or forgets it.
pub async fn set_career_year(tx: &mut Tx, person: Uuid, year: Option<i64>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE persons SET career_began_year = $2 WHERE id = $1").bind(person).bind(year)
    )?;
    Ok(())
}

/// Sets the birth date, or forgets it.
pub async fn set_birth_date(tx: &mut Tx, person: Uuid, date: Option<NaiveDate>) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("UPDATE persons SET birth_date = $2 WHERE id = $1").bind(person).bind(date))?;
    Ok(())
}

/// Sets the language, as its code.
pub async fn set_language(tx: &mut Tx, person: Uuid, code: &str) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("UPDATE persons SET language = $2 WHERE id = $1").bind(person).bind(code))?;
    Ok(())
}

/// Sets the IANA zone; without one the municipality's applies.
pub async fn set_time_zone(tx: &mut Tx, person: Uuid, zone: Option<&str>) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("UPDATE persons SET time_zone = $2 WHERE id = $1").bind(person).bind(zone))?;
    Ok(())
}

/// Sets quiet hours in minutes after local midnight; the same minute twice means none.
pub async fn set_quiet(tx: &mut Tx, person: Uuid, minutes: (i64, i64)) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE persons SET quiet_from_minute = $2, quiet_to_minute = $3 WHERE id = $1")
            .bind(person)
            .bind(minutes.0)
            .bind(minutes.1)
    )?;
    Ok(())
}

/// Our ids of every contact of a person, also of those that are gone.
pub async fn list_contacts(tx: &mut Tx, person: Uuid) -> sqlx::Result<Vec<Uuid>> {
    within!(tx, on => sqlx::query_scalar("SELECT id FROM contacts WHERE person_id = $1 ORDER BY id")
        .bind(person).fetch_all(on))
}

/// The same, and whether each is gone.
pub async fn list_contact_states(tx: &mut Tx, person: Uuid) -> sqlx::Result<Vec<(Uuid, bool)>> {
    within!(tx, on => sqlx::query_as(
        "SELECT id, state = 'gone' AS is_gone FROM contacts WHERE person_id = $1 ORDER BY id")
        .bind(person).fetch_all(on))
}

/// How a person is reached on each messenger.
pub async fn list_contact_keys(db: &Db, person: Uuid) -> sqlx::Result<Vec<ContactKey>> {
    let rows: Vec<(String, String)> =
        read!(db, on => sqlx::query_as(CONTACT_KEYS).bind(person).fetch_all(on))?;
    Ok(rows.into_iter().filter_map(contact_key).collect())
}

/// The same inside a transaction.
pub async fn contact_keys_within(tx: &mut Tx, person: Uuid) -> sqlx::Result<Vec<ContactKey>> {
    let rows: Vec<(String, String)> =
        within!(tx, on => sqlx::query_as(CONTACT_KEYS).bind(person).fetch_all(on))?;
    Ok(rows.into_iter().filter_map(contact_key).collect())
}

const CONTACT_KEYS: &str = "SELECT messenger, external_id FROM contacts
    WHERE person_id = $1 AND state <> 'gone' ORDER BY id";

fn contact_key((messenger, external_id): (String, String)) -> Option<ContactKey> {
    Some(ContactKey { messenger: MessengerKind::from_word(&messenger)?, external_id })
}

/// Deletes a person with their consents; their contacts keep nothing but the messenger's id.
pub async fn forget_person(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE contacts SET person_id = NULL, attached_at = NULL WHERE person_id = $1")
            .bind(person)
    )?;
    execute!(tx, sqlx::query("DELETE FROM consents WHERE person_id = $1").bind(person))?;
    execute!(tx, sqlx::query("DELETE FROM persons WHERE id = $1").bind(person))?;
    Ok(())
}
