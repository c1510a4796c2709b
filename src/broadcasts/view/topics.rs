//! Which announcements somebody wants.

use super::Action;
use crate::{
    broadcasts::model::Category,
    label,
    messenger::{Button, Markup, Screen},
    people::menu_button,
    text,
    texts::Texts,
};

/// Leads here from the settings.
#[must_use]
pub fn topics_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "broadcasts-topics-button"), Action::Topics)
}

/// Every category with its tick. Service messages come to everybody.
#[must_use]
pub fn topics_screen(optouts: &[String], texts: &Texts) -> Screen {
    let optional = Category::ALL.into_iter().filter(|category| *category != Category::Service);
    let buttons = optional.map(|category| {
        let word = category.as_str();
        let wanted = if optouts.iter().any(|out| out == word) { "no" } else { "yes" };
        Button::new(
            label!(texts, "broadcasts-topics-entry", category = word, wanted = wanted),
            Action::Topic(category),
        )
    });
    Screen::of(text!(texts, "broadcasts-topics-text"))
        .column(buttons)
        .row(vec![menu_button(texts)])
        .at(Action::Topics)
}

/// What is held about somebody here: announcements they got, and their answers.
#[must_use]
pub fn told_sentence((announcements, answers): (i64, i64), texts: &Texts) -> Markup {
    text!(texts, "broadcasts-told", announcements = announcements, answers = answers)
}
