//! The statements about replicas and leases. Their times are steady: on PostgreSQL the server's, on SQLite the
//! process's, never those of the clock that tests and the demo move.

use chrono::{DateTime, TimeDelta, Utc};
use futures::TryFutureExt;
use sqlx::{PgConnection, PgPool, Postgres, pool::PoolConnection};
use uuid::Uuid;

use crate::{
    clock::steady_now,
    db::{Db, Tx},
    execute,
};

/// How long a lease belongs to its holder without a word from it. `alive_until` is as far off.
pub(super) const LEASE: TimeDelta = TimeDelta::seconds(8);

/// Enters the one process that serves an SQLite file. No other may (`db::hold_alone`), so whoever is written down here
/// is dead, whatever the times say: those were counted by another process. Its leases are free at once.
pub(super) async fn succeed_all(db: &Db, replica: Uuid) -> sqlx::Result<()> {
    let mut tx = db.begin().await?;
    execute!(&mut tx, sqlx::query("DELETE FROM replicas"))?;
    execute!(&mut tx, sqlx::query("UPDATE leases SET holder = NULL, held_until = NULL"))?;
    let until = steady_now() + LEASE;
    execute!(
        &mut tx,
        sqlx::query("INSERT INTO replicas (id, alive_until) VALUES ($1, $2)").bind(replica).bind(until)
    )?;
    tx.commit().await
}

/// Writes that the one replica of an SQLite file lives. Fails where nothing can be written.
pub(super) async fn mark_written(db: &Db, replica: Uuid) -> sqlx::Result<()> {
    let mut tx = db.begin().await?;
    let until = steady_now() + LEASE;
    execute!(
        &mut tx,
        sqlx::query("UPDATE replicas SET alive_until = $2 WHERE id = $1").bind(replica).bind(until)
    )?;
    tx.commit().await
}

/// A connection of its own that holds the replica's advisory lock, by which the inbox tells the claims of the living.
///
/// The lock goes with the connection, however the process ends. It is shared, so that a replica whose connection broke
/// can take it again while the server still believes in the old one; whoever asks after its life asks exclusively.
pub(super) async fn hold_id(pool: &PgPool, replica: Uuid) -> sqlx::Result<PoolConnection<Postgres>> {
    let mut line = pool.acquire().await?;
    // Back in the pool it would keep the lock of somebody who has left.
    line.close_on_drop();
    sqlx::query("SELECT pg_advisory_lock_shared(hashtextextended($1::text, 0))")
        .bind(replica)
        .execute(&mut *line)
        .await?;
    Ok(line)
}

/// Puts the replica's end off, deletes the dead, and counts the living, itself among them.
///
/// Two statements: of two newcomers at once, at least the later counts both.
pub(super) async fn mark_alive(on: &mut PgConnection, replica: Uuid) -> sqlx::Result<usize> {
    sqlx::query(
        "INSERT INTO replicas (id, alive_until) VALUES ($1, clock_timestamp() + interval '8 seconds')
         ON CONFLICT (id) DO UPDATE SET alive_until = excluded.alive_until",
    )
    .bind(replica)
    .execute(&mut *on)
    .await?;
    let others: i64 = sqlx::query_scalar(
        "WITH dead AS (DELETE FROM replicas WHERE alive_until < clock_timestamp() AND id <> $1)
         SELECT COUNT(*) FROM replicas WHERE alive_until >= clock_timestamp() AND id <> $1",
    )
    .bind(replica)
    .fetch_one(on)
    .await?;
    Ok(usize::try_from(others).unwrap_or_default() + 1)
}

/// Who has said within eight seconds that it lives. A paused replica keeps its advisory lock, and is not among them.
pub(super) async fn list_living(tx: &mut Tx) -> sqlx::Result<Vec<Uuid>> {
    match tx {
        Tx::Sqlite(on) => sqlx::query_scalar("SELECT id FROM replicas").fetch_all(&mut **on).await,
        Tx::Pg(on) => {
            sqlx::query_scalar("SELECT id FROM replicas WHERE alive_until >= clock_timestamp()")
                .fetch_all(&mut **on)
                .await
        }
    }
}

