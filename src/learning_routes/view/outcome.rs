//! What changed in the areas that were worked on: in words, as a chart. Not here: measuring it.

use super::{Action, MOST_LINES, day, to_route};
use crate::{
    documents::{Axis, RadarChart},
    label,
    learning_routes::model::{BasisArea, Found, LearningRoute, RouteOutcome},
    messenger::{Attachment, Button, Markup, Screen},
    people::menu_button,
    text,
    texts::Texts,
};

/// A smaller change than this, in points out of a hundred, says nothing.
const LEAST_CHANGE: i64 = 5;

/// What stands beside a route on its screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RouteAside {
    /// Three questions wait.
    pub is_check_due: bool,
    /// What changed can be measured.
    pub may_be_measured: bool,
    /// It was measured.
    pub is_measured: bool,
    /// Other routes of the same person ended before.
    pub has_past: bool,
    /// Who looks at a route that was sent.
    pub looked_at_by: LookedAtBy,
}

/// Who looks at a route that was sent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LookedAtBy {
    /// A methodologist.
    #[default]
    Methodologist,
    /// Whoever leads the school: it is agreed to and waits to be approved.
    Leader,
}

/// Leads from the result of a narrowed diagnosis to what changed.
#[must_use]
pub fn outcome_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "learning_routes-outcome-button", is_measured = "yes"), Action::Outcome)
}

/// Routes that ended, each as a paper.
#[must_use]
pub fn past_screen(routes: &[LearningRoute], texts: &Texts) -> Screen {
    let line = |route: &LearningRoute| {
        let last = route.steps.iter().map(|step| step.done_on.unwrap_or(step.due_on)).max();
        let (state, on) = (route.state.as_str(), last.map(day).unwrap_or_default());
        let label = label!(texts, "learning_routes-past-line", state = state, day = on);
        Button::new(label, Action::PastPaper(route.id))
    };
    Screen::of(text!(texts, "learning_routes-past-title"))
        .column(routes.iter().take(MOST_LINES).map(line))
        .row(vec![to_route(texts), menu_button(texts)])
        .at(Action::Past)
}

/// From 0 to 100. Scores lie from 0 to 1, so nothing is cut off.
#[expect(clippy::cast_possible_truncation, reason = "a score lies from 0 to 1")]
fn points(score: f64) -> i64 {
    (score * 100.0).round() as i64
}

/// What changed, area by area, and what one may conclude from it.
#[must_use]
pub fn outcome_screen(outcome: &RouteOutcome, texts: &Texts) -> Screen {
    let closed = outcome.count_closed();
    let words = text!(texts, "learning_routes-outcome-title", closed = closed, all = outcome.areas.len());
    let lines = outcome_lines(outcome, texts);
    let words = lines.iter().fold(words, |all, line| all.paragraph(&Markup::plain(line)));
    let (first, again) = outcome.days;
    let words = words.paragraph(&text!(
        texts,
        "learning_routes-outcome-days",
        first = day(first),
        again = day(again)
    ));
    let source = if outcome.is_self_rated { "self" } else { "tasks" };
    let words = words.paragraph(&text!(texts, "learning_routes-outcome-honest", source = source));
    let again = Button::new(label!(texts, "learning_routes-route-again"), Action::Draw);
    let paper = Button::new(label!(texts, "learning_routes-route-paper"), Action::Paper);
    Screen::of(words)
        .row(vec![paper, again])
        .row(vec![to_route(texts), menu_button(texts)])
        .at(Action::Outcome)
}

/// «Методика: 20 → 75 из 100…», a line for each area.
#[must_use]
pub fn outcome_lines(outcome: &RouteOutcome, texts: &Texts) -> Vec<String> {
    let line = |(before, after): &(BasisArea, Found)| {
        let (from, to) = (points(before.score), points(after.score));
        let change = match (after.level_rank - before.level_rank, to - from) {
            (1.., _) => "closed",
            (_, LEAST_CHANGE..) => "up",
            (_, down) if down <= -LEAST_CHANGE => "down",
            _ => "same",
        };
        label!(
            texts,
            "learning_routes-outcome-line",
            area = &before.title,
            before = from,
            after = to,
            change = change,
            level = &after.level,
        )
    };
    outcome.areas.iter().map(line).collect()
}

/// Both measurements on one chart.
#[must_use]
pub fn outcome_chart(outcome: &RouteOutcome, texts: &Texts) -> RadarChart {
    let axis = |(before, after): &(BasisArea, Found)| Axis {
        label: before.short.clone(),
        now: after.score,
        before: Some(before.score),
    };
    let (first, again) = outcome.days;
    RadarChart {
        title: label!(texts, "learning_routes-outcome-picture"),
        axes: outcome.areas.iter().map(axis).collect(),
        legend: Some((day(again), day(first))),
    }
}

/// The chart as it is sent.
#[must_use]
pub fn outcome_picture(png: Vec<u8>, texts: &Texts) -> Attachment {
    Attachment::Picture { bytes: png.into(), caption: text!(texts, "learning_routes-outcome-picture") }
}
