//! Taking letters that are due: each belongs to one replica, for as long as its lease lasts.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;
use sqlx::types::Json;
use uuid::Uuid;

use super::{LEASE, lease_now};
use crate::{
    db::{Db, Tx, in_time},
    execute,
    outbox::model::{Class, Form, Letter},
    read, within,
};

/// So long after its lease a letter that this replica holds itself is in nobody's hand: a panic, or a claim whose commit
/// was not heard of.
const LOST: TimeDelta = TimeDelta::minutes(10);

/// A letter that this replica may send.
#[derive(Debug, Clone, PartialEq)]
pub struct Claimed {
    /// The letter.
    pub letter: Letter,
    /// The one contact to which it goes, if it names one.
    pub contact: Option<Uuid>,
    /// Whose claim it is.
    pub replica: Uuid,
    /// Rises with every claim, so that a claim that was lost cannot be used.
    pub number: i64,
    /// When the lease ends, as it was claimed.
    pub held_until: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    person_id: Uuid,
    contact_id: Option<Uuid>,
    capability: String,
    matter: Json<Value>,
    form: String,
    of_letter: Option<Uuid>,
    class: String,
    is_urgent: bool,
    event_at: Option<DateTime<Utc>>,
    due_at: DateTime<Utc>,
    useless_after: DateTime<Utc>,
    is_over_budget: bool,
    tries: i64,
    claim_number: i64,
    held_until: DateTime<Utc>,
}

impl Row {
    fn claimed(self, replica: Uuid) -> Option<Claimed> {
        let letter = Letter {
            id: self.id,
            person_id: self.person_id,
            capability: self.capability,
            matter: self.matter.0,
            form: Form::from_word(&self.form)?,
            of_letter: self.of_letter,
            class: Class::from_word(&self.class)?,
            is_urgent: self.is_urgent,
            event_at: self.event_at,
            due_at: self.due_at,
            useless_after: self.useless_after,
            is_over_budget: self.is_over_budget,
            tries: u32::try_from(self.tries).unwrap_or(u32::MAX),
        };
        Some(Claimed {
            letter,
            contact: self.contact_id,
            replica,
            number: self.claim_number,
            held_until: self.held_until,
        })
    }
}

/// Claims the letters that are due, the most pressing lane first. Who is being written to already is left for later,
/// so that everything that one person is told stays in order; a correction waits for what it corrects. What this replica
/// has in hand itself it does not take again when the lease ends, only long after (`$8`): by then whoever should have
/// seen to it is not there any more.
///
/// Whoever is being written to is looked up once per claim, not once per letter: without statistics PostgreSQL would
/// compare every letter with every other.
const CLAIM: &str = "
    WITH busy AS MATERIALIZED (
        SELECT person_id FROM letters WHERE claimed_by IS NOT NULL AND held_until >= $4),
    due AS MATERIALIZED (
        SELECT id FROM letters
        WHERE state = 'owed' AND is_planned AND lane BETWEEN $5 AND $6 AND due_at <= $3 AND NOT is_calling
            AND (held_until IS NULL OR held_until < CASE WHEN claimed_by = $1 THEN $8 ELSE $4 END)
            AND person_id NOT IN (SELECT person_id FROM busy)
            AND (of_letter IS NULL OR NOT EXISTS
                (SELECT 1 FROM letters first WHERE first.id = letters.of_letter AND first.state = 'owed'))
        ORDER BY lane, due_at, id LIMIT $7)
    UPDATE letters SET claimed_by = $1, held_until = $2, claim_number = claim_number + 1, outcome = NULL
    FROM due WHERE letters.id = due.id
    RETURNING letters.id, person_id, contact_id, capability, matter, form, of_letter, class, is_urgent, event_at, due_at,
        useless_after, is_over_budget, tries, claim_number, held_until";

/// Claims what would be said together with what this replica has just claimed: the same people's reminders that are
/// due by `$3`, and all that waits for their digests. What it claimed in an earlier round (its lease ends before `$5`)
/// is on its way already.
const CLAIM_COMPANIONS: &str = "
    UPDATE letters SET claimed_by = $1, held_until = $2, claim_number = claim_number + 1, outcome = NULL
    WHERE state = 'owed' AND form = 'post' AND is_planned AND NOT is_calling AND claimed_by IS NULL
        AND (held_until IS NULL OR held_until < $4)
        AND ((lane = 2 AND NOT is_over_budget AND due_at <= $3 AND person_id IN
                (SELECT person_id FROM letters
                    WHERE claimed_by = $1 AND held_until >= $5 AND lane = 2 AND NOT is_over_budget))
            OR (is_over_budget AND person_id IN
                (SELECT person_id FROM letters WHERE claimed_by = $1 AND held_until >= $5 AND is_over_budget)))
    RETURNING id, person_id, contact_id, capability, matter, form, of_letter, class, is_urgent, event_at, due_at, useless_after,
        is_over_budget, tries, claim_number, held_until";

