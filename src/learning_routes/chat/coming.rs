//! What is coming in the municipality, offered among steps: meetings, colleagues' open lessons, group consultations.
//! Not here: being called to them; those who hold them do that.

use uuid::Uuid;

use super::{changed, drawing};
use crate::{
    capability::Outcome,
    consultations, label,
    learning_routes::{
        model::{ComingEvent, LearningRoute},
        view,
    },
    meetings, people,
    turn::Turn,
    units,
};

/// Most of each kind.
const MOST: i64 = 10;

/// What is ahead for the teacher of a route, the soonest first.
async fn ahead(turn: &Turn, route: &LearningRoute) -> anyhow::Result<Vec<ComingEvent>> {
    let (app, now) = (turn.app(), turn.now());
    let meetings = meetings::list_coming_for(&app.db, route.person_id, now, MOST).await?;
    let mut all: Vec<ComingEvent> = meetings
        .into_iter()
        .map(|one| ComingEvent {
            id: one.id,
            is_lesson: one.kind == "lesson",
            title: one.title,
            day: one.day,
            place: one.place,
            hours: 2,
        })
        .collect();
    let person = people::find_person(&app.db, route.person_id, app.consent_text.hash()).await?;
    let zone = people::zone_of(app, &person.ok_or_else(changed)?).await?;
    let civil = now.with_timezone(&zone).format("%Y-%m-%dT%H:%M").to_string();
    let groups = consultations::list_coming_groups(&app.db, route.municipality_id, &civil, MOST).await?;
    let places = units::places_of(&app.db, route.person_id).await?;
    let teaches = |subject: &String| places.iter().any(|place| place.subjects.contains(subject));
    for group in groups.into_iter().filter(|group| group.subject.as_ref().is_none_or(teaches)) {
        let day = group.civil.get(..10).and_then(|day| day.parse().ok());
        all.extend(day.map(|day| ComingEvent {
            id: group.id,
            is_lesson: false,
            title: group.topic,
            day,
            place: group.place,
            hours: (group.minutes + 30) / 60,
        }));
    }
    all.sort_by_key(|one| one.day);
    Ok(all)
}

pub(super) async fn show(turn: &Turn) -> Outcome {
    let route = drawing::draft(turn).await?;
    Ok(view::coming_screen(&route, &ahead(turn, &route).await?, turn.texts()))
}

/// Takes one in, due on its day; pressed again it goes out.
pub(super) async fn toggle(turn: &Turn, id: Uuid) -> Outcome {
    let route = drawing::draft(turn).await?;
    let all = ahead(turn, &route).await?;
    let event = all.iter().find(|one| one.id == id).ok_or_else(changed)?;
    let form = label!(
        turn.texts(),
        "learning_routes-coming-form",
        lesson = if event.is_lesson { "yes" } else { "no" }
    );
    let route =
        drawing::change_at(turn, view::Office::Coming.into(), |route| route.toggle_event(event, form))
            .await?;
    Ok(view::coming_screen(&route, &all, turn.texts()))
}
