//! What is planned long before: people are called to a meeting of a plan when its moment has come, and coordinators are
//! told of a quarter that has no meeting of a kind which it should have.
//! Not here: when that is, which the model says.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use futures::{FutureExt, future::BoxFuture};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    app::App,
    db::Tx,
    meetings::{
        NAME,
        model::{CivilSpan, GapCall, Meeting, Quarter, notice_moments},
        store,
        view::{self, GapView},
    },
    outbox::{self, Class, Letter, NewLetter, Told, Wish},
    texts::Texts,
    units::{self, Municipality},
};

/// The hour at which coordinators are told.
const HOUR: u32 = 10;

/// A quarter that has no meeting of a kind.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Gap {
    /// The municipality.
    gap_of: Uuid,
    kind: String,
    year: i32,
    number: u32,
    round: i64,
    by: NaiveDate,
}

fn midnight(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    CivilSpan { from: day, to: day, begins: Some(NaiveTime::MIN), ends: None }.starts_at(zone)
}

/// Whether a quarter has a meeting of a kind, held or called.
async fn is_filled(
    app: &App,
    (municipality, kind): (Uuid, &str),
    (quarter, zone): (Quarter, Tz),
) -> anyhow::Result<bool> {
    let (first, next) = quarter.days();
    let span = (midnight(first, zone), midnight(next, zone));
    Ok(store::has_any(&app.db, (municipality, kind), span).await?)
}

/// Tells the coordinators of every municipality that has a pool of methodologists what its quarter lacks.
pub(super) fn tell_of_gaps<'a>(
    app: &'a App,
    tx: &'a mut Tx,
    due: DateTime<Utc>,
) -> BoxFuture<'a, anyhow::Result<()>> {
    async move {
        let pools: HashSet<Uuid> = store::list_pools(tx).await?.into_iter().collect();
        let mut days_off: HashMap<Uuid, HashSet<String>> = HashMap::new();
        for (municipality, day) in store::list_days_off(tx).await? {
            days_off.entry(municipality).or_default().insert(day);
        }
        let places = units::list_municipalities(&app.db).await?;
        for place in places.iter().filter(|place| pools.contains(&place.id)) {
            let off = days_off.remove(&place.id).unwrap_or_default();
            tell_of_gap(app, tx, (place, &off), due).await?;
        }
        Ok(())
    }
    .boxed()
}

async fn tell_of_gap(
    app: &App,
    tx: &mut Tx,
    (place, off): (&Municipality, &HashSet<String>),
    due: DateTime<Utc>,
) -> anyhow::Result<()> {
    let zone = place.time_zone.parse().unwrap_or(app.settings.time_zone);
    let today = due.with_timezone(&zone).date_naive();
    let is_off =
        |day: NaiveDate| off.contains(&day.to_string()) || off.contains(&day.format("%m-%d").to_string());
    for rule in app.meeting_kinds.rules() {
        let Some(call) = rule.due(today, is_off) else { continue };
        let key = (place.id, rule.kind.as_str());
        if is_filled(app, key, (call.quarter, zone)).await?
            || !store::mark_gap(tx, key, (call.quarter, call.round)).await?
        {
            continue;
        }
        let coordinators = store::list_coordinators(&app.db, Some(place.id)).await?;
        let letters: anyhow::Result<Vec<NewLetter>> = coordinators
            .into_iter()
            .map(|person| gap_letter(person, key, (call, midnight_after(call.by, zone)), today))
            .collect();
        outbox::owe_all(tx, &letters?, due).await?;
    }
    Ok(())
}

fn midnight_after(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    midnight(day.checked_add_days(Days::new(1)).unwrap_or(day), zone)
}

fn gap_letter(
    person_id: Uuid,
    (municipality, kind): (Uuid, &str),
    (call, useless_after): (GapCall, DateTime<Utc>),
    today: NaiveDate,
) -> anyhow::Result<NewLetter> {
    let GapCall { quarter: Quarter { year, number }, round, by } = call;
    let gap = Gap { gap_of: municipality, kind: kind.to_owned(), year, number, round, by };
    let cause = format!("{NAME}/gap/{municipality}/{kind}/{year}/{number}");
    let hour = NaiveTime::from_hms_opt(HOUR, 0, 0).unwrap_or_default();
    Ok(NewLetter {
        person_id,
        capability: NAME,
        matter: serde_json::to_value(gap)?,
        class: Class::Notice,
        is_urgent: false,
        wish: Wish::Civil { local: today.and_time(hour), zone: None },
        event_at: None,
        useless_after,
        dedup_key: format!("{cause}/{round}/{person_id}"),
        cause,
    })
}

/// The words of such a letter, while the quarter still has none and whoever reads it coordinates there; nothing where the
/// letter is about something else.
pub(super) async fn told(app: &App, letter: &Letter, texts: &Texts) -> anyhow::Result<Option<Told>> {
    if letter.matter.get("gap_of").is_none() {
        return Ok(None);
    }
    let gap: Gap = serde_json::from_value(letter.matter.clone())?;
    let quarter = Quarter { year: gap.year, number: gap.number };
    let zone = super::zone_of(app, Some(gap.gap_of)).await?;
    let coordinators = store::list_coordinators(&app.db, Some(gap.gap_of)).await?;
    let is_meant = coordinators.contains(&letter.person_id);
    if !is_meant || is_filled(app, (gap.gap_of, &gap.kind), (quarter, zone)).await? {
        return Ok(Some(Told::Nothing));
    }
    let view = GapView {
        municipality: gap.gap_of,
        kind: &app.meeting_kinds.of(&gap.kind),
        number: gap.number,
        is_last: gap.round > 1,
        by: gap.by,
    };
    Ok(Some(Told::Say(view::gap_wording(&view, texts))))
}

/// When people are called to a meeting of a plan; nothing where that is now.
#[must_use]
pub fn notice_of(app: &App, meeting: &Meeting, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let zone = meeting.zone.parse().unwrap_or(app.settings.time_zone);
    let days = app.meeting_kinds.of(&meeting.programme.kind).notice_days;
    notice_moments(&[(meeting.starts_at?, days)], zone, now).pop().flatten()
}

/// Calls people to the meetings whose moment has come.
pub(super) async fn begin_notices(app: &App) -> anyhow::Result<()> {
    let now = app.clock.now();
    if !store::has_due_notices(&app.db, now).await? {
        return Ok(());
    }
    let mut tx = app.db.begin().await?;
    store::begin_due_notices(&mut tx, now).await?;
    Ok(tx.commit().await?)
}
