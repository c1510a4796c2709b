//! Drawing a route up: what to work on, what can be done about it, the draft with its days.

use chrono::NaiveDate;

use super::{Action, Office, pace_words, progress, step_lines, step_rows, to_route};
use crate::{
    label,
    learning_routes::model::{KnownStep, LearningRoute, RouteCatalogue, pace_of},
    messenger::{Button, Markup, Screen},
    people::menu_button,
    text,
    texts::Texts,
};

/// Suggestions on a page.
const PER_PAGE: usize = 6;

/// Leads from a result to a route.
#[must_use]
pub fn draw_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "learning_routes-draw-button"), Action::Draw)
}

/// There is no route yet.
#[must_use]
pub fn none_screen(diagnosis: Option<Button>, texts: &Texts) -> Screen {
    Screen::of(text!(texts, "learning_routes-none"))
        .row(vec![draw_button(texts)])
        .column(diagnosis)
        .row(vec![menu_button(texts)])
        .at(Action::Route)
}

/// What to work on.
#[must_use]
pub fn areas_screen(route: &LearningRoute, texts: &Texts) -> Screen {
    let known = if route.deficits.is_empty() { "no" } else { "yes" };
    let areas = route.deficits.iter().enumerate().map(|(index, deficit)| {
        Button::new(ticked(deficit.is_chosen, &deficit.title, texts), Action::Area(index))
    });
    let first = route.deficits.iter().position(|deficit| deficit.is_chosen);
    let next = first
        .map(|index| Button::new(label!(texts, "learning_routes-areas-next"), Action::Suggest(index, 0)));
    Screen::of(text!(texts, "learning_routes-areas-question", known = known))
        .column(areas)
        .row(vec![
            Button::new(label!(texts, "learning_routes-templates-open"), Office::Templates),
            Button::new(label!(texts, "learning_routes-coming-open"), Office::Coming),
        ])
        .row(next.into_iter().chain([to_plan(texts)]).collect())
        .row(vec![menu_button(texts)])
        .at(Action::Areas)
}

/// A page of what can be done about an area.
#[must_use]
pub fn suggest_screen(
    route: &LearningRoute,
    (index, page): (usize, usize),
    catalogue: &RouteCatalogue,
    texts: &Texts,
) -> Screen {
    let Some(deficit) = route.deficits.get(index) else { return areas_screen(route, texts) };
    let known: Vec<&KnownStep> = catalogue.suggest(&deficit.area).collect();
    let last = known.len().saturating_sub(1) / PER_PAGE;
    let page = page.min(last);
    let shown: Vec<&KnownStep> = known.into_iter().skip(page * PER_PAGE).take(PER_PAGE).collect();
    let heading = text!(texts, "learning_routes-suggest-title", area = &deficit.title);
    let words =
        shown.iter().map(|known| suggestion(known, texts)).fold(heading, |all, one| all.paragraph(&one));
    let ticks = shown.iter().map(|known| {
        let is_in = route.steps.iter().any(|step| step.known.as_deref() == Some(&known.id));
        Button::new(ticked(is_in, &known.title, texts), Action::Tick(index, page, known.id.clone()))
    });
    let turn = |label: String, page| Button::new(label, Action::Suggest(index, page));
    let earlier = (page > 0).then(|| turn(label!(texts, "learning_routes-list-earlier"), page - 1));
    let later = (page < last).then(|| turn(label!(texts, "learning_routes-list-later"), page + 1));
    let next = route.deficits.iter().enumerate().skip(index + 1).find(|(_, deficit)| deficit.is_chosen);
    let next = next.map(|(index, deficit)| {
        let label = label!(texts, "learning_routes-suggest-next", area = &deficit.title);
        Button::new(label, Action::Suggest(index, 0))
    });
    Screen::of(words)
        .column(ticks)
        .row(earlier.into_iter().chain(later).collect())
        .column(next)
        .row(vec![to_areas(texts), to_plan(texts)])
        .at(Action::Suggest(index, page))
}

fn suggestion(known: &KnownStep, texts: &Texts) -> Markup {
    text!(
        texts,
        "learning_routes-suggest-line",
        title = &known.title,
        form = &known.form,
        hours = known.hours,
        place = &known.place,
    )
}

fn ticked(is_in: bool, title: &str, texts: &Texts) -> String {
    let state = if is_in { "yes" } else { "no" };
    label!(texts, "learning_routes-tick", state = state, title = title)
}

/// The draft with its days, its hours and its pace.
#[must_use]
pub fn plan_screen(route: &LearningRoute, (today, looks): (NaiveDate, bool), texts: &Texts) -> Screen {
    let known = match (route.steps.is_empty(), &route.remark) {
        (true, _) => "no",
        (false, Some(_)) => "returned",
        (false, None) => "yes",
    };
    let mut words = text!(texts, "learning_routes-plan-title", known = known);
    if !route.steps.is_empty() {
        words = words.line(&Markup::plain(&progress(route, texts)));
    }
    if let Some(remark) = &route.remark {
        words = words.paragraph(&text!(texts, "learning_routes-remark", words = remark));
    }
    words = words.paragraph(&step_lines(route, today, texts));
    let who = if looks { "methodologist" } else { "nobody" };
    let send = Button::new(label!(texts, "learning_routes-plan-send", who = who), Action::Send);
    if !route.steps.is_empty() {
        words = words.paragraph(&pace_words(pace_of(&route.steps, today), texts));
    }
    if looks && route.deficits.iter().any(|deficit| deficit.is_chosen) {
        words = words.paragraph(&text!(texts, "learning_routes-plan-seen"));
    }
    let mut screen = Screen::of(words).column((!route.steps.is_empty()).then_some(send));
    for row in step_rows(route) {
        screen = screen.row(row);
    }
    let own = Button::new(label!(texts, "learning_routes-plan-own"), Action::Own);
    let stop = Button::new(label!(texts, "learning_routes-route-stop"), Action::Stop);
    screen.row(vec![to_areas(texts), own]).row(vec![stop, menu_button(texts)]).at(Action::Plan)
}

/// Asks for a step of one's own.
#[must_use]
pub fn own_screen(texts: &Texts) -> Screen {
    Screen::of(text!(texts, "learning_routes-own-question"))
        .row(vec![to_plan(texts), to_route(texts)])
        .at(Action::Own)
}

fn to_areas(texts: &Texts) -> Button {
    Button::new(label!(texts, "learning_routes-back-areas"), Action::Areas)
}

fn to_plan(texts: &Texts) -> Button {
    Button::new(label!(texts, "learning_routes-plan-button"), Action::Plan)
}
