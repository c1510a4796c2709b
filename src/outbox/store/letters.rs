//! Writing letters, and what becomes of them when their cause changes.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::{QueryBuilder, types::Json};
use uuid::Uuid;

use crate::{
    db::{Db, Tx},
    execute,
    messenger::MessageRef,
    outbox::model::{Form, NewLetter, Wish},
    read, within,
};

/// Rows in one statement; engines bound the number of arguments.
const CHUNK: usize = 500;

/// A letter with this key that was not said yet is brought up to date; one that was said stays as it is.
const BRING_UP_TO_DATE: &str = " ON CONFLICT (dedup_key) DO UPDATE SET matter = excluded.matter,
     class = excluded.class, lane = excluded.lane, is_urgent = excluded.is_urgent, wish = excluded.wish,
     event_at = excluded.event_at, useless_after = excluded.useless_after, cause = excluded.cause,
     due_at = excluded.due_at, state = 'owed', is_planned = excluded.is_planned, is_over_budget = FALSE,
     tries = 0, held_until = NULL, outcome = NULL, settled_at = NULL
 WHERE letters.state IN ('owed', 'unreachable', 'ended', 'stale') AND letters.claimed_by IS NULL
     AND excluded.useless_after > excluded.created_at";

const COLUMNS: &str = "INSERT INTO letters (id, person_id, capability, matter, form, of_letter, class, lane,
     is_urgent, wish, event_at, useless_after, dedup_key, cause, state, is_planned, is_over_budget, is_calling,
     due_at, tries, claim_number, created_at) ";

/// Owes one letter. Returns whether anything was written: a letter for the past is not.
pub async fn owe(tx: &mut Tx, letter: &NewLetter, now: DateTime<Utc>) -> sqlx::Result<bool> {
    Ok(owe_all(tx, std::slice::from_ref(letter), now).await? == 1)
}

/// Owes one letter to one contact of the person, whichever else they have: it is about their accounts. It is
/// said there also where that contact is gone.
pub async fn owe_to(tx: &mut Tx, contact: Uuid, letter: &NewLetter, now: DateTime<Utc>) -> sqlx::Result<()> {
    if owe(tx, letter, now).await? {
        execute!(
            tx,
            sqlx::query("UPDATE letters SET contact_id = $2 WHERE dedup_key = $1")
                .bind(&letter.dedup_key)
                .bind(contact)
        )?;
    }
    Ok(())
}

/// Owes many letters, in as few statements as the engine allows. Returns how many were written.
pub async fn owe_all(tx: &mut Tx, letters: &[NewLetter], now: DateTime<Utc>) -> sqlx::Result<u64> {
    // Of several with one key the last counts: an engine touches a row at most once in a statement.
    let mut keys = HashSet::new();
    let mut still_useful: Vec<_> = letters
        .iter()
        .rev()
        .filter(|letter| letter.useless_after > now && keys.insert(&letter.dedup_key))
        .collect();
    still_useful.reverse();
    let mut written = 0;
    for chunk in still_useful.chunks(CHUNK) {
        written += match tx {
            Tx::Sqlite(on) => insertion(chunk, now).build().execute(&mut **on).await?.rows_affected(),
            Tx::Pg(on) => insertion(chunk, now).build().execute(&mut **on).await?.rows_affected(),
        };
    }
    Ok(written)
}

