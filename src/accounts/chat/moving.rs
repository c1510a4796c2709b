//! Making one person's contacts another's by the word of whoever knows them, and taking that back. What was allowed when
//! the screen was made is asked again in the transaction.

use uuid::Uuid;

use super::linking::write_down;
use crate::{
    accounts::{
        jobs,
        model::{AccountMove, MoveKind, MoveState, Party},
        store::{self, NewMove},
        view::{self, Action},
    },
    audit::Deed,
    capability::Outcome,
    conversations, directory,
    errors::Refusal,
    label,
    messenger::ContactKey,
    people,
    turn::{Turn, TurnTx},
    units::{self, RoleAt, Unit},
};

/// What whoever speaks answers for within the transaction.
pub(super) async fn own_roles_within(turn: &Turn, tx: &mut TurnTx) -> anyhow::Result<Vec<RoleAt>> {
    Ok(units::roles_within(tx.tx(), turn.known_person()?.id).await?)
}

/// Each of these people as they are within the transaction; an owner by the configuration.
pub(super) async fn find_parties<const MANY: usize>(
    turn: &Turn,
    tx: &mut TurnTx,
    people: [Uuid; MANY],
) -> anyhow::Result<Vec<Party>> {
    let mut parties = Vec::new();
    for person_id in people {
        let places = units::places_within(tx.tx(), person_id).await?;
        let places = places.iter().map(|place| Unit::School(place.municipality_id, place.school_id));
        let mut roles = units::roles_within(tx.tx(), person_id).await?;
        let keys = people::contact_keys_within(tx.tx(), person_id).await?;
        roles.extend(keys.iter().find_map(|key| turn.app().settings.role_of_owner(key)));
        parties.push(Party { person_id, places: places.collect(), roles });
    }
    Ok(parties)
}

/// Fails unless whoever speaks may say of both, at this very moment, who they are. Returns where it is decided.
async fn authorise(
    turn: &Turn,
    tx: &mut TurnTx,
    (former, person): (Uuid, Uuid),
) -> anyhow::Result<Option<Uuid>> {
    let actor = turn.known_person()?.id;
    let roles = own_roles_within(turn, tx).await?;
    let parties = find_parties(turn, tx, [former, person]).await?;
    if former == person || !parties.iter().all(|party| party.is_known_to(actor, &roles)) {
        return Err(Refusal::because("accounts-not-known"));
    }
    Ok(parties.first().and_then(|party| party.places.first()).and_then(|unit| unit.municipality()))
}

/// Makes the first person's contacts the second's. Pressed twice, it is done once. Who lost an account has a new one in
/// its place: the earlier ones speak for nobody any more.
pub(super) async fn join(turn: &Turn, former: Uuid, person: Uuid) -> Outcome {
    directory::find_in_sight(turn, former).await?;
    directory::find_in_sight(turn, person).await?;
    let (actor, now) = (turn.known_person()?.id, turn.now());
    let mut tx = turn.begin().await?;
    let municipality = authorise(turn, &mut tx, (former, person)).await?;
    let moved: Vec<Uuid> = speaking(&mut tx, former).await?;
    let plea = store::find_plea(tx.tx(), former).await?;
    let id = match plea {
        Some(id) if store::grant(tx.tx(), (id, actor), (person, &moved), now).await? => Some(id),
        _ => {
            let new = NewMove {
                kind: MoveKind::Joined,
                former_id: Some(former),
                person_id: Some(person),
                moved: &moved,
                municipality,
                decided_by: Some(actor),
            };
            store::add_move(tx.tx(), &new, now).await?
        }
    };
    let Some(id) = id else { return Err(Refusal::because("accounts-moving-already")) };
    let known = people::contact_keys_within(tx.tx(), person).await?;
    for old in speaking(&mut tx, person).await? {
        if plea.is_some() {
            people::mark_contact(tx.tx(), old, "gone").await?;
            conversations::forget_contact(tx.tx(), old).await?;
        }
        jobs::tell_contact(tx.tx(), (id, false), (person, old), now).await?;
    }
    hand_over(&mut tx, &moved, (former, person)).await?;
    jobs::end_plea(tx.tx(), former, now).await?;
    jobs::tell(tx.tx(), id, (person, MoveState::Done), now).await?;
    write_down(&mut tx, (actor, person), Deed::JoinedAccounts, (municipality, "ac1.join")).await?;
    finish(turn, tx, (id, person), known).await
}

