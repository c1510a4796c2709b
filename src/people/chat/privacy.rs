//! What is held about a person.
//! Not here: taking it along and taking the consent back; those hang on this screen from elsewhere.

use crate::{
    capability::{OfferPlace, Outcome, offers},
    people::{
        model::Standing,
        store,
        view::{self, PrivacyView},
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
