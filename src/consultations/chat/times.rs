//! Agreeing on a time to talk: up to three are typed, looked at and sent; the teacher takes one with one tap.
//! Not here: reminding, and where one talks; that is between the two.

use chrono::NaiveDateTime;
use uuid::Uuid;

use super::{gone, own_request, taken, words};
use crate::{
    capability::Outcome,
    consultations::{
        jobs::{self, What},
        model::{TimeFault, read_times},
        store,
        view::{self, Action},
    },
    errors::Refusal,
    label,
    turn::Turn,
};

pub async fn ask(turn: &Turn, id: Uuid) -> Outcome {
    Ok(view::times_screen(&taken(turn, id).await?, turn.texts()))
}

/// What was understood, to be sent or typed anew.
pub async fn receive(turn: &Turn, id: Uuid, typed: &str) -> Outcome {
    let request = taken(turn, id).await?;
    let zone = jobs::zone_of(turn.app(), request.municipality_id).await?;
    let now: NaiveDateTime = turn.now().with_timezone(&zone).naive_local();
    let times = read_times(typed, now).map_err(|fault| match fault {
        TimeFault::Line(line) => {
            Refusal { key: "consultations-times-unread", args: vec![("line", line.into())] }.into()
        }
        TimeFault::Count => Refusal::because("consultations-times-count"),
    })?;
    let mut tx = turn.begin().await?;
    store::draft_times(tx.tx(), (id, turn.known_person()?.id), &times, turn.now()).await?;
    tx.stand_at(&Action::Times(id).into());
    tx.commit().await?;
    let kept = store::list_times(&turn.app().db, id).await?;
    Ok(view::understood_screen(&request, &kept, turn.texts()))
}

/// Puts what was typed to the teacher, who is waited for from now on.
pub async fn offer(turn: &Turn, id: Uuid) -> Outcome {
    let (me, now) = (turn.known_person()?.id, turn.now());
    taken(turn, id).await?;
    let mut tx = turn.begin().await?;
    let mut request = store::lock_request(tx.tx(), id, now).await?.ok_or_else(gone)?;
    let teacher = request.teacher_id.filter(|_| request.taken_by == Some(me) && request.state.is_open());
    let teacher = teacher.ok_or_else(gone)?;
    if store::offer_times(tx.tx(), id).await? == 0 {
        return Err(gone());
    }
    request.hear_answer(now);
    store::save_request(tx.tx(), &request).await?;
    jobs::end_reminders(tx.tx(), id, now).await?;
    jobs::owe(tx.tx(), (id, What::Times), teacher, now).await?;
    tx.stand_at(&Action::Work(id).into());
    tx.commit().await?;
    let screen = super::answering::show(turn, id).await?;
    Ok(screen.toast(label!(turn.texts(), "consultations-times-toast")))
}

/// The teacher takes one: both are reminded, and both have it for their calendars.
pub async fn pick(turn: &Turn, time_id: Uuid) -> Outcome {
    let (app, now) = (turn.app(), turn.now());
    let time = store::find_time(&app.db, time_id).await?.ok_or_else(gone)?;
    let seen = own_request(turn, time.request_id).await?;
    let working = jobs::working_time(app, seen.municipality_id).await?;
    if time.span(working.zone).0 <= now {
        return Err(Refusal::because("consultations-times-past"));
    }
    if time.state != "agreed" {
        let mut tx = turn.begin().await?;
        let mut request = store::lock_request(tx.tx(), seen.id, now).await?.ok_or_else(gone)?;
        let taker = request.taken_by.filter(|_| request.state.is_open()).ok_or_else(gone)?;
        if request.teacher_id != Some(turn.known_person()?.id) || !store::agree(tx.tx(), &time).await? {
            return Err(gone());
        }
        request.hear_teacher(&working, now);
        store::save_request(tx.tx(), &request).await?;
        store::add_event(tx.tx(), seen.id, ("agreed", request.teacher_id, Some(taker)), now).await?;
        jobs::end_reminders(tx.tx(), seen.id, now).await?;
        jobs::owe(tx.tx(), (seen.id, What::Agreed), taker, now).await?;
        for person in [taker].into_iter().chain(request.teacher_id) {
            jobs::owe_reminders(tx.tx(), (&time, working.zone), person, now).await?;
        }
        tx.stand_at(&Action::Show(seen.id).into());
        tx.commit().await?;
    }
    let told = super::told(turn, seen.id).await?;
    let screen = view::agreed_screen(&told, words(turn));
    Ok(match view::calendar_file(&told, now, words(turn)) {
        Some(file) => screen.with(file),
        None => screen,
    })
}
