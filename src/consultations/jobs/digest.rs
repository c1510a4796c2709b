//! What comes by the calendar: the morning's letter to the coordinators, with what is new, untaken, late, and with whom;
//! and, at night, the end of what is long over.

use chrono::{DateTime, TimeDelta, Utc};
use futures::{FutureExt, future::BoxFuture};
use uuid::Uuid;

use super::{
    asking::list_away,
    letters::{Matter, owe_at},
    upkeep::list_above,
    working_time,
};
use crate::{
    app::App,
    consultations::{
        NAME,
        model::{ConsultationRequest, RequestState},
        store,
        view::{self, Digest},
    },
    db::Tx,
    outbox::{Calendar, Job, Told},
    texts::Texts,
    threads, units,
};

/// The digest comes before the working day, in the installation's civil time; quiet hours and zones move it for each person.
pub const JOBS: &[Job] = &[
    Job { name: "consultations/digest", at: Calendar::Daily(8, 30), late_hours: 6, run: owe_digests },
    Job { name: "consultations/retention", at: Calendar::Daily(4, 0), late_hours: 24, run: forget_past },
];

/// Requests forgotten in one night: a write is short.
const MOST_FORGOTTEN: i64 = 300;

/// What is over for longer than its period goes, with what was said.
fn forget_past<'a>(app: &'a App, tx: &'a mut Tx, due: DateTime<Utc>) -> BoxFuture<'a, anyhow::Result<()>> {
    async move {
        let before = due - TimeDelta::days(app.retention.consultations);
        store::delete_past_groups(tx, before).await?;
        let past = store::list_past(tx, before, MOST_FORGOTTEN).await?;
        for request in &past {
            threads::delete_thread(tx, NAME, *request).await?;
            store::delete_request(tx, *request).await?;
        }
        tracing::info!(count = past.len(), "consultations past their period were forgotten");
        Ok(())
    }
    .boxed()
}

fn owe_digests<'a>(app: &'a App, tx: &'a mut Tx, due: DateTime<Utc>) -> BoxFuture<'a, anyhow::Result<()>> {
    async move {
        for place in units::list_municipalities(&app.db).await? {
            let time = working_time(app, place.id).await?;
            let today = due.with_timezone(&time.zone).date_naive();
            if !time.is_working_day(today) || store::list_open(&app.db, place.id).await?.is_empty() {
                continue;
            }
            for person in list_above(app, place.id).await? {
                let matter = Matter::Digest { municipality: place.id };
                let key = format!("{NAME}/digest/{}/{person}/{today}", place.id);
                owe_at(tx, (matter, person), key, (due, due)).await?;
            }
        }
        Ok(())
    }
    .boxed()
}

/// The digest as things stand when it is said.
pub async fn render(app: &App, municipality: Uuid, texts: &Texts) -> anyhow::Result<Told> {
    let open = store::list_open(&app.db, municipality).await?;
    if open.is_empty() {
        return Ok(Told::Nothing);
    }
    let now = app.clock.now();
    let late: Vec<&ConsultationRequest> = open.iter().filter(|request| request.is_late(now)).collect();
    let mut takers: Vec<Uuid> = late.iter().filter_map(|request| request.taken_by).collect();
    takers.sort_unstable();
    takers.dedup();
    let names = store::find_names(&app.db, &takers).await?;
    let late_with = names.iter().map(|name| {
        let count = late.iter().filter(|request| request.taken_by == Some(name.person_id)).count();
        (name.short(), count)
    });
    let away = list_away(app, municipality).await?;
    let away_names = store::find_names(&app.db, &away).await?;
    let away_with = away_names.iter().map(|name| {
        let count = open.iter().filter(|request| request.taken_by == Some(name.person_id)).count();
        (name.short(), count)
    });
    let away_with = away_with.filter(|(_, count)| *count > 0).collect();
    let is_new =
        |request: &&ConsultationRequest| request.sent_at.is_some_and(|sent| now - sent < TimeDelta::days(1));
    Ok(Told::Say(view::digest_letter(
        &Digest {
            open: open.len(),
            new: open.iter().filter(is_new).count(),
            untaken: open.iter().filter(|request| request.state == RequestState::Sent).count(),
            late: late.len(),
            late_with: late_with.collect(),
            away_with,
        },
        texts,
    )))
}
