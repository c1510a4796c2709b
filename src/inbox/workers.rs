//! Takes the oldest row of every idle contact and runs a bounded number of them at once.
//! Not here: what happens to a row, and the way in.

use std::{sync::Arc, time::Duration};

use chrono::TimeDelta;
use tokio::sync::{Notify, Semaphore, mpsc};
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use uuid::Uuid;

use super::{
    answering::Answering,
    intake::Intake,
    presses::Presses,
    receipts,
    runner::Runner,
    store::{self, Claim},
};
use crate::{app::App, capability::Tree, db::Db, errors, messenger::Messenger, replicas, road::Milestone};

/// How much the inbox may do at once, and how long.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Rows handled side by side.
    pub workers: usize,
    /// How long one handler may take.
    pub handler_deadline: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { workers: 32, handler_deadline: Duration::from_secs(10) }
    }
}

/// Looks for rows this often even if nobody called: another replica's, or one whose lease ran out.
const LOOK_AROUND: Duration = Duration::from_millis(500);
/// How long slots that came free wait for others to be filled together with.
const GATHER: Duration = Duration::from_millis(10);
/// How long a stop waits for what is in hand.
const GRACE: Duration = Duration::from_secs(8);
/// Looks for rows of dead replicas, and for keys that have served, this often; finding none writes nothing.
const KEEP_HOUSE: Duration = Duration::from_secs(2);
/// Keys are kept this long: Telegram's ids restart at random after a week without updates
/// (<https://core.telegram.org/bots/api#update>).
const KEEP_KEYS: TimeDelta = TimeDelta::days(7);

/// The inbox of one messenger in one replica.
pub struct Inbox {
    app: App,
    tree: Tree,
    answering: Answering,
    intake: Intake,
    limits: Limits,
    tasks: TaskTracker,
}

impl Inbox {
    /// Builds the inbox; `run` starts it.
    #[must_use]
    pub fn new(app: App, tree: Tree, messenger: Arc<dyn Messenger>, limits: Limits) -> Self {
        let presses = Presses::new(Arc::clone(&messenger));
        let stored = Arc::new(Notify::new());
        let (sender, receiver) = mpsc::channel(1_024);
        let tasks = TaskTracker::new();
        let written = Arc::clone(&stored);
        tasks.spawn(receipts::write(app.db.clone(), receiver, move || written.notify_one()));
        let (db, clock, metrics) = (app.db.clone(), app.clock.clone(), app.metrics.clone());
        let answering = Answering {
            db: db.clone(),
            clock: clock.clone(),
            metrics: metrics.clone(),
            messenger,
            presses: presses.clone(),
            receipts: sender,
        };
        let intake = Intake { db, clock, presses, stored, metrics };
        Self { app, tree, answering, intake, limits, tasks }
    }

    /// The way in.
    #[must_use]
    pub fn intake(&self) -> Intake {
        self.intake.clone()
    }

    /// Works until `stop`, in the name of this replica; rows in hand are finished first. The replica has to outlive
    /// this: what a dead one had claimed is given to others.
    pub async fn run(self, replica: Uuid, stop: CancellationToken) -> anyhow::Result<()> {
        let Self { app, tree, answering, intake, limits, tasks } = self;
        let (handler_deadline, alone) = (limits.handler_deadline, Arc::default());
        let runner = Runner { app, tree, answering, handler_deadline, replica, alone };
        let release = || async { anyhow::Ok(release_orphans(&runner.app.db, replica).await?) };
        errors::persist(&stop, release).await?;
        let janitor = tokio::spawn(keep_house(runner.clone(), intake.stored.clone(), stop.clone()));
        let slots = Arc::new(Semaphore::new(limits.workers));
        while !stop.is_cancelled() {
            gather(&slots, limits.workers).await;
            let free = slots.available_permits();
            let taken = if free == 0 { 0 } else { take(&runner, free, &slots, &intake.stored).await };
            if taken < free.max(1) {
                tokio::select! {
                    () = intake.stored.notified() => {}
                    () = tokio::time::sleep(LOOK_AROUND) => {}
                    () = stop.cancelled() => {}
                }
            }
        }
        janitor.abort();
        let most = u32::try_from(limits.workers)?;
        let in_hand = async {
            let _all = slots.acquire_many(most).await;
            drop(runner);
            tasks.close();
            tasks.wait().await;
        };
        if tokio::time::timeout(GRACE, in_hand).await.is_err() {
            tracing::warn!("stopped with answers in hand; they are shown at the next start");
        }
        Ok(())
    }
}

/// Waits a moment until a quarter of the slots is free: a claim looks at everybody who waits, which for each row alone would
/// cost more than handling it.
async fn gather(slots: &Semaphore, workers: usize) {
    let quarter = u32::try_from(workers.div_ceil(4)).unwrap_or(1);
    let _ = tokio::time::timeout(GATHER, slots.acquire_many(quarter)).await;
}

/// Claims rows for the free slots and sets them going. Returns how many there were.
async fn take(runner: &Runner, free: usize, slots: &Arc<Semaphore>, stored: &Arc<Notify>) -> usize {
    let messenger = runner.answering.messenger.kind();
    let rows = match store::claim(&runner.app.db, messenger, runner.replica, free).await {
        Ok(rows) => rows,
        Err(error) => {
            tracing::warn!(%error, "rows could not be claimed");
            return 0;
        }
    };
    let taken = rows.len();
    for row in rows {
        Milestone::RowsClaimed.pass();
        let Ok(slot) = Arc::clone(slots).try_acquire_owned() else {
            let claim = Claim { row: row.id, replica: runner.replica, number: row.claim_number };
            let _ = store::give_back(&runner.app.db, &claim).await;
            continue;
        };
        let (runner, stored) = (runner.clone(), Arc::clone(stored));
        tokio::spawn(async move {
            runner.handle(row).await;
            drop(slot);
            stored.notify_one();
        });
    }
    taken
}

/// Frees what replicas held that are dead or silent.
async fn release_orphans(db: &Db, replica: Uuid) -> sqlx::Result<u64> {
    let mut tx = db.begin().await?;
    let living = replicas::list_living(&mut tx).await?;
    let freed = store::release_orphans(&mut tx, replica, &living).await?;
    tx.commit().await?;
    Ok(freed)
}

/// Frees what dead replicas held, and drops old keys.
async fn keep_house(runner: Runner, stored: Arc<Notify>, stop: CancellationToken) {
    let db = &runner.app.db;
    while !stop.is_cancelled() {
        tokio::time::sleep(KEEP_HOUSE).await;
        match release_orphans(db, runner.replica).await {
            Ok(0) => {}
            Ok(freed) => {
                tracing::warn!(freed, "rows of a dead replica were freed");
                stored.notify_one();
            }
            Err(error) => tracing::warn!(%error, "orphaned rows could not be looked for"),
        }
        if runner.app.clock.check().is_err() {
            continue;
        }
        if let Err(error) = store::prune(db, runner.app.clock.now() - KEEP_KEYS).await {
            tracing::warn!(%error, "old keys could not be dropped");
        }
    }
}
