//! What is said of routes unasked: reminders, and what the other side did. Not here: when.

use chrono::NaiveDate;

use super::{Action, MOST_LINES, day};
use crate::{
    label,
    learning_routes::model::{Delay, RouteStep},
    messenger::{Button, Markup, Payload, Screen},
    outbox::Wording,
    text,
    texts::Texts,
};

/// Reminds of steps that are due soon or late, all in one.
#[must_use]
pub fn reminder_letter(steps: &[&RouteStep], today: NaiveDate, texts: &Texts) -> Wording {
    let line = |step: &&RouteStep| {
        let is_late = if step.due_on < today { "yes" } else { "no" };
        let on = day(step.due_on);
        text!(texts, "learning_routes-reminder-line", title = &step.title, is_late = is_late, day = on)
    };
    let words = steps
        .iter()
        .take(MOST_LINES)
        .map(line)
        .fold(text!(texts, "learning_routes-reminder-title"), |all, line| all.line(&line));
    let hidden = steps.len().saturating_sub(MOST_LINES);
    let words =
        if hidden == 0 { words } else { words.line(&text!(texts, "learning_routes-hidden", count = hidden)) };
    let first: &str = steps.first().map_or("", |step| step.title.as_str());
    let button = Button::new(label!(texts, "learning_routes-reminder-open"), Action::Route);
    let snooze = [Delay::Day, Delay::Week].map(|delay| {
        let label = label!(texts, "learning_routes-reminder-snooze", delay = delay.as_str());
        Button::new(label, Action::Snooze(delay))
    });
    Wording {
        screen: Screen::of(words).row(vec![button.clone()]).row(snooze.to_vec()),
        brief: text!(texts, "learning_routes-reminder-brief", title = first),
        button,
    }
}

/// Says what the other side did: `what` is the word of it, with whose route, which step and which remark.
#[must_use]
pub fn notice_letter(
    (what, name): (&str, &str),
    (title, remark): (&str, Option<&str>),
    to: impl Into<Payload>,
    texts: &Texts,
) -> Wording {
    let brief = text!(texts, "learning_routes-notice", what = what, name = name, title = title);
    let button = Button::new(label!(texts, "learning_routes-notice-open"), to);
    let remark =
        remark.map_or_else(Markup::default, |words| text!(texts, "learning_routes-remark", words = words));
    Wording { screen: Screen::of(brief.clone().paragraph(&remark)).row(vec![button.clone()]), brief, button }
}
