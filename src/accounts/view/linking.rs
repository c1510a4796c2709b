//! Attaching another account by a code, and saying that an earlier one is lost.

use super::Action;
use crate::{
    label,
    messenger::{Button, Markup, Payload, Screen},
    people::{home_address, menu_button, settings_address},
    text,
    texts::Texts,
};

/// Leads to a code for another account.
#[must_use]
pub fn code_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "accounts-code-button"), Action::Code)
}

/// Leads from the entrance to the question for a code.
#[must_use]
pub fn enter_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "accounts-enter-button"), Action::Enter)
}

fn lost_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "accounts-lost-button"), Action::Lost)
}

/// What a code is for, and the code itself when it was just made: it is shown this once.
#[must_use]
pub fn code_screen(code: Option<&str>, minutes: i64, texts: &Texts) -> Screen {
    let text = match code {
        Some(code) => text!(texts, "accounts-code-text", code = code, minutes = minutes),
        None => text!(texts, "accounts-code-explained", minutes = minutes),
    };
    let again = label!(texts, "accounts-code-again", first = if code.is_some() { "no" } else { "yes" });
    let back = Button::new(label!(texts, "accounts-back-settings"), settings_address());
    Screen::of(text)
        .row(vec![Button::new(again, Action::Code)])
        .row(vec![lost_button(texts)])
        .row(vec![back, menu_button(texts)])
        .at(Action::Link)
}

/// Asks for a code.
#[must_use]
pub fn enter_screen(texts: &Texts) -> Screen {
    let back = Button::new(label!(texts, "accounts-back"), home_address());
    Screen::of(text!(texts, "accounts-enter-text"))
        .row(vec![lost_button(texts)])
        .row(vec![back])
        .at(Action::Enter)
}

/// Says that a code was none, with how many tries are left.
#[must_use]
pub fn try_word(left: i64, texts: &Texts) -> Markup {
    text!(texts, "accounts-try-word", left = left)
}

/// Says that the account was attached.
#[must_use]
pub fn attached_word(texts: &Texts) -> Markup {
    text!(texts, "accounts-attached-word")
}

/// Says that it was detached again.
#[must_use]
pub fn undone_word(texts: &Texts) -> Markup {
    text!(texts, "accounts-undone-word")
}

/// Says that whoever lost an account is asked who they are first.
#[must_use]
pub fn newcomer_word(texts: &Texts) -> Markup {
    text!(texts, "accounts-newcomer-word")
}

/// Says that it was passed on, to somebody who has just registered.
#[must_use]
pub fn asked_word(texts: &Texts) -> Markup {
    text!(texts, "accounts-asked-word")
}

/// Says the same on a screen of its own.
#[must_use]
pub fn lost_screen(texts: &Texts) -> Screen {
    Screen::of(asked_word(texts)).row(vec![menu_button(texts)]).at(Action::Passed)
}

/// Says that an objection was passed on.
#[must_use]
pub fn objected_screen(home: Payload, texts: &Texts) -> Screen {
    let on = Button::new(label!(texts, "accounts-back"), home.clone());
    Screen::of(text!(texts, "accounts-objected-text")).row(vec![on]).at(home)
}

/// What is held about a person here.
#[must_use]
pub fn told_sentence(texts: &Texts) -> Markup {
    text!(texts, "accounts-told")
}
