//! When each job of the calendar was last due.

use chrono::{DateTime, Utc};

use crate::{
    db::{Db, Tx},
    execute, read,
};

/// When the job was last due, as far as somebody has seen to it.
pub async fn find_last_due(db: &Db, job: &str) -> sqlx::Result<Option<DateTime<Utc>>> {
    read!(db, on => sqlx::query_scalar("SELECT last_due_at FROM job_runs WHERE job = $1")
        .bind(job).fetch_optional(on))
}

/// Begins to count a job's due instants from now on: nothing is done for the past.
pub async fn start_job(tx: &mut Tx, job: &str, now: DateTime<Utc>) -> sqlx::Result<()> {
    execute!(
        tx,
        sqlx::query("INSERT INTO job_runs (job, last_due_at) VALUES ($1, $2) ON CONFLICT (job) DO NOTHING")
            .bind(job)
            .bind(now)
    )?;
    Ok(())
}

/// Takes one due instant of a job; says whether it was still free.
pub async fn mark_due(tx: &mut Tx, job: &str, last: DateTime<Utc>, due: DateTime<Utc>) -> sqlx::Result<bool> {
    let taken = execute!(
        tx,
        sqlx::query("UPDATE job_runs SET last_due_at = $3 WHERE job = $1 AND last_due_at = $2")
            .bind(job)
            .bind(last)
            .bind(due)
    )?;
    Ok(taken == 1)
}
