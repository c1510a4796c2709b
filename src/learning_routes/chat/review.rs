//! Looking at the routes of others: what waits, agreeing, returning, what shows that a step is done.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{alter, changed, stand, today};
use crate::{
    attachments,
    capability::Outcome,
    courses::{self, Course, CourseKind},
    label,
    learning_routes::{
        jobs::{self, What},
        model::{LearningRoute, RouteDeed, RouteState, RouteStep, StepKind},
        store,
        view::{self, Action, QueueView},
    },
    people,
    turn::Turn,
    units::{Role, Unit},
};

/// From so many hours on a programme is retraining (order 499 of the ministry: at least 250).
const RETRAINING_HOURS: i64 = 250;

/// The municipalities in which whoever speaks accompanies routes.
pub(super) fn municipalities(turn: &Turn) -> impl Iterator<Item = Uuid> + '_ {
    turn.roles().iter().filter_map(|held| match (held.role, held.unit) {
        (Role::Methodologist, Unit::Municipality(id)) => Some(id),
        _ => None,
    })
}

/// A route that is open to whoever speaks: of their municipality, not their own, accompanied by them or by nobody any more.
async fn looked_at(turn: &Turn, route: Option<LearningRoute>) -> anyhow::Result<LearningRoute> {
    let (db, me) = (&turn.app().db, turn.known_person()?.id);
    let route = route.ok_or_else(changed)?;
    let is_here = municipalities(turn).any(|municipality| municipality == route.municipality_id);
    if !is_here || route.person_id == me || route.state == RouteState::Draft {
        return Err(changed());
    }
    match route.methodologist_id {
        Some(other) if other != me && store::is_methodologist(db, route.municipality_id, other).await? => {
            Err(changed())
        }
        _ => Ok(route),
    }
}

pub(super) async fn find_looked_at(turn: &Turn, id: Uuid) -> anyhow::Result<LearningRoute> {
    looked_at(turn, store::find_route(&turn.app().db, id).await?).await
}

async fn find_step(turn: &Turn, id: Uuid) -> anyhow::Result<(LearningRoute, RouteStep)> {
    let route = looked_at(turn, store::find_route_of_step(&turn.app().db, id).await?).await?;
    let step = route.steps.iter().find(|step| step.id == id).cloned().ok_or_else(changed)?;
    Ok((route, step))
}

pub(super) async fn name_of(turn: &Turn, person: Uuid) -> anyhow::Result<String> {
    let app = turn.app();
    let person = people::find_person(&app.db, person, app.consent_text.hash()).await?;
    Ok(person.and_then(|person| person.name()).map(|name| name.in_full()).unwrap_or_default())
}

pub(super) async fn show_queue(turn: &Turn) -> Outcome {
    let (db, me, today) = (&turn.app().db, turn.known_person()?.id, today(turn).await?);
    let mut view = QueueView::default();
    for municipality in municipalities(turn) {
        view.review.extend(store::list_review(db, municipality, me).await?);
        view.shown.extend(store::list_shown(db, municipality, me).await?);
        view.accompanied.extend(store::list_accompanied(db, (municipality, me), today).await?);
    }
    Ok(view::queue_screen(&view, turn.texts()))
}

pub(super) async fn show_card(turn: &Turn, id: Uuid) -> Outcome {
    let route = find_looked_at(turn, id).await?;
    card(turn, &route).await
}

async fn card(turn: &Turn, route: &LearningRoute) -> Outcome {
    let name = name_of(turn, route.person_id).await?;
    let open = store::list_proposals(&turn.app().db, route.id).await?;
    let screen = view::card_screen(route, (&name, today(turn).await?), turn.texts());
    let is_theirs = route.methodologist_id == Some(turn.known_person()?.id);
    Ok(if is_theirs { view::with_route_offers(screen, route, &open, turn.texts()) } else { screen })
}

pub(super) async fn agree(turn: &Turn, id: Uuid) -> Outcome {
    let route = super::agreeing::agree(turn, find_looked_at(turn, id).await?).await?;
    Ok(card(turn, &route).await?.toast(label!(turn.texts(), "learning_routes-agreed-toast")))
}

