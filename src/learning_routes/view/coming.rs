//! What is coming in the municipality, to be ticked as steps. Not here: finding it.

use super::{Action, Office, day};
use crate::{
    label,
    learning_routes::model::{ComingEvent, LearningRoute},
    messenger::{Button, Screen},
    people::menu_button,
    text,
    texts::Texts,
};

/// What is ahead; each with its day.
#[must_use]
pub fn coming_screen(route: &LearningRoute, events: &[ComingEvent], texts: &Texts) -> Screen {
    let known = if events.is_empty() { "no" } else { "yes" };
    let button = |event: &ComingEvent| {
        let words = label!(
            texts,
            "learning_routes-coming-line",
            lesson = if event.is_lesson { "yes" } else { "no" },
            title = &event.title,
            day = day(event.day),
        );
        let state = if event.is_in(route) { "yes" } else { "no" };
        let label = label!(texts, "learning_routes-tick", state = state, title = words);
        Button::new(label, Office::Join(event.id))
    };
    let back = Button::new(label!(texts, "learning_routes-back-areas"), Action::Areas);
    let plan = Button::new(label!(texts, "learning_routes-plan-button"), Action::Plan);
    Screen::of(text!(texts, "learning_routes-coming-title", known = known))
        .column(events.iter().map(button))
        .row(vec![back, plan])
        .row(vec![menu_button(texts)])
        .at(Office::Coming)
}
