//! A worker of the property test: what it holds in memory, and on PostgreSQL the lock that says that it lives.

use sqlx::{Postgres, pool::PoolConnection};
use uuid::Uuid;

use super::{
    super::{super::Claimed, bench::Bench},
    KEYS,
    model::person_of,
};
use crate::db::Db;

/// A claim in a worker's memory.
#[derive(Debug, Clone)]
pub(super) struct Held {
    pub(super) key: usize,
    pub(super) claimed: Claimed,
    /// It may have been said.
    pub(super) is_called: bool,
}

pub(super) struct Worker {
    pub(super) replica: Uuid,
    pub(super) held: Vec<Held>,
    /// On PostgreSQL, the connection whose lock says that it lives.
    line: Option<PoolConnection<Postgres>>,
}

impl Held {
    pub(super) fn claimed_person(&self) -> usize {
        person_of(self.key % KEYS)
    }
}

impl Worker {
    pub(super) async fn start(bench: &Bench) -> Self {
        let replica = Uuid::now_v7();
        let mut line = None;
        if let Db::Pg(pool) = &bench.db {
            let mut on = pool.acquire().await.expect("a connection");
            say(&mut on, "SELECT pg_advisory_lock_shared(hashtextextended($1::text, 0))", replica).await;
            line = Some(on);
        }
        Self { replica, held: Vec::new(), line }
    }

    pub(super) async fn die(self) {
        if let Some(mut on) = self.line {
            say(&mut on, "SELECT pg_advisory_unlock_shared(hashtextextended($1::text, 0))", self.replica)
                .await;
        }
    }
}

async fn say(on: &mut PoolConnection<Postgres>, statement: &'static str, replica: Uuid) {
    sqlx::query(statement).bind(replica).execute(&mut **on).await.expect("an answer");
}