pub(super) async fn ask_return(turn: &Turn, id: Uuid) -> Outcome {
    let route = find_looked_at(turn, id).await?;
    Ok(view::return_screen(&route, &name_of(turn, route.person_id).await?, turn.texts()))
}

pub(super) async fn return_it(turn: &Turn, id: Uuid, words: &str) -> Outcome {
    let (route, me) = (find_looked_at(turn, id).await?, turn.known_person()?.id);
    let (mut tx, route) = alter(turn, route.id, |route| {
        route.return_it(me, words)?;
        Ok(Some((RouteDeed::Returned, None)))
    })
    .await?;
    jobs::owe_notice(tx.tx(), (id, None, What::Returned), route.person_id, turn.now()).await?;
    stand(tx, Action::Queue).await?;
    Ok(show_queue(turn).await?.toast(label!(turn.texts(), "learning_routes-returned-toast")))
}

pub(super) async fn show_evidence(turn: &Turn, id: Uuid) -> Outcome {
    let (route, step) = find_step(turn, id).await?;
    let messenger = turn.incoming().contact.messenger;
    let kept = match step.attachment_id {
        Some(file) => attachments::find_attachment(&turn.app().db, file, messenger).await?,
        None => None,
    };
    let file = kept.and_then(|kept| kept.on(messenger, view::file_caption(&step, turn.texts())));
    let mut screen = view::shown_screen(&step, &name_of(turn, route.person_id).await?, turn.texts());
    if route.methodologist_id == Some(turn.known_person()?.id) {
        screen = view::with_shown_offers(screen, &route, &step, turn.texts());
    }
    if let Some(file) = file {
        screen = screen.with(file);
    }
    Ok(screen)
}

/// Accepts what shows that a step is done. A formal one becomes a course in the teacher's record.
pub(super) async fn accept(turn: &Turn, id: Uuid) -> Outcome {
    let (route, step) = find_step(turn, id).await?;
    let today = today(turn).await?;
    let (mut tx, _) = alter(turn, route.id, |route| {
        route.accept(id)?;
        Ok(Some((RouteDeed::Accepted, Some(id))))
    })
    .await?;
    if step.kind == StepKind::Formal {
        courses::add_course(tx.tx(), &course_of(&route, &step, today), turn.now()).await?;
    }
    jobs::owe_notice(tx.tx(), (route.id, Some(id), What::Accepted), route.person_id, turn.now()).await?;
    stand(tx, Action::Queue).await?;
    Ok(show_queue(turn).await?.toast(label!(turn.texts(), "learning_routes-accepted-toast")))
}

/// The course that a formal step was. It is known to have ended on the day on which it was shown.
fn course_of(route: &LearningRoute, step: &RouteStep, today: NaiveDate) -> Course {
    let is_long = step.hours.is_some_and(|hours| hours >= RETRAINING_HOURS);
    let kind = if is_long { CourseKind::Retraining } else { CourseKind::Training };
    let ended_on = step.done_on.unwrap_or(today);
    Course {
        provider: Some(step.place.clone()).filter(|place| !place.is_empty()),
        hours: step.hours,
        days: Some((ended_on, ended_on)),
        by_deficit: Some(!step.area.is_empty()),
        ..Course::new(route.person_id, kind, step.title.clone())
    }
}

pub(super) async fn ask_reject(turn: &Turn, id: Uuid) -> Outcome {
    let (route, step) = find_step(turn, id).await?;
    Ok(view::reject_screen(&step, &name_of(turn, route.person_id).await?, turn.texts()))
}

pub(super) async fn reject(turn: &Turn, id: Uuid, words: &str) -> Outcome {
    let (route, _) = find_step(turn, id).await?;
    let (mut tx, _) = alter(turn, route.id, |route| {
        route.reject(id, words)?;
        Ok(Some((RouteDeed::Rejected, Some(id))))
    })
    .await?;
    jobs::owe_notice(tx.tx(), (route.id, Some(id), What::Rejected), route.person_id, turn.now()).await?;
    stand(tx, Action::Queue).await?;
    Ok(show_queue(turn).await?.toast(label!(turn.texts(), "learning_routes-returned-toast")))
}
