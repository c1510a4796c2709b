//! Confirming that somebody who registered by themselves is who they say, where the municipality wants it.

use uuid::Uuid;

use super::{out_of_sight, own_roles_within, roles_of};
use crate::{
    app::App,
    audit::{self, Deed, NewEntry},
    capability::Outcome,
    db::Tx,
    invitations::{
        jobs,
        model::{Unconfirmed, once_each},
        store,
        view::{self, Action},
    },
    label,
    messenger::Markup,
    texts::Texts,
    turn::Turn,
    units::{self, Right, RoleAt, may, units_with},
};

/// Who waits for whoever holds these roles, each once, the last first.
pub(super) async fn unconfirmed(app: &App, roles: &[RoleAt]) -> anyhow::Result<Vec<Unconfirmed>> {
    let mut found = Vec::new();
    for unit in units_with(roles, Right::Admit) {
        found.extend(store::list_unconfirmed(&app.db, unit).await?);
    }
    Ok(once_each(found))
}

/// How a letter about them reads for a person, as things stand; nothing where nobody waits.
pub async fn unconfirmed_for(app: &App, person: Uuid) -> anyhow::Result<Vec<Unconfirmed>> {
    unconfirmed(app, &roles_of(app, Some(person)).await?).await
}

pub(super) async fn show_newcomers(turn: &Turn, page: usize) -> Outcome {
    let mut waiting = unconfirmed(turn.app(), turn.roles()).await?;
    let own = turn.known_person()?.id;
    waiting.retain(|one| one.person_id != own);
    Ok(view::newcomers_screen(&waiting, page, turn.texts()))
}

/// Confirms somebody where whoever speaks may. Pressed twice, it is written down once.
pub(super) async fn admit(turn: &Turn, person: Uuid) -> Outcome {
    let (by, now) = (turn.known_person()?.id, turn.now());
    let mut tx = turn.begin().await?;
    let roles = own_roles_within(turn, tx.tx()).await?;
    let places = store::unconfirmed_within(tx.tx(), person).await?;
    let place = places.into_iter().find(|place| by != person && may(&roles, Right::Admit, place.unit));
    if let Some(municipality) = place.and_then(|place| place.unit.municipality()) {
        store::add_confirmation(tx.tx(), (person, municipality), Some(by), now).await?;
        let entry = NewEntry {
            actor: by,
            subject: person,
            deed: Deed::ConfirmedPerson,
            role: None,
            municipality: Some(municipality),
            source: "in1.admit",
        };
        audit::add_entry(tx.tx(), &entry, now).await?;
        tx.expect_nothing();
        tx.stand_at(&Action::Newcomers(0).into());
        tx.commit().await?;
        let screen = show_newcomers(turn, 0).await?;
        return Ok(screen.toast(label!(turn.texts(), "invitations-admitted-toast")));
    }
    drop(tx);
    if unconfirmed(turn.app(), turn.roles()).await?.iter().any(|one| one.person_id == person) {
        return Err(out_of_sight());
    }
    show_newcomers(turn, 0).await
}

/// Somebody registered without an invitation: where it is wanted, those who may confirm them are told, once a day each,
/// and the newcomer hears that nothing has to wait for it.
pub(super) async fn notice(
    app: &App,
    tx: &mut Tx,
    person: Uuid,
    texts: &Texts,
) -> anyhow::Result<Option<Markup>> {
    let places = store::unconfirmed_within(tx, person).await?;
    let now = app.clock.now();
    let zone = store::find_zone(tx, person).await?.and_then(|name| name.parse().ok());
    let zone = zone.unwrap_or(app.settings.time_zone);
    for place in &places {
        let Some((municipality, school)) = place.unit.municipality().zip(place.unit.school()) else {
            continue;
        };
        for confirmer in units::list_admitting(tx, municipality, school).await? {
            jobs::tell_of_newcomers(tx, confirmer, zone, now).await?;
        }
    }
    Ok((!places.is_empty()).then(|| view::unconfirmed_word(texts)))
}
