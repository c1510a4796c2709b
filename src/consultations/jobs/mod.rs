//! What goes on by itself and what follows from what is done: whom a request is put to, reminders and escalations, the
//! letters, the morning's digest.
//! Not here: what people press.

mod asking;
mod digest;
mod following;
mod groups;
mod letters;
mod times;
mod upkeep;

pub use asking::{ask_next, correct_cards, owe_card, read_pool, working_time};
pub use digest::JOBS;
pub use following::{face, heard};
pub use groups::{list_fitting, owe_news, read_group};
pub use letters::{GroupNews, Matter, What, owe, owe_about, render};
pub use times::{end_reminders, owe_before, owe_reminders};
pub use upkeep::keep_up;

use chrono_tz::Tz;
use uuid::Uuid;

use super::{
    NAME,
    model::{CalledName, ConsultationRequest, PriorityMark},
    store,
    view::Told,
};
use crate::{app::App, db::Tx, people, threads, units};

/// Everything that is told of a request, whoever reads it.
pub async fn read_told(app: &App, request: ConsultationRequest) -> anyhow::Result<Told> {
    let guests = store::list_guests(&app.db, request.id).await?;
    let events = store::list_events(&app.db, request.id).await?;
    let people = [request.teacher_id, request.taken_by].into_iter().flatten();
    let people = people.chain(events.iter().flat_map(|event| [event.actor_id, event.target_id]).flatten());
    let people: Vec<Uuid> = people.chain(guests.iter().copied()).collect();
    let names = store::find_names(&app.db, &people).await?;
    let school = match request.school_id {
        Some(school) => units::find_school(&app.db, school).await?,
        None => None,
    };
    let agreed =
        store::list_times(&app.db, request.id).await?.into_iter().find(|time| time.state == "agreed");
    let zone = zone_of(app, request.municipality_id).await?;
    let mut marks = Vec::new();
    for mark in &app.consultation_rules.priority {
        let holds = match mark {
            PriorityMark::LowResults => school.as_ref().is_some_and(|school| school.low_results),
            PriorityMark::DifficultConditions => {
                school.as_ref().is_some_and(|school| school.difficult_conditions)
            }
            PriorityMark::EarlyCareer => is_early_career(app, &request, zone).await?,
        };
        marks.extend(holds.then_some(*mark));
    }
    let thread = find_thread(app, request.id).await?;
    let said = match &thread {
        Some(thread) => threads::list_messages(&app.db, *thread).await?,
        None => Vec::new(),
    };
    let school = school.map(|school| school.short_title);
    Ok(Told { request, names, guests, events, agreed, school, marks, zone, thread, said })
}

async fn is_early_career(app: &App, request: &ConsultationRequest, zone: Tz) -> anyhow::Result<bool> {
    let Some(teacher) = request.teacher_id else { return Ok(false) };
    let person = people::find_person(&app.db, teacher, app.consent_text.hash()).await?;
    let today = app.clock.now().with_timezone(&zone).date_naive();
    Ok(person.and_then(|person| person.is_early_career(today)).unwrap_or_default())
}

/// The zone of a municipality.
pub async fn zone_of(app: &App, municipality: Uuid) -> anyhow::Result<Tz> {
    let all = units::list_municipalities(&app.db).await?;
    let own = all.iter().find(|place| place.id == municipality);
    Ok(own.and_then(|place| place.time_zone.parse().ok()).unwrap_or(app.settings.time_zone))
}

/// The thread of a request.
pub async fn find_thread(app: &App, request: Uuid) -> anyhow::Result<Option<Uuid>> {
    Ok(threads::find_thread_of(&app.db, NAME, request).await?.map(|thread| thread.id))
}

/// The thread of a request, opened where there is none yet.
pub async fn open_thread(
    tx: &mut Tx,
    request: Uuid,
    (teacher, now): (Uuid, chrono::DateTime<chrono::Utc>),
) -> anyhow::Result<Uuid> {
    let new = threads::NewThread { owner: NAME, cause: request, of_person: teacher };
    Ok(threads::open_thread(tx, new, now).await?)
}

/// What somebody is called, among these.
#[must_use]
pub fn name_of(names: &[CalledName], person: Option<Uuid>) -> Option<&CalledName> {
    names.iter().find(|name| Some(name.person_id) == person)
}
