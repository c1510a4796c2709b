//! The end of a route: the diagnosis narrowed to what was worked on, and what changed.
//! Not here: taking the diagnosis.

use uuid::Uuid;

use super::{changed, freezing, own_route};
use crate::{
    app::App,
    capability::Outcome,
    diagnostics::{self, Narrowing},
    documents::radar_png,
    learning_routes::{
        model::{Basis, BasisArea, Found, LearningRoute, RouteOutcome},
        store,
        view::{self, Action, PaperView, RouteAside},
    },
    messenger::Screen,
    turn::Turn,
};

/// What somebody's newest finished diagnosis found, with the levels of its version: what a route of theirs that begins now
/// is drawn from. Nothing where they have finished none.
pub(super) async fn newest_basis(app: &App, person: Uuid) -> anyhow::Result<Option<Basis>> {
    let attempts = diagnostics::list_attempts(&app.db, person).await?;
    let newest = attempts.into_iter().filter(|line| line.finished_at.is_some());
    let Some(line) = newest.max_by_key(|line| line.finished_at) else { return Ok(None) };
    let found = diagnostics::list_to_work_on(&app.db, line.id, person).await?;
    let version = app.shelf.version(&app.db, &line.version_hash).await?;
    let area = |found: &diagnostics::AreaToWorkOn| {
        let area = version.questionnaire.areas.iter().find(|area| area.id == found.area)?;
        let (rank, level) = area.reach(found.score)?;
        Some(BasisArea {
            area: area.id.clone(),
            title: area.title.clone(),
            short: area.short.clone(),
            score: found.score,
            level_rank: i64::try_from(rank).ok()?,
            level: level.title.clone(),
        })
    };
    let areas = found.iter().filter_map(area).collect();
    Ok(Some(Basis { attempt: line.id, version_hash: line.version_hash, areas }))
}

/// What stands beside a route: whether a check is due, whether it can be or was measured what changed.
pub(super) async fn aside(app: &App, route: &LearningRoute) -> anyhow::Result<RouteAside> {
    let checked = store::count_checked(&app.db, route.id).await?;
    let mut aside = RouteAside {
        is_check_due: route.steps_to_check(checked).is_some(),
        has_past: store::has_past(&app.db, route).await?,
        ..RouteAside::default()
    };
    if route.may_be_measured() {
        let basis = store::find_basis(&app.db, route.id).await?;
        aside.may_be_measured = basis.is_some_and(|basis| !route.worked_on(&basis).is_empty());
        aside.is_measured = !diagnostics::list_narrowed(&app.db, route.id).await?.is_empty();
    }
    Ok(aside)
}

/// What changed in a route; nothing before its areas were measured again.
pub(super) async fn outcome_of(app: &App, route: &LearningRoute) -> anyhow::Result<Option<RouteOutcome>> {
    let found = diagnostics::list_narrowed(&app.db, route.id).await?;
    let (Some(basis), Some(last), Some((_, first_day))) =
        (store::find_basis(&app.db, route.id).await?, found.last(), route.diagnosis.as_ref())
    else {
        return Ok(None);
    };
    let again = last.measured_at.with_timezone(&app.settings.time_zone).date_naive();
    let version = app.shelf.version(&app.db, &basis.version_hash).await?;
    let is_self_rated = version.questionnaire.source.as_str() == "self_rated";
    let found: Vec<Found> = found
        .into_iter()
        .map(|one| Found { area: one.area, score: one.score, level_rank: one.level_rank, level: one.level })
        .collect();
    Ok(RouteOutcome::of(&basis, &found, ((*first_day, again), is_self_rated)))
}

/// What the route is narrowed to, with the version of the first diagnosis.
async fn narrowing(app: &App, route: &LearningRoute) -> anyhow::Result<(Narrowing, String)> {
    let basis = store::find_basis(&app.db, route.id).await?.ok_or_else(changed)?;
    let areas = route.worked_on(&basis);
    if !route.may_be_measured() || areas.is_empty() {
        return Err(changed());
    }
    Ok((Narrowing { areas, first: basis.attempt, occasion: route.id }, basis.version_hash))
}

/// Shows what changed; before that, what stands before the diagnosis that shows it.
pub(super) async fn show(turn: &Turn) -> Outcome {
    let (app, texts) = (turn.app(), turn.texts());
    let route = own_route(turn).await?;
    let Some(outcome) = outcome_of(app, &route).await? else {
        let (narrowing, hash) = narrowing(app, &route).await?;
        let ways = (Action::Outcome.into(), Action::Measure.into(), view::to_route(texts));
        return diagnostics::narrowed_intro(turn, (&narrowing, &hash), ways).await;
    };
    turn.take_heavy()?;
    turn.finish(Some(&Action::Outcome.into())).await?;
    let drawn = outcome.clone();
    let png = turn.put_together(move |turn| Ok(radar_png(&view::outcome_chart(&drawn, turn.texts()))?));
    let picture = view::outcome_picture(png.await?, texts);
    Ok(view::outcome_screen(&outcome, texts).with(picture))
}

/// Agrees to the narrowed diagnosis and begins it.
pub(super) async fn measure(turn: &Turn) -> Outcome {
    let route = own_route(turn).await?;
    let (narrowing, hash) = narrowing(turn.app(), &route).await?;
    diagnostics::start_narrowed(turn, (&narrowing, &hash)).await
}

/// Puts the paper of a route below a screen.
pub(super) async fn with_paper(turn: &Turn, route: LearningRoute, (screen, at): (Screen, Action)) -> Outcome {
    turn.take_heavy()?;
    let frozen = freezing::frozen_or_live(turn.app(), &route, turn.now()).await?;
    let outcome = outcome_of(turn.app(), &route).await?;
    turn.finish(Some(&at.into())).await?;
    let made = turn.put_together(move |turn| {
        let view = PaperView { frozen: &frozen, outcome: outcome.as_ref() };
        view::route_docx(&view, &turn.app().route_paper.0, turn.texts())
    });
    Ok(screen.with(view::paper_file(made.await?, turn.texts())))
}

/// The routes of whoever speaks that ended, the newest first.
async fn past(turn: &Turn) -> anyhow::Result<Vec<LearningRoute>> {
    let mut routes = store::list_own(&turn.app().db, turn.known_person()?.id).await?;
    routes.retain(|route| !route.state.is_open());
    routes.reverse();
    Ok(routes)
}

/// Shows the routes that ended.
pub(super) async fn show_past(turn: &Turn) -> Outcome {
    Ok(view::past_screen(&past(turn).await?, turn.texts()))
}

/// Sends the paper of a route that ended; another's does not exist.
pub(super) async fn send_past(turn: &Turn, id: Uuid) -> Outcome {
    let routes = past(turn).await?;
    let screen = view::past_screen(&routes, turn.texts());
    let route = routes.into_iter().find(|route| route.id == id).ok_or_else(changed)?;
    with_paper(turn, route, (screen, Action::Past)).await
}
