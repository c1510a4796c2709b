//! Following one's own route: what is next, a step, what shows that it is done, standing still, ending, the paper.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Scene, address, alter, changed, keep, nods, outcome, own_route, scene, stand, today};
use crate::{
    attachments::{self, NewAttachment},
    capability::{self, Outcome},
    label,
    learning_routes::{
        jobs::{self, What},
        model::{Delay, Evidence, LearningRoute, RouteDeed, RouteFault, RouteState, RouteStep},
        store,
        view::{self, Action, LookedAtBy},
    },
    messenger::{Screen, SentFile},
    turn::{Turn, TurnTx},
};

/// Bytes of a file: a good photo takes four million.
const MOST_BYTES: u64 = 10 * 1_024 * 1_024;

/// What is next: a draft shows its plan.
pub(super) async fn show(turn: &Turn) -> Outcome {
    let (app, texts) = (turn.app(), turn.texts());
    nods::stop_drawing(turn).await?;
    let Some(route) = store::find_own(&app.db, turn.known_person()?.id).await? else {
        let who = (turn.standing(), turn.roles());
        let diagnosis = capability::command_button(&app.capabilities, "diagnosis", who, texts);
        return Ok(view::none_screen(diagnosis, texts));
    };
    if let Some(nod) = nods::drawn_by(turn, &route).await? {
        let name = super::review::name_of(turn, nod.methodologist_id).await?;
        return Ok(view::others_draft_screen(&name, texts));
    }
    if route.state == RouteState::Draft {
        return super::drawing::show_plan_of(turn, route.id).await;
    }
    shown(turn, &route).await
}

/// A route with what stands beside it, and what waits to be decided.
pub(super) async fn shown(turn: &Turn, route: &LearningRoute) -> Outcome {
    let (app, texts) = (turn.app(), turn.texts());
    let mut aside = outcome::aside(app, route).await?;
    if route.state == RouteState::Review && !store::list_grifs(&app.db, route.id).await?.is_empty() {
        aside.looked_at_by = LookedAtBy::Leader;
    }
    let open = store::list_proposals(&app.db, route.id).await?;
    let screen = view::route_screen(route, (today(turn).await?, aside), texts);
    Ok(view::with_route_offers(screen, route, &open, texts))
}

/// A step of the route of whoever speaks; another's does not exist.
async fn own_step(turn: &Turn, id: Uuid) -> anyhow::Result<(LearningRoute, RouteStep)> {
    let drawn = nods::drawn_for(turn).await?;
    let route = match drawn {
        Some(route) => route,
        None => own_route(turn).await?,
    };
    let step = route.steps.iter().find(|step| step.id == id).cloned().ok_or_else(changed)?;
    Ok((route, step))
}

pub(super) async fn show_step(turn: &Turn, id: Uuid) -> Outcome {
    let (route, step) = own_step(turn, id).await?;
    Ok(step_shown(turn, &route, &step))
}

/// A step of one's own route, with what can be done about it together.
fn step_shown(turn: &Turn, route: &LearningRoute, step: &RouteStep) -> Screen {
    let screen = view::step_screen(route, step, turn.texts());
    view::with_step_offers(screen, route, step, turn.texts())
}

pub(super) async fn put_off(turn: &Turn, id: Uuid, delay: Delay) -> Outcome {
    let (route, _) = own_step(turn, id).await?;
    let Scene { today, calendar } = scene(turn, route.municipality_id).await?;
    let (tx, route) = alter(turn, route.id, |route| {
        route.put_off(id, delay, (&calendar, today))?;
        Ok(Some((RouteDeed::Moved, Some(id))))
    })
    .await?;
    stand(tx, Action::Step(id)).await?;
    let step = route.steps.iter().find(|step| step.id == id).ok_or_else(changed)?;
    let toast = label!(turn.texts(), "learning_routes-moved-toast");
    Ok(step_shown(turn, &route, step).toast(toast))
}

pub(super) async fn ask_evidence(turn: &Turn, id: Uuid) -> Outcome {
    let (_, step) = own_step(turn, id).await?;
    Ok(view::done_screen(&step, turn.texts()))
}

/// Whoever accompanied the route may have left, and nobody come in their place: then nobody would look at what shows it.
fn mark_done(
    route: &mut LearningRoute,
    (step, evidence): (Uuid, Evidence),
    (today, looks): (NaiveDate, bool),
) -> Result<(), RouteFault> {
    route.mark_done(step, evidence, today)?;
    if route.methodologist_id.is_some() && !looks { route.accept(step) } else { Ok(()) }
}

/// Keeps what shows that a step is done. A file that was returned with a remark goes.
pub(super) async fn receive_words(turn: &Turn, id: Uuid, words: &str) -> Outcome {
    let (route, step) = own_step(turn, id).await?;
    let today = today(turn).await?;
    let looks = store::has_methodologist(&turn.app().db, route.municipality_id, route.person_id).await?;
    let (mut tx, route) = alter(turn, route.id, |route| {
        mark_done(route, (id, Evidence::Words(words.to_owned())), (today, looks))?;
        Ok(Some((RouteDeed::Done, Some(id))))
    })
    .await?;
    if let Some(old) = step.attachment_id {
        attachments::forget_attachment(tx.tx(), old).await?;
    }
    tell_done(turn, tx, (&route, id)).await
}

