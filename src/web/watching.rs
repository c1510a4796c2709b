//! Looks every few seconds at what only a look tells: how long things wait, the database's connections, the memory.
//! Not here: what is counted when it happens.

use std::time::Duration;

use chrono::TimeDelta;
use tokio_util::sync::CancellationToken;

use crate::{
    app::App,
    capability::Queue,
    db::Db,
    health::{Finding, Part},
    inbox,
};

/// Twice within the ten seconds after which somebody may rely on what is shown.
const PAUSE: Duration = Duration::from_secs(4);
/// How long a look may take; a database that is slower is in trouble.
const LONGEST_LOOK: Duration = Duration::from_secs(4);

/// Watches until `stop`.
pub async fn watch(app: &App, stop: &CancellationToken) {
    while !stop.is_cancelled() {
        let finding = match tokio::time::timeout(LONGEST_LOOK, look_at_queues(app)).await {
            Ok(Ok(finding)) => finding,
            Ok(Err(error)) => Err(format!("what waits cannot be counted: {error:#}")),
            Err(_) => Err("counting what waits takes too long".to_owned()),
        };
        app.health.note(Part::Work, finding);
        look_at_process(app);
        stop.run_until_cancelled(tokio::time::sleep(PAUSE)).await;
    }
}

async fn look_at_queues(app: &App) -> anyhow::Result<Finding> {
    let now = app.clock.now();
    let mut queues = vec![inbox::queue(&app.db).await?];
    for list in app.capabilities.iter().filter_map(|capability| capability.queues) {
        queues.extend(list(app).await?);
    }
    let mut finding = Ok(());
    for Queue { name, count, oldest_at, late_after } in queues {
        let oldest = oldest_at.map_or(TimeDelta::zero(), |at| now - at);
        app.metrics.waits(name, count, oldest.to_std().unwrap_or_default());
        if late_after.is_some_and(|late_after| oldest > late_after) {
            finding = Err(format!("{name}: {count} wait, the oldest for {} s", oldest.num_seconds()));
        }
    }
    Ok(finding)
}

fn look_at_process(app: &App) {
    let (size, idle) = match &app.db {
        Db::Sqlite { read, write, .. } => (read.size() + write.size(), read.num_idle() + write.num_idle()),
        Db::Pg(pool) => (pool.size(), pool.num_idle()),
    };
    let (size, idle) = (i64::from(size), i64::try_from(idle).unwrap_or_default());
    app.metrics.connections(size.saturating_sub(idle), idle);
    if let Some(bytes) = resident_bytes() {
        app.metrics.memory(bytes);
    }
}

/// What the process holds of the machine's memory (<https://man7.org/linux/man-pages/man5/proc_pid_statm.5.html>).
fn resident_bytes() -> Option<i64> {
    const PAGE_BYTES: i64 = 4_096;
    let pages = std::fs::read_to_string("/proc/self/statm").ok()?;
    pages.split_whitespace().nth(1)?.parse::<i64>().ok()?.checked_mul(PAGE_BYTES)
}