fn insertion<D>(letters: &[&NewLetter], now: DateTime<Utc>) -> QueryBuilder<D>
where
    D: sqlx::Database,
    for<'q> Uuid: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> Option<Uuid>: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> String: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> bool: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> i64: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> DateTime<Utc>: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> Option<DateTime<Utc>>: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> Json<Value>: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> Json<Wish>: sqlx::Encode<'q, D> + sqlx::Type<D>,
{
    let mut query = QueryBuilder::new(COLUMNS);
    query.push_values(letters, |mut row, letter| {
        row.push_bind(Uuid::now_v7())
            .push_bind(letter.person_id)
            .push_bind(letter.capability.to_owned())
            .push_bind(Json(letter.matter.clone()))
            .push_bind(Form::Post.as_str().to_owned())
            .push_bind(None::<Uuid>)
            .push_bind(letter.class.as_str().to_owned())
            .push_bind(letter.class.lane())
            .push_bind(letter.is_urgent)
            .push_bind(Json(letter.wish.clone()))
            .push_bind(letter.event_at)
            .push_bind(letter.useless_after)
            .push_bind(letter.dedup_key.clone())
            .push_bind(letter.cause.clone())
            .push_bind("owed".to_owned())
            .push_bind(letter.is_due_at_once(now))
            .push_bind(false)
            .push_bind(false)
            .push_bind(now)
            .push_bind(0_i64)
            .push_bind(0_i64)
            .push_bind(now);
    });
    query.push(BRING_UP_TO_DATE);
    query
}

const END_WAITING: &str = "UPDATE letters SET state = 'ended', settled_at = $2, held_until = NULL,
     claim_number = claim_number + 1
 WHERE cause = $1 AND state IN ('owed', 'unreachable') AND NOT is_calling AND form <> 'withdrawal'
     AND claimed_by IS NULL";

/// Ends what nobody has in hand of a cause. What a worker holds at this moment is left to its renderer, and to be written
/// down as it was.
pub async fn end_waiting(tx: &mut Tx, cause: &str, now: DateTime<Utc>) -> sqlx::Result<u64> {
    execute!(tx, sqlx::query(END_WAITING).bind(cause).bind(now))
}

/// The same, and the keys of the letters that are never said.
pub async fn withdraw_waiting(tx: &mut Tx, cause: &str, now: DateTime<Utc>) -> sqlx::Result<Vec<String>> {
    let query = format!("{END_WAITING} RETURNING dedup_key");
    within!(tx, on => sqlx::query_scalar(sqlx::AssertSqlSafe(query)).bind(cause).bind(now).fetch_all(on))
}

/// How many letters of a cause are still to be said, and when the next of them is due.
pub async fn count_waiting(db: &Db, cause: &str) -> sqlx::Result<(i64, Option<DateTime<Utc>>)> {
    read!(db, on => sqlx::query_as(
        "SELECT COUNT(*), MIN(due_at) FROM letters WHERE cause = $1 AND state = 'owed' AND form = 'post'")
        .bind(cause).fetch_one(on))
}

/// The cause is gone: what was not said yet is never said. Returns how many letters nobody had in hand: those were
/// certainly not said.
///
/// A letter that a worker holds at this moment ends too, but it may be on its way already. A withdrawal does not end:
/// what was said about the cause is taken back all the more.
pub async fn end_cause(tx: &mut Tx, cause: &str, now: DateTime<Utc>) -> sqlx::Result<u64> {
    let in_nobodys_hand = end_waiting(tx, cause, now).await?;
    execute!(
        tx,
        sqlx::query(
            "UPDATE letters SET state = 'ended', settled_at = $2, claimed_by = NULL, held_until = NULL,
                 claim_number = claim_number + 1
             WHERE cause = $1 AND state IN ('owed', 'unreachable') AND NOT is_calling AND form <> 'withdrawal'"
        )
        .bind(cause)
        .bind(now)
    )?;
    Ok(in_nobodys_hand)
}

/// Corrects a letter: one that was not said yet gets the new matter (or ends), one that was said is owed a replacement
/// (or a withdrawal), which is sent after it.
pub async fn correct(
    tx: &mut Tx,
    letter: Uuid,
    new_matter: Option<&Value>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let untouched = match new_matter {
        Some(matter) => execute!(
            tx,
            sqlx::query(
                "UPDATE letters SET matter = $2 WHERE id = $1 AND state IN ('owed', 'unreachable') AND claimed_by IS NULL"
            )
            .bind(letter)
            .bind(Json(matter))
        )?,
        None => execute!(
            tx,
            sqlx::query(
                "UPDATE letters SET state = 'ended', settled_at = $2
                 WHERE id = $1 AND state IN ('owed', 'unreachable') AND claimed_by IS NULL"
            )
            .bind(letter)
            .bind(now)
        )?,
    };
    if untouched == 0 {
        owe_correction(tx, letter, new_matter, now).await?;
    }
    Ok(())
}

