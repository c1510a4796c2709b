//! Giving a request to somebody: handing over what one has taken, assigning, handing up to the regional centre.

use uuid::Uuid;

use super::{answerable, gone};
use crate::{
    capability::Outcome,
    consultations::{
        NAME,
        jobs::{self, What},
        model::{ConsultationRequest, may_coordinate},
        store,
        view::{self, Action, Choosing},
    },
    label, threads,
    turn::{Turn, TurnTx},
    units,
};

/// A request that whoever speaks may give to others: they have taken it, or coordinate.
async fn givable(turn: &Turn, id: Uuid) -> anyhow::Result<ConsultationRequest> {
    let request = answerable(turn, id).await?;
    let is_theirs = request.taken_by == Some(turn.known_person()?.id);
    let may = is_theirs || may_coordinate(turn.roles(), request.municipality_id);
    if may && request.state.is_open() { Ok(request) } else { Err(gone()) }
}

pub async fn ask_whom(turn: &Turn, id: Uuid) -> Outcome {
    let request = givable(turn, id).await?;
    let names = super::taking::colleagues(turn, &request).await?;
    Ok(view::people_screen(&request, (&names, Choosing::Taker), turn.texts()))
}

/// The request until the end of the transaction, if whoever speaks still may give it.
async fn lock_givable(turn: &Turn, tx: &mut TurnTx, id: Uuid) -> anyhow::Result<ConsultationRequest> {
    let me = turn.known_person()?.id;
    let request = store::lock_request(tx.tx(), id, turn.now()).await?.ok_or_else(gone)?;
    let roles = units::roles_within(tx.tx(), me).await?;
    let may = request.taken_by == Some(me) || may_coordinate(&roles, request.municipality_id);
    if may && request.state.is_open() { Ok(request) } else { Err(gone()) }
}

/// Gives it to somebody with everything that was said.
pub async fn give(turn: &Turn, id: Uuid, person: Uuid) -> Outcome {
    let (me, now) = (turn.known_person()?.id, turn.now());
    let seen = givable(turn, id).await?;
    if !super::taking::colleagues(turn, &seen).await?.iter().any(|name| name.person_id == person) {
        return Err(gone());
    }
    let mut tx = turn.begin().await?;
    let mut request = lock_givable(turn, &mut tx, id).await?;
    let thread = threads::thread_within(tx.tx(), NAME, id).await?.ok_or_else(gone)?;
    if let Some(before) = request.taken_by {
        threads::leave(tx.tx(), thread.id, before, now).await?;
    }
    store::delete_guest(tx.tx(), id, person).await?;
    request.give(person, now);
    store::save_request(tx.tx(), &request).await?;
    store::add_event(tx.tx(), id, ("given", Some(me), Some(person)), now).await?;
    jobs::correct_cards(tx.tx(), id, None, now).await?;
    threads::join(tx.tx(), thread.id, person, now).await?;
    jobs::owe(tx.tx(), (id, What::Assigned), person, now).await?;
    threads::catch_up(tx.tx(), thread.id, person, now).await?;
    if let Some(teacher) = request.teacher_id {
        jobs::owe(tx.tx(), (id, What::Taken), teacher, now).await?;
    }
    tx.stand_at(&Action::Queue.into());
    tx.commit().await?;
    let screen = super::taking::show_queue(turn).await?;
    Ok(screen.toast(label!(turn.texts(), "consultations-given-toast")))
}

/// Hands it up to the regional centre.
pub async fn hand_up(turn: &Turn, id: Uuid) -> Outcome {
    let (me, now) = (turn.known_person()?.id, turn.now());
    givable(turn, id).await?;
    let mut tx = turn.begin().await?;
    let mut request = lock_givable(turn, &mut tx, id).await?;
    let thread = threads::thread_within(tx.tx(), NAME, id).await?.ok_or_else(gone)?;
    if let Some(before) = request.taken_by {
        threads::leave(tx.tx(), thread.id, before, now).await?;
    }
    request.hand_up(true, now);
    store::save_request(tx.tx(), &request).await?;
    store::add_event(tx.tx(), id, ("handed_up", Some(me), None), now).await?;
    if let Some(teacher) = request.teacher_id {
        jobs::owe(tx.tx(), (id, What::Released), teacher, now).await?;
    }
    tx.stand_at(&Action::Queue.into());
    tx.commit().await?;
    let screen = super::taking::show_queue(turn).await?;
    Ok(screen.toast(label!(turn.texts(), "consultations-up-toast")))
}
