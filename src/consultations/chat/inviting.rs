//! A colleague is invited into the conversation of a request, reads everything that was said, and leaves again.
//! Not here: handing over, after which one is not in it any more.

use uuid::Uuid;

use super::{gone, taken};
use crate::{
    capability::Outcome,
    consultations::{
        NAME,
        jobs::{self, What},
        model::CalledName,
        store,
        view::{self, Action, Choosing},
    },
    label, threads,
    turn::Turn,
};

/// Colleagues who are not in it yet.
async fn invitable(turn: &Turn, id: Uuid) -> anyhow::Result<Vec<CalledName>> {
    let request = taken(turn, id).await?;
    let guests = store::list_guests(&turn.app().db, id).await?;
    let mut names = super::taking::colleagues(turn, &request).await?;
    names.retain(|name| !guests.contains(&name.person_id));
    Ok(names)
}

pub async fn ask_whom(turn: &Turn, id: Uuid) -> Outcome {
    let names = invitable(turn, id).await?;
    Ok(view::people_screen(&taken(turn, id).await?, (&names, Choosing::Guest), turn.texts()))
}

/// They are in it from now on, with everything that was said; the teacher is told who has come.
pub async fn invite(turn: &Turn, id: Uuid, person: Uuid) -> Outcome {
    let (me, now) = (turn.known_person()?.id, turn.now());
    if !invitable(turn, id).await?.iter().any(|name| name.person_id == person) {
        return Err(gone());
    }
    let mut tx = turn.begin().await?;
    let request = store::lock_request(tx.tx(), id, now).await?.ok_or_else(gone)?;
    if request.taken_by != Some(me) || !request.state.is_open() {
        return Err(gone());
    }
    let thread = threads::thread_within(tx.tx(), NAME, id).await?.ok_or_else(gone)?;
    store::add_guest(tx.tx(), id, person, now).await?;
    store::add_event(tx.tx(), id, ("joined", Some(me), Some(person)), now).await?;
    threads::join(tx.tx(), thread.id, person, now).await?;
    jobs::owe(tx.tx(), (id, What::Invited), person, now).await?;
    threads::catch_up(tx.tx(), thread.id, person, now).await?;
    if let Some(teacher) = request.teacher_id {
        jobs::owe_about(tx.tx(), (id, What::Joined, person), teacher, now).await?;
    }
    tx.stand_at(&Action::Work(id).into());
    tx.commit().await?;
    let screen = super::answering::show(turn, id).await?;
    Ok(screen.toast(label!(turn.texts(), "consultations-invited-toast")))
}

/// Leaves it; whoever has taken the request is told.
pub async fn leave(turn: &Turn, id: Uuid) -> Outcome {
    let (me, now) = (turn.known_person()?.id, turn.now());
    let mut tx = turn.begin().await?;
    let request = store::lock_request(tx.tx(), id, now).await?.ok_or_else(gone)?;
    if !store::delete_guest(tx.tx(), id, me).await? {
        return Err(gone());
    }
    if let Some(thread) = threads::thread_within(tx.tx(), NAME, id).await? {
        threads::leave(tx.tx(), thread.id, me, now).await?;
    }
    store::add_event(tx.tx(), id, ("left", Some(me), None), now).await?;
    for person in [request.taken_by, request.teacher_id].into_iter().flatten() {
        jobs::owe_about(tx.tx(), (id, What::Left, me), person, now).await?;
    }
    tx.stand_at(&Action::Queue.into());
    tx.commit().await?;
    let screen = super::taking::show_queue(turn).await?;
    Ok(screen.toast(label!(turn.texts(), "consultations-left-toast")))
}
