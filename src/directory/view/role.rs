//! Giving a role and ending it: which, where, the question, and what was done with the way back; and the letter about it.

use uuid::Uuid;

use super::{Action, action::place_of};
use crate::{
    label,
    messenger::{Button, Screen},
    outbox::Wording,
    people::menu_button,
    text,
    texts::Texts,
    units::{HeldRole, Role, RoleAt, role_title, unit_title},
};

/// Units on a page.
const PER_PAGE: usize = 8;

/// A unit to choose, with its name.
#[derive(Debug, Clone)]
pub struct Place {
    /// The role at that unit.
    pub at: RoleAt,
    /// Its name on a button.
    pub title: String,
}

/// Asks for the role.
#[must_use]
pub fn roles_screen(person: (Uuid, &str), roles: &[Role], texts: &Texts) -> Screen {
    let (id, name) = person;
    let buttons = roles.iter().map(|role| {
        let label = label!(texts, "directory-role-button", role = role.as_str());
        Button::new(label, Action::Units(id, *role, 0))
    });
    Screen::of(text!(texts, "directory-role-question", name = name))
        .column(buttons)
        .row(vec![to_card(id, texts)])
        .at(Action::Appoint(id))
}

/// Asks for the unit.
#[must_use]
pub fn units_screen(
    person: (Uuid, &str),
    role: Role,
    (places, page): (&[Place], usize),
    texts: &Texts,
) -> Screen {
    let (id, name) = person;
    let last = places.len().saturating_sub(1) / PER_PAGE;
    let page = page.min(last);
    let buttons = places.iter().skip(page * PER_PAGE).take(PER_PAGE);
    let buttons = buttons.map(|place| Button::new(&place.title, Action::Ask(id, role, place_of(place.at))));
    let turn = |label: String, page: usize| Button::new(label, Action::Units(id, role, page));
    let earlier = (page > 0).then(|| turn(label!(texts, "directory-list-earlier"), page - 1));
    let later = (page < last).then(|| turn(label!(texts, "directory-list-later"), page + 1));
    let question = text!(texts, "directory-unit-question", name = name, role = role_title(role, texts));
    Screen::of(question)
        .column(buttons)
        .row(earlier.into_iter().chain(later).collect())
        .row(vec![to_card(id, texts)])
        .at(Action::Units(id, role, page))
}

/// Asks once more before a role is given.
#[must_use]
pub fn ask_screen(person: (Uuid, &str), place: &Place, texts: &Texts) -> Screen {
    let (id, name) = person;
    let role = place.at.role;
    let question = text!(
        texts,
        "directory-ask-question",
        name = name,
        title = role_title(role, texts),
        place = &place.title,
        role = role.as_str(),
    );
    let yes = Button::new(label!(texts, "directory-ask-yes"), Action::Give(id, role, place_of(place.at)));
    Screen::of(question).row(vec![yes]).row(vec![to_card(id, texts)]).at(Action::Ask(
        id,
        role,
        place_of(place.at),
    ))
}

/// Asks once more before a role is ended.
#[must_use]
pub fn end_screen(name: &str, held: &HeldRole, is_own: bool, texts: &Texts) -> Screen {
    let question = text!(
        texts,
        "directory-end-question",
        name = name,
        role = role_title(held.at.role, texts),
        place = unit_title(held, texts),
        own = if is_own { "yes" } else { "no" },
    );
    Screen::of(question)
        .row(vec![Button::new(label!(texts, "directory-end-yes"), Action::Stop(held.id))])
        .row(vec![to_card(held.person_id, texts)])
        .at(Action::End(held.id))
}

/// A role as it was just given or ended, with the way back.
#[must_use]
pub fn role_screen(name: &str, held: &HeldRole, is_undoable: bool, texts: &Texts) -> Screen {
    let text = text!(
        texts,
        "directory-done-text",
        name = name,
        role = role_title(held.at.role, texts),
        place = unit_title(held, texts),
        held = if held.ended_at.is_none() { "yes" } else { "no" },
    );
    let undo = match held.ended_at {
        None => Button::new(label!(texts, "directory-done-undo"), Action::Stop(held.id)),
        Some(_) => Button::new(label!(texts, "directory-done-return"), Action::Return(held.id)),
    };
    Screen::of(text)
        .column(is_undoable.then_some(undo))
        .row(vec![to_card(held.person_id, texts), menu_button(texts)])
        .at(Action::Role(held.id))
}

/// Tells somebody of a role that they were given, or that has ended. `is_admin` says whether there is anything for them
/// under `/admin` now.
#[must_use]
pub fn role_letter(held: &HeldRole, is_admin: bool, texts: &Texts) -> Wording {
    let is_held = held.ended_at.is_none();
    let (role, place) = (role_title(held.at.role, texts), unit_title(held, texts));
    let (text, brief) = if is_held {
        let can = held.at.role.as_str();
        (
            text!(texts, "directory-letter-given", role = &role, place = &place, can = can),
            text!(texts, "directory-letter-given-brief", role = &role, place = &place),
        )
    } else {
        (
            text!(texts, "directory-letter-ended", role = &role, place = &place),
            text!(texts, "directory-letter-ended-brief", role = &role, place = &place),
        )
    };
    let button = if is_held && is_admin { super::admin_button(texts) } else { menu_button(texts) };
    Wording { screen: Screen::of(text).row(vec![button.clone()]), brief, button }
}

fn to_card(person: Uuid, texts: &Texts) -> Button {
    Button::new(label!(texts, "directory-back-card"), Action::Card(person))
}
