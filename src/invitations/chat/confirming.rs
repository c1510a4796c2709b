//! Confirming whoever came for a role, or not. What was allowed when the screen was made is asked again in the
//! transaction.

use std::collections::HashSet;

use uuid::Uuid;

use super::{out_of_sight, own_roles_within};
use crate::{
    audit::{self, Deed, NewEntry},
    capability::Outcome,
    errors::Refusal,
    invitations::{
        jobs,
        model::{Use, UseState},
        store,
        view::{self, Action},
    },
    label,
    turn::Turn,
    units::{self, NewRole, Role, RoleAt},
};

/// Who waits for whoever speaks.
pub(super) async fn waiting(turn: &Turn) -> anyhow::Result<Vec<Use>> {
    let mut municipalities: HashSet<Option<Uuid>> =
        turn.roles().iter().map(|held| held.unit.municipality()).collect();
    if municipalities.contains(&None) {
        municipalities = HashSet::from([None]);
    }
    let mut waiting = Vec::new();
    for municipality in municipalities {
        waiting.extend(store::list_waiting(&turn.app().db, municipality).await?);
    }
    let own = turn.person().map(|person| person.id);
    waiting.retain(|comer| {
        comer.name.is_some()
            && Some(comer.person_id) != own
            && comer.invitation.offered.may_be_given_by(turn.roles())
    });
    Ok(waiting)
}

pub(super) async fn show_waiting(turn: &Turn) -> Outcome {
    Ok(view::waiting_screen(&waiting(turn).await?, turn.texts()))
}

/// Somebody who came for a role that whoever speaks may give. Nobody decides about themselves.
async fn find_comer(turn: &Turn, id: Uuid) -> anyhow::Result<Use> {
    let comer = store::find_use(&turn.app().db, id).await?.ok_or_else(out_of_sight)?;
    let is_theirs = comer.invitation.offered.may_be_given_by(turn.roles());
    let is_own = turn.person().is_some_and(|person| person.id == comer.person_id);
    if is_theirs && !is_own && comer.invitation.offered.role.is_some() {
        Ok(comer)
    } else {
        Err(out_of_sight())
    }
}

pub(super) async fn show_comer(turn: &Turn, id: Uuid) -> Outcome {
    let comer = find_comer(turn, id).await?;
    let schools = jobs::schools_of(turn.app(), comer.person_id).await?;
    Ok(view::comer_screen(&comer, &schools, turn.texts()))
}

/// Gives the role that somebody came for. Pressed twice, or by two, it is given once.
pub(super) async fn confirm(turn: &Turn, id: Uuid) -> Outcome {
    let comer = find_comer(turn, id).await?;
    let unit = comer.invitation.offered.unit;
    let Some(role) = comer.invitation.offered.role else { return Err(out_of_sight()) };
    decide(turn, comer, Some(RoleAt { role, unit })).await
}

pub(super) async fn decline(turn: &Turn, id: Uuid) -> Outcome {
    let comer = find_comer(turn, id).await?;
    decide(turn, comer, None).await
}

/// Writes down what was decided, with the role if it is given; tells whoever came, and lets their commands follow.
async fn decide(turn: &Turn, comer: Use, given: Option<RoleAt>) -> Outcome {
    let (by, now) = (turn.known_person()?.id, turn.now());
    let (state, deed, source) = match given {
        Some(_) => (UseState::Confirmed, Deed::GaveRole, "in1.confirm"),
        None => (UseState::Declined, Deed::DeclinedRole, "in1.decline"),
    };
    let offered = comer.invitation.offered;
    let mut tx = turn.begin().await?;
    if !offered.may_be_given_by(&own_roles_within(turn, tx.tx()).await?) {
        return Err(out_of_sight());
    }
    if store::settle_use(tx.tx(), (comer.id, state), by, now).await? {
        if let Some(at) = given {
            if let (Role::SchoolLeader, Some(school)) = (at.role, at.unit.school())
                && !units::hold_workplace(tx.tx(), comer.person_id, school).await?
            {
                return Err(Refusal::because("invitations-not-working-there"));
            }
            let new = NewRole { person_id: comer.person_id, at, granted_by: by };
            units::add_role(tx.tx(), &new, now).await?;
        }
        let entry = NewEntry {
            actor: by,
            subject: comer.person_id,
            deed,
            role: offered.role,
            municipality: offered.unit.municipality(),
            source,
        };
        audit::add_entry(tx.tx(), &entry, now).await?;
        jobs::tell_comer(tx.tx(), &comer, now).await?;
    }
    tx.expect_nothing();
    tx.stand_at(&Action::Comer(comer.id).into());
    tx.commit().await?;
    turn.app().command_lists.changed(comer.person_id);
    Ok(show_comer(turn, comer.id).await?.toast(label!(turn.texts(), "invitations-done-toast")))
}
