//! What is held about a person, and taking the consent back.

use crate::{
    capability::{OfferPlace, Outcome, offers},
    conversations,
    people::{
        model::Standing,
        store,
        view::{self, Action, PrivacyView},
        zone_of,
    },
    turn::Turn,
};

/// Everything that every capability holds, told by each itself.
pub(super) async fn show(turn: &Turn) -> Outcome {
    let (app, texts) = (turn.app(), turn.texts());
    let Some(person) = turn.person() else {
        return Ok(view::privacy_screen(PrivacyView::default(), texts));
    };
    let mut told = Vec::new();
    for tell in app.capabilities.iter().filter_map(|capability| capability.tell) {
        told.extend(tell(app, texts, person.id).await?);
    }
    let consent = store::find_last_consent(&app.db, person.id).await?;
    let zone = zone_of(app, person).await?;
    let who = (turn.standing(), turn.roles());
    let privacy = PrivacyView {
        told: &told,
        consent: consent.as_ref().map(|consent| (consent, zone)),
        is_registered: turn.standing() == Standing::Registered,
        offered: offers(OfferPlace::Privacy, who, &app.capabilities, texts).collect(),
    };
    Ok(view::privacy_screen(privacy, texts))
}

pub(super) fn ask_to_withdraw(turn: &Turn) -> Outcome {
    match turn.person() {
        Some(_) => Ok(view::withdraw_screen(turn.texts())),
        None => say_farewell(turn),
    }
}

/// Deletes everything personal in one transaction, last the person; the contact keeps the messenger's id.
pub(super) async fn erase(turn: &Turn) -> Outcome {
    let Some(person) = turn.person() else {
        return say_farewell(turn);
    };
    let mut tx = turn.begin().await?;
    for contact in store::list_contacts(tx.tx(), person.id).await? {
        conversations::forget_contact(tx.tx(), contact).await?;
    }
    // People come first in the list and everything refers to them, so they go last.
    for forget in turn.app().capabilities.iter().rev().filter_map(|capability| capability.forget) {
        forget(tx.tx(), person.id).await?;
    }
    tx.expect_nothing();
    tx.stand_at(&Action::Farewell.into());
    tx.commit().await?;
    turn.app().command_lists.left(turn.incoming().contact.clone());
    say_farewell(turn)
}

pub(super) fn say_farewell(turn: &Turn) -> Outcome {
    Ok(view::erased_screen(turn.texts()))
}
