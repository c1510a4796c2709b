//! Runs the jobs of the calendar: each once for each due instant, never for the past, and after an outage only the last
//! one if it is still worth doing.
//! Not here: what a job does.

use chrono::{DateTime, TimeDelta, Utc};

use crate::{
    app::App,
    outbox::{store, wording::Job},
};

/// Begins to count every job's due instants.
pub(super) async fn start(app: &App) -> anyhow::Result<()> {
    let mut tx = app.db.begin().await?;
    for job in jobs(app) {
        store::start_job(&mut tx, job.name, app.clock.now()).await?;
    }
    Ok(tx.commit().await?)
}

/// Runs what is due, and says when the next job is.
pub(super) async fn run_due(app: &App, now: DateTime<Utc>) -> anyhow::Result<Option<DateTime<Utc>>> {
    let mut next = None;
    for job in jobs(app) {
        let due = run_one(app, job, now).await?;
        next = next.into_iter().chain(due).min();
    }
    Ok(next)
}

async fn run_one(app: &App, job: &Job, now: DateTime<Utc>) -> anyhow::Result<Option<DateTime<Utc>>> {
    let zone = app.settings.time_zone;
    let Some(last) = store::find_last_due(&app.db, job.name).await? else { return Ok(None) };
    let mut due = job.at.next_after(last, zone);
    if due > now {
        return Ok(Some(due));
    }
    // Of the instants that an outage swallowed, the last one speaks for all.
    loop {
        let following = job.at.next_after(due, zone);
        if following > now {
            break;
        }
        due = following;
    }
    let mut tx = app.db.begin().await?;
    let is_ours = store::mark_due(&mut tx, job.name, last, due).await?;
    if is_ours && now - due <= TimeDelta::hours(i64::from(job.late_hours)) {
        (job.run)(app, &mut tx, due).await?;
    }
    tx.commit().await?;
    Ok(Some(job.at.next_after(due, zone)))
}

/// How many jobs are due at `now` and were not seen to, and since when the first of them.
pub async fn count_late(app: &App, now: DateTime<Utc>) -> anyhow::Result<(i64, Option<DateTime<Utc>>)> {
    let mut late = Vec::new();
    for job in jobs(app) {
        let Some(last) = store::find_last_due(&app.db, job.name).await? else { continue };
        late.push(job.at.next_after(last, app.settings.time_zone));
    }
    late.retain(|due| *due <= now);
    Ok((i64::try_from(late.len())?, late.into_iter().min()))
}

fn jobs(app: &App) -> impl Iterator<Item = &Job> {
    app.capabilities.iter().flat_map(|capability| capability.jobs)
}
