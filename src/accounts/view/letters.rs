//! The letters: to the account that somebody had before, to whoever may decide, and to whom it was decided about.

use uuid::Uuid;

use super::Action;
use crate::{
    label,
    messenger::{Button, Markup, Screen},
    outbox::Wording,
    people::menu_button,
    text,
    texts::Texts,
};

fn wording(text: Markup, button: Button) -> Wording {
    Wording { screen: Screen::of(text.clone()).row(vec![button.clone()]), brief: text, button }
}

/// Tells the account that was there before that another one was attached by a code.
#[must_use]
pub fn added_letter(id: Uuid, texts: &Texts) -> Wording {
    let not_me = Button::new(label!(texts, "accounts-letter-not-me"), Action::NotMe(id));
    wording(text!(texts, "accounts-letter-added"), not_me)
}

/// Tells the account that was there before that somebody decided about it.
#[must_use]
pub fn moved_letter(id: Uuid, kind: &str, texts: &Texts) -> Wording {
    let object = Button::new(label!(texts, "accounts-letter-object"), Action::Object(id));
    wording(text!(texts, "accounts-letter-moved", kind = kind), object)
}

/// Tells the account that somebody has now what was decided.
#[must_use]
pub fn told_letter(state: &str, texts: &Texts) -> Wording {
    wording(text!(texts, "accounts-letter-told", state = state), menu_button(texts))
}

/// Tells whoever may decide that somebody asks for the place of a lost account.
#[must_use]
pub fn plea_letter(former: Uuid, name: &str, texts: &Texts) -> Wording {
    let look = Button::new(label!(texts, "accounts-letter-look"), Action::Plea(former));
    wording(text!(texts, "accounts-letter-plea", name = name), look)
}

/// Tells whoever decided that the earlier account says it is wrong.
#[must_use]
pub fn objection_letter(id: Uuid, name: &str, texts: &Texts) -> Wording {
    let look = Button::new(label!(texts, "accounts-letter-look"), Action::Move(id));
    wording(text!(texts, "accounts-letter-objection", name = name), look)
}
