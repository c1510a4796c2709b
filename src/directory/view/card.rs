//! A person's card, as far as whoever looks may see.

use chrono_tz::Tz;
use uuid::Uuid;

use super::Action;
use crate::{
    directory::model::{Sight, is_given_here},
    label,
    messenger::{Button, Markup, Screen},
    people::menu_button,
    text,
    texts::Texts,
    units::{Catalogue, HeldRole, Right, RoleAt, may, role_title, unit_title},
};

/// Everything a card shows.
pub struct CardView<'a> {
    /// Whose it is.
    pub person_id: Uuid,
    /// Фамилия имя отчество.
    pub name: &'a str,
    /// What is seen of them.
    pub sight: &'a Sight,
    /// Whether the person is of a list and has not come in.
    pub is_awaited: bool,
    /// Whether the person waits to be confirmed at a place that is seen.
    pub is_unconfirmed: bool,
    /// What others hang here, about this person.
    pub offered: Vec<Button>,
    /// The state of each contact; empty if it is not seen.
    pub reach: &'a [String],
    /// What whoever looks answers for.
    pub actor: &'a [RoleAt],
    /// Whether there is a role to give.
    pub is_appointable: bool,
    /// Posts and subjects.
    pub catalogue: &'a Catalogue,
    /// The zone of whoever looks.
    pub zone: Tz,
}

/// The card.
#[must_use]
pub fn card_screen(card: &CardView<'_>, texts: &Texts) -> Screen {
    let mut text = text!(texts, "directory-card-title", name = card.name);
    for place in &card.sight.places {
        let subjects = card.catalogue.subject_titles(&place.subjects).join(", ");
        text = text.paragraph(&text!(
            texts,
            "directory-card-place",
            school = &place.school_title,
            post = card.catalogue.post_title(&place.post),
            taught = if subjects.is_empty() { "no" } else { "yes" },
            subjects = subjects,
        ));
    }
    if card.is_awaited {
        text = text.paragraph(&text!(texts, "directory-card-awaited"));
    }
    if card.is_unconfirmed {
        text = text.paragraph(&text!(texts, "directory-card-unconfirmed"));
    }
    if !card.sight.roles.is_empty() {
        let title = text!(texts, "directory-card-roles");
        let roles = card.sight.roles.iter();
        text = text.paragraph(&roles.fold(title, |text, held| text.line(&role_line(held, card.zone, texts))));
    }
    if card.sight.sees_reach {
        text = text.paragraph(&text!(texts, "directory-card-reach", state = reach(card.reach)));
    }
    let is_ended_here = |held: &&HeldRole| {
        is_given_here(held.at.role) && may(card.actor, Right::Appoint(held.at.role), held.at.unit)
    };
    let ends = card.sight.roles.iter().filter(is_ended_here);
    let ends = ends.map(|held| {
        let label = label!(texts, "directory-card-end", role = role_title(held.at.role, texts));
        Button::new(label, Action::End(held.id))
    });
    let appoint = Button::new(label!(texts, "directory-card-appoint"), Action::Appoint(card.person_id));
    let back = Button::new(label!(texts, "directory-card-back"), Action::Found(0));
    Screen::of(text)
        .column(card.is_appointable.then_some(appoint))
        .column(ends)
        .column(card.offered.iter().cloned())
        .row(vec![back, menu_button(texts)])
        .at(Action::Card(card.person_id))
}

fn role_line(held: &HeldRole, zone: Tz, texts: &Texts) -> Markup {
    text!(
        texts,
        "directory-card-role",
        role = role_title(held.at.role, texts),
        place = unit_title(held, texts),
        since = held.began_at.with_timezone(&zone).format("%d.%m.%Y").to_string(),
    )
}

fn reach(states: &[String]) -> &'static str {
    match states {
        [] => "none",
        states if states.iter().any(|state| state == "live") => "live",
        _ => "blocked",
    }
}
