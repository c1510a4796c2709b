//! What falls due by itself: the next wave, reminders, escalations; and what lost its taker is offered anew.
//! Not here: the rules, which stand in the model.

use std::time::Duration;

use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

use super::{
    asking::{ask_next, correct_cards, list_away, read_pool, working_time},
    letters::{What, owe},
};
use crate::{
    app::App,
    consultations::{
        model::{ConsultationRequest, RequestState, Step},
        store,
    },
    db::Tx,
    replicas::Hold,
    threads,
    units::Role,
};

/// How often the work looks for something to do.
const LOOKS_EVERY: Duration = Duration::from_millis(500);
/// Roles end seldom: what lost its taker is looked for with every fourth look.
const ORPHANS_EVERY: u32 = 4;
/// The pause after each request, so that everybody else's writes go in between.
const PAUSE: Duration = Duration::from_millis(5);
/// The pause after a fault.
const AFTER_FAULT: Duration = Duration::from_secs(2);
/// Requests looked at in one go.
const MOST: i64 = 50;

/// Does what is due, for as long as this replica holds the task.
pub fn keep_up(app: App, hold: Hold) -> BoxFuture<'static, ()> {
    async move {
        let mut looks = 0_u32;
        while !hold.ended.is_cancelled() {
            let with_orphans = looks.is_multiple_of(ORPHANS_EVERY);
            looks = looks.wrapping_add(1);
            let pause = match look(&app, with_orphans).await {
                Ok(()) => LOOKS_EVERY,
                Err(fault) => {
                    tracing::error!(fault = format!("{fault:#}"), "the upkeep of consultations stumbled");
                    AFTER_FAULT
                }
            };
            let next = store::next_due(&app.db).await.ok().flatten().filter(|next| *next > app.clock.now());
            let wait = async {
                match next {
                    // `advance` stops at each due instant; the work done there is the next look.
                    Some(next) => tokio::select! {
                        _at_work = app.clock.sleep_until(next) => {}
                        () = tokio::time::sleep(pause) => {}
                    },
                    None => tokio::time::sleep(pause).await,
                }
            };
            hold.ended.run_until_cancelled(wait).await;
        }
    }
    .boxed()
}

/// One look at everything that is due, and now and then at what lost its taker.
async fn look(app: &App, with_orphans: bool) -> anyhow::Result<()> {
    if app.clock.check().is_err() {
        return Ok(());
    }
    let orphans = if with_orphans { store::list_orphans(&app.db).await? } else { Vec::new() };
    for request in orphans {
        release(app, request).await?;
        tokio::time::sleep(PAUSE).await;
    }
    let lost = if with_orphans { store::list_lost_guests(&app.db).await? } else { Vec::new() };
    for (request, guest) in lost {
        let_go(app, request, guest).await?;
        tokio::time::sleep(PAUSE).await;
    }
    for request in store::list_due(&app.db, app.clock.now(), MOST).await? {
        see_to(app, request).await?;
        tokio::time::sleep(PAUSE).await;
    }
    Ok(())
}

/// Whoever had taken it may not consult there any more: it is offered anew, and the teacher is told.
async fn release(app: &App, id: Uuid) -> anyhow::Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    if let Some(mut request) = store::lock_request(&mut tx, id, now).await? {
        give_back(&mut tx, &mut request, now).await?;
        store::save_request(&mut tx, &request).await?;
    }
    tx.commit().await?;
    app.bell.ring();
    Ok(())
}

/// A guest may not consult there any more.
async fn let_go(app: &App, request: Uuid, guest: Uuid) -> anyhow::Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    store::delete_guest(&mut tx, request, guest).await?;
    if let Some(thread) = threads::thread_within(&mut tx, super::NAME, request).await? {
        threads::leave(&mut tx, thread.id, guest, now).await?;
    }
    store::add_event(&mut tx, request, ("left", Some(guest), None), now).await?;
    Ok(tx.commit().await?)
}

async fn give_back(
    tx: &mut Tx,
    request: &mut ConsultationRequest,
    now: chrono::DateTime<chrono::Utc>,
) -> anyhow::Result<()> {
    let (taker, thread) = (request.taken_by, threads::thread_within(tx, super::NAME, request.id).await?);
    if let Some((taker, thread)) = taker.zip(thread) {
        threads::leave(tx, thread.id, taker, now).await?;
    }
    request.release(now);
    store::add_event(tx, request.id, ("released", None, taker), now).await?;
    if let Some(teacher) = request.teacher_id {
        owe(tx, (request.id, What::Released), teacher, now).await?;
    }
    Ok(())
}

async fn see_to(app: &App, id: Uuid) -> anyhow::Result<()> {
    let now = app.clock.now();
    let Some(seen) = store::find_request(&app.db, id).await? else { return Ok(()) };
    let (pool, time) = (read_pool(app, &seen).await?, working_time(app, seen.municipality_id).await?);
    let is_away = list_away(app, seen.municipality_id).await?.iter().any(|away| seen.taken_by == Some(*away));
    let mut tx = app.db.begin().await?;
    if let Some(mut request) = store::lock_request(&mut tx, id, now).await? {
        if request.state == RequestState::Withdrawn {
            correct_cards(&mut tx, id, None, now).await?;
        }
        for step in request.due_steps(now) {
            match step {
                Step::NextWave => ask_next(app, &mut tx, &mut request, (&pool, &time)).await?,
                _ => remind(&mut tx, &request, (step, &pool, is_away), now).await?,
            }
            request.mark_done(step);
        }
        store::save_request(&mut tx, &request).await?;
    }
    tx.commit().await?;
    app.bell.ring();
    Ok(())
}

/// Reminds whoever has taken it before a term; where nobody has, or the term has passed, the coordinators are told, as
/// they are where whoever has taken it is away.
async fn remind(
    tx: &mut Tx,
    request: &ConsultationRequest,
    (step, pool, is_away): (Step, &super::asking::AskedByWave, bool),
    now: chrono::DateTime<chrono::Utc>,
) -> anyhow::Result<()> {
    let (what, is_late) = match step {
        Step::NextWave => return Ok(()),
        Step::FirstSoon => (What::FirstSoon, false),
        Step::FirstLate => (What::FirstLate, true),
        Step::CloseSoon => (What::CloseSoon, false),
        Step::CloseLate => (What::CloseLate, true),
    };
    let [_, _, coordinators, region] = pool;
    let above = if coordinators.is_empty() { region } else { coordinators };
    let mut told: Vec<Uuid> = request.taken_by.into_iter().collect();
    if is_away && !is_late {
        for person in above {
            owe(tx, (request.id, What::TakerAway), *person, now).await?;
        }
    }
    if is_late || told.is_empty() {
        told.extend(above.iter().filter(|person| Some(**person) != request.taken_by));
    }
    for person in told {
        owe(tx, (request.id, what), person, now).await?;
    }
    if is_late {
        store::add_event(tx, request.id, (step.as_str(), None, None), now).await?;
    }
    Ok(())
}

/// Who is told of what goes wrong in a municipality: its coordinators, or the region where there is none.
pub async fn list_above(app: &App, municipality: Uuid) -> anyhow::Result<Vec<Uuid>> {
    let own = store::list_holders(&app.db, Role::Coordinator.as_str(), Some(municipality)).await?;
    if own.is_empty() {
        return Ok(store::list_holders(&app.db, Role::RegionalCoordinator.as_str(), None).await?);
    }
    Ok(own)
}
