//! Coming by an invitation: to what one is invited, what came of it, and what is held about it.

use super::{Action, offered_title, place_title, role_word};
use crate::{
    invitations::model::{Invitation, Welcome},
    label,
    messenger::{Button, Markup, Screen},
    people::menu_button,
    text,
    texts::Texts,
};

/// Says to somebody who has not registered yet to what they are invited.
#[must_use]
pub fn welcome_word(invitation: &Invitation, texts: &Texts) -> Markup {
    text!(
        texts,
        "invitations-welcome-word",
        role = role_word(invitation.offered.role),
        title = offered_title(invitation.offered, texts),
        place = place_title(invitation, texts),
    )
}

/// Asks somebody registered whether to come by the invitation.
#[must_use]
pub fn welcome_screen(invitation: &Invitation, texts: &Texts) -> Screen {
    let accept = Button::new(label!(texts, "invitations-welcome-accept"), Action::Accept);
    let question = text!(texts, "invitations-welcome-question");
    Screen::of(welcome_word(invitation, texts).paragraph(&question))
        .row(vec![accept])
        .row(vec![menu_button(texts)])
        .at(Action::Welcome)
}

/// What came of it. Whoever was let in for a role hears that it waits; a teacher who does not work there, where to add it.
#[must_use]
pub fn came_word(invitation: &Invitation, welcome: Welcome, works_there: bool, texts: &Texts) -> Markup {
    let (role, place) = (role_word(invitation.offered.role), place_title(invitation, texts));
    match welcome {
        Welcome::Open => text!(
            texts,
            "invitations-came-open",
            role = role,
            title = offered_title(invitation.offered, texts),
            place = place,
            there = if works_there { "yes" } else { "no" },
        ),
        Welcome::Own => text!(texts, "invitations-came-own"),
        Welcome::Already => text!(texts, "invitations-came-already", place = place),
        Welcome::Revoked => text!(texts, "invitations-came-revoked"),
        Welcome::Expired => text!(texts, "invitations-came-expired"),
        Welcome::UsedUp => text!(texts, "invitations-came-used", role = role),
    }
}

/// Says that what a list said of somebody is theirs now.
#[must_use]
pub fn claimed_word(texts: &Texts) -> Markup {
    text!(texts, "invitations-came-claimed")
}

/// Says that no link of ours ends like this.
#[must_use]
pub fn unknown_word(texts: &Texts) -> Markup {
    text!(texts, "invitations-came-unknown")
}

/// That somebody came by an invitation, in one sentence.
#[must_use]
pub fn came_sentence(texts: &Texts) -> Markup {
    text!(texts, "invitations-told-came")
}

/// How many invitations somebody wrote, in one sentence.
#[must_use]
pub fn written_sentence(count: i64, texts: &Texts) -> Markup {
    text!(texts, "invitations-told-written", count = count)
}
