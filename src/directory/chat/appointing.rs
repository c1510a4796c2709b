//! Giving a role and ending it. What was allowed when the screen was made is asked again in the transaction.

use chrono::TimeDelta;
use uuid::Uuid;

use super::{Seen, find_seen, out_of_sight};
use crate::{
    audit::{self, Deed, NewEntry},
    capability::Outcome,
    db::Tx,
    directory::{
        jobs,
        model::{Candidate, UNDO_MINUTES, leaves_nobody, offered_roles, offered_units},
        view::{self, Action, Place},
    },
    errors::Refusal,
    label, people,
    turn::{Turn, TurnTx},
    units::{self, HeldRole, NewRole, Right, Role, RoleAt, Unit, may},
};

/// Which roles can be given to this person; where there is only one, it is meant.
pub(super) async fn ask_role(turn: &Turn, id: Uuid) -> Outcome {
    let seen = find_seen(turn, id).await?;
    let municipalities = list_municipalities(turn).await?;
    let ids: Vec<Uuid> = municipalities.iter().map(|(id, _)| *id).collect();
    match &*offered_roles(turn.roles(), candidate(&seen, &ids)) {
        [] => Err(out_of_sight()),
        [only] => ask_unit(turn, (id, *only), 0).await,
        roles => Ok(view::roles_screen((id, &seen.name), roles, turn.texts())),
    }
}

/// Where this role can be given; where there is only one place, it is meant.
pub(super) async fn ask_unit(turn: &Turn, (id, role): (Uuid, Role), page: usize) -> Outcome {
    let (seen, places) = offered(turn, id, role).await?;
    match &*places {
        [] => Err(out_of_sight()),
        [only] => Ok(view::ask_screen((id, &seen.name), only, turn.texts())),
        places => Ok(view::units_screen((id, &seen.name), role, (places, page), turn.texts())),
    }
}

pub(super) async fn ask(turn: &Turn, (id, role): (Uuid, Role), unit: Option<Uuid>) -> Outcome {
    let (seen, places) = offered(turn, id, role).await?;
    match places.iter().find(|place| names(place.at.unit, unit)) {
        Some(place) => Ok(view::ask_screen((id, &seen.name), place, turn.texts())),
        None => Err(out_of_sight()),
    }
}

/// Gives the role. Pressed twice, it is given once.
pub(super) async fn give(turn: &Turn, (id, role): (Uuid, Role), unit: Option<Uuid>) -> Outcome {
    let (seen, places) = offered(turn, id, role).await?;
    let Some(place) = places.into_iter().find(|place| names(place.at.unit, unit)) else {
        let held = seen.sight.roles.iter().find(|held| held.at.role == role && names(held.at.unit, unit));
        return match held {
            Some(held) => show_role(turn, held.id).await,
            None => Err(out_of_sight()),
        };
    };
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), place.at).await?;
    let new = NewRole { person_id: id, at: place.at, granted_by: turn.known_person()?.id };
    let given = units::add_role(tx.tx(), &new, turn.now()).await?.ok_or_else(out_of_sight)?;
    let held = HeldRole {
        id: given,
        person_id: id,
        at: place.at,
        unit_title: None,
        began_at: turn.now(),
        ended_at: None,
        granted_by: Some(new.granted_by),
    };
    finish(turn, tx, &held, Deed::GaveRole).await
}

/// A role as it was just given or ended.
pub(super) async fn show_role(turn: &Turn, id: Uuid) -> Outcome {
    let held = find_own(turn, id).await?;
    let name = name_of(turn, &held).await?;
    let changed_at = held.ended_at.unwrap_or(held.began_at);
    let is_undoable = turn.now() - changed_at <= TimeDelta::minutes(UNDO_MINUTES);
    Ok(view::role_screen(&name, &held, is_undoable, turn.texts()))
}

pub(super) async fn ask_to_end(turn: &Turn, id: Uuid) -> Outcome {
    let held = find_own(turn, id).await?;
    if held.ended_at.is_some() {
        return show_role(turn, id).await;
    }
    let name = name_of(turn, &held).await?;
    let is_own = held.person_id == turn.known_person()?.id;
    Ok(view::end_screen(&name, &held, is_own, turn.texts()))
}

/// Ends a role, unless a municipality would be left without its coordinator.
pub(super) async fn end(turn: &Turn, id: Uuid) -> Outcome {
    let held = find_own(turn, id).await?;
    if held.ended_at.is_some() {
        return show_role(turn, id).await;
    }
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), held.at).await?;
    if held.at.role == Role::Coordinator {
        let others = units::other_coordinators(tx.tx(), &held).await?;
        if leaves_nobody(&held, &others, turn.known_person()?.id, turn.now()) {
            return Err(Refusal::because("directory-last-coordinator"));
        }
    }
    if !units::end_role(tx.tx(), id, turn.now()).await? {
        return Err(out_of_sight());
    }
    finish(turn, tx, &held, Deed::EndedRole).await
}

