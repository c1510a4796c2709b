//! One's own route: what is next, how far it has come, a step of it.

use chrono::NaiveDate;

use super::{Action, LookedAtBy, RouteAside, day, progress, step_lines, step_rows, to_route};
use crate::{
    label,
    learning_routes::model::{Delay, LearningRoute, RouteState, RouteStep, StepState},
    messenger::{Button, Markup, Screen},
    people::menu_button,
    text,
    texts::Texts,
};

/// A route on its way, or at its end.
#[must_use]
pub fn route_screen(route: &LearningRoute, (today, aside): (NaiveDate, RouteAside), texts: &Texts) -> Screen {
    let next = route.next();
    let words = first_line(route, (today, aside), texts)
        .line(&Markup::plain(&progress(route, texts)))
        .paragraph(&step_lines(route, today, texts));
    let mut screen = Screen::of(words).column(aside_button(aside, texts));
    if let (RouteState::Active, Some(step)) = (route.state, next) {
        let label = label!(texts, "learning_routes-route-done", title = &step.title);
        screen = screen.row(vec![Button::new(label, Action::Done(step.id))]);
    }
    for row in step_rows(route) {
        screen = screen.row(row);
    }
    let button = |label: String, action| Button::new(label, action);
    let paper = button(label!(texts, "learning_routes-route-paper"), Action::Paper);
    let stop = button(label!(texts, "learning_routes-route-stop"), Action::Stop);
    let screen = match route.state {
        RouteState::Draft => screen,
        RouteState::Review => {
            screen.row(vec![button(label!(texts, "learning_routes-route-takeback"), Action::TakeBack), paper])
        }
        RouteState::Active => {
            let pause = button(label!(texts, "learning_routes-route-pause"), Action::Pause);
            screen.row(vec![paper, pause]).row(vec![stop])
        }
        RouteState::Paused => {
            let resume = button(label!(texts, "learning_routes-route-resume"), Action::Resume);
            screen.row(vec![resume]).row(vec![paper, stop])
        }
        RouteState::Completed | RouteState::Stopped => {
            let again = button(label!(texts, "learning_routes-route-again"), Action::Draw);
            screen.row(vec![paper]).row(vec![again])
        }
    };
    let past = aside.has_past.then(|| button(label!(texts, "learning_routes-past-button"), Action::Past));
    screen.row(past.into_iter().chain([menu_button(texts)]).collect()).at(Action::Route)
}

/// What waits beside the steps.
fn aside_button(aside: RouteAside, texts: &Texts) -> Option<Button> {
    if aside.is_check_due {
        return Some(Button::new(
            label!(texts, "learning_routes-check-button"),
            Action::Check(String::new()),
        ));
    }
    let is_measured = if aside.is_measured { "yes" } else { "no" };
    let label = label!(texts, "learning_routes-outcome-button", is_measured = is_measured);
    (aside.may_be_measured || aside.is_measured).then(|| Button::new(label, Action::Outcome))
}

/// The answer to "what is next for me?"
fn first_line(route: &LearningRoute, (today, aside): (NaiveDate, RouteAside), texts: &Texts) -> Markup {
    let next = route.next();
    let state = match (route.state, next) {
        (RouteState::Active | RouteState::Completed, _) if aside.may_be_measured && !aside.is_measured => {
            "measure"
        }
        (RouteState::Review, _) if aside.looked_at_by == LookedAtBy::Leader => "awaits",
        (RouteState::Active, Some(step)) if step.due_on < today => "late",
        (RouteState::Active | RouteState::Paused, None) => "shown",
        (state, _) => state.as_str(),
    };
    text!(
        texts,
        "learning_routes-route-next",
        state = state,
        title = next.map_or_else(String::new, |step| step.title.clone()),
        day = route.paused_on.or(next.map(|step| step.due_on)).map(day).unwrap_or_default(),
    )
}

/// A step of one's own route.
#[must_use]
pub fn step_screen(route: &LearningRoute, step: &RouteStep, texts: &Texts) -> Screen {
    let mut screen = Screen::of(step_words(step, texts));
    let is_planned = step.state == StepState::Planned;
    if route.state == RouteState::Active && is_planned {
        let done = Button::new(label!(texts, "learning_routes-step-done"), Action::Done(step.id));
        screen = screen.row(vec![done]);
    }
    if matches!(route.state, RouteState::Active | RouteState::Draft) && is_planned {
        let put_off = [Delay::Week, Delay::Month].map(|delay| {
            let label = label!(texts, "learning_routes-step-putoff", delay = delay.as_str());
            Button::new(label, Action::PutOff(step.id, delay))
        });
        screen = screen.row(put_off.to_vec());
    }
    if route.state == RouteState::Draft {
        let remove = Button::new(label!(texts, "learning_routes-step-remove"), Action::Remove(step.id));
        screen = screen.row(vec![remove]);
    }
    let open = Button::new(label!(texts, "learning_routes-step-file"), Action::File(step.id));
    let to_plan = || Button::new(label!(texts, "learning_routes-plan-button"), Action::Plan);
    let back = if route.state == RouteState::Draft { to_plan() } else { to_route(texts) };
    screen
        .column(step.attachment_id.is_some().then_some(open))
        .row(vec![back, menu_button(texts)])
        .at(Action::Step(step.id))
}

/// Everything that is known of a step.
pub(super) fn step_words(step: &RouteStep, texts: &Texts) -> Markup {
    let mut words = text!(
        texts,
        "learning_routes-step-title",
        title = &step.title,
        kind = step.kind.as_str(),
        state = step.state.as_str(),
        day = day(step.due_on),
    );
    let fields = [
        ("form", step.form.clone()),
        ("hours", step.hours.map(|hours| hours.to_string()).unwrap_or_default()),
        ("place", step.place.clone()),
        ("result", step.result.clone()),
        ("words", step.words.clone().unwrap_or_default()),
    ];
    for (field, known) in fields.into_iter().filter(|(_, known)| !known.is_empty()) {
        words = words.line(&text!(texts, "learning_routes-step-field", field = field, words = known));
    }
    match &step.remark {
        Some(remark) => words.paragraph(&text!(texts, "learning_routes-remark", words = remark)),
        None => words,
    }
}

/// Asks for what shows that a step is done.
#[must_use]
pub fn done_screen(step: &RouteStep, texts: &Texts) -> Screen {
    let result = if step.result.is_empty() { "no" } else { "yes" };
    let words = text!(
        texts,
        "learning_routes-done-question",
        title = &step.title,
        known = result,
        result = &step.result,
    );
    Screen::of(words).row(vec![to_route(texts), menu_button(texts)]).at(Action::Done(step.id))
}

/// Asks whether to end the route.
#[must_use]
pub fn stop_screen(texts: &Texts) -> Screen {
    Screen::of(text!(texts, "learning_routes-stop-question"))
        .row(vec![Button::new(label!(texts, "learning_routes-stop-yes"), Action::End)])
        .row(vec![to_route(texts), menu_button(texts)])
        .at(Action::Stop)
}

/// What stands under the file that shows a step.
#[must_use]
pub fn file_caption(step: &RouteStep, texts: &Texts) -> Markup {
    text!(texts, "learning_routes-file-caption", title = &step.title)
}