/// Runs one statement that the server completes by itself. In a transaction of several round trips, a process that is
/// paused in the middle would keep the row locked, and nobody could take its lease.
macro_rules! at_once {
    ($db:expr, $on:ident => $body:expr) => {
        match $db {
            Db::Sqlite { write: $on, .. } => $body.await,
            Db::Pg($on) => $body.await,
        }
    };
}

/// Removes the row of a replica that leaves.
pub(super) async fn remove(db: &Db, replica: Uuid) -> sqlx::Result<()> {
    at_once!(db, on => sqlx::query("DELETE FROM replicas WHERE id = $1").bind(replica).execute(on).map_ok(drop))
}

/// Takes a lease that nobody holds, or whose time ran out.
const TAKE_SQLITE: &str = "
    INSERT INTO leases (name, holder, number, held_until) VALUES ($1, $2, 1, $3)
    ON CONFLICT (name) DO UPDATE
    SET holder = excluded.holder, number = leases.number + 1, held_until = excluded.held_until
    WHERE leases.held_until IS NULL OR leases.held_until < $4
    RETURNING number";

/// The same on PostgreSQL, where the lease of a holder without an advisory lock is free as well: it was killed, and
/// whoever is started in its place need not wait. The lock also goes when the server restarts under a living holder; that
/// one learns from its next renewal, within a beat, that the lease has another number now.
const TAKE_POSTGRES: &str = "
    INSERT INTO leases (name, holder, number, held_until) VALUES ($1, $2, 1, $3)
    ON CONFLICT (name) DO UPDATE
    SET holder = excluded.holder, number = leases.number + 1, held_until = excluded.held_until
    WHERE leases.held_until IS NULL OR leases.held_until < $4
       OR pg_try_advisory_xact_lock(hashtextextended(leases.holder::text, 0))
    RETURNING number";

/// Takes a lease if it is free. Returns its new number; `None` while somebody holds it.
pub(super) async fn take(db: &Db, name: &str, replica: Uuid) -> sqlx::Result<Option<i64>> {
    let now = now(db).await?;
    let statement = match db {
        Db::Sqlite { .. } => TAKE_SQLITE,
        Db::Pg(_) => TAKE_POSTGRES,
    };
    let taken: Vec<i64> = at_once!(db, on => sqlx::query_scalar(statement)
        .bind(name).bind(replica).bind(now + LEASE).bind(now).fetch_all(on))?;
    Ok(taken.first().copied())
}

/// Puts a lease's end off. Returns whether it still stood under this number.
pub(super) async fn renew(db: &Db, name: &str, replica: Uuid, number: i64) -> sqlx::Result<bool> {
    let until = now(db).await? + LEASE;
    at_once!(db, on => sqlx::query(
        "UPDATE leases SET held_until = $4 WHERE name = $1 AND holder = $2 AND number = $3")
        .bind(name).bind(replica).bind(number).bind(until).execute(on)
        .map_ok(|done| done.rows_affected() == 1))
}

/// Gives a lease back, to be taken at once. One that went to another is left alone.
pub(super) async fn give_back(db: &Db, name: &str, replica: Uuid, number: i64) -> sqlx::Result<()> {
    at_once!(db, on => sqlx::query(
        "UPDATE leases SET holder = NULL, held_until = NULL WHERE name = $1 AND holder = $2 AND number = $3")
        .bind(name).bind(replica).bind(number).execute(on).map_ok(drop))
}

/// The time that leases on this engine are compared with. A holder looks at its own watch before it asks, so the lease
/// that is written down never ends before the one it believes in.
async fn now(db: &Db) -> sqlx::Result<DateTime<Utc>> {
    match db {
        Db::Sqlite { .. } => Ok(steady_now()),
        Db::Pg(pool) => sqlx::query_scalar("SELECT clock_timestamp()").fetch_one(pool).await,
    }
}
