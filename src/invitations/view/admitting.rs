//! Who registered by themselves and waits to be confirmed; the word to them, and the letter about them.

use super::{Action, WORD, inviting::turning};
use crate::{
    invitations::model::Unconfirmed,
    label,
    messenger::{Button, Markup, Payload, Screen},
    outbox::Wording,
    people::menu_button,
    text,
    texts::Texts,
};

/// People on a page.
const PER_PAGE: usize = 8;
/// People that a letter names.
const NAMED: usize = 5;

/// Who waits, the last first; pressing one confirms them.
#[must_use]
pub fn newcomers_screen(waiting: &[Unconfirmed], page: usize, texts: &Texts) -> Screen {
    let last = waiting.len().saturating_sub(1) / PER_PAGE;
    let page = page.min(last);
    let buttons = waiting.iter().skip(page * PER_PAGE).take(PER_PAGE).map(|one| {
        let label = label!(texts, "invitations-newcomers-entry", name = &one.name, school = &one.school);
        Button::new(label, Action::Admit(one.person_id))
    });
    let back = Button::new(label!(texts, "invitations-back"), Action::Invite);
    Screen::of(text!(texts, "invitations-newcomers-text", count = waiting.len()))
        .column(buttons)
        .row(turning((page, last), Action::Newcomers, texts))
        .row(vec![back, menu_button(texts)])
        .at(Action::Newcomers(page))
}

/// Confirms somebody from their card, whose id is added.
#[must_use]
pub fn admit_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "invitations-comer-confirm"), Payload::new(WORD, "admit"))
}

/// Leads to who waits to be confirmed.
#[must_use]
pub fn newcomers_button(count: usize, texts: &Texts) -> Button {
    Button::new(label!(texts, "invitations-newcomers-button", count = count), Action::Newcomers(0))
}

/// Tells somebody who registered by themselves that they are confirmed later and can begin now.
#[must_use]
pub fn unconfirmed_word(texts: &Texts) -> Markup {
    text!(texts, "invitations-unconfirmed-word")
}

/// Tells whoever may confirm them who has come.
#[must_use]
pub fn newcomers_letter(waiting: &[Unconfirmed], texts: &Texts) -> Wording {
    let brief = text!(texts, "invitations-newcomers-brief", count = waiting.len());
    let text = waiting.iter().take(NAMED).fold(Markup::default(), |text, one| {
        text.line(&text!(texts, "invitations-newcomers-line", name = &one.name, school = &one.school))
    });
    let text = match waiting.len().saturating_sub(NAMED) {
        0 => text,
        more => text.line(&text!(texts, "invitations-page-more", count = more)),
    };
    let button = Button::new(label!(texts, "invitations-letter-waiting-button"), Action::Newcomers(0));
    let screen = Screen::of(brief.clone().paragraph(&text)).row(vec![button.clone()]);
    Wording { screen, brief, button }
}
