//! The statements about codes and about contacts that move. What contacts are stands with `people`.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::types::Json;
use uuid::Uuid;

use super::model::{AccountMove, MoveKind, MoveState, Plea};
use crate::{
    db::{Db, Tx},
    execute, read, within,
};

#[derive(sqlx::FromRow)]
struct MoveRow {
    id: Uuid,
    kind: String,
    state: String,
    former_id: Option<Uuid>,
    person_id: Option<Uuid>,
    moved: Json<Vec<Uuid>>,
    decided_at: Option<DateTime<Utc>>,
    decided_by: Option<Uuid>,
}

impl MoveRow {
    /// The move that the row means; none if this release does not know its words.
    fn read(self) -> Option<AccountMove> {
        Some(AccountMove {
            id: self.id,
            kind: MoveKind::from_word(&self.kind)?,
            state: MoveState::from_word(&self.state)?,
            former_id: self.former_id,
            person_id: self.person_id,
            moved: self.moved.0,
            decided_at: self.decided_at,
            decided_by: self.decided_by,
        })
    }
}

/// Tries are counted anew after this.
const TRIES_HOURS: i64 = 1;

/// Keeps what is left of a person's code; an earlier one is worth nothing any more.
pub async fn put_code(tx: &mut Tx, person: Uuid, hash: &str, expires_at: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "INSERT INTO account_codes (person_id, code_hash, expires_at) VALUES ($1, $2, $3)
             ON CONFLICT (person_id) DO UPDATE SET code_hash = excluded.code_hash, expires_at = excluded.expires_at"
        )
        .bind(person)
        .bind(hash)
        .bind(expires_at)
    )?;
    Ok(())
}

/// Takes a code, which is gone by that. Returns whose it was, if it still held.
pub async fn take_code(tx: &mut Tx, hash: &str, now: DateTime<Utc>) -> sqlx::Result<Option<Uuid>> {
    within!(tx, on => sqlx::query_scalar(
        "DELETE FROM account_codes WHERE code_hash = $1 AND expires_at > $2 RETURNING person_id")
        .bind(hash).bind(now).fetch_optional(on))
}

/// Makes a person's code worthless.
pub async fn drop_code(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM account_codes WHERE person_id = $1").bind(person))?;
    Ok(())
}

/// Counts a code that is tried from a contact. Returns how many that are within the hour.
pub async fn count_try(tx: &mut Tx, contact: Uuid, now: DateTime<Utc>) -> sqlx::Result<i64> {
    within!(tx, on => sqlx::query_scalar(
        "INSERT INTO account_tries (contact_id, tries, since) VALUES ($1, 1, $2)
         ON CONFLICT (contact_id) DO UPDATE SET
             tries = CASE WHEN account_tries.since < $3 THEN 1 ELSE account_tries.tries + 1 END,
             since = CASE WHEN account_tries.since < $3 THEN excluded.since ELSE account_tries.since END
         RETURNING tries")
        .bind(contact).bind(now).bind(now - TimeDelta::hours(TRIES_HOURS)).fetch_one(on))
}

/// Deletes codes that hold no more and tries that count no more.
pub async fn forget_old(tx: &mut Tx, now: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(tx, sqlx::query("DELETE FROM account_codes WHERE expires_at <= $1").bind(now))?;
    let before = now - TimeDelta::hours(TRIES_HOURS);
    execute!(tx, sqlx::query("DELETE FROM account_tries WHERE since < $1").bind(before))?;
    Ok(())
}

/// A move to be written down.
#[derive(Debug)]
pub struct NewMove<'a> {
    /// Why.
    pub kind: MoveKind,
    /// Whose the contacts were.
    pub former_id: Option<Uuid>,
    /// Whose they are now; nobody's while it is asked for.
    pub person_id: Option<Uuid>,
    /// The contacts.
    pub moved: &'a [Uuid],
    /// Where it is decided.
    pub municipality: Option<Uuid>,
    /// Who decided it, if anybody has.
    pub decided_by: Option<Uuid>,
}

