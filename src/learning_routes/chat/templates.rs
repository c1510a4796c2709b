//! Beginning from a whole route: those that ship with the product, then those that the municipality keeps.
//! Not here: keeping them.

use super::{changed, drawing};
use crate::{
    capability::Outcome,
    label,
    learning_routes::{
        model::{LearningRoute, RouteTemplate, Situation},
        store, view,
    },
    people,
    turn::Turn,
    units,
};

async fn all(turn: &Turn, route: &LearningRoute) -> anyhow::Result<Vec<RouteTemplate>> {
    let own = store::list_templates(&turn.app().db, route.municipality_id).await?;
    let shipped = turn.app().route_catalogue.templates().iter().cloned();
    Ok(shipped.chain(own.into_iter().map(|(_, template)| template)).collect())
}

async fn situation(turn: &Turn, route: &LearningRoute) -> anyhow::Result<Situation> {
    let app = turn.app();
    let person = people::find_person(&app.db, route.person_id, app.consent_text.hash()).await?;
    let today = super::today(turn).await?;
    let places = units::places_of(&app.db, route.person_id).await?;
    let mut has_low_results = false;
    for place in places {
        let school = units::find_school(&app.db, place.school_id).await?;
        has_low_results = has_low_results || school.is_some_and(|school| school.low_results);
    }
    let is_early_career = person.and_then(|person| person.is_early_career(today)).unwrap_or_default();
    Ok(Situation { is_early_career, has_low_results })
}

pub(super) async fn show(turn: &Turn) -> Outcome {
    let route = drawing::draft(turn).await?;
    let (all, situation) = (all(turn, &route).await?, situation(turn, &route).await?);
    let mut listed: Vec<(usize, &RouteTemplate, bool)> = all
        .iter()
        .enumerate()
        .map(|(index, template)| (index, template, template.is_fitting(&route, situation)))
        .collect();
    listed.sort_by_key(|(_, _, suits)| !suits);
    Ok(view::templates_screen(&listed, turn.texts()))
}

/// Takes the steps of a template in.
pub(super) async fn take(turn: &Turn, index: usize) -> Outcome {
    let route = drawing::draft(turn).await?;
    let all = all(turn, &route).await?;
    let template = all.get(index).ok_or_else(changed)?;
    let toast = label!(turn.texts(), "learning_routes-template-toast");
    let screen = drawing::change_plan(turn, |route| route.take_template(&template.steps)).await?;
    Ok(screen.toast(toast))
}
