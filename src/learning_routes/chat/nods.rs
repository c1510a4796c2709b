//! Accompanying: whom a methodologist follows, and drawing a route up for a teacher who nodded. Until the draft is handed
//! over or taken, the methodologist alone changes it: nothing of the other's is overwritten.
//! Not here: the drawing up itself, which works on this draft while it is being drawn up for somebody.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{changed, drawing, outcome, review, stand, today};
use crate::{
    capability::Outcome,
    errors::Refusal,
    label,
    learning_routes::{
        jobs::{self, Around},
        model::{FollowedLine, LearningRoute, NodState, RouteDeed, RouteNod, RouteState},
        store,
        view::{self, Action, Followed},
    },
    people::{self, FullName},
    turn::Turn,
};

/// Under which name the conversation keeps for whom a route is being drawn up.
const KEPT: &str = "learning_routes/for";

/// For whom whoever speaks draws a route up just now.
#[derive(Debug, Serialize, Deserialize)]
struct DrawnFor {
    nod: Uuid,
}

/// The draft that whoever speaks draws up for somebody else just now.
pub(super) async fn drawn_for(turn: &Turn) -> anyhow::Result<Option<LearningRoute>> {
    let Some(kept) = turn.draft::<DrawnFor>(KEPT).await? else { return Ok(None) };
    let (db, me) = (&turn.app().db, turn.known_person()?.id);
    let Some(nod) = store::find_nod(db, kept.nod).await? else { return Ok(None) };
    let route = match nod.route_id {
        Some(route) if nod.state == NodState::Given && nod.methodologist_id == me => {
            store::find_route(db, route).await?
        }
        _ => None,
    };
    let is_theirs = store::is_methodologist(db, nod.municipality_id, me).await?;
    Ok(route.filter(|route| route.state == RouteState::Draft && is_theirs))
}

/// Whether somebody else draws this draft up just now; its teacher waits, or takes it.
pub(super) async fn drawn_by(turn: &Turn, route: &LearningRoute) -> anyhow::Result<Option<RouteNod>> {
    if route.state != RouteState::Draft {
        return Ok(None);
    }
    Ok(store::find_nod_of_route(&turn.app().db, route.id).await?)
}

/// Whoever opens their own route draws up nobody else's any more.
pub(super) async fn stop_drawing(turn: &Turn) -> anyhow::Result<()> {
    if turn.draft::<DrawnFor>(KEPT).await?.is_none() {
        return Ok(());
    }
    let mut tx = turn.begin().await?;
    tx.forget_draft(KEPT).await?;
    stand(tx, Action::Route).await
}

async fn followed(turn: &Turn, today: NaiveDate) -> anyhow::Result<Vec<FollowedLine>> {
    let (db, me) = (&turn.app().db, turn.known_person()?.id);
    let mut lines = Vec::new();
    for municipality in review::municipalities(turn) {
        lines.extend(store::list_followed(db, (municipality, me), today).await?);
    }
    Ok(lines)
}

pub(super) async fn show_followed(turn: &Turn, which: Followed) -> Outcome {
    let today = today(turn).await?;
    Ok(view::followed_screen(&followed(turn, today).await?, (which, today), turn.texts()))
}

/// Sends the accompanied teachers, and only them, as a sheet.
pub(super) async fn send_followed(turn: &Turn) -> Outcome {
    turn.take_heavy()?;
    let today = today(turn).await?;
    let lines = followed(turn, today).await?;
    let screen = view::followed_screen(&lines, (Followed::All, today), turn.texts());
    Ok(screen.with(view::followed_file(&lines, today, turn.texts())?))
}

pub(super) async fn ask_name(turn: &Turn) -> Outcome {
    let me = turn.known_person()?.id;
    let given = store::list_given(&turn.app().db, me).await?;
    let given: Vec<(Uuid, String)> =
        given.into_iter().map(|(nod, family, first)| (nod, format!("{family} {first}"))).collect();
    Ok(view::asknod_screen(&given, turn.texts()))
}

/// Whom a typed name means. It takes the family name and the first name: this is no list of everybody.
pub(super) async fn find(turn: &Turn, typed: &str) -> Outcome {
    let name = FullName::read(typed).map_err(|_| Refusal::because("learning_routes-asknod-words"))?;
    let me = turn.known_person()?.id;
    let mut found = Vec::new();
    for municipality in review::municipalities(turn) {
        let known = store::list_by_family_name(&turn.app().db, (municipality, me), &name.family).await?;
        found.extend(known.into_iter().filter(|one| {
            one.given_name == name.given && (name.patronymic.is_none() || one.patronymic == name.patronymic)
        }));
    }
    let found: Vec<(Uuid, String, String)> = found
        .into_iter()
        .take(6)
        .map(|one| {
            let name =
                FullName { family: one.family_name, given: one.given_name, patronymic: one.patronymic };
            (one.person_id, name.in_full(), one.school)
        })
        .collect();
    Ok(view::found_screen(&found, turn.texts()))
}

/// The municipality of whoever speaks where this person works.
async fn common_municipality(turn: &Turn, person: Uuid) -> anyhow::Result<Option<Uuid>> {
    for municipality in review::municipalities(turn) {
        if store::works_in(&turn.app().db, municipality, person).await? {
            return Ok(Some(municipality));
        }
    }
    Ok(None)
}

