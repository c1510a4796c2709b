//! A check on the way: three questions, and what is decided after them. The answers so far stand in the buttons.
//! Not here: when one is due, which the model says.

use super::{Scene, alter, changed, drawing, own_route, scene, stand};
use crate::{
    capability::Outcome,
    label,
    learning_routes::{
        jobs::{self, What},
        model::{
            CheckAnswer, CheckDecision, CheckedStep, LearningRoute, QUESTIONS, RouteDeed, RouteFault,
            RouteStep,
        },
        store,
        view::{self, Action, CheckView},
    },
    turn::Turn,
};

/// The answers that stand in a button; nothing if somebody made them up.
fn read_answers(letters: &str) -> Option<Vec<CheckAnswer>> {
    let answers: Option<Vec<CheckAnswer>> = letters.chars().map(CheckAnswer::from_letter).collect();
    answers.filter(|answers| answers.len() <= QUESTIONS)
}

fn answered<'a>(
    route: &'a LearningRoute,
    checked: usize,
    answers: &[CheckAnswer],
) -> Option<Vec<(&'a RouteStep, CheckAnswer)>> {
    let steps = route.steps_to_check(checked)?;
    (steps.len() == answers.len()).then(|| steps.into_iter().zip(answers.iter().copied()).collect())
}

/// Asks the next question; after the last one, what is to become of the rest.
pub(super) async fn ask(turn: &Turn, letters: &str) -> Outcome {
    let (app, texts) = (turn.app(), turn.texts());
    let route = own_route(turn).await?;
    let checked = store::count_checked(&app.db, route.id).await?;
    let answers = read_answers(letters).ok_or_else(changed)?;
    let steps = route.steps_to_check(checked).ok_or_else(changed)?;
    if let Some(step) = steps.get(answers.len()) {
        return Ok(view::check_screen(step, letters, texts));
    }
    let answered = answered(&route, checked, &answers).ok_or_else(changed)?;
    let catalogue = drawing::catalogue(turn, route.municipality_id).await?;
    let view = CheckView {
        to_add: &route.to_add(&answered, &catalogue),
        to_drop: route.to_drop(&answered).len(),
        letters,
    };
    Ok(view::checked_screen(&view, texts))
}

/// Keeps the check, and changes the rest as decided. Whoever accompanies the route is told of a change.
pub(super) async fn decide(turn: &Turn, letters: &str, decision: CheckDecision) -> Outcome {
    let route = own_route(turn).await?;
    let Scene { today, calendar } = scene(turn, route.municipality_id).await?;
    let checked = store::count_checked(&turn.app().db, route.id).await?;
    let catalogue = drawing::catalogue(turn, route.municipality_id).await?;
    let answers = read_answers(letters).ok_or_else(changed)?;
    let (mut kept, mut touched) = (Vec::new(), Vec::new());
    let (mut tx, route) = alter(turn, route.id, |route| {
        let answered = answered(route, checked, &answers).ok_or(RouteFault::Changed)?;
        kept.extend(answered.iter().map(|(step, answer)| CheckedStep {
            title: step.title.clone(),
            result: step.result.clone(),
            answer: *answer,
        }));
        let (to_add, to_drop) = (route.to_add(&answered, &catalogue), route.to_drop(&answered));
        match decision {
            CheckDecision::Keep => {}
            CheckDecision::Add => touched = route.add_on_the_way(&to_add, (&calendar, today))?,
            CheckDecision::Drop => {
                route.drop_on_the_way(&to_drop)?;
                touched = to_drop;
            }
        }
        Ok(Some((RouteDeed::Checked, None)))
    })
    .await?;
    let (now, me) = (turn.now(), route.person_id);
    store::add_check(tx.tx(), (route.id, route.count_done()), (&kept, decision), now).await?;
    let deed = if decision == CheckDecision::Add { RouteDeed::Added } else { RouteDeed::Dropped };
    for step in &touched {
        store::add_event(tx.tx(), (route.id, Some(*step)), (deed, me), now).await?;
    }
    if let Some(methodologist) = route.methodologist_id.filter(|_| !touched.is_empty()) {
        jobs::owe_notice(tx.tx(), (route.id, None, What::Checked), methodologist, now).await?;
    }
    stand(tx, Action::Route).await?;
    let toast = label!(turn.texts(), "learning_routes-checked-toast", decision = decision.as_str());
    Ok(super::following::shown(turn, &route).await?.toast(toast))
}
