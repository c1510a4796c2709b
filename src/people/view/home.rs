//! The menu, the help, and the greeting of somebody who has just registered.
//! Not here: what others put into the menu; their commands and offers say it.

use super::{
    super::model::{Person, Standing, display_name},
    Action,
};
use crate::{
    capability::{Capability, OfferPlace, offers},
    label,
    messenger::{Button, Markup, Payload, Screen},
    text,
    texts::Texts,
    units::RoleAt,
};

/// The button that leads to the menu from anywhere.
#[must_use]
pub fn menu_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "people-menu-button"), Action::Menu)
}

/// The menu: the commands that have a place in it and that this person may use.
#[must_use]
pub fn menu_screen(person: &Person, roles: &[RoleAt], capabilities: &[Capability], texts: &Texts) -> Screen {
    let mut places: Vec<(u8, Button)> = Vec::new();
    for capability in capabilities {
        let standing = person.standing();
        for command in capability.commands.iter().filter(|command| command.who.admits(standing, roles)) {
            let Some(place) = command.menu_place else { continue };
            let payload = Payload::new(capability.payload_word, command.name);
            places.push((place, Button::new(texts.plain(command.text, &[]), payload)));
        }
    }
    places.sort_by_key(|(place, _)| *place);
    let question = text!(texts, "people-menu-question", name = display_name(person));
    Screen::of(question).column(places.into_iter().map(|(_, button)| button)).at(Action::Menu)
}

/// Greets somebody who has just registered, and offers what others hang here.
#[must_use]
pub fn registered_screen(
    person: &Person,
    roles: &[RoleAt],
    capabilities: &[Capability],
    texts: &Texts,
) -> Screen {
    Screen::of(text!(texts, "people-registered-text", name = display_name(person)))
        .column(offers(OfferPlace::AfterRegistration, (Standing::Registered, roles), capabilities, texts))
        .row(vec![menu_button(texts)])
        .at(Action::Registered)
}

/// What can be done here and whom to ask.
#[must_use]
pub fn help_screen(standing: Standing, service: &str, texts: &Texts) -> Screen {
    let onward = if standing == Standing::Registered {
        menu_button(texts)
    } else {
        Button::new(label!(texts, "people-help-onward"), Action::Home)
    };
    Screen::of(text!(texts, "people-help-text", service = service)).row(vec![onward]).at(Action::Help)
}

/// Says what was put aside: the title of somebody's else work, our own question, or nothing.
#[must_use]
pub fn cancelled_word(title: Option<&str>, is_ours: bool, texts: &Texts) -> Markup {
    match title {
        Some(title) => text!(texts, "people-cancel-kept", title = title),
        None if is_ours => text!(texts, "people-cancel-unchanged"),
        None => text!(texts, "people-cancel-nothing"),
    }
}
