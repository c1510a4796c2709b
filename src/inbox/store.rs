//! The statements about what came in.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{QueryBuilder, types::Json};
use uuid::Uuid;

use crate::{
    clock::steady_now,
    db::{Db, Tx, in_time},
    execute,
    messenger::{Arrival, MessengerKind, Origin},
    read,
    road::Milestone,
};

/// How long a claimed row belongs to its replica without a word from it.
pub(super) const LEASE: TimeDelta = TimeDelta::seconds(30);

/// The right to work on a row: which row, which replica, and how many times the row was claimed before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// The row.
    pub row: i64,
    /// Whose claim it is.
    pub replica: Uuid,
    /// Rises with every claim of the row, so that a claim that was lost cannot be used.
    pub number: i64,
}

/// Somebody else holds the row by now; nothing was written.
#[derive(Debug, thiserror::Error)]
#[error("the claim of this row was lost to another worker")]
pub struct FencedOff;

/// A claimed row.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Row {
    pub id: i64,
    pub contact: String,
    /// The messenger's text of the event; gone once the row is done.
    pub content: Option<String>,
    pub origin: Json<Origin>,
    pub state: String,
    /// How often the row's handler failed, panicked or ran out of time.
    pub crashes: i64,
    /// How often a process died while it held this row.
    pub deaths: i64,
    pub claim_number: i64,
    pub received_at: DateTime<Utc>,
}

/// Stores a batch in one commit; what already lies here stays as it is. Returns which of them are new.
pub(super) async fn add_batch(db: &Db, batch: &[Arrival], now: DateTime<Utc>) -> sqlx::Result<Vec<String>> {
    let mut tx = db.begin().await?;
    let new: Vec<(String,)> = match &mut tx {
        Tx::Sqlite(on) => insertion(batch, now).build_query_as().fetch_all(&mut **on).await?,
        Tx::Pg(on) => in_time(insertion(batch, now).build_query_as().fetch_all(&mut **on)).await?,
    };
    Milestone::Storing.pass();
    tx.commit().await?;
    Ok(new.into_iter().map(|(key,)| key).collect())
}

fn insertion<D>(batch: &[Arrival], now: DateTime<Utc>) -> QueryBuilder<D>
where
    D: sqlx::Database,
    for<'q> String: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> i64: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> DateTime<Utc>: sqlx::Encode<'q, D> + sqlx::Type<D>,
    for<'q> Json<Origin>: sqlx::Encode<'q, D> + sqlx::Type<D>,
{
    let mut query = QueryBuilder::new(
        "INSERT INTO inbox (messenger, event_key, contact, content, origin, state, crashes, deaths, claim_number,
             received_at) ",
    );
    query.push_values(batch, |mut row, arrival| {
        row.push_bind(arrival.contact.messenger.as_str().to_owned())
            .push_bind(arrival.event_key.clone())
            .push_bind(arrival.contact.external_id.clone())
            .push_bind(arrival.content.replace('\0', ""))
            .push_bind(Json(arrival.origin.clone()))
            .push_bind("queued".to_owned())
            .push_bind(0_i64)
            .push_bind(0_i64)
            .push_bind(0_i64)
            .push_bind(now);
    });
    query.push(" ON CONFLICT (messenger, event_key) DO NOTHING RETURNING event_key");
    query
}

/// The oldest open row of each contact, oldest first, if nobody holds it; takes at most `most` of them.
///
/// Materialized, because a planner without fresh statistics may otherwise look for the oldest anew at every row.
/// A contact whose oldest row is done but not yet answered has to wait: its people see their screens in order.
const CLAIM_SQLITE: &str = "
    WITH oldest AS MATERIALIZED (SELECT MIN(id) AS id FROM inbox WHERE state IN ('queued', 'done') AND messenger = $1 GROUP BY contact),
    free AS (SELECT inbox.id FROM inbox JOIN oldest ON oldest.id = inbox.id
             WHERE inbox.claimed_until IS NULL OR inbox.claimed_until < $2 ORDER BY inbox.id LIMIT $3)
    UPDATE inbox SET claimed_by = $4, claimed_until = $5, claim_number = claim_number + 1
    FROM free WHERE inbox.id = free.id
    RETURNING inbox.id, contact, content, origin, state, crashes, deaths, claim_number, received_at";

