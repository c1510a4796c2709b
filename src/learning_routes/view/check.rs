//! A check on the way: a question, and what is to become of the rest. Not here: when.

use super::{Action, to_route};
use crate::{
    label,
    learning_routes::model::{CheckAnswer, CheckDecision, KnownStep, QUESTIONS, RouteStep},
    messenger::{Button, Markup, Screen},
    text,
    texts::Texts,
};

/// A check whose questions are answered.
#[derive(Debug)]
pub struct CheckView<'a> {
    /// Steps that fit what is not there yet, each with its area.
    pub to_add: &'a [(String, &'a KnownStep)],
    /// How many planned steps are about what is learnt.
    pub to_drop: usize,
    /// The answers as they stand in buttons.
    pub letters: &'a str,
}

/// A question about what a step should have come to; the answers so far stand in `letters`.
#[must_use]
pub fn check_screen(step: &RouteStep, letters: &str, texts: &Texts) -> Screen {
    let known = if step.result.is_empty() { "no" } else { "yes" };
    let words = text!(
        texts,
        "learning_routes-check-question",
        number = letters.len() + 1,
        all = QUESTIONS,
        title = &step.title,
        known = known,
        result = &step.result,
    );
    let answers = CheckAnswer::ALL.map(|answer| {
        let letter = answer.as_str().chars().next().map(String::from).unwrap_or_default();
        let label = label!(texts, "learning_routes-check-answer", answer = answer.as_str());
        Button::new(label, Action::Check(format!("{letters}{letter}")))
    });
    Screen::of(words).column(answers).row(vec![to_route(texts)]).at(Action::Check(letters.to_owned()))
}

/// What the answers come to, and what may become of the rest.
#[must_use]
pub fn checked_screen(view: &CheckView<'_>, texts: &Texts) -> Screen {
    let outcome = if !view.to_add.is_empty() {
        "add"
    } else if view.to_drop > 0 {
        "drop"
    } else {
        "keep"
    };
    let line = |(_, known): &(String, &KnownStep)| {
        text!(texts, "learning_routes-checked-line", title = &known.title, hours = known.hours)
    };
    let words = text!(texts, "learning_routes-checked-title", outcome = outcome, count = view.to_drop);
    let words = view.to_add.iter().map(line).fold(words, |all: Markup, line| all.line(&line));
    let button = |decision: CheckDecision| {
        let label = label!(texts, "learning_routes-checked-decide", decision = decision.as_str());
        Button::new(label, Action::Decide(view.letters.to_owned(), decision))
    };
    let add = (!view.to_add.is_empty()).then(|| button(CheckDecision::Add));
    let drop = (view.to_drop > 0).then(|| button(CheckDecision::Drop));
    Screen::of(words)
        .column(add.into_iter().chain(drop).chain([button(CheckDecision::Keep)]))
        .row(vec![to_route(texts)])
        .at(Action::Check(view.letters.to_owned()))
}
