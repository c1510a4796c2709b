//! One lease from its holder's side: waits for it, works while it holds, stops in time.
//! Not here: the work.

use std::{
    future::{Future, poll_fn},
    pin::pin,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use tokio::time::{Instant, sleep, timeout, timeout_at};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::{BEAT, store};
use crate::db::Db;

/// Whoever waits for a lease tries to take it this often.
const LOOK_AROUND: Duration = Duration::from_millis(500);
/// The pause after each step of long work, so that everybody else's writes go in between.
const BREATH: Duration = Duration::from_millis(15);
/// The pause of long work after a fault.
const AFTER_FAULT: Duration = Duration::from_secs(2);
/// What a holder trusts in after it asked for a renewal, and how long work may take to stop after that. Together they
/// are `store::LEASE`: when another may take it, nobody holds it any more.
const TRUST: Duration = Duration::from_secs(6);
const GRACE: Duration = Duration::from_secs(2);

/// What only one replica may do at a time, by name.
pub struct Lease {
    pub(super) db: Db,
    pub(super) replica: Uuid,
    pub(super) name: &'static str,
}

/// One holding of a lease, from taking it to losing it or giving it back.
#[derive(Debug, Clone)]
pub struct Hold {
    /// Rises with every taking, whoever takes: what was written under a lower one is of an earlier holder.
    pub number: i64,
    /// Cancelled when the lease is lost or the process stops. The work has two seconds from then to end by itself.
    pub ended: CancellationToken,
}

impl Hold {
    /// Repeats a step of long work until the hold ends: after a breath while the step says that there was something to
    /// do, after a look around where there was nothing, after a longer pause where it failed, which is logged under
    /// `name`.
    pub async fn repeat<F>(&self, name: &'static str, step: impl Fn() -> F)
    where
        F: Future<Output = anyhow::Result<bool>>,
    {
        while !self.ended.is_cancelled() {
            let pause = match step().await {
                Ok(true) => BREATH,
                Ok(false) => LOOK_AROUND,
                Err(fault) => {
                    tracing::error!(work = name, fault = format!("{fault:#}"), "long work stumbled");
                    AFTER_FAULT
                }
            };
            self.ended.run_until_cancelled(sleep(pause)).await;
        }
    }
}

/// A lease taken, and how long it may be relied on by our own watch. It runs through a pause of the process, and does
/// not wait for a database that is silent.
struct Trust(Mutex<Instant>);

impl Trust {
    fn since(asked_at: Instant) -> Self {
        Self(Mutex::new(asked_at + TRUST))
    }

    fn until(&self) -> Instant {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn renew(&self, asked_at: Instant) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = asked_at + TRUST;
    }
}

impl Lease {
    /// Works whenever this replica holds the lease, until `stop`: waits for it, runs `work`, and waits again when it
    /// was lost or the work ended. Work that ends by itself, and every graceful stop, gives the lease back at once.
    pub async fn hold<F>(&self, stop: &CancellationToken, work: impl Fn(Hold) -> F)
    where
        F: Future<Output = ()>,
    {
        while !stop.is_cancelled() {
            let asked_at = Instant::now();
            match timeout(BEAT, store::take(&self.db, self.name, self.replica)).await {
                Ok(Ok(Some(number))) => {
                    let hold = Hold { number, ended: stop.child_token() };
                    self.run(&hold, Trust::since(asked_at), &work).await;
                    if hold.ended.is_cancelled() && !stop.is_cancelled() {
                        tracing::warn!(lease = self.name, number, "lost a lease");
                    }
                }
                Ok(Ok(None)) => {}
                Ok(Err(error)) => tracing::warn!(lease = self.name, %error, "a lease could not be asked for"),
                Err(_) => tracing::warn!(lease = self.name, "the database takes too long to give a lease"),
            }
            stop.run_until_cancelled(sleep(LOOK_AROUND)).await;
        }
    }

    async fn run<F>(&self, hold: &Hold, trust: Trust, work: impl Fn(Hold) -> F)
    where
        F: Future<Output = ()>,
    {
        tracing::info!(lease = self.name, number = hold.number, "took a lease");
        let mut work = pin!(work(hold.clone()));
        let work = poll_fn(|context| {
            // After a pause of the whole process, work may be woken before the timer that should have ended it.
            if Instant::now() >= trust.until() {
                hold.ended.cancel();
            }
            work.as_mut().poll(context)
        });
        tokio::select! {
            () = work => {}
            () = self.keep(hold, &trust) => {
                tracing::warn!(lease = self.name, "work did not end with its lease and was dropped");
            }
        }
        let given_back = store::give_back(&self.db, self.name, self.replica, hold.number);
        if !matches!(timeout(BEAT, given_back).await, Ok(Ok(()))) {
            tracing::warn!(lease = self.name, "a lease could not be given back; it runs out by itself");
        }
    }

    /// Renews until the hold has ended, tells the work, and gives it time.
    async fn keep(&self, hold: &Hold, trust: &Trust) {
        let renewing = async {
            while let Ok(Some(asked_at)) = timeout_at(trust.until(), self.renewed(hold.number)).await {
                trust.renew(asked_at);
            }
        };
        hold.ended.run_until_cancelled(renewing).await;
        hold.ended.cancel();
        sleep(GRACE).await;
    }

    /// Waits for the next renewal. Returns the moment at which it was asked for, `None` if another has the lease.
    async fn renewed(&self, number: i64) -> Option<Instant> {
        loop {
            sleep(BEAT).await;
            let asked_at = Instant::now();
            match timeout(BEAT, store::renew(&self.db, self.name, self.replica, number)).await {
                Ok(Ok(stands)) => return stands.then_some(asked_at),
                Ok(Err(error)) => tracing::warn!(lease = self.name, %error, "a lease could not be renewed"),
                Err(_) => tracing::warn!(lease = self.name, "the database takes too long to renew a lease"),
            }
        }
    }
}
