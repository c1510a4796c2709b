//! The work that looks after meetings, for as long as this replica holds the task.

use std::time::Duration;

use futures::{FutureExt, future::BoxFuture};

use super::{given, plans, seats, sharing, telling};
use crate::{
    app::App,
    meetings::{model::MeetingState, store},
    outbox,
    replicas::Hold,
    units,
};

/// How often the work looks for something to do.
const LOOKS_EVERY: Duration = Duration::from_millis(500);
/// Seats become free without a press seldom, and zones change hardly ever: they are looked at with every eighth look.
const SELDOM: u32 = 8;
/// The pause after each piece, so that everybody else's writes go in between.
const PAUSE: Duration = Duration::from_millis(10);
/// The pause after a fault.
const AFTER_FAULT: Duration = Duration::from_secs(2);
/// Offers looked at in one go.
const MOST: i64 = 50;

/// Does what is due, for as long as this replica holds the task.
pub fn keep_up(app: App, hold: Hold) -> BoxFuture<'static, ()> {
    async move {
        let mut looks = 0_u32;
        while !hold.ended.is_cancelled() {
            let is_seldom = looks.is_multiple_of(SELDOM);
            looks = looks.wrapping_add(1);
            let pause = match look(&app, is_seldom).await {
                Ok(true) => PAUSE,
                Ok(false) => LOOKS_EVERY,
                Err(fault) => {
                    tracing::error!(fault = format!("{fault:#}"), "the upkeep of meetings stumbled");
                    AFTER_FAULT
                }
            };
            hold.ended.run_until_cancelled(wait(&app, pause)).await;
        }
    }
    .boxed()
}

/// Waits, at most until the next offer ends or people are called: `advance` stops there, and the work done there is the
/// next look.
async fn wait(app: &App, pause: Duration) {
    let ends = store::next_offer_end(&app.db).await.ok().flatten();
    let calls = store::next_notice(&app.db).await.ok().flatten();
    let next = ends.into_iter().chain(calls).filter(|next| *next > app.clock.now()).min();
    match next {
        Some(next) => tokio::select! {
            _at_work = app.clock.sleep_until(next) => {}
            () = tokio::time::sleep(pause) => {}
        },
        None => tokio::time::sleep(pause).await,
    }
}

/// One look at everything. A meeting that stumbles holds up no other. Returns whether there is more to do at once.
async fn look(app: &App, is_seldom: bool) -> anyhow::Result<bool> {
    if app.clock.check().is_err() {
        return Ok(false);
    }
    let (mut is_busy, mut stumbled) = (false, None);
    plans::begin_notices(app).await?;
    for meeting in store::list_telling(&app.db).await? {
        match telling::tell(app, &meeting).await {
            Ok(has_more) => is_busy |= has_more,
            Err(fault) => stumbled = Some(fault.context(format!("the meeting {}", meeting.id))),
        }
    }
    is_busy |= given::owe_certificates(app).await?;
    for shared in store::list_sharing(&app.db).await? {
        is_busy |= sharing::share(app, shared).await?;
    }
    for offer in store::list_due_offers(&app.db, app.clock.now(), MOST).await? {
        seats::pass_on(app, offer).await?;
        tokio::time::sleep(PAUSE).await;
    }
    if is_seldom {
        for id in store::list_with_free_seats(&app.db, app.clock.now()).await? {
            seats::fill(app, id).await?;
        }
        follow_zones(app).await?;
    }
    stumbled.map_or(Ok(is_busy), Err)
}

/// A region's clocks were changed: what is ahead keeps its civil time, and people are told of the instant anew.
async fn follow_zones(app: &App) -> anyhow::Result<()> {
    let now = app.clock.now();
    for place in units::list_municipalities(&app.db).await? {
        let Ok(zone) = place.time_zone.parse() else { continue };
        for id in store::list_in_other_zone(&app.db, (place.id, &place.time_zone), now).await? {
            let mut tx = app.db.begin().await?;
            let Some(mut meeting) = store::lock_meeting(&mut tx, id).await? else { continue };
            let minutes = app.meeting_kinds.of(&meeting.programme.kind).minutes;
            place.time_zone.clone_into(&mut meeting.zone);
            meeting.set_instants(zone, minutes, now);
            if let Some(was) = meeting.notice_at {
                let at = plans::notice_of(app, &meeting, now).unwrap_or(was);
                store::set_notice(&mut tx, id, Some(at)).await?;
            } else if meeting.state == MeetingState::Open {
                meeting.was = Some(meeting.programme.clone());
                meeting.version += 1;
                outbox::end_waiting(&mut tx, &meeting.cause(), now).await?;
            }
            store::save_meeting(&mut tx, &meeting).await?;
            store::set_telling(&mut tx, id, meeting.state == MeetingState::Open).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}
