//! What whoever leads a school sees of its teachers' routes: steps and days, what waits for their word. Areas are hidden,
//! and so are the titles of steps that come from an area: they would name it.
//! Not here: who leads what.

use chrono::NaiveDate;

use super::{Action, Office, day, progress};
use crate::{
    label,
    learning_routes::model::{Grif, GrifKind, LearningRoute, RouteLine, RouteState, RouteStep, StepState},
    messenger::{Button, Markup, Screen},
    outbox::Wording,
    people::menu_button,
    text,
    texts::Texts,
    units::RouteRule,
};

/// Most buttons on one screen.
const MOST: usize = 20;
/// Most steps on one screen.
const MOST_STEPS: usize = 30;

/// Leads to the routes of a school.
#[must_use]
pub fn school_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "learning_routes-school-button"), Office::School)
}

/// A route of the school, and whether it waits for its leader.
pub type SchoolLine = (RouteLine, bool);

/// The routes of a school's teachers.
#[must_use]
pub fn school_screen(lines: &[SchoolLine], texts: &Texts) -> Screen {
    let waits = lines.iter().filter(|(_, waits)| *waits).count();
    let words = text!(texts, "learning_routes-school-title", count = lines.len(), waits = waits);
    let words = lines.iter().take(MOST).fold(words, |words, (line, waits)| {
        let state = if *waits { "waits" } else { line.title.as_str() };
        words.line(&text!(
            texts,
            "learning_routes-school-line",
            name = line.short_name(),
            state = state,
            done = line.done,
            all = line.steps,
            late = line.late,
        ))
    });
    let open = lines.iter().take(MOST).map(|(line, _)| {
        let label = label!(texts, "learning_routes-queue-open", name = line.short_name());
        Button::new(label, Office::Plain(line.about))
    });
    Screen::of(words).column(open).row(vec![menu_button(texts)]).at(Office::School)
}

/// What a step is called for whoever must not learn the area.
fn plain_title(step: &RouteStep, texts: &Texts) -> String {
    match (step.area.is_empty(), step.form.is_empty()) {
        (true, _) => step.title.clone(),
        (false, false) => step.form.clone(),
        (false, true) => label!(texts, "learning_routes-plain-step", kind = step.kind.as_str()),
    }
}

fn plain_line((number, step): (usize, &RouteStep), today: NaiveDate, texts: &Texts) -> Markup {
    let is_late = step.state == StepState::Planned && step.due_on < today;
    text!(
        texts,
        "learning_routes-line",
        number = number,
        state = if is_late { "late" } else { step.state.as_str() },
        title = plain_title(step, texts),
        hours = step.hours.unwrap_or_default(),
        day = day(step.due_on),
    )
}

/// A route as whoever leads the school sees it.
#[must_use]
pub fn plain_screen(
    (route, name): (&LearningRoute, &str),
    (rule, grifs): (RouteRule, &[Grif]),
    today: NaiveDate,
    texts: &Texts,
) -> Screen {
    let mut words = text!(texts, "learning_routes-plain-title", name = name, state = route.state.as_str())
        .line(&Markup::plain(&progress(route, texts)));
    for grif in grifs {
        words = words.line(&grif_words(grif, texts));
    }
    let steps = (1..).zip(route.by_day()).take(MOST_STEPS);
    let words = words.paragraph(&steps.map(|step| plain_line(step, today, texts)).fold(
        Markup::default(),
        |all, line| {
            if all.is_empty() { line } else { all.line(&line) }
        },
    ));
    let is_agreed = grifs.iter().any(|grif| grif.kind == GrifKind::Agreed);
    let answer = match (route.state, rule, is_agreed) {
        (RouteState::Review, RouteRule::Agreed | RouteRule::Approved, false) => {
            Some(Button::new(label!(texts, "learning_routes-card-agree"), Office::Consent(route.id)))
        }
        (RouteState::Review, RouteRule::Approved, true) => {
            Some(Button::new(label!(texts, "learning_routes-approve-button"), Office::Approve(route.id)))
        }
        _ => None,
    };
    Screen::of(words)
        .column(answer)
        .row(vec![to_school(texts), menu_button(texts)])
        .at(Office::Plain(route.id))
}

/// «Согласовано: Семёнов Борис Олегович, 24.11.2026»
#[must_use]
pub fn grif_words(grif: &Grif, texts: &Texts) -> Markup {
    let known = if grif.paper.is_some() { "yes" } else { "no" };
    text!(
        texts,
        "learning_routes-grif",
        kind = grif.kind.as_str(),
        name = &grif.name,
        day = day(grif.given_at.date_naive()),
        known = known,
        paper = grif.paper.clone().unwrap_or_default(),
    )
}

/// Asks for the order or the minutes.
#[must_use]
pub fn approve_screen(route: &LearningRoute, name: &str, texts: &Texts) -> Screen {
    let back = Button::new(label!(texts, "learning_routes-back-card"), Office::Plain(route.id));
    Screen::of(text!(texts, "learning_routes-approve-question", name = name))
        .row(vec![Button::new(label!(texts, "learning_routes-approve-bare"), Office::ApproveBare(route.id))])
        .row(vec![back, to_school(texts)])
        .at(Office::Approve(route.id))
}

fn to_school(texts: &Texts) -> Button {
    Button::new(label!(texts, "learning_routes-back-school"), Office::School)
}

/// Tells of what was done around a route.
#[must_use]
pub fn office_letter((what, name): (&str, &str), to: Action, texts: &Texts) -> Wording {
    let brief = text!(texts, "learning_routes-office-notice", what = what, name = name);
    let button = Button::new(label!(texts, "learning_routes-notice-open"), to);
    Wording { screen: Screen::of(brief.clone()).row(vec![button.clone()]), brief, button }
}
