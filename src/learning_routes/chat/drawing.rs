//! Drawing a route up: areas, suggestions, steps of one's own, sending it.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Scene, alter, changed, own_route, scene, stand, today};
use crate::{
    capability::Outcome,
    diagnostics,
    errors::Refusal,
    label,
    learning_routes::{
        jobs::{self, What},
        model::{LearningRoute, RouteDeed, RouteDeficit, RouteFault, RouteState},
        store,
        view::{self, Action},
    },
    people,
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
    let scene = scene(turn, place.municipality_id).await?;
    let mut route = begin(turn, place.municipality_id).await?;
    for (index, deficit) in route.deficits.clone().iter().enumerate().filter(|(_, one)| one.is_chosen) {
        let most = if index == 0 { LIGHT_STEPS + 1 } else { LIGHT_STEPS };
        for known in app.route_catalogue.prefill(&deficit.area).into_iter().take(most) {
            route.add_known(&deficit.area, known).map_err(super::refusal)?;
        }
    }
    route.spread(&scene.calendar, scene.today);
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

async fn begin(turn: &Turn, municipality: Uuid) -> anyhow::Result<LearningRoute> {
    let (app, person) = (turn.app(), turn.known_person()?);
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

async fn draft(turn: &Turn) -> anyhow::Result<LearningRoute> {
    let route = own_route(turn).await?;
    if route.state == RouteState::Draft { Ok(route) } else { Err(changed()) }
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
    let catalogue = &turn.app().route_catalogue;
    let (route, _) = change(turn, Action::Areas, |route| {
        let area = route.deficits.get(index).map(|deficit| deficit.area.clone()).unwrap_or_default();
        let known = catalogue.prefill(&area);
        route.toggle_deficit(index, known.get(..LIGHT_STEPS).unwrap_or(&known))
    })
    .await?;
    Ok(view::areas_screen(&route, turn.texts()))
}

pub(super) async fn suggest(turn: &Turn, at: (usize, usize)) -> Outcome {
    Ok(view::suggest_screen(&draft(turn).await?, at, &turn.app().route_catalogue, turn.texts()))
}

/// Takes a step of the catalogue in or out; an area of which a step is taken in is chosen.
pub(super) async fn tick(turn: &Turn, at: (usize, usize), known: &str) -> Outcome {
    let catalogue = &turn.app().route_catalogue;
    let (route, _) = change(turn, Action::Suggest(at.0, at.1), |route| {
        let deficit = route.deficits.get(at.0).ok_or(RouteFault::Changed)?;
        let area = deficit.area.clone();
        let known = catalogue.suggest(&area).find(|step| step.id == known).ok_or(RouteFault::Changed)?;
        route.toggle_known(&area, known)
    })
    .await?;
    Ok(view::suggest_screen(&route, at, catalogue, turn.texts()))
}

pub(super) async fn show_plan(turn: &Turn) -> Outcome {
    let (route, today) = (draft(turn).await?, today(turn).await?);
    plan(turn, &route, today).await
}

async fn plan(turn: &Turn, route: &LearningRoute, today: NaiveDate) -> Outcome {
    let looks = store::has_methodologist(&turn.app().db, route.municipality_id, route.person_id).await?;
    Ok(view::plan_screen(route, (today, looks), turn.texts()))
}

pub(super) async fn ask_own(turn: &Turn) -> Outcome {
    draft(turn).await?;
    Ok(view::own_screen(turn.texts()))
}

pub(super) async fn add_own(turn: &Turn, words: &str) -> Outcome {
    let (route, today) = change(turn, Action::Plan, |route| route.add_own(words)).await?;
    plan(turn, &route, today).await
}

pub(super) async fn remove(turn: &Turn, step: Uuid) -> Outcome {
    let (route, today) = change(turn, Action::Plan, |route| route.remove(step)).await?;
    plan(turn, &route, today).await
}

/// Sends the draft to the methodologists; where there are none it begins.
pub(super) async fn send(turn: &Turn) -> Outcome {
    let (texts, now) = (turn.texts(), turn.now());
    let route = draft(turn).await?;
    let Scene { today, calendar } = scene(turn, route.municipality_id).await?;
    let looks = store::has_methodologist(&turn.app().db, route.municipality_id, route.person_id).await?;
    let (mut tx, route) = alter(turn, route.id, |route| {
        // A draft may have lain for weeks.
        route.spread(&calendar, today);
        Ok(Some((route.send(looks)?, None)))
    })
    .await?;
    if route.state == RouteState::Review {
        for methodologist in store::list_methodologists(tx.tx(), route.municipality_id).await? {
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