/// Takes the end of a role back.
pub(super) async fn take_back(turn: &Turn, id: Uuid) -> Outcome {
    let held = find_own(turn, id).await?;
    if held.ended_at.is_none() {
        return show_role(turn, id).await;
    }
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), held.at).await?;
    let since = turn.now() - TimeDelta::minutes(UNDO_MINUTES);
    if !units::return_role(tx.tx(), id, since).await? {
        return Err(Refusal::because("directory-too-late"));
    }
    finish(turn, tx, &held, Deed::ReturnedRole).await
}

/// Whether whoever speaks may give and end this role at this very moment.
async fn authorise(turn: &Turn, tx: &mut Tx, at: RoleAt) -> anyhow::Result<()> {
    let mut roles = units::roles_within(tx, turn.known_person()?.id).await?;
    roles.extend(turn.roles().iter().filter(|held| held.role == Role::Owner));
    if may(&roles, Right::Appoint(at.role), at.unit) { Ok(()) } else { Err(out_of_sight()) }
}

/// Writes down who did it, owes the person a letter, commits, and lets their list of commands follow.
async fn finish(turn: &Turn, mut tx: TurnTx, held: &HeldRole, deed: Deed) -> Outcome {
    let actor = turn.known_person()?.id;
    let entry = NewEntry {
        actor,
        subject: held.person_id,
        deed,
        role: Some(held.at.role),
        municipality: held.at.unit.municipality(),
        source: match deed {
            Deed::GaveRole => "di1.give",
            Deed::EndedRole => "di1.stop",
            _ => "di1.return",
        },
    };
    audit::add_entry(tx.tx(), &entry, turn.now()).await?;
    if actor != held.person_id {
        jobs::tell(tx.tx(), held, deed != Deed::EndedRole, turn.now()).await?;
    }
    tx.expect_nothing();
    tx.stand_at(&Action::Role(held.id).into());
    tx.commit().await?;
    turn.app().command_lists.changed(held.person_id);
    let held = units::find_role(&turn.app().db, held.id).await?.ok_or_else(out_of_sight)?;
    let name = name_of(turn, &held).await?;
    let screen = view::role_screen(&name, &held, true, turn.texts());
    Ok(screen.toast(label!(turn.texts(), "directory-done-toast")))
}

/// The role with this id, if whoever speaks may give and end it.
async fn find_own(turn: &Turn, id: Uuid) -> anyhow::Result<HeldRole> {
    let held = units::find_role(&turn.app().db, id).await?.ok_or_else(out_of_sight)?;
    if may(turn.roles(), Right::Appoint(held.at.role), held.at.unit) { Ok(held) } else { Err(out_of_sight()) }
}

/// The name of whoever holds or held a role that whoever speaks may give. With the role the person may have left sight.
async fn name_of(turn: &Turn, held: &HeldRole) -> anyhow::Result<String> {
    let app = turn.app();
    let person = people::find_person(&app.db, held.person_id, app.consent_text.hash()).await?;
    let name = person.and_then(|person| person.name()).ok_or_else(out_of_sight)?;
    Ok(name.in_full())
}

async fn list_municipalities(turn: &Turn) -> anyhow::Result<Vec<(Uuid, String)>> {
    let all = units::list_municipalities(&turn.app().db).await?;
    Ok(all.into_iter().map(|place| (place.id, place.short_title)).collect())
}

fn candidate<'a>(seen: &'a Seen, municipalities: &'a [Uuid]) -> Candidate<'a> {
    Candidate { places: &seen.sight.places, held: &seen.sight.roles, municipalities }
}

/// A person in sight with the places at which whoever speaks may give them this role.
async fn offered(turn: &Turn, id: Uuid, role: Role) -> anyhow::Result<(Seen, Vec<Place>)> {
    let seen = find_seen(turn, id).await?;
    let municipalities = list_municipalities(turn).await?;
    let ids: Vec<Uuid> = municipalities.iter().map(|(id, _)| *id).collect();
    let units = offered_units(turn.roles(), candidate(&seen, &ids), role);
    let title = |unit: Unit| match unit {
        Unit::Region => label!(turn.texts(), "units-region-title"),
        Unit::Municipality(id) => {
            let found = municipalities.iter().find(|(known, _)| *known == id);
            found.map(|(_, title)| title.clone()).unwrap_or_default()
        }
        Unit::School(_, school) => {
            let found = seen.sight.places.iter().find(|place| place.school_id == school);
            found.map(|place| place.school_short_title.clone()).unwrap_or_default()
        }
    };
    let places: Vec<Place> =
        units.into_iter().map(|unit| Place { at: RoleAt { role, unit }, title: title(unit) }).collect();
    Ok((seen, places))
}

/// Whether a payload names this unit.
fn names(unit: Unit, named: Option<Uuid>) -> bool {
    match unit {
        Unit::Region => named.is_none(),
        Unit::Municipality(id) | Unit::School(_, id) => named == Some(id),
    }
}
