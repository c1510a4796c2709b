//! Choosing whom to invite and where, and the list of invitations.

use uuid::Uuid;

use super::{Action, WORD, newcomers_button, offered_title, place_title, role_word};
use crate::{
    directory,
    invitations::model::Invitation,
    label,
    messenger::{Button, Payload, Screen},
    people::menu_button,
    text,
    texts::Texts,
    units::{Role, Unit},
};

/// Buttons on a page: as many as a phone shows without hiding the question.
const PER_PAGE: usize = 8;

/// Leads to whom one may invite.
#[must_use]
pub fn invite_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "invitations-invite-button"), Action::Invite)
}

/// Invites somebody of a list from their card, whose id is added.
#[must_use]
pub fn personal_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "invitations-personal-button"), Payload::new(WORD, "personal"))
}

/// A unit to choose, with its name.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Where.
    pub unit: Unit,
    /// Its name on a button; that of a municipality says that any school in it is meant where teachers are invited.
    pub title: String,
    /// What typed words are looked for in.
    pub search_key: String,
}

impl Choice {
    /// How a button names it: a role says which kind of unit is meant.
    #[must_use]
    pub fn id(&self) -> Option<Uuid> {
        match self.unit {
            Unit::Region | Unit::Association { .. } => None,
            Unit::Municipality(id) | Unit::School(_, id) => Some(id),
        }
    }
}

/// What else there is to do beside inviting: so many wait for a role, so many to be confirmed; so many invitations hold.
pub struct Counts {
    /// Waiting for a role.
    pub waiting: usize,
    /// Waiting to be confirmed.
    pub unconfirmed: usize,
    /// Invitations.
    pub written: usize,
}

/// Asks whom to invite. A role that can be given at one place alone leads straight on.
#[must_use]
pub fn invite_screen(offered: &[(Option<Role>, Vec<Choice>)], counts: &Counts, texts: &Texts) -> Screen {
    let roles = offered.iter().filter_map(|(role, places)| {
        let action = match &places[..] {
            [] => return None,
            [only] => Action::Create(*role, only.id()),
            _ => Action::To(*role),
        };
        Some(Button::new(label!(texts, "invitations-whom-button", role = role_word(*role)), action))
    });
    let waits =
        Button::new(label!(texts, "invitations-waiting-button", count = counts.waiting), Action::Waiting);
    let list = Button::new(label!(texts, "invitations-list-button", count = counts.written), Action::List(0));
    Screen::of(text!(texts, "invitations-whom-question"))
        .column(roles)
        .column((counts.unconfirmed > 0).then(|| newcomers_button(counts.unconfirmed, texts)))
        .column((counts.waiting > 0).then_some(waits))
        .column((counts.written > 0).then_some(list))
        .row(vec![directory::back_button(texts), menu_button(texts)])
        .at(Action::Invite)
}

/// Everything that choosing a place shows.
pub struct PlaceView<'a> {
    /// What is offered there.
    pub role: Option<Role>,
    /// The places that the typed words mean.
    pub places: &'a [Choice],
    /// The typed words; empty if every place is meant.
    pub typed: &'a str,
    /// The wanted page.
    pub page: usize,
}

/// Asks where to.
#[must_use]
pub fn places_screen(view: &PlaceView<'_>, texts: &Texts) -> Screen {
    let last = view.places.len().saturating_sub(1) / PER_PAGE;
    let page = view.page.min(last);
    let shown = view.places.iter().skip(page * PER_PAGE).take(PER_PAGE);
    let buttons = shown.map(|place| Button::new(&place.title, Action::Create(view.role, place.id())));
    let question = if view.places.is_empty() {
        text!(texts, "invitations-where-unfound", words = view.typed)
    } else {
        text!(texts, "invitations-where-question", role = role_word(view.role))
    };
    let all = Button::new(label!(texts, "invitations-where-all"), Action::To(view.role));
    let back = Button::new(label!(texts, "invitations-back"), Action::Invite);
    Screen::of(question)
        .column(buttons)
        .row(turning((page, last), |page| Action::Units(view.role, page), texts))
        .column((!view.typed.is_empty()).then_some(all))
        .row(vec![back, menu_button(texts)])
        .at(Action::Units(view.role, page))
}

/// A page of the invitations, the newest first.
#[must_use]
pub fn list_screen(invitations: &[Invitation], page: usize, texts: &Texts) -> Screen {
    let last = invitations.len().saturating_sub(1) / PER_PAGE;
    let page = page.min(last);
    let buttons = invitations.iter().skip(page * PER_PAGE).take(PER_PAGE).map(|invitation| {
        let meant = invitation.meant_for.as_ref().map(|meant| meant.name.clone());
        let label = label!(
            texts,
            "invitations-list-entry",
            role = meant.unwrap_or_else(|| offered_title(invitation.offered, texts)),
            place = place_title(invitation, texts),
            count = invitation.uses,
        );
        Button::new(label, Action::Invitation(invitation.id))
    });
    let question = if invitations.is_empty() {
        text!(texts, "invitations-list-nothing")
    } else {
        text!(texts, "invitations-list-question")
    };
    let back = Button::new(label!(texts, "invitations-back"), Action::Invite);
    Screen::of(question)
        .column(buttons)
        .row(turning((page, last), Action::List, texts))
        .row(vec![back, menu_button(texts)])
        .at(Action::List(page))
}

/// The way to the other pages.
pub(super) fn turning(
    (page, last): (usize, usize),
    to: impl Fn(usize) -> Action,
    texts: &Texts,
) -> Vec<Button> {
    let earlier = page.checked_sub(1).map(|page| Button::new(label!(texts, "invitations-earlier"), to(page)));
    let later = (page < last).then(|| Button::new(label!(texts, "invitations-later"), to(page + 1)));
    earlier.into_iter().chain(later).collect()
}
