//! What the bot says by itself: letters, written in the transaction of what caused them, and sent when their time has
//! come; the jobs of the calendar; and the screen on which a person sees what is to come.
//! Who: whoever has registered (`/settings`, "what is to come").
//! Tables: letters, letter_messages, job_runs.   Texts: locales/*/outbox.ftl
//! Promises: a letter that was owed is said; once more at most for each death of its worker between sending and writing
//! that down, if its class says so; never after it is useless; never in quiet hours, unless it would be useless otherwise.

mod alarm;
mod chat;
mod jobs;
mod model;
mod owners;
mod store;
mod verdict;
mod view;
mod wording;
mod worker;

use chrono::{DateTime, TimeDelta, Utc};
use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

pub use alarm::Alarm;
pub use model::{Calendar, Class, Form, Letter, NewLetter, Wish};
pub use owners::{OwnerNews, tell_owners};
pub use store::{
    OfCause, SaidLetter, correct, count_waiting, end_cause, end_waiting, find_letter, find_said,
    list_of_cause, owe, owe_all, owe_to, withdraw_waiting,
};
pub use wording::{Job, Render, RunJob, Told, Wording};
pub use worker::{Bell, Outbox};

use crate::{
    app::App,
    capability::{Capability, Offer, OfferPlace, PersonalColumn, Queue},
    db::Tx,
};

/// The capability's name.
const NAME: &str = "outbox";

/// The capability as the house sees it.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        tree: Some(chat::tree),
        actions: view::ACTIONS,
        offers: &[Offer { place: OfferPlace::Settings, button: view::upcoming_button }],
        personal: &[
            PersonalColumn { table: "letters", column: "person_id" },
            PersonalColumn { table: "letters", column: "matter" },
            PersonalColumn { table: "letter_messages", column: "message" },
        ],
        forget: Some(forget),
        letters: Some(owners::render),
        jobs: jobs::JOBS,
        queues: Some(queues),
        restored: Some(restored),
        person_changed: Some(person_changed),
        merged: Some(merged),
        ..Capability::named(NAME, view::WORD)
    }
}

/// Announcements may take long; whatever else is due is late after this.
const LATE_AFTER: TimeDelta = TimeDelta::minutes(15);

fn queues(app: &App) -> BoxFuture<'_, anyhow::Result<Vec<Queue>>> {
    async move {
        let now = app.clock.now();
        let queue = |name, (count, oldest_at), late_after| Queue { name, count, oldest_at, late_after };
        let (pressing, bulk) = (Class::Notice.lane(), Class::Bulk.lane());
        Ok(vec![
            queue("letters", store::count_due(&app.db, (pressing, bulk - 1), now).await?, Some(LATE_AFTER)),
            queue("announcements", store::count_due(&app.db, (bulk, bulk), now).await?, None),
            queue("jobs", worker::count_late_jobs(app, now).await?, Some(LATE_AFTER)),
        ])
    }
    .boxed()
}

fn restored(tx: &mut Tx, now: DateTime<Utc>) -> BoxFuture<'_, sqlx::Result<u64>> {
    async move {
        store::skip_jobs(tx, now).await?;
        store::quarantine(tx, now).await
    }
    .boxed()
}

fn forget(tx: &mut Tx, person: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(store::forget_letters(tx, person).await?) }.boxed()
}

fn person_changed(tx: &mut Tx, person: Uuid, _now: DateTime<Utc>) -> BoxFuture<'_, anyhow::Result<()>> {
    async move {
        store::wake_person(tx, person).await?;
        Ok(store::replan_person(tx, person).await?)
    }
    .boxed()
}

fn merged(tx: &mut Tx, from: Uuid, into: Uuid) -> BoxFuture<'_, anyhow::Result<()>> {
    async move { Ok(store::merge_letters(tx, from, into).await?) }.boxed()
}
