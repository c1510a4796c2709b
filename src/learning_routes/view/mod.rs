//! The screens of routes, their letters, and a route as a paper.
//! Not here: any decision and any statement.

mod action;
mod agreeing;
mod check;
mod coming;
mod drawing;
mod figures;
mod kinds;
mod letters;
mod nods;
mod office;
mod outcome;
mod paper;
mod proposing;
mod review;
mod route;

pub use action::{ACTIONS, Action, WORD};
pub use agreeing::{approve_screen, office_letter, plain_screen, school_button, school_screen};
pub use check::{CheckView, check_screen, checked_screen};
pub use coming::coming_screen;
pub use drawing::{areas_screen, draw_button, none_screen, own_screen, plan_screen, suggest_screen};
pub use figures::{figures_button, figures_file, figures_screen};
pub use kinds::{
    keep_screen, kind_area_screen, kind_sheet_screen, kind_template_file, kinds_button, kinds_file,
    kinds_screen, new_kind_screen, returned_sheet, templates_screen, tried_kinds_screen, which_kind_screen,
};
pub use letters::{notice_letter, reminder_letter};
pub use nods::{
    asknod_screen, followed_file, followed_screen, found_screen, nod_letter, others_draft_screen,
    plan_for_screen,
};
pub use office::{Followed, OFFICE_ACTIONS, Office};
pub use outcome::{
    LookedAtBy, RouteAside, outcome_button, outcome_chart, outcome_picture, outcome_screen, past_screen,
};
pub use paper::{PaperView, paper_file, route_docx};
pub use proposing::{
    new_step_screen, proposal_letter, proposal_screen, talk_screen, with_route_offers, with_shown_offers,
    with_step_offers,
};
pub use review::{QueueView, card_screen, queue_screen, reject_screen, return_screen, shown_screen};
pub use route::{done_screen, file_caption, route_screen, step_screen, stop_screen};

use chrono::NaiveDate;
use uuid::Uuid;

use super::model::{LearningRoute, Pace, RouteStep, StepState};
use crate::{
    label,
    messenger::{Button, Markup},
    text,
    texts::Texts,
};

/// Steps on one screen.
const MOST_LINES: usize = 12;
/// Buttons with numbers in a row.
const IN_ROW: usize = 6;
/// Cells of the bar that shows how far a route has come.
const BAR: usize = 10;

fn day(date: NaiveDate) -> String {
    date.format("%d.%m.%Y").to_string()
}

/// «▓▓▓░░░░░░░ 3 из 8»
fn progress(route: &LearningRoute, texts: &Texts) -> String {
    let (done, all) = (route.count_done(), route.steps.len());
    let full = done * BAR / all.max(1);
    let bar = "▓".repeat(full) + &"░".repeat(BAR - full);
    label!(texts, "learning_routes-progress", bar = bar, done = done, all = all)
}

/// The steps that a screen shows, numbered by the days on which they are due: from shortly before the first that is
/// still to be done.
fn shown_steps(route: &LearningRoute) -> Vec<(usize, &RouteStep)> {
    let steps = route.by_day();
    let first = steps.iter().position(|step| step.state == StepState::Planned).unwrap_or_default();
    let from = first.saturating_sub(2).min(steps.len().saturating_sub(MOST_LINES));
    (1..).zip(steps).skip(from).take(MOST_LINES).collect()
}

fn step_lines(route: &LearningRoute, today: NaiveDate, texts: &Texts) -> Markup {
    let line = |(number, step): (usize, &RouteStep)| {
        let state = if step.state == StepState::Planned && step.due_on < today {
            "late"
        } else {
            step.state.as_str()
        };
        text!(
            texts,
            "learning_routes-line",
            number = number,
            state = state,
            title = &step.title,
            hours = step.hours.unwrap_or_default(),
            day = day(step.due_on),
        )
    };
    let shown = shown_steps(route);
    let hidden = route.steps.len() - shown.len();
    let lines = shown
        .into_iter()
        .map(line)
        .fold(Markup::default(), |all, line| if all.is_empty() { line } else { all.line(&line) });
    if hidden == 0 { lines } else { lines.line(&text!(texts, "learning_routes-hidden", count = hidden)) }
}

/// A button with a number for each step that stands on the screen.
fn step_rows(route: &LearningRoute) -> Vec<Vec<Button>> {
    step_rows_to(route, Action::Step)
}

fn step_rows_to(route: &LearningRoute, to: fn(Uuid) -> Action) -> Vec<Vec<Button>> {
    let buttons: Vec<Button> = shown_steps(route)
        .into_iter()
        .map(|(number, step)| Button::new(number.to_string(), to(step.id)))
        .collect();
    buttons.chunks(IN_ROW).map(<[Button]>::to_vec).collect()
}

fn pace_words(pace: Pace, texts: &Texts) -> Markup {
    let words = text!(
        texts,
        "learning_routes-pace",
        hours = pace.hours,
        weeks = pace.weeks,
        weekly = pace.weekly_hours(),
    );
    if pace.is_too_much() {
        words.line(&text!(texts, "learning_routes-overload", hours = pace.fortnight_hours))
    } else {
        words
    }
}

/// The way back to one's route.
#[must_use]
pub fn to_route(texts: &Texts) -> Button {
    Button::new(label!(texts, "learning_routes-back-route"), Action::Route)
}

/// What is held about a person here.
#[must_use]
pub fn told_sentences((own, accompanied): (i64, i64), texts: &Texts) -> Vec<Markup> {
    let own = (own > 0).then(|| text!(texts, "learning_routes-told-own", count = own));
    let others =
        (accompanied > 0).then(|| text!(texts, "learning_routes-told-accompanied", count = accompanied));
    own.into_iter().chain(others).collect()
}

/// One step in one line, for the paper that a person takes along.
#[must_use]
pub fn step_in_words(step: &RouteStep, texts: &Texts) -> String {
    let known = label!(
        texts,
        "learning_routes-step-words",
        title = &step.title,
        state = step.state.as_str(),
        day = day(step.due_on),
    );
    [Some(known), step.words.clone(), step.remark.clone()]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(". ")
}

/// A route in one line, for the same paper.
#[must_use]
pub fn route_in_words(route: &LearningRoute, texts: &Texts) -> String {
    let areas: Vec<&str> = route
        .deficits
        .iter()
        .filter(|deficit| deficit.is_chosen)
        .map(|deficit| deficit.title.as_str())
        .collect();
    let known =
        label!(texts, "learning_routes-route-words", state = route.state.as_str(), areas = areas.join(", "),);
    [Some(known), route.remark.clone()].into_iter().flatten().collect::<Vec<_>>().join(". ")
}