/// The same on PostgreSQL, by the server's clock and without waiting for rows that another replica is claiming.
const CLAIM_POSTGRES: &str = "
    WITH oldest AS MATERIALIZED (SELECT MIN(id) AS id FROM inbox WHERE state IN ('queued', 'done') AND messenger = $1 GROUP BY contact),
    free AS (SELECT inbox.id FROM inbox JOIN oldest ON oldest.id = inbox.id
             WHERE inbox.state IN ('queued', 'done')
               AND (inbox.claimed_until IS NULL OR inbox.claimed_until < clock_timestamp())
             ORDER BY inbox.id LIMIT $2 FOR UPDATE OF inbox SKIP LOCKED)
    UPDATE inbox SET claimed_by = $3, claimed_until = clock_timestamp() + interval '30 seconds',
        claim_number = claim_number + 1
    FROM free WHERE inbox.id = free.id
    RETURNING inbox.id, contact, content, origin, state, crashes, deaths, claim_number, received_at";

pub(super) async fn claim(
    db: &Db,
    messenger: MessengerKind,
    replica: Uuid,
    most: usize,
) -> sqlx::Result<Vec<Row>> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    // A claim that a failure of power took back is one of a dead replica.
    let mut tx = db.begin_passing().await?;
    let mut rows: Vec<Row> = match &mut tx {
        Tx::Sqlite(on) => {
            let now = steady_now();
            sqlx::query_as(CLAIM_SQLITE)
                .bind(messenger.as_str())
                .bind(now)
                .bind(most)
                .bind(replica)
                .bind(now + LEASE)
                .fetch_all(&mut **on)
                .await?
        }
        Tx::Pg(on) => {
            let claim = sqlx::query_as(CLAIM_POSTGRES).bind(messenger.as_str()).bind(most).bind(replica);
            in_time(claim.fetch_all(&mut **on)).await?
        }
    };
    tx.commit().await?;
    rows.sort_by_key(|row| row.id);
    Ok(rows)
}

/// Marks the row done and drops its content, in the transaction of its effects. Fails if the claim was lost.
pub async fn mark_done(tx: &mut Tx, claim: &Claim) -> anyhow::Result<()> {
    let changed = execute!(
        tx,
        sqlx::query(
            "UPDATE inbox SET state = 'done', content = NULL
         WHERE id = $1 AND claimed_by = $2 AND claim_number = $3 AND state = 'queued'"
        )
        .bind(claim.row)
        .bind(claim.replica)
        .bind(claim.number)
    )?;
    if changed == 1 { Ok(()) } else { Err(FencedOff.into()) }
}

/// Marks a row answered; its contact's next row may be taken.
pub(super) async fn mark_answered(tx: &mut Tx, row: i64) -> sqlx::Result<()> {
    execute!(tx, sqlx::query(
        "UPDATE inbox SET state = 'answered', claimed_by = NULL, claimed_until = NULL WHERE id = $1 AND state = 'done'")
        .bind(row))?;
    Ok(())
}

/// Counts a crash of the row's handler. The row stays claimed.
pub(super) async fn mark_crash(db: &Db, claim: &Claim) -> sqlx::Result<()> {
    let mut tx = db.begin().await?;
    execute!(
        &mut tx,
        sqlx::query(
            "UPDATE inbox SET crashes = crashes + 1 WHERE id = $1 AND claimed_by = $2 AND claim_number = $3"
        )
        .bind(claim.row)
        .bind(claim.replica)
        .bind(claim.number)
    )?;
    tx.commit().await
}

/// Sets a row aside for good: its content goes, its key stays.
pub(super) async fn set_aside(tx: &mut Tx, claim: &Claim) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE inbox SET state = 'set_aside', content = NULL, claimed_by = NULL, claimed_until = NULL
         WHERE id = $1 AND claimed_by = $2 AND claim_number = $3"
        )
        .bind(claim.row)
        .bind(claim.replica)
        .bind(claim.number)
    )?;
    Ok(())
}

/// Sets everything aside that is not done or not answered: it is of a time that others have lived through since.
pub async fn set_all_aside(tx: &mut Tx) -> sqlx::Result<u64> {
    execute!(
        tx,
        sqlx::query(
            "UPDATE inbox SET state = 'set_aside', content = NULL, claimed_by = NULL, claimed_until = NULL
         WHERE state IN ('queued', 'done')"
        )
    )
}

/// Gives a row back untouched, to be taken again by anybody.
pub(super) async fn give_back(db: &Db, claim: &Claim) -> sqlx::Result<()> {
    let mut tx = db.begin().await?;
    execute!(
        &mut tx,
        sqlx::query(
            "UPDATE inbox SET claimed_by = NULL, claimed_until = NULL
         WHERE id = $1 AND claimed_by = $2 AND claim_number = $3 AND state IN ('queued', 'done')"
        )
        .bind(claim.row)
        .bind(claim.replica)
        .bind(claim.number)
    )?;
    tx.commit().await
}