/// A later correction takes the place of an earlier one that was not sent yet. From a worker that is sending the
/// earlier one it takes the right to say so; its lease is left to run out, so that nobody sends the later one meanwhile.
async fn owe_correction(
    tx: &mut Tx,
    letter: Uuid,
    new_matter: Option<&Value>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let form = if new_matter.is_some() { Form::Replacement } else { Form::Withdrawal };
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO letters (id, person_id, capability, matter, form, of_letter, class, lane, is_urgent, wish,
                 event_at, useless_after, dedup_key, cause, state, is_planned, is_over_budget, is_calling, due_at,
                 tries, claim_number, created_at, contact_id)
             SELECT $2, person_id, capability, $3, $4, id, class, lane, is_urgent, wish, event_at,
                 CASE WHEN useless_after > $6 THEN useless_after ELSE $7 END, $5, cause, 'owed', TRUE, FALSE, FALSE,
                 $6, 0, 0, $6, contact_id
             FROM letters WHERE id = $1 AND (state = 'delivered' OR claimed_by IS NOT NULL)
             ON CONFLICT (dedup_key) DO UPDATE SET matter = excluded.matter, form = excluded.form, state = 'owed',
                 due_at = excluded.due_at, useless_after = excluded.useless_after, tries = 0, settled_at = NULL,
                 outcome = 'corrected'"
        )
        .bind(letter)
        .bind(Uuid::now_v7())
        .bind(Json(new_matter.cloned().unwrap_or_default()))
        .bind(form.as_str())
        .bind(format!("outbox/correction/{letter}"))
        .bind(now)
        .bind(now + chrono::TimeDelta::days(1))
    )?;
    Ok(())
}

/// The moments of a person's letters are worked out anew: their zone, their quiet hours or their municipality changed.
pub async fn replan_person(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE letters SET is_planned = FALSE
             WHERE person_id = $1 AND state = 'owed' AND form = 'post' AND claimed_by IS NULL AND NOT is_over_budget"
        )
        .bind(person)
    )?;
    Ok(())
}

/// The person can be reached again: what waited for that, and is still of use, is owed again. What waits for a digest
/// keeps its moment.
pub async fn wake_person(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE letters SET state = 'owed', is_planned = (form <> 'post' OR is_over_budget), settled_at = NULL
             WHERE person_id = $1 AND state = 'unreachable'"
        )
        .bind(person)
    )?;
    Ok(())
}

/// A letter that is still to come.
#[derive(Debug, sqlx::FromRow)]
pub struct Open {
    /// Our id.
    pub id: Uuid,
    /// Who renders it.
    pub capability: String,
    /// What to render.
    pub matter: Json<Value>,
    /// How pressing it is.
    pub class: String,
    /// The instant it is about.
    pub event_at: Option<DateTime<Utc>>,
    /// When it is due.
    pub due_at: DateTime<Utc>,
    /// After this instant it is better not said.
    pub useless_after: DateTime<Utc>,
}

