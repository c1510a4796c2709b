//! The reminders of a day, written in batches: the calendar begins a round, this work goes on with it until everybody has
//! their letter. The position is kept in the transaction of each batch, and a letter has a key of route and day, so whoever
//! goes on after a crash doubles nothing.
//! Not here: what a reminder says.

use chrono::{DateTime, Days, NaiveDate, Utc};
use futures::{FutureExt, future::BoxFuture};

use super::reminder;
use crate::{
    app::App,
    db::Tx,
    learning_routes::store::{self, Round},
    outbox::{self, NewLetter},
    replicas::Hold,
};

/// Routes that one transaction comes by.
const BATCH: usize = 500;

/// Begins the reminders of a day with the first batch: where few are reminded, it is the only one.
pub fn remind<'a>(app: &'a App, tx: &'a mut Tx, due: DateTime<Utc>) -> BoxFuture<'a, anyhow::Result<()>> {
    async move {
        let day = due.with_timezone(&app.settings.time_zone).date_naive();
        store::begin_round(tx, day, due).await?;
        write_batch(tx, &Round { day, after_id: None, due_at: due }).await
    }
    .boxed()
}

/// Goes on with rounds that are not at their end, for as long as this replica holds the task.
pub fn go_on(app: App, hold: Hold) -> BoxFuture<'static, ()> {
    async move { hold.repeat("learning_routes", || look(&app)).await }.boxed()
}

/// Writes the next batch; says whether there was one.
async fn look(app: &App) -> anyhow::Result<bool> {
    if !store::has_round(&app.db).await? {
        return Ok(false);
    }
    let mut tx = app.db.begin().await?;
    let Some(round) = store::lock_round(&mut tx).await? else { return Ok(false) };
    write_batch(&mut tx, &round).await?;
    tx.commit().await?;
    app.bell.ring();
    Ok(true)
}

/// Owes a reminder to the next people with a step due in three days, today, yesterday or a week ago, one for all their
/// steps. What it says is asked when it is said.
async fn write_batch(tx: &mut Tx, round: &Round) -> anyhow::Result<()> {
    let passed = store::list_passed(tx, round, due_days(round.day), BATCH).await?;
    let reminded = passed.iter().filter(|route| route.due > 0);
    let letters: anyhow::Result<Vec<NewLetter>> =
        reminded.map(|route| reminder((route.id, route.person_id), round.day, round.due_at)).collect();
    outbox::owe_all(tx, &letters?, round.due_at).await?;
    match passed.last() {
        Some(last) if passed.len() == BATCH => store::advance_round(tx, round.day, last.id).await?,
        _ => store::end_round(tx, round.day).await?,
    }
    Ok(())
}

/// The days on which a step is due that is reminded of on this one.
fn due_days(day: NaiveDate) -> [NaiveDate; 4] {
    [day + Days::new(3), day, day - Days::new(1), day - Days::new(7)]
}
