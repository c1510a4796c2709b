//! Whoever came for a role: the list of those who wait, one of them, and the letters about it.

use super::{Action, offered_title, place_title, role_word};
use crate::{
    invitations::model::{Use, UseState},
    label,
    messenger::{Button, Screen},
    outbox::Wording,
    people::menu_button,
    text,
    texts::Texts,
};

/// Buttons on the one page: whoever waits longer than these comes up when they are decided.
const SHOWN: usize = 12;

/// Who waits, the last first.
#[must_use]
pub fn waiting_screen(waiting: &[Use], texts: &Texts) -> Screen {
    let buttons = waiting.iter().take(SHOWN).map(|comer| {
        let role = offered_title(comer.invitation.offered, texts);
        let name = comer.name.clone().unwrap_or_default();
        Button::new(
            label!(texts, "invitations-waiting-entry", name = name, role = role),
            Action::Comer(comer.id),
        )
    });
    let back = Button::new(label!(texts, "invitations-back"), Action::Invite);
    Screen::of(text!(texts, "invitations-waiting-text", count = waiting.len()))
        .column(buttons)
        .row(vec![back, menu_button(texts)])
        .at(Action::Waiting)
}

/// Somebody who came for a role: waiting, or as it was decided. `schools` is where they work.
#[must_use]
pub fn comer_screen(comer: &Use, schools: &str, texts: &Texts) -> Screen {
    let text = text!(
        texts,
        "invitations-comer-text",
        name = comer.name.clone().unwrap_or_default(),
        schools = schools,
        role = offered_title(comer.invitation.offered, texts),
        place = place_title(&comer.invitation, texts),
        state = comer.state.as_str(),
    );
    let back = Button::new(label!(texts, "invitations-waiting-back"), Action::Waiting);
    let waits = comer.state == UseState::Waiting;
    Screen::of(text)
        .row(if waits { decision(comer, texts) } else { Vec::new() })
        .row(vec![back, menu_button(texts)])
        .at(Action::Comer(comer.id))
}

fn decision(comer: &Use, texts: &Texts) -> Vec<Button> {
    vec![
        Button::new(label!(texts, "invitations-comer-confirm"), Action::Confirm(comer.id)),
        Button::new(label!(texts, "invitations-comer-decline"), Action::Decline(comer.id)),
    ]
}

/// Tells whoever invited that somebody came for a role.
#[must_use]
pub fn waiting_letter(comer: &Use, schools: &str, texts: &Texts) -> Wording {
    let screen = comer_screen(comer, schools, texts);
    let brief = text!(
        texts,
        "invitations-letter-waiting-brief",
        name = comer.name.clone().unwrap_or_default(),
        role = offered_title(comer.invitation.offered, texts),
    );
    let button = Button::new(label!(texts, "invitations-letter-waiting-button"), Action::Comer(comer.id));
    let word = text!(texts, "invitations-letter-waiting");
    let rows = vec![decision(comer, texts)];
    Wording {
        screen: Screen { rows, text: word.paragraph(&screen.text), ..Screen::default() },
        brief,
        button,
    }
}

/// Tells whoever came for a role what was decided.
#[must_use]
pub fn outcome_letter(comer: &Use, texts: &Texts) -> Wording {
    let offered = comer.invitation.offered;
    let (role, place) = (offered_title(offered, texts), place_title(&comer.invitation, texts));
    let (text, brief) = if comer.state == UseState::Confirmed {
        (
            text!(
                texts,
                "invitations-letter-confirmed",
                role = &role,
                place = &place,
                can = role_word(offered.role)
            ),
            text!(texts, "invitations-letter-confirmed-brief", role = &role, place = &place),
        )
    } else {
        (
            text!(texts, "invitations-letter-declined", role = &role, place = &place),
            text!(texts, "invitations-letter-declined-brief", role = &role, place = &place),
        )
    };
    let button = menu_button(texts);
    Wording { screen: Screen::of(text).row(vec![button.clone()]), brief, button }
}