/// Keeps the photo or the file that shows it. An earlier one, returned with a remark, goes.
pub(super) async fn receive_file(turn: Turn, sent: SentFile) -> Outcome {
    let Some(Action::Done(id)) = address(&turn) else { return Err(changed()) };
    let (route, step) = own_step(&turn, id).await?;
    let today = today(&turn).await?;
    let looks = store::has_methodologist(&turn.app().db, route.municipality_id, route.person_id).await?;
    let fetched = attachments::fetch(&turn, &sent, MOST_BYTES).await?;
    let messenger = turn.incoming().contact.messenger;
    let new = NewAttachment::of(route.person_id, messenger, &sent, Some(fetched.bytes));
    let mut tx = turn.begin().await?;
    let mut route = store::lock_route(tx.tx(), route.id, turn.now()).await?.ok_or_else(changed)?;
    let (was, file) = (route.state, attachments::add_attachment(tx.tx(), &new, turn.now()).await?);
    mark_done(&mut route, (id, Evidence::File(file)), (today, looks)).map_err(super::refusal)?;
    keep(&turn, &mut tx, (was, &route), Some((RouteDeed::Done, Some(id)))).await?;
    if let Some(old) = step.attachment_id {
        attachments::forget_attachment(tx.tx(), old).await?;
    }
    tell_done(&turn, tx, (&route, id)).await
}

/// Tells whoever accompanies the route, commits, and shows what is next.
async fn tell_done(turn: &Turn, mut tx: TurnTx, (route, step): (&LearningRoute, Uuid)) -> Outcome {
    if let Some(known) = route.methodologist_id {
        let all = store::list_methodologists(tx.tx(), route.municipality_id).await?;
        // Where whoever accompanied it left, any of the others may look.
        let told = if all.contains(&known) { vec![known] } else { all };
        for methodologist in told.into_iter().filter(|told| *told != route.person_id) {
            let about = (route.id, Some(step), What::Done);
            jobs::owe_notice(tx.tx(), about, methodologist, turn.now()).await?;
        }
    }
    stand(tx, Action::Route).await?;
    let toast = label!(turn.texts(), "learning_routes-done-toast");
    Ok(shown(turn, route).await?.toast(toast))
}

pub(super) async fn send_file(turn: &Turn, id: Uuid) -> Outcome {
    let (route, step) = own_step(turn, id).await?;
    let messenger = turn.incoming().contact.messenger;
    let kept = match step.attachment_id {
        Some(file) => attachments::find_attachment(&turn.app().db, file, messenger).await?,
        None => None,
    };
    let file = kept.and_then(|kept| kept.on(messenger, view::file_caption(&step, turn.texts())));
    Ok(step_shown(turn, &route, &step).with(file.ok_or_else(changed)?))
}

pub(super) async fn pause(turn: &Turn) -> Outcome {
    let (route, today) = (own_route(turn).await?, today(turn).await?);
    let (tx, route) = alter(turn, route.id, |route| {
        route.pause(today)?;
        Ok(Some((RouteDeed::Paused, None)))
    })
    .await?;
    stand(tx, Action::Route).await?;
    shown(turn, &route).await
}

pub(super) async fn resume(turn: &Turn) -> Outcome {
    let route = own_route(turn).await?;
    let Scene { today, calendar } = scene(turn, route.municipality_id).await?;
    let (tx, route) = alter(turn, route.id, |route| {
        route.resume(&calendar, today)?;
        Ok(Some((RouteDeed::Resumed, None)))
    })
    .await?;
    stand(tx, Action::Route).await?;
    shown(turn, &route).await
}

pub(super) async fn ask_to_stop(turn: &Turn) -> Outcome {
    let route = own_route(turn).await?;
    if route.state.is_open() { Ok(view::stop_screen(turn.texts())) } else { Err(changed()) }
}

pub(super) async fn stop(turn: &Turn) -> Outcome {
    let route = own_route(turn).await?;
    let (tx, route) = alter(turn, route.id, |route| {
        route.stop()?;
        Ok(Some((RouteDeed::Stopped, None)))
    })
    .await?;
    stand(tx, Action::Route).await?;
    shown(turn, &route).await
}

pub(super) async fn snooze(turn: &Turn, delay: Delay) -> Outcome {
    let (route, today) = (own_route(turn).await?, today(turn).await?);
    let (tx, route) = alter(turn, route.id, |route| {
        route.snooze(delay, today)?;
        Ok(None)
    })
    .await?;
    stand(tx, Action::Route).await?;
    let toast = label!(turn.texts(), "learning_routes-snoozed-toast", delay = delay.as_str());
    Ok(shown(turn, &route).await?.toast(toast))
}

/// Sends the route as a paper, also half-way. Of one that ended it says what was true then.
pub(super) async fn send_paper(turn: &Turn) -> Outcome {
    let route = own_route(turn).await?;
    let screen = shown(turn, &route).await?;
    outcome::with_paper(turn, route, (screen, Action::Route)).await
}
