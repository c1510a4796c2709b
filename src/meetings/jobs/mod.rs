//! What goes on by itself: telling everybody who is called, the line for seats, changes of a zone; and the letters.
//! Not here: what people press.

mod forgetting;
mod given;
mod letters;
mod plans;
mod seats;
mod sharing;
mod sheets;
mod tasks;
mod telling;
mod upkeep;

pub use given::{attended_lines, certificate_of, owe_extracts};
pub use letters::{owe_reminders, render};
pub use plans::notice_of;
pub use seats::offer_free;
pub use sheets::{kept_lines, owe_sheet, read_sheet, teacher_of};
pub use tasks::owe_tasks;
pub use upkeep::keep_up;

use chrono_tz::Tz;
use uuid::Uuid;

use super::{
    model::{Invited, Meeting, MeetingState},
    store,
    view::{self, CardView},
};
use crate::{
    app::App,
    outbox::{Calendar, Job},
    people,
    texts::Texts,
    units,
};

/// What the calendar asks for, early in the morning.
pub const JOBS: &[Job] = &[
    Job {
        name: "meetings/forgetting",
        at: Calendar::Daily(4, 15),
        late_hours: 24,
        run: forgetting::forget_old,
    },
    Job { name: "meetings/quarter", at: Calendar::Daily(4, 30), late_hours: 24, run: plans::tell_of_gaps },
];

/// The zone of a place; of the region, that of the installation.
pub async fn zone_of(app: &App, municipality: Option<Uuid>) -> anyhow::Result<Tz> {
    let all = units::list_municipalities(&app.db).await?;
    let found = all.into_iter().find(|place| Some(place.id) == municipality);
    let zone = found.and_then(|place| place.time_zone.parse().ok());
    Ok(zone.unwrap_or(app.settings.time_zone))
}

/// The zone in which somebody lives: what they chose, else where they work.
pub async fn own_zone(app: &App, person: Uuid) -> anyhow::Result<Tz> {
    let known = people::find_person(&app.db, person, app.consent_text.hash()).await?;
    if let Some(zone) = known.and_then(|known| known.time_zone).and_then(|zone| zone.parse().ok()) {
        return Ok(zone);
    }
    let places = units::places_of(&app.db, person).await?;
    let zone = places.first().and_then(|place| place.time_zone.parse().ok());
    Ok(zone.unwrap_or(app.settings.time_zone))
}

/// A meeting with everything that it shows to one person.
pub async fn card_of<'a>(
    app: &'a App,
    meeting: &'a Meeting,
    (person, invited): (Uuid, Option<Invited>),
    texts: &Texts,
) -> anyhow::Result<CardView<'a>> {
    let mut clashes = Vec::new();
    if let Some(span) = meeting.starts_at.zip(meeting.ends_at)
        && meeting.state == MeetingState::Open
    {
        let others = store::list_overlapping(&app.db, (person, meeting.id), span).await?;
        clashes
            .extend(others.iter().map(|other| view::name_words(&other.programme, &app.meeting_kinds, texts)));
    }
    Ok(CardView {
        meeting,
        kinds: &app.meeting_kinds,
        invited,
        zone: meeting.zone.parse().unwrap_or(app.settings.time_zone),
        own_zone: own_zone(app, person).await?,
        materials: store::list_materials(&app.db, meeting.id).await?.len(),
        is_recorded: is_recorded(app, meeting).await?,
        clashes,
        now: app.clock.now(),
    })
}

/// Whether anything that was decided there is written down.
async fn is_recorded(app: &App, meeting: &Meeting) -> anyhow::Result<bool> {
    if !meeting.is_over(app.clock.now()) {
        return Ok(false);
    }
    let minutes = store::find_minutes(&app.db, meeting.id).await?.unwrap_or_default();
    Ok(minutes.hearings.iter().any(|hearing| !hearing.decisions.is_empty()))
}