/// How much a replica can take.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// From this lane to that one.
    pub lanes: (Class, Class),
    /// So many letters.
    pub most: i64,
}

/// Claims letters that are due at `now`, in the order in which they are to be said.
pub async fn claim(tx: &mut Tx, replica: Uuid, room: Room, now: DateTime<Utc>) -> sqlx::Result<Vec<Claimed>> {
    if let Tx::Pg(on) = tx {
        // Two replicas that claim at the same time would each take a letter of the same person. One that is frozen
        // here would hold up all others.
        let lock = sqlx::query(
            "SELECT set_config('idle_in_transaction_session_timeout', '5s', TRUE),
                 pg_advisory_xact_lock('letters'::regclass::oid::bigint)",
        );
        in_time(lock.execute(&mut **on)).await?;
    }
    let lease_now = lease_now(tx).await?;
    let rows: Vec<Row> = within!(tx, on => sqlx::query_as(CLAIM)
        .bind(replica).bind(lease_now + LEASE).bind(now).bind(lease_now)
        .bind(room.lanes.0.lane()).bind(room.lanes.1.lane()).bind(room.most).bind(lease_now - LOST).fetch_all(on))?;
    Ok(in_order(rows, replica))
}

/// Puts the end of a lease off, for a letter that waits its turn. A claim that was lost stays lost.
pub async fn extend(tx: &mut Tx, claimed: &Claimed) -> sqlx::Result<()> {
    let held_until = lease_now(tx).await? + LEASE;
    execute!(
        tx,
        sqlx::query(
            "UPDATE letters SET held_until = $4
             WHERE id = $1 AND claimed_by = $2 AND claim_number = $3 AND state = 'owed'"
        )
        .bind(claimed.letter.id)
        .bind(claimed.replica)
        .bind(claimed.number)
        .bind(held_until)
    )?;
    Ok(())
}

/// Claims what is said together with what was claimed just now, in the same transaction.
pub async fn claim_companions(
    tx: &mut Tx,
    claimed: &[Claimed],
    due_by: DateTime<Utc>,
) -> sqlx::Result<Vec<Claimed>> {
    let Some(first) = claimed.iter().min_by_key(|claim| claim.held_until) else { return Ok(Vec::new()) };
    let lease_now = lease_now(tx).await?;
    let rows: Vec<Row> = within!(tx, on => sqlx::query_as(CLAIM_COMPANIONS)
        .bind(first.replica).bind(lease_now + LEASE).bind(due_by).bind(lease_now).bind(first.held_until)
        .fetch_all(on))?;
    Ok(in_order(rows, first.replica))
}

fn in_order(rows: Vec<Row>, replica: Uuid) -> Vec<Claimed> {
    let mut claimed: Vec<_> = rows.into_iter().filter_map(|row| row.claimed(replica)).collect();
    claimed.sort_by_key(|claim| (claim.letter.class, claim.letter.due_at, claim.letter.id));
    claimed
}

/// What there is to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Due {
    /// Notices or reminders are due.
    pub pressing: bool,
    /// Announcements are due.
    pub bulk: bool,
    /// Something is of no use any more, or perhaps was said by somebody who is not there any more.
    pub over: bool,
}

