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

use crate::db::{Db, Tx};

/// How often a replica says that it lives and renews its leases: four times within `store::LEASE`. No single word to
/// the database is waited for any longer.
pub const BEAT: Duration = Duration::from_secs(2);

/// Whether the database took the last beat; `Err` says why not.
pub type Heartbeat = Result<(), String>;

/// The replicas whose last word is not older than a lease: what any other has claimed is anybody's.
pub async fn list_living(tx: &mut Tx) -> sqlx::Result<Vec<Uuid>> {
    store::list_living(tx).await
}

/// This process, as one of those that serve the database. Dropped without `leave`, it counts as alive for another
/// eight seconds.
pub struct Replica {
    id: Uuid,
    db: Db,
    alive: watch::Sender<usize>,
    heartbeat: watch::Sender<Heartbeat>,
    beating: JoinHandle<()>,
    stop: DropGuard,
}

impl Replica {
    /// Enters this process, under a new id. From then on it counts, with itself among the counted. On SQLite the caller
    /// holds the file alone (`db::hold_alone`). Fails when the database does not answer.
    pub async fn join(db: &Db) -> anyhow::Result<Self> {
        let (id, stop) = (Uuid::now_v7(), CancellationToken::new());
        let mut pulse = match db {
            Db::Sqlite { .. } => {
                store::succeed_all(db, id).await.context("enter this replica")?;
                Pulse { replica: id, way: Way::File(db.clone()) }
            }
            Db::Pg(pool) => Pulse { replica: id, way: Way::Line(pool.clone(), None) },
        };
        let alive = watch::Sender::new(pulse.beat().await.context("enter this replica")?);
        let heartbeat = watch::Sender::new(Ok(()));
        let beating = tokio::spawn(pulse.go_on(alive.clone(), heartbeat.clone(), stop.clone()));
        Ok(Self { id, db: db.clone(), alive, heartbeat, beating, stop: stop.drop_guard() })
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

    /// Whether the database takes what this replica writes: told with every beat, on both engines.
    #[must_use]
    pub fn heartbeat(&self) -> watch::Receiver<Heartbeat> {
        self.heartbeat.subscribe()
    }

    /// The lease of this name for this replica. Ask once per name: two of them would wait for each other.
    #[must_use]
    pub fn lease(&self, name: &'static str) -> Lease {
        Lease { db: self.db.clone(), replica: self.id, name }
    }

    /// Stops counting at once. Leases are given back by whoever holds them.
    pub async fn leave(self) {
        drop(self.stop);
        let _ = self.beating.await;
        if !matches!(timeout(BEAT, store::remove(&self.db, self.id)).await, Ok(Ok(()))) {
            tracing::warn!(
                "this replica could not be taken off the list; it is counted for a few seconds more"
            );
        }
    }
}

/// Says again and again that a replica lives.
struct Pulse {
    replica: Uuid,
    way: Way,
}

/// How a replica says it.
enum Way {
    /// On SQLite nobody else may serve the file, and the word is for this replica itself: a full disk is noticed
    /// before a person meets it.
    File(Db),
    /// On PostgreSQL over the connection that holds its advisory lock: so a lock that went with a broken connection is
    /// missed, and taken again, within a beat.
    Line(PgPool, Option<PoolConnection<Postgres>>),
}

impl Way {
    /// What it means that a beat takes too long.
    fn silence(&self) -> &'static str {
        match self {
            Self::File(_) => "the database file cannot be written within two seconds",
            Self::Line(..) => "PostgreSQL does not answer within two seconds",
        }
    }
}

impl Pulse {
    /// One beat; a connection over which it fails is given up for a new one. Returns how many are alive.
    async fn beat(&mut self) -> sqlx::Result<usize> {
        let (pool, line) = match &mut self.way {
            Way::File(db) => return store::mark_written(db, self.replica).await.map(|()| 1),
            Way::Line(pool, line) => (pool, line),
        };
        if let Some(mut held) = line.take()
            && let Ok(count) = store::mark_alive(&mut held, self.replica).await
        {
            *line = Some(held);
            return Ok(count);
        }
        let mut held = store::hold_id(pool, self.replica).await?;
        let count = store::mark_alive(&mut held, self.replica).await?;
        *line = Some(held);
        Ok(count)
    }

    async fn go_on(
        mut self,
        alive: watch::Sender<usize>,
        heartbeat: watch::Sender<Heartbeat>,
        stop: CancellationToken,
    ) {
        while stop.run_until_cancelled(sleep(BEAT)).await.is_some() {
            let beat = match timeout(BEAT, self.beat()).await {
                Ok(Ok(count)) => {
                    if alive.send_replace(count) != count {
                        tracing::info!(count, "the number of replicas has changed");
                    }
                    Ok(())
                }
                Ok(Err(error)) => Err(error.to_string()),
                Err(_) => Err(self.way.silence().to_owned()),
            };
            if let Err(why) = &beat {
                tracing::warn!(why, "the database was not told that this replica lives");
            }
            let _ = heartbeat.send_replace(beat);
        }
    }
}