/// Writes a move down. Returns our id of it; nothing where the same person's contacts are about to move already.
pub async fn add_move(tx: &mut Tx, new: &NewMove<'_>, now: DateTime<Utc>) -> sqlx::Result<Option<Uuid>> {
    let decided_at = new.decided_by.map(|_| now);
    let state = if decided_at.is_some() { MoveState::Done } else { MoveState::Asked };
    within!(tx, on => sqlx::query_scalar(
        "INSERT INTO account_moves (id, kind, state, former_id, person_id, moved, municipality_id, asked_at,
             decided_at, decided_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT DO NOTHING RETURNING id")
        .bind(Uuid::now_v7()).bind(new.kind.as_str()).bind(state.as_str()).bind(new.former_id).bind(new.person_id)
        .bind(Json(new.moved.to_vec())).bind(new.municipality).bind(now).bind(decided_at).bind(new.decided_by)
        .fetch_optional(on))
}

/// A move.
pub async fn find_move(db: &Db, id: Uuid) -> sqlx::Result<Option<AccountMove>> {
    let row: Option<MoveRow> = read!(db, on => sqlx::query_as(
        "SELECT id, kind, state, former_id, person_id, moved, decided_at, decided_by FROM account_moves
         WHERE id = $1").bind(id).fetch_optional(on))?;
    Ok(row.and_then(MoveRow::read))
}

/// What somebody asks for, as long as nobody has decided.
pub async fn find_plea(tx: &mut Tx, former: Uuid) -> sqlx::Result<Option<Uuid>> {
    within!(tx, on => sqlx::query_scalar(
        "SELECT id FROM account_moves WHERE former_id = $1 AND state = 'asked'").bind(former).fetch_optional(on))
}

/// Who of a municipality, or of one school of it, asks for the place of a lost account; the oldest first.
pub async fn list_pleas(db: &Db, municipality: Uuid, school: Option<Uuid>) -> sqlx::Result<Vec<Plea>> {
    read!(db, on => sqlx::query_as(
        "SELECT m.former_id, n.family_name || ' ' || n.given_name || COALESCE(' ' || n.patronymic, '') AS name,
             w.school_short_title AS school
         FROM account_moves m JOIN person_names n ON n.person_id = m.former_id
         JOIN workplaces w ON w.person_id = m.former_id
         WHERE m.state = 'asked' AND w.municipality_id = $1 AND ($2 IS NULL OR w.school_id = $2)
         ORDER BY m.asked_at, m.id")
        .bind(municipality).bind(school).fetch_all(on))
}

/// Grants what was asked for. Returns whether nobody had decided.
pub async fn grant(
    tx: &mut Tx,
    (id, by): (Uuid, Uuid),
    (person, moved): (Uuid, &[Uuid]),
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let granted = execute!(
        tx,
        sqlx::query(
            "UPDATE account_moves SET state = 'done', person_id = $2, moved = $3, decided_by = $4, decided_at = $5
             WHERE id = $1 AND state = 'asked'"
        )
        .bind(id)
        .bind(person)
        .bind(Json(moved.to_vec()))
        .bind(by)
        .bind(now)
    )?;
    Ok(granted == 1)
}

/// Turns down what somebody asked for. Returns whether nobody had decided.
pub async fn decline(tx: &mut Tx, former: Uuid, by: Uuid, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let declined = execute!(
        tx,
        sqlx::query(
            "UPDATE account_moves SET state = 'declined', decided_by = $2, decided_at = $3
             WHERE former_id = $1 AND state = 'asked'"
        )
        .bind(former)
        .bind(by)
        .bind(now)
    )?;
    Ok(declined == 1)
}

/// Takes a move back. Returns whether it held.
pub async fn mark_undone(tx: &mut Tx, id: Uuid) -> sqlx::Result<bool> {
    let undone = execute!(
        tx,
        sqlx::query("UPDATE account_moves SET state = 'undone' WHERE id = $1 AND state = 'done'").bind(id)
    )?;
    Ok(undone == 1)
}

/// The moves by somebody else's word that were decided before this instant and not taken back, at most so many.
pub async fn list_to_settle(tx: &mut Tx, before: DateTime<Utc>, most: i64) -> sqlx::Result<Vec<AccountMove>> {
    let rows: Vec<MoveRow> = within!(tx, on => sqlx::query_as(
        "SELECT id, kind, state, former_id, person_id, moved, decided_at, decided_by FROM account_moves
         WHERE state = 'done' AND kind <> 'added' AND decided_at < $1 ORDER BY decided_at, id LIMIT $2")
        .bind(before).bind(most).fetch_all(on))?;
    Ok(rows.into_iter().filter_map(MoveRow::read).collect())
}

/// A move holds for good; whoever the contacts were of is about to be nobody.
pub async fn mark_settled(tx: &mut Tx, id: Uuid) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("UPDATE account_moves SET state = 'settled', former_id = NULL WHERE id = $1").bind(id)
    )?;
    Ok(())
}

/// The people whose facts are about to become this person's.
pub async fn list_formers(tx: &mut Tx, person: Uuid) -> sqlx::Result<Vec<Uuid>> {
    within!(tx, on => sqlx::query_scalar(
        "SELECT former_id FROM account_moves WHERE person_id = $1 AND state = 'done' AND former_id IS NOT NULL")
        .bind(person).fetch_all(on))
}

/// How many moves name a person.
pub async fn count_moves(db: &Db, person: Uuid) -> sqlx::Result<i64> {
    read!(db, on => sqlx::query_scalar(
        "SELECT COUNT(*) FROM account_moves WHERE person_id = $1 OR former_id = $1").bind(person).fetch_one(on))
}

/// Deletes what is known of a person's accounts; what they decided about others stays without their name.
pub async fn forget_person(tx: &mut Tx, person: Uuid) -> sqlx::Result<()> {
    drop_code(tx, person).await?;
    for statement in [
        "DELETE FROM account_moves WHERE person_id = $1 OR former_id = $1",
        "UPDATE account_moves SET decided_by = NULL WHERE decided_by = $1",
    ] {
        execute!(tx, sqlx::query(statement).bind(person))?;
    }
    Ok(())
}

/// Two people are one: what is known of the first one's accounts is the second's.
pub async fn merge_moves(tx: &mut Tx, from: Uuid, into: Uuid) -> sqlx::Result<()> {
    drop_code(tx, from).await?;
    for statement in [
        "DELETE FROM account_moves WHERE former_id = $1 AND (person_id IS NULL OR person_id = $2)",
        "UPDATE account_moves SET person_id = $2 WHERE person_id = $1",
        "UPDATE account_moves SET decided_by = $2 WHERE decided_by = $1",
    ] {
        execute!(tx, sqlx::query(statement).bind(from).bind(into))?;
    }
    Ok(())
}
