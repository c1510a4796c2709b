//! Drawing a route up: areas, suggestions, steps of one's own, sending it.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Scene, agreeing, alter, changed, nods, own_route, review, scene, stand, today};
use crate::{
    capability::Outcome,
    diagnostics,
    errors::Refusal,
    label,
    learning_routes::{
        jobs::{self, Around, What},
        model::{LearningRoute, RouteCatalogue, RouteDeed, RouteDeficit, RouteFault, RouteState},
        store,
        view::{self, Action},
    },
    people::{self, Person},
    turn::Turn,
    units,
};

/// Areas that are chosen beforehand: more at once help nobody.
const MOST_CHOSEN: usize = 3;
/// Steps that stand ticked beforehand for an area; the first area has one of each kind.
const LIGHT_STEPS: usize = 2;

/// Begins a route from the newest finished diagnosis, or from nothing; where one is open already, that one is shown.
pub(super) async fn draw(turn: &Turn) -> Outcome {
    let (app, me) = (turn.app(), turn.known_person()?.id);
    let open = store::find_own(&app.db, me).await?.filter(|route| route.state.is_open());
    if open.is_some() {
        return super::following::show(turn).await;
    }
    let places = units::places_of(&app.db, me).await?;
    let place = places.first().ok_or_else(|| Refusal::because("learning_routes-no-place"))?;
    let route = begin_prefilled(turn, turn.known_person()?, place.municipality_id).await?;
    let basis = super::outcome::newest_basis(app, route.person_id).await?;
    let mut tx = turn.begin().await?;
    if !store::add_route(tx.tx(), &route, turn.now()).await? {
        return Err(changed());
    }
    if let Some(basis) = basis {
        store::add_basis(tx.tx(), route.id, &basis).await?;
    }
    store::add_event(tx.tx(), (route.id, None), (RouteDeed::Drew, me), turn.now()).await?;
    stand(tx, Action::Areas).await?;
    Ok(view::areas_screen(&route, turn.texts()))
}

/// A draft from somebody's newest finished diagnosis, with steps for the areas where it is hardest.
pub(super) async fn begin_prefilled(
    turn: &Turn,
    person: &Person,
    municipality: Uuid,
) -> anyhow::Result<LearningRoute> {
    let scene = scene(turn, municipality).await?;
    let mut route = begin(turn, person, municipality).await?;
    let catalogue = catalogue(turn, municipality).await?;
    for (index, deficit) in route.deficits.clone().iter().enumerate().filter(|(_, one)| one.is_chosen) {
        let most = if index == 0 { LIGHT_STEPS + 1 } else { LIGHT_STEPS };
        for known in catalogue.prefill(&deficit.area).into_iter().take(most) {
            route.add_known(&deficit.area, known).map_err(super::refusal)?;
        }
    }
    route.spread(&scene.calendar, scene.today);
    Ok(route)
}

async fn begin(turn: &Turn, person: &Person, municipality: Uuid) -> anyhow::Result<LearningRoute> {
    let app = turn.app();
    let attempts = diagnostics::list_attempts(&app.db, person.id).await?;
    let newest =
        attempts.into_iter().filter_map(|line| Some((line.finished_at?, line))).max_by_key(|one| one.0);
    let (mut diagnosis, mut deficits) = (None, Vec::new());
    if let Some((finished_at, line)) = newest {
        let zone = people::zone_of(app, person).await?;
        let found = diagnostics::list_to_work_on(&app.db, line.id, person.id).await?;
        diagnosis = Some((line.title, finished_at.with_timezone(&zone).date_naive()));
        deficits.extend(found.into_iter().enumerate().map(|(index, found)| RouteDeficit {
            area: found.area,
            title: found.title,
            is_chosen: index < MOST_CHOSEN,
        }));
    }
    Ok(LearningRoute {
        id: Uuid::now_v7(),
        person_id: person.id,
        municipality_id: municipality,
        methodologist_id: None,
        diagnosis,
        deficits,
        state: RouteState::Draft,
        remark: None,
        paused_on: None,
        snoozed_until: None,
        steps: Vec::new(),
    })
}

/// The draft that whoever speaks works on: one for somebody else, or their own unless somebody draws it up for them.
pub(super) async fn draft(turn: &Turn) -> anyhow::Result<LearningRoute> {
    if let Some(route) = nods::drawn_for(turn).await? {
        return Ok(route);
    }
    let route = own_route(turn).await?;
    let is_free = nods::drawn_by(turn, &route).await?.is_none();
    if route.state == RouteState::Draft && is_free { Ok(route) } else { Err(changed()) }
}

/// What can be done in a municipality: its own kinds of steps, then the shipped ones.
pub(super) async fn catalogue(turn: &Turn, municipality: Uuid) -> anyhow::Result<RouteCatalogue> {
    let own = store::list_kinds(&turn.app().db, municipality).await?;
    Ok(turn.app().route_catalogue.with_own(own))
}

/// Changes the draft; the person stands at this screen then.
pub(super) async fn change_at<F>(turn: &Turn, at: Action, decide: F) -> anyhow::Result<LearningRoute>
where
    F: FnOnce(&mut LearningRoute) -> Result<(), RouteFault>,
{
    Ok(change(turn, at, decide).await?.0)
}

/// Changes the draft and shows its plan.
pub(super) async fn change_plan<F>(turn: &Turn, decide: F) -> Outcome
where
    F: FnOnce(&mut LearningRoute) -> Result<(), RouteFault>,
{
    let (route, today) = change(turn, Action::Plan, decide).await?;
    plan(turn, &route, today).await
}

