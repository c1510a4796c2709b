//! What a methodologist sees: what waits, a route, what shows that a step is done.

use chrono::NaiveDate;

use super::{
    Action, Followed, Office, day, pace_words, progress, route::step_words, step_lines, step_rows_to,
};
use crate::{
    label,
    learning_routes::model::{LearningRoute, RouteLine, RouteState, RouteStep, StepState, pace_of},
    messenger::{Button, Markup, Screen},
    people::menu_button,
    text,
    texts::Texts,
};

/// What waits for a methodologist, and whom they accompany.
#[derive(Debug, Default)]
pub struct QueueView {
    /// Routes to look at.
    pub review: Vec<RouteLine>,
    /// Steps whose evidence waits.
    pub shown: Vec<RouteLine>,
    /// Routes on their way.
    pub accompanied: Vec<RouteLine>,
}

/// Most buttons of each kind on one screen.
const MOST: usize = 12;

/// Everything that waits, on one screen.
#[must_use]
pub fn queue_screen(view: &QueueView, texts: &Texts) -> Screen {
    let (review, shown) = (view.review.len(), view.shown.len());
    let words = text!(texts, "learning_routes-queue-title", review = review, shown = shown);
    let accompanied = view.accompanied.iter().take(MOST).map(|line| {
        let is_late = if line.late > 0 { "yes" } else { "no" };
        text!(
            texts,
            "learning_routes-queue-accompanied",
            name = line.short_name(),
            done = line.done,
            all = line.steps,
            late = line.late,
            is_late = is_late,
        )
    });
    let words = accompanied.fold(words, |all, line| all.line(&line));
    let to_review = view.review.iter().take(MOST).map(|line| {
        let label =
            label!(texts, "learning_routes-queue-route", name = line.short_name(), steps = line.steps);
        Button::new(label, Action::Card(line.about))
    });
    let to_shown = view.shown.iter().take(MOST).map(|line| {
        let label =
            label!(texts, "learning_routes-queue-step", name = line.short_name(), title = &line.title);
        Button::new(label, Action::Shown(line.about))
    });
    let to_accompanied = view.accompanied.iter().take(MOST).map(|line| {
        Button::new(
            label!(texts, "learning_routes-queue-open", name = line.short_name()),
            Action::Card(line.about),
        )
    });
    let followed =
        Button::new(label!(texts, "learning_routes-followed-button"), Office::Followed(Followed::All));
    let draw = Button::new(label!(texts, "learning_routes-asknod-open"), Office::AskNod);
    Screen::of(words)
        .column(to_review)
        .column(to_shown)
        .column(to_accompanied)
        .row(vec![followed, draw])
        .row(vec![super::kinds_button(texts)])
        .row(vec![menu_button(texts)])
        .at(Action::Queue)
}

/// A route as a methodologist sees it.
#[must_use]
pub fn card_screen(route: &LearningRoute, (name, today): (&str, NaiveDate), texts: &Texts) -> Screen {
    let areas: Vec<&str> = route
        .deficits
        .iter()
        .filter(|deficit| deficit.is_chosen)
        .map(|deficit| deficit.title.as_str())
        .collect();
    let known = if areas.is_empty() { "no" } else { "yes" };
    let words = text!(
        texts,
        "learning_routes-card-title",
        name = name,
        state = route.state.as_str(),
        known = known,
        areas = areas.join(", "),
    )
    .line(&Markup::plain(&progress(route, texts)))
    .paragraph(&step_lines(route, today, texts))
    .paragraph(&pace_words(pace_of(&route.steps, today), texts));
    let mut screen = Screen::of(words);
    if route.state == RouteState::Review {
        screen = screen
            .row(vec![Button::new(label!(texts, "learning_routes-card-agree"), Action::Agree(route.id))])
            .row(vec![Button::new(label!(texts, "learning_routes-card-return"), Action::Return(route.id))]);
    }
    if route.state != RouteState::Review {
        for row in step_rows_to(route, Action::Shown) {
            screen = screen.row(row);
        }
    }
    if route.steps.iter().any(|step| step.known.is_some()) {
        let keep = label!(texts, "learning_routes-keep-button");
        screen = screen.row(vec![Button::new(keep, Office::KeepAs(route.id))]);
    }
    let waits = route.steps.iter().filter(|step| step.state == StepState::Shown).map(|step| {
        Button::new(label!(texts, "learning_routes-card-shown", title = &step.title), Action::Shown(step.id))
    });
    screen.column(waits.take(MOST)).row(vec![to_queue(texts), menu_button(texts)]).at(Action::Card(route.id))
}

/// Asks for the remark with which a route is returned.
#[must_use]
pub fn return_screen(route: &LearningRoute, name: &str, texts: &Texts) -> Screen {
    Screen::of(text!(texts, "learning_routes-return-question", name = name))
        .row(vec![
            Button::new(label!(texts, "learning_routes-back-card"), Action::Card(route.id)),
            to_queue(texts),
        ])
        .at(Action::Return(route.id))
}

/// What shows that a step is done.
#[must_use]
pub fn shown_screen(step: &RouteStep, name: &str, texts: &Texts) -> Screen {
    let on = step.done_on.map(day).unwrap_or_default();
    let words = text!(texts, "learning_routes-shown-title", name = name, day = on);
    let mut screen = Screen::of(words.paragraph(&step_words(step, texts)));
    if step.state == StepState::Shown {
        screen = screen
            .row(vec![Button::new(label!(texts, "learning_routes-shown-accept"), Action::Accept(step.id))])
            .row(vec![Button::new(label!(texts, "learning_routes-shown-reject"), Action::Reject(step.id))]);
    }
    screen.row(vec![to_queue(texts), menu_button(texts)]).at(Action::Shown(step.id))
}

/// Asks for the remark with which evidence is returned.
#[must_use]
pub fn reject_screen(step: &RouteStep, name: &str, texts: &Texts) -> Screen {
    Screen::of(text!(texts, "learning_routes-reject-question", name = name, title = &step.title))
        .row(vec![to_queue(texts), menu_button(texts)])
        .at(Action::Reject(step.id))
}

fn to_queue(texts: &Texts) -> Button {
    Button::new(label!(texts, "learning_routes-back-queue"), Action::Queue)
}