/// Asks a teacher for their nod.
pub(super) async fn ask_nod(turn: &Turn, person: Uuid) -> Outcome {
    let (me, now) = (turn.known_person()?.id, turn.now());
    let municipality = common_municipality(turn, person).await?.filter(|_| person != me);
    let nod = RouteNod {
        id: Uuid::now_v7(),
        person_id: person,
        methodologist_id: me,
        municipality_id: municipality.ok_or_else(changed)?,
        state: NodState::Asked,
        route_id: None,
    };
    let mut tx = turn.begin().await?;
    if store::add_nod(tx.tx(), &nod, now).await? {
        jobs::owe_around(tx.tx(), (Around::Asked, nod.id), person, now).await?;
    }
    stand(tx, Action::Queue).await?;
    let toast = label!(turn.texts(), "learning_routes-asknod-toast");
    Ok(review::show_queue(turn).await?.toast(toast))
}

/// The teacher says yes or no.
pub(super) async fn answer(turn: &Turn, id: Uuid, agrees: bool) -> Outcome {
    let (me, now) = (turn.known_person()?.id, turn.now());
    let mut tx = turn.begin().await?;
    let nod = store::lock_nod(tx.tx(), id).await?;
    let mut nod =
        nod.filter(|nod| nod.person_id == me && nod.state == NodState::Asked).ok_or_else(changed)?;
    nod.state = if agrees { NodState::Given } else { NodState::Refused };
    store::save_nod(tx.tx(), &nod).await?;
    let about = if agrees { Around::Nodded } else { Around::Refused };
    jobs::owe_around(tx.tx(), (about, id), nod.methodologist_id, now).await?;
    stand(tx, Action::Route).await?;
    let what = if agrees { "yes" } else { "no" };
    let toast = label!(turn.texts(), "learning_routes-nod-toast", what = what);
    Ok(super::following::show(turn).await?.toast(toast))
}

/// Begins the draft for a teacher who nodded, or goes on with it.
pub(super) async fn draw(turn: &Turn, id: Uuid) -> Outcome {
    let (app, me) = (turn.app(), turn.known_person()?.id);
    let nod = store::find_nod(&app.db, id).await?;
    let nod = nod.filter(|nod| nod.methodologist_id == me && nod.state == NodState::Given);
    let nod = nod.ok_or_else(changed)?;
    if common_municipality(turn, nod.person_id).await? != Some(nod.municipality_id) {
        return Err(changed());
    }
    let begun = match nod.route_id {
        Some(route) => store::find_route(&app.db, route).await?,
        None => None,
    };
    if begun.is_some_and(|route| route.state == RouteState::Draft) {
        let mut tx = turn.begin().await?;
        tx.park(KEPT, &DrawnFor { nod: id }).await?;
        stand(tx, Action::Plan).await?;
        return drawing::show_plan_of(turn, nod.route_id.ok_or_else(changed)?).await;
    }
    begin(turn, nod).await
}

async fn begin(turn: &Turn, mut nod: RouteNod) -> Outcome {
    let (app, me, now) = (turn.app(), turn.known_person()?.id, turn.now());
    let teacher = people::find_person(&app.db, nod.person_id, app.consent_text.hash()).await?;
    let teacher = teacher.ok_or_else(changed)?;
    let mut route = drawing::begin_prefilled(turn, &teacher, nod.municipality_id).await?;
    let basis = outcome::newest_basis(app, nod.person_id).await?;
    route.methodologist_id = Some(me);
    let mut tx = turn.begin().await?;
    if !store::add_route(tx.tx(), &route, now).await? {
        return Err(Refusal::because("learning_routes-has-open"));
    }
    if let Some(basis) = basis {
        store::add_basis(tx.tx(), route.id, &basis).await?;
    }
    store::save_route(tx.tx(), &route).await?;
    store::add_event(tx.tx(), (route.id, None), (RouteDeed::Drew, me), now).await?;
    nod.route_id = Some(route.id);
    store::save_nod(tx.tx(), &nod).await?;
    tx.park(KEPT, &DrawnFor { nod: nod.id }).await?;
    stand(tx, Action::Areas).await?;
    Ok(view::areas_screen(&route, turn.texts()))
}

/// Gives the draft to its teacher, who changes it as they like and sends it.
pub(super) async fn hand_over(turn: &Turn, id: Uuid) -> Outcome {
    let route = drawn_for(turn).await?.filter(|route| route.id == id).ok_or_else(changed)?;
    if route.steps.is_empty() {
        return Err(Refusal::because("learning_routes-empty"));
    }
    hand(turn, &route, Some(Around::Handed)).await?;
    let toast = label!(turn.texts(), "learning_routes-handed-toast");
    Ok(review::show_queue(turn).await?.toast(toast))
}

/// The draft is the teacher's own from now on.
async fn hand(turn: &Turn, route: &LearningRoute, told: Option<Around>) -> anyhow::Result<()> {
    let (me, now) = (turn.known_person()?.id, turn.now());
    let nod = store::find_nod_of_route(&turn.app().db, route.id).await?.ok_or_else(changed)?;
    let mut tx = turn.begin().await?;
    let nod = store::lock_nod(tx.tx(), nod.id).await?.filter(|nod| nod.state == NodState::Given);
    let mut nod = nod.ok_or_else(changed)?;
    nod.state = NodState::Handed;
    store::save_nod(tx.tx(), &nod).await?;
    store::add_event(tx.tx(), (route.id, None), (RouteDeed::HandedOver, me), now).await?;
    if let Some(told) = told {
        jobs::owe_around(tx.tx(), (told, route.id), route.person_id, now).await?;
    }
    tx.forget_draft(KEPT).await?;
    let to = if told.is_some() { Action::Queue } else { Action::Plan };
    stand(tx, to).await
}

/// The teacher takes the draft as it is.
pub(super) async fn take_over(turn: &Turn) -> Outcome {
    let route = super::own_route(turn).await?;
    hand(turn, &route, None).await?;
    drawing::show_plan_of(turn, route.id).await
}