/// What there is to do at `now`.
pub async fn find_due(db: &Db, now: DateTime<Utc>) -> sqlx::Result<Due> {
    read!(db, on => sqlx::query_as(
        "SELECT EXISTS (SELECT 1 FROM letters WHERE state = 'owed' AND is_planned AND lane = 1 AND due_at <= $1)
             OR EXISTS (SELECT 1 FROM letters WHERE state = 'owed' AND is_planned AND lane = 2 AND due_at <= $1)
                 AS pressing,
             EXISTS (SELECT 1 FROM letters WHERE state = 'owed' AND is_planned AND lane = 3 AND due_at <= $1) AS bulk,
             EXISTS (SELECT 1 FROM letters WHERE state IN ('owed', 'unreachable') AND useless_after <= $1)
             OR EXISTS (SELECT 1 FROM letters WHERE claimed_by IS NOT NULL AND is_calling) AS over")
        .bind(now).fetch_one(on))
}

/// How many letters of these lanes are due and not yet said, and since when the oldest of them.
pub async fn count_due(
    db: &Db,
    lanes: (i64, i64),
    now: DateTime<Utc>,
) -> sqlx::Result<(i64, Option<DateTime<Utc>>)> {
    read!(db, on => sqlx::query_as(
        "SELECT COUNT(*), MIN(due_at) FROM letters
         WHERE state = 'owed' AND is_planned AND lane BETWEEN $1 AND $2 AND due_at <= $3")
        .bind(lanes.0).bind(lanes.1).bind(now).fetch_one(on))
}

/// The next instant after `now` at which a letter falls due or becomes useless.
pub async fn next_due(db: &Db, now: DateTime<Utc>) -> sqlx::Result<Option<DateTime<Utc>>> {
    read!(db, on => sqlx::query_scalar(
        "SELECT MIN(at) FROM (
            SELECT MIN(due_at) AS at FROM letters WHERE state = 'owed' AND is_planned AND lane = 1 AND due_at > $1
            UNION ALL
            SELECT MIN(due_at) FROM letters WHERE state = 'owed' AND is_planned AND lane = 2 AND due_at > $1
            UNION ALL
            SELECT MIN(due_at) FROM letters WHERE state = 'owed' AND is_planned AND lane = 3 AND due_at > $1
            UNION ALL
            SELECT MIN(useless_after) FROM letters WHERE state IN ('owed', 'unreachable') AND useless_after > $1) AS next")
        .bind(now).fetch_one(on))
}

/// Ends what is of no use any more, and what a dead or hanging worker may or may not have said and is not to be said
/// twice. Returns how many letters people did not get because we were late.
pub async fn sweep(tx: &mut Tx, now: DateTime<Utc>) -> sqlx::Result<u64> {
    let lease_now = lease_now(tx).await?;
    execute!(
        tx,
        sqlx::query(
            "UPDATE letters SET state = 'stale', outcome = 'unreachable', settled_at = $1
             WHERE state = 'unreachable' AND useless_after <= $1"
        )
        .bind(now)
    )?;
    let late = execute!(
        tx,
        sqlx::query(
            "UPDATE letters SET state = 'stale', outcome = 'late', settled_at = $1, claimed_by = NULL,
                 held_until = NULL
             WHERE state = 'owed' AND useless_after <= $1 AND form = 'post'
                 AND (claimed_by IS NULL OR held_until < $2) AND NOT is_calling"
        )
        .bind(now)
        .bind(lease_now)
    )?;
    let unsure = execute!(
        tx,
        sqlx::query(
            "UPDATE letters SET state = 'unsure', outcome = 'late', settled_at = $1, claimed_by = NULL,
                 held_until = NULL, is_calling = FALSE, claim_number = claim_number + 1
             WHERE claimed_by IS NOT NULL AND is_calling AND held_until < $2"
        )
        .bind(now)
        .bind(lease_now)
    )?;
    Ok(late + unsure)
}

/// Takes the leases of dead replicas away at once.
///
/// On SQLite every claim of another replica is a dead one: the file is served by one process. On PostgreSQL a living
/// replica is among `living` and holds an advisory lock on its id for as long as its connection lives.
pub async fn release_orphans(tx: &mut Tx, replica: Uuid, living: &[Uuid]) -> sqlx::Result<u64> {
    let long_ago = DateTime::<Utc>::UNIX_EPOCH;
    match tx {
        Tx::Sqlite(on) => sqlx::query(
            "UPDATE letters SET held_until = $2 WHERE claimed_by IS NOT NULL AND claimed_by <> $1 AND held_until <> $2",
        )
        .bind(replica)
        .bind(long_ago)
        .execute(&mut **on)
        .await
        .map(|done| done.rows_affected()),
        Tx::Pg(on) => {
            let update = sqlx::query(
                "UPDATE letters SET held_until = $2 WHERE claimed_by IS NOT NULL AND claimed_by <> $1 AND held_until <> $2
                     AND (claimed_by <> ALL($3) OR pg_try_advisory_xact_lock(hashtextextended(claimed_by::text, 0)))",
            );
            let done = in_time(update.bind(replica).bind(long_ago).bind(living).execute(&mut **on)).await;
            done.map(|done| done.rows_affected())
        }
    }
}