/// Holds a row for longer: its answer has to wait. Returns whether the claim still stood.
pub(super) async fn extend(db: &Db, claim: &Claim, by: TimeDelta) -> sqlx::Result<bool> {
    let until = match db {
        Db::Sqlite { .. } => steady_now(),
        Db::Pg(pool) => in_time(sqlx::query_scalar("SELECT clock_timestamp()").fetch_one(pool)).await?,
    } + by;
    let mut tx = db.begin().await?;
    let changed = execute!(
        &mut tx,
        sqlx::query(
            "UPDATE inbox SET claimed_until = $4 WHERE id = $1 AND claimed_by = $2 AND claim_number = $3"
        )
        .bind(claim.row)
        .bind(claim.replica)
        .bind(claim.number)
        .bind(until)
    )?;
    tx.commit().await?;
    Ok(changed == 1)
}

/// Counts that a process is about to risk its life on a row: if it lives, the row is done and the count is forgotten.
pub(super) async fn count_risk(db: &Db, claim: &Claim) -> sqlx::Result<()> {
    let mut tx = db.begin().await?;
    execute!(
        &mut tx,
        sqlx::query(
            "UPDATE inbox SET deaths = deaths + 1 WHERE id = $1 AND claimed_by = $2 AND claim_number = $3"
        )
        .bind(claim.row)
        .bind(claim.replica)
        .bind(claim.number)
    )?;
    tx.commit().await
}

/// Frees the rows whose replica is dead, and counts that it died over them, up to where they become suspects: beyond
/// that only a death while the row was handled alone counts.
///
/// On SQLite every claim of another replica is a dead one: the file is served by one process. On PostgreSQL a living
/// replica holds an advisory lock on its id for as long as its connection lives; one that is paused or cut off does so
/// too, and is silent: it is not among `living`.
pub(super) async fn release_orphans(tx: &mut Tx, replica: Uuid, living: &[Uuid]) -> sqlx::Result<u64> {
    match tx {
        Tx::Sqlite(on) => sqlx::query(
            "UPDATE inbox SET claimed_by = NULL, claimed_until = NULL, deaths = CASE WHEN deaths < 3 THEN deaths + 1 ELSE deaths END
             WHERE state IN ('queued', 'done') AND claimed_by IS NOT NULL AND claimed_by <> $1",
        )
        .bind(replica)
        .execute(&mut **on)
        .await
        .map(|done| done.rows_affected()),
        Tx::Pg(on) => {
            let update = sqlx::query(
                "UPDATE inbox SET claimed_by = NULL, claimed_until = NULL, deaths = CASE WHEN deaths < 3 THEN deaths + 1 ELSE deaths END
                 WHERE state IN ('queued', 'done') AND claimed_by IS NOT NULL AND claimed_by <> $1
                   AND (claimed_by <> ALL($2) OR pg_try_advisory_xact_lock(hashtextextended(claimed_by::text, 0)))",
            );
            let done = in_time(update.bind(replica).bind(living).execute(&mut **on)).await;
            done.map(|done| done.rows_affected())
        }
    }
}

/// How many rows are not yet done or not yet answered.
pub async fn count_open(db: &Db) -> sqlx::Result<i64> {
    read!(db, on => sqlx::query_scalar("SELECT COUNT(*) FROM inbox WHERE state IN ('queued', 'done')").fetch_one(on))
}

/// How many rows are not yet done or not yet answered, and since when the oldest of them lies here.
pub(super) async fn count_since(db: &Db) -> sqlx::Result<(i64, Option<DateTime<Utc>>)> {
    read!(db, on => sqlx::query_as(
        "SELECT COUNT(*), MIN(received_at) FROM inbox WHERE state IN ('queued', 'done')").fetch_one(on))
}

/// How many rows of this contact wait behind this one.
pub(super) async fn count_waiting(db: &Db, messenger: MessengerKind, row: &Row) -> sqlx::Result<i64> {
    read!(db, on => sqlx::query_scalar(
        "SELECT COUNT(*) FROM inbox WHERE messenger = $1 AND contact = $2 AND id > $3 AND state IN ('queued', 'done')")
        .bind(messenger.as_str()).bind(&row.contact).bind(row.id).fetch_one(on))
}

/// Drops the keys of events received before `before`.
pub(super) async fn prune(db: &Db, before: DateTime<Utc>) -> sqlx::Result<u64> {
    let mut tx = db.begin().await?;
    let gone = execute!(
        &mut tx,
        sqlx::query("DELETE FROM inbox WHERE received_at < $1 AND state IN ('answered', 'set_aside')")
            .bind(before)
    )?;
    tx.commit().await?;
    Ok(gone)
}