/// What a person will be told, in order of time; what has no moment yet is not among it.
pub async fn list_open(db: &Db, person: Uuid, most: i64) -> sqlx::Result<Vec<Open>> {
    read!(db, on => sqlx::query_as(
        "SELECT id, capability, matter, class, event_at, due_at, useless_after FROM letters
         WHERE person_id = $1 AND state = 'owed' AND is_planned AND form = 'post' ORDER BY due_at, id LIMIT $2")
        .bind(person).bind(most).fetch_all(on))
}

/// Where the messages of a letter stand, in the order they were sent.
pub async fn list_messages(db: &Db, letter: Uuid) -> sqlx::Result<Vec<(Uuid, Json<MessageRef>)>> {
    read!(db, on => sqlx::query_as(
        "SELECT contact_id, message FROM letter_messages WHERE letter_id = $1 ORDER BY position")
        .bind(letter).fetch_all(on))
}

/// The person behind an owner's id on a messenger, if they have come in.
pub async fn find_owner(tx: &mut Tx, messenger: &str, external_id: &str) -> sqlx::Result<Option<Uuid>> {
    within!(tx, on => sqlx::query_scalar(
        "SELECT person_id FROM addresses WHERE messenger = $1 AND external_id = $2")
        .bind(messenger).bind(external_id).fetch_optional(on))
}

/// The language that the person behind a contact has chosen, as its code.
pub async fn find_language(db: &Db, messenger: &str, external_id: &str) -> sqlx::Result<Option<String>> {
    read!(db, on => sqlx::query_scalar(
        "SELECT r.language FROM addresses a JOIN rhythms r ON r.person_id = a.person_id
         WHERE a.messenger = $1 AND a.external_id = $2 AND r.language IS NOT NULL")
        .bind(messenger).bind(external_id).fetch_optional(on))
}

/// How many letters were not said in time, or perhaps not, since this instant.
pub async fn count_not_said(db: &Db, since: DateTime<Utc>) -> sqlx::Result<i64> {
    read!(db, on => sqlx::query_scalar(
        "SELECT COUNT(*) FROM letters WHERE settled_at >= $1 AND state IN ('stale', 'unsure') AND outcome = 'late'")
        .bind(since).fetch_one(on))
}

/// Deletes everything that was or will be said to a person.
pub async fn forget_letters(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM letters WHERE person_id = $1").bind(person))?;
    Ok(())
}

/// Deletes letters that came to their end before this instant, with where they stood.
pub async fn prune(tx: &mut Tx, before: DateTime<Utc>) -> sqlx::Result<u64> {
    execute!(tx, sqlx::query("DELETE FROM letters WHERE settled_at < $1").bind(before))
}

/// Makes what was and will be said to a person another's.
pub async fn merge_letters(tx: &mut Tx, from: Uuid, into: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE letters SET person_id = $2 WHERE person_id = $1").bind(from).bind(into)
    )?;
    Ok(())
}

/// Our id of the letter with this key, while it is kept.
pub async fn find_letter(tx: &mut Tx, dedup_key: &str) -> sqlx::Result<Option<Uuid>> {
    within!(tx, on => sqlx::query_scalar("SELECT id FROM letters WHERE dedup_key = $1")
        .bind(dedup_key).fetch_optional(on))
}

/// What became of a letter of a cause.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct OfCause {
    /// To whom.
    pub person_id: Uuid,
    /// What it does to the conversation, as its word.
    pub form: String,
    /// Its state: `owed`, `delivered`, `unreachable`, `refused`, `stale`, `unsure`, `ended`.
    pub state: String,
    /// Why, where it was refused.
    pub outcome: Option<String>,
    /// When it is due, while it is owed.
    pub due_at: DateTime<Utc>,
    /// When it came to its end.
    pub settled_at: Option<DateTime<Utc>>,
}

/// Every letter of a cause, the oldest first.
pub async fn list_of_cause(db: &Db, cause: &str) -> sqlx::Result<Vec<OfCause>> {
    read!(db, on => sqlx::query_as(
        "SELECT person_id, form, state, outcome, due_at, settled_at FROM letters WHERE cause = $1 ORDER BY id")
        .bind(cause).fetch_all(on))
}

/// A letter that stands in a conversation.
#[derive(Debug, sqlx::FromRow)]
pub struct SaidLetter {
    /// Who rendered it.
    pub capability: String,
    /// What it says.
    pub matter: Json<Value>,
}

/// The letter that this message of a contact's conversation carries, while it is kept.
pub async fn find_said(db: &Db, contact: Uuid, message: &MessageRef) -> sqlx::Result<Option<SaidLetter>> {
    read!(db, on => sqlx::query_as(
        "SELECT l.capability, l.matter FROM letter_messages m JOIN letters l ON l.id = m.letter_id
         WHERE m.contact_id = $1 AND m.message = $2 ORDER BY m.sent_at DESC LIMIT 1")
        .bind(contact).bind(Json(message)).fetch_optional(on))
}
