//! A copy becomes the database again: what was on its way in it is made harmless first.
//! Not here: the copying itself.

use std::{fmt, path::Path};

use anyhow::{Context, ensure};
use chrono::{DateTime, Utc};
use futures::future::BoxFuture;
use secrecy::ExposeSecret;

use super::{is_postgres, postgres, sqlite};
use crate::{
    capability::Capability,
    config::Config,
    db::{Db, Tx},
    inbox,
};

/// Makes what a capability had on its way harmless, in the caller's transaction; returns how much of it there was.
pub type Restored = for<'a> fn(&'a mut Tx, DateTime<Utc>) -> BoxFuture<'a, sqlx::Result<u64>>;

/// What was made harmless.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quarantine {
    /// Events that were not handled or not answered in the copy.
    pub events: u64,
    /// What each capability had on its way, by its name; only those that had something.
    pub by_capability: Vec<(&'static str, u64)>,
}

impl fmt::Display for Quarantine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "restored; set aside: {} events", self.events)?;
        self.by_capability.iter().try_for_each(|(name, count)| write!(f, ", {count} of {name}"))
    }
}

/// Restores a copy into the place that the configuration names, which must be empty.
pub async fn restore(
    config: &Config,
    from: &Path,
    capabilities: &[Capability],
    now: DateTime<Utc>,
) -> anyhow::Result<Quarantine> {
    ensure!(from.is_file(), "{} is not there", from.display());
    let url = config.database_url.expose_secret();
    if is_postgres(url) {
        postgres::put_back(from, url).await?;
    } else {
        sqlite::put_back(from, url).await?;
    }
    let db = Db::open(url).await?;
    let quarantined = quarantine(&db, capabilities, now).await;
    db.close().await;
    quarantined.context("the copy lies in its place, but may say old things: delete it and restore again")
}

async fn quarantine(db: &Db, capabilities: &[Capability], now: DateTime<Utc>) -> anyhow::Result<Quarantine> {
    db.migrate().await?;
    let mut tx = db.begin().await?;
    let events = inbox::set_all_aside(&mut tx).await?;
    let mut by_capability = Vec::new();
    for capability in capabilities {
        if let Some(restored) = capability.restored {
            by_capability.push((capability.name, restored(&mut tx, now).await?));
        }
    }
    tx.commit().await?;
    by_capability.retain(|(_, count)| *count > 0);
    Ok(Quarantine { events, by_capability })
}