/// Changes the draft, and says anew when its steps are due.
async fn change<F>(turn: &Turn, at: Action, decide: F) -> anyhow::Result<(LearningRoute, NaiveDate)>
where
    F: FnOnce(&mut LearningRoute) -> Result<(), RouteFault>,
{
    let route = draft(turn).await?;
    let Scene { today, calendar } = scene(turn, route.municipality_id).await?;
    let (tx, route) = alter(turn, route.id, |route| {
        decide(route)?;
        route.spread(&calendar, today);
        Ok(None)
    })
    .await?;
    stand(tx, at).await?;
    Ok((route, today))
}

pub(super) async fn show_areas(turn: &Turn) -> Outcome {
    Ok(view::areas_screen(&draft(turn).await?, turn.texts()))
}

pub(super) async fn toggle_area(turn: &Turn, index: usize) -> Outcome {
    let catalogue = catalogue(turn, draft(turn).await?.municipality_id).await?;
    let (route, _) = change(turn, Action::Areas, |route| {
        let area = route.deficits.get(index).map(|deficit| deficit.area.clone()).unwrap_or_default();
        let known = catalogue.prefill(&area);
        route.toggle_deficit(index, known.get(..LIGHT_STEPS).unwrap_or(&known))
    })
    .await?;
    Ok(view::areas_screen(&route, turn.texts()))
}

pub(super) async fn suggest(turn: &Turn, at: (usize, usize)) -> Outcome {
    let route = draft(turn).await?;
    let catalogue = catalogue(turn, route.municipality_id).await?;
    Ok(view::suggest_screen(&route, at, &catalogue, turn.texts()))
}

/// Takes a step of the catalogue in or out; an area of which a step is taken in is chosen.
pub(super) async fn tick(turn: &Turn, at: (usize, usize), known: &str) -> Outcome {
    let catalogue = catalogue(turn, draft(turn).await?.municipality_id).await?;
    let (route, _) = change(turn, Action::Suggest(at.0, at.1), |route| {
        let deficit = route.deficits.get(at.0).ok_or(RouteFault::Changed)?;
        let area = deficit.area.clone();
        let known = catalogue.suggest(&area).find(|step| step.id == known).ok_or(RouteFault::Changed)?;
        route.toggle_known(&area, known)
    })
    .await?;
    Ok(view::suggest_screen(&route, at, &catalogue, turn.texts()))
}

pub(super) async fn show_plan(turn: &Turn) -> Outcome {
    let (route, today) = (draft(turn).await?, today(turn).await?);
    plan(turn, &route, today).await
}

/// The plan of this draft, which whoever speaks has just begun to work on.
pub(super) async fn show_plan_of(turn: &Turn, id: Uuid) -> Outcome {
    let route = store::find_route(&turn.app().db, id).await?.ok_or_else(changed)?;
    plan(turn, &route, today(turn).await?).await
}

async fn plan(turn: &Turn, route: &LearningRoute, today: NaiveDate) -> Outcome {
    if route.person_id != turn.known_person()?.id {
        let name = review::name_of(turn, route.person_id).await?;
        return Ok(view::plan_for_screen(route, (&name, today), turn.texts()));
    }
    let looks = agreeing::is_looked_at(turn, route).await?;
    Ok(view::plan_screen(route, (today, looks), turn.texts()))
}

pub(super) async fn ask_own(turn: &Turn) -> Outcome {
    draft(turn).await?;
    Ok(view::own_screen(turn.texts()))
}

pub(super) async fn add_own(turn: &Turn, words: &str) -> Outcome {
    change_plan(turn, |route| route.add_own(words)).await
}

pub(super) async fn remove(turn: &Turn, step: Uuid) -> Outcome {
    change_plan(turn, |route| route.remove(step)).await
}

/// Sends the draft to the methodologists; where there are none it begins.
pub(super) async fn send(turn: &Turn) -> Outcome {
    let (texts, now) = (turn.texts(), turn.now());
    let route = draft(turn).await?;
    if route.person_id != turn.known_person()?.id {
        return nods::hand_over(turn, route.id).await;
    }
    let Scene { today, calendar } = scene(turn, route.municipality_id).await?;
    let looks = agreeing::is_looked_at(turn, &route).await?;
    let leaders = agreeing::leaders_to_look(turn, &route).await?;
    let (mut tx, route) = alter(turn, route.id, |route| {
        // A draft may have lain for weeks.
        route.spread(&calendar, today);
        Ok(Some((route.send(looks)?, None)))
    })
    .await?;
    if route.state == RouteState::Review {
        let methodologists = store::list_methodologists(tx.tx(), route.municipality_id).await?;
        if methodologists.iter().all(|one| *one == route.person_id) {
            for leader in leaders {
                jobs::owe_around(tx.tx(), (Around::ToApprove, route.id), leader, now).await?;
            }
        }
        for methodologist in methodologists {
            let is_theirs = route.methodologist_id.is_none_or(|known| known == methodologist);
            if methodologist != route.person_id && is_theirs {
                jobs::owe_notice(tx.tx(), (route.id, None, What::Sent), methodologist, now).await?;
            }
        }
    }
    stand(tx, Action::Route).await?;
    let toast = if route.state == RouteState::Review {
        label!(texts, "learning_routes-sent-toast")
    } else {
        label!(texts, "learning_routes-began-toast")
    };
    Ok(super::following::shown(turn, &route).await?.toast(toast))
}

pub(super) async fn take_back(turn: &Turn) -> Outcome {
    let route = own_route(turn).await?;
    let (tx, route) = alter(turn, route.id, |route| {
        route.take_back()?;
        Ok(Some((RouteDeed::TookBack, None)))
    })
    .await?;
    stand(tx, Action::Plan).await?;
    plan(turn, &route, today(turn).await?).await
}
