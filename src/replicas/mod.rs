//! Who serves this database right now, and who of them does what only one may do at a time.
//! Not here: the work that is shared or held, and whose rows of the inbox are orphans.
//! Tables: replicas, leases.
//! Promises: of all replicas at most one holds a lease, and it stops before its time is over; a lease that was given back,
//! or whose holder was killed, is taken within a second, that of a paused holder within nine.

mod lease;
mod store;
#[cfg(test)]
mod tests;

use std::time::Duration;

use anyhow::Context;
use sqlx::{PgPool, Postgres, pool::PoolConnection};
use tokio::{
    sync::watch,
    task::JoinHandle,
    time::{sleep, timeout},
};
use tokio_util::sync::{CancellationToken, DropGuard};
use uuid::Uuid;

pub use lease::{Hold, Lease};

use crate::db::Db;

/// How often a replica says that it lives and renews its leases: four times within `store::LEASE`. No single word to
/// the database is waited for any longer.
pub const BEAT: Duration = Duration::from_secs(2);

/// This process, as one of those that serve the database. Dropped without `leave`, it counts as alive for another
/// eight seconds.
pub struct Replica {
    id: Uuid,
    db: Db,
    alive: watch::Sender<usize>,
    beating: Option<JoinHandle<()>>,
    stop: DropGuard,
}

impl Replica {
    /// Enters this process, under a new id. From then on it counts, with itself among the counted. On SQLite the caller
    /// holds the file alone (`db::hold_alone`). Fails when the database does not answer.
    pub async fn join(db: &Db) -> anyhow::Result<Self> {
        let (id, stop) = (Uuid::now_v7(), CancellationToken::new());
        let alive = watch::Sender::new(1);
        let beating = match db {
            // Nobody else may serve the file, so nobody has to be told again and again that this one lives.
            Db::Sqlite { .. } => {
                store::succeed_all(db, id).await.context("enter this replica")?;
                None
            }
            Db::Pg(pool) => {
                let mut pulse = Pulse { pool: pool.clone(), replica: id, line: None };
                alive.send_replace(pulse.beat().await.context("enter this replica")?);
                Some(tokio::spawn(pulse.go_on(alive.clone(), stop.clone())))
            }
        };
        Ok(Self { id, db: db.clone(), alive, beating, stop: stop.drop_guard() })
    }

    /// Its id, by which claims and leases name it.
    #[must_use]
    pub fn id(&self) -> Uuid {
        self.id
    }

    /// How many replicas are alive, this one among them. The others see a newcomer, or a gap, within two seconds of
    /// their own; one that was killed is counted for eight seconds more.
    #[must_use]
    pub fn count(&self) -> watch::Receiver<usize> {
        self.alive.subscribe()
    }

    /// The lease of this name for this replica. Ask once per name: two of them would wait for each other.
    #[must_use]
    pub fn lease(&self, name: &'static str) -> Lease {
        Lease { db: self.db.clone(), replica: self.id, name }
    }

    /// Stops counting at once. Leases are given back by whoever holds them.
    pub async fn leave(self) {
        drop(self.stop);
        if let Some(beating) = self.beating {
            let _ = beating.await;
        }
        if !matches!(timeout(BEAT, store::remove(&self.db, self.id)).await, Ok(Ok(()))) {
            tracing::warn!(
                "this replica could not be taken off the list; it is counted for a few seconds more"
            );
        }
    }
}

/// Says again and again that a replica on PostgreSQL lives, over the connection that holds its advisory lock: so a lock
/// that went with a broken connection is missed, and taken again, within a beat.
struct Pulse {
    pool: PgPool,
    replica: Uuid,
    line: Option<PoolConnection<Postgres>>,
}

impl Pulse {
    /// One beat; a connection over which it fails is given up for a new one. Returns how many are alive.
    async fn beat(&mut self) -> sqlx::Result<usize> {
        if let Some(mut line) = self.line.take()
            && let Ok(count) = store::mark_alive(&mut line, self.replica).await
        {
            self.line = Some(line);
            return Ok(count);
        }
        let mut line = store::hold_id(&self.pool, self.replica).await?;
        let count = store::mark_alive(&mut line, self.replica).await?;
        self.line = Some(line);
        Ok(count)
    }

    async fn go_on(mut self, alive: watch::Sender<usize>, stop: CancellationToken) {
        while stop.run_until_cancelled(sleep(BEAT)).await.is_some() {
            match timeout(BEAT, self.beat()).await {
                Ok(Ok(count)) => {
                    if alive.send_replace(count) != count {
                        tracing::info!(count, "the number of replicas has changed");
                    }
                }
                Ok(Err(error)) => tracing::warn!(%error, "the database was not told that this replica lives"),
                Err(_) => tracing::warn!("the database takes too long to hear that this replica lives"),
            }
        }
    }
}