/// The contacts of a person that are not gone.
async fn speaking(tx: &mut TurnTx, person: Uuid) -> anyhow::Result<Vec<Uuid>> {
    let all = people::list_contact_states(tx.tx(), person).await?;
    Ok(all.into_iter().filter(|(_, is_gone)| !is_gone).map(|(id, _)| id).collect())
}

/// Makes contacts of the first person the second's; nothing that was begun there goes along.
async fn hand_over(tx: &mut TurnTx, contacts: &[Uuid], (from, into): (Uuid, Uuid)) -> anyhow::Result<()> {
    let now = tx.now();
    for contact in contacts {
        if people::detach_contact(tx.tx(), *contact, from).await? {
            people::attach_contact(tx.tx(), *contact, into, now).await?;
            conversations::forget_contact(tx.tx(), *contact).await?;
        }
    }
    for person in [from, into] {
        store::drop_code(tx.tx(), person).await?;
        tx.person_changed(person).await?;
    }
    Ok(())
}

/// Commits, and lets the lists of commands follow; `known` are the contacts that the person had.
async fn finish(turn: &Turn, mut tx: TurnTx, (id, person): (Uuid, Uuid), known: Vec<ContactKey>) -> Outcome {
    let left = people::contact_keys_within(tx.tx(), person).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Move(id).into());
    tx.commit().await?;
    let lists = &turn.app().command_lists;
    known.into_iter().filter(|key| !left.contains(key)).for_each(|gone| lists.left(gone));
    lists.changed(person);
    Ok(show(turn, id).await?.toast(label!(turn.texts(), "accounts-moved-toast")))
}

/// A move as it was decided.
pub(super) async fn show(turn: &Turn, id: Uuid) -> Outcome {
    let (found, [former, person]) = find_own(turn, id).await?;
    let names =
        (jobs::name_of(turn.app(), Some(former)).await?, jobs::name_of(turn.app(), Some(person)).await?);
    let is_undoable = found.is_undoable(turn.now());
    Ok(view::move_screen(&found, (&names.0, &names.1), is_undoable, turn.texts()))
}

/// The move with this id and its two people, if whoever speaks sees both.
async fn find_own(turn: &Turn, id: Uuid) -> anyhow::Result<(AccountMove, [Uuid; 2])> {
    let found = store::find_move(&turn.app().db, id).await?.ok_or_else(directory::out_of_sight)?;
    let person = found.person_id.ok_or_else(directory::out_of_sight)?;
    directory::find_in_sight(turn, person).await?;
    let former = found.former_id.unwrap_or(person);
    directory::find_in_sight(turn, former).await?;
    Ok((found, [former, person]))
}

/// Takes a move back: the contacts are again whose they were, and those that were gone speak again.
pub(super) async fn undo(turn: &Turn, id: Uuid) -> Outcome {
    let (found, [former, person]) = find_own(turn, id).await?;
    if found.state != MoveState::Done {
        return show(turn, id).await;
    }
    if !found.is_undoable(turn.now()) {
        return Err(Refusal::because("accounts-too-late"));
    }
    let (actor, now) = (turn.known_person()?.id, turn.now());
    let mut tx = turn.begin().await?;
    let municipality = authorise(turn, &mut tx, (former, person)).await?;
    if !store::mark_undone(tx.tx(), id).await? {
        return Err(directory::out_of_sight());
    }
    let known = people::contact_keys_within(tx.tx(), person).await?;
    for (contact, is_gone) in people::list_contact_states(tx.tx(), person).await? {
        if is_gone {
            people::attach_contact(tx.tx(), contact, person, now).await?;
        }
    }
    hand_over(&mut tx, &found.moved, (person, former)).await?;
    for told in [person, former] {
        jobs::tell(tx.tx(), id, (told, MoveState::Undone), now).await?;
    }
    write_down(&mut tx, (actor, person), Deed::PartedAccounts, (municipality, "ac1.undo")).await?;
    finish(turn, tx, (id, person), known).await
}
