//! A role is given, ended or returned in somebody's transaction: allowed there and then, written into the audit, told by
//! letter. Capabilities that give roles on screens of their own use it too; when they have committed, they let the
//! person's list of commands follow (`App::command_lists`).
//! Not here: screens, and which roles have to stay.

use chrono::TimeDelta;
use uuid::Uuid;

use super::out_of_sight;
use crate::{
    audit::{self, Deed, NewEntry},
    db::Tx,
    directory::{jobs, model::UNDO_MINUTES},
    turn::Turn,
    units::{self, HeldRole, NewRole, Right, Role, RoleAt, may},
};

/// Gives a role; nothing if it is held already. `source` is the capability and the verb of the press.
pub async fn give_role(
    turn: &Turn,
    tx: &mut Tx,
    new: &NewRole,
    source: &'static str,
) -> anyhow::Result<Option<HeldRole>> {
    authorise(turn, tx, new.at).await?;
    if !can_be_held(tx, new.person_id, new.at).await? {
        return Err(out_of_sight());
    }
    let Some(id) = units::add_role(tx, new, turn.now()).await? else {
        return Ok(None);
    };
    let held = HeldRole {
        id,
        person_id: new.person_id,
        at: new.at,
        unit_title: None,
        began_at: turn.now(),
        ended_at: None,
        granted_by: Some(new.granted_by),
    };
    record(turn, tx, &held, (Deed::GaveRole, source)).await?;
    Ok(Some(held))
}

/// Ends a role. Returns whether it was held until now.
pub async fn end_role(
    turn: &Turn,
    tx: &mut Tx,
    held: &HeldRole,
    source: &'static str,
) -> anyhow::Result<bool> {
    authorise(turn, tx, held.at).await?;
    let is_ended = units::end_role(tx, held.id, turn.now()).await?;
    if is_ended {
        record(turn, tx, held, (Deed::EndedRole, source)).await?;
    }
    Ok(is_ended)
}

/// Takes the end of a role back, while that can be done and the person could be given it. Returns whether it was.
pub async fn return_role(
    turn: &Turn,
    tx: &mut Tx,
    held: &HeldRole,
    source: &'static str,
) -> anyhow::Result<bool> {
    authorise(turn, tx, held.at).await?;
    if !can_be_held(tx, held.person_id, held.at).await? {
        return Ok(false);
    }
    let since = turn.now() - TimeDelta::minutes(UNDO_MINUTES);
    let is_returned = units::return_role(tx, held.id, since).await?;
    if is_returned {
        record(turn, tx, held, (Deed::ReturnedRole, source)).await?;
    }
    Ok(is_returned)
}

/// Whether whoever speaks may give and end this role at this very moment.
async fn authorise(turn: &Turn, tx: &mut Tx, at: RoleAt) -> anyhow::Result<()> {
    let mut roles = units::roles_within(tx, turn.known_person()?.id).await?;
    roles.extend(turn.roles().iter().filter(|held| held.role == Role::Owner));
    if may(&roles, Right::Appoint(at.role), at.unit) { Ok(()) } else { Err(out_of_sight()) }
}

/// Whether this person can hold the role: a school is led by somebody who works there, also at this very moment.
async fn can_be_held(tx: &mut Tx, person: Uuid, at: RoleAt) -> anyhow::Result<bool> {
    match (at.role, at.unit.school()) {
        (Role::SchoolLeader, Some(school)) => Ok(units::hold_workplace(tx, person, school).await?),
        _ => Ok(true),
    }
}

/// Writes down who did it, and owes the person a letter.
async fn record(
    turn: &Turn,
    tx: &mut Tx,
    held: &HeldRole,
    (deed, source): (Deed, &'static str),
) -> anyhow::Result<()> {
    let actor = turn.known_person()?.id;
    let entry = NewEntry {
        actor,
        subject: held.person_id,
        deed,
        role: Some(held.at.role),
        municipality: held.at.unit.municipality(),
        source,
    };
    audit::add_entry(tx, &entry, turn.now()).await?;
    if actor != held.person_id {
        jobs::tell(tx, held, deed != Deed::EndedRole, turn.now()).await?;
    }
    Ok(())
}
