//! A methodologist writes first, to a teacher whom they accompany: one whose question they took within the last year.
//! Not here: what follows; it is a consultation like any other.

use chrono::TimeDelta;
use uuid::Uuid;

use super::{gone, told, words};
use crate::{
    capability::Outcome,
    consultations::{
        jobs,
        model::{ConsultationRequest, may_answer},
        store,
        view::{self, Seat},
    },
    errors::Refusal,
    threads::{self, Heard},
    turn::Turn,
    units,
};

/// For so many days after taking a question one accompanies whoever asked it: a school year and its summer.
const ACCOMPANIED_DAYS: i64 = 365;

/// The last request of everybody whom whoever speaks accompanies.
async fn accompanied(turn: &Turn) -> anyhow::Result<Vec<ConsultationRequest>> {
    let (db, me) = (&turn.app().db, turn.known_person()?.id);
    let since = turn.now() - TimeDelta::days(ACCOMPANIED_DAYS);
    let mut last: Vec<ConsultationRequest> = Vec::new();
    for request in store::list_taken_since(db, me, since).await? {
        let is_known = last.iter().any(|known| known.teacher_id == request.teacher_id);
        if !is_known && may_answer(turn.roles(), request.municipality_id) {
            last.push(request);
        }
    }
    Ok(last)
}

pub async fn list(turn: &Turn) -> Outcome {
    let all = accompanied(turn).await?;
    let people: Vec<Uuid> = all.iter().filter_map(|request| request.teacher_id).collect();
    let names = store::find_names(&turn.app().db, &people).await?;
    Ok(view::accompanied_screen(&all, &names, turn.texts()))
}

/// The last request of somebody whom whoever speaks accompanies.
async fn last_of(turn: &Turn, id: Uuid) -> anyhow::Result<ConsultationRequest> {
    accompanied(turn).await?.into_iter().find(|request| request.id == id).ok_or_else(gone)
}

pub async fn ask(turn: &Turn, id: Uuid) -> Outcome {
    let last = last_of(turn, id).await?;
    let names = store::find_names(&turn.app().db, &last.teacher_id.into_iter().collect::<Vec<_>>()).await?;
    Ok(view::first_screen(&last, &names, turn.texts()))
}

/// Opens a consultation about the same area and subject, taken from the start, and says the words in it.
pub async fn write(turn: &Turn, id: Uuid) -> Outcome {
    let (app, me, now) = (turn.app(), turn.known_person()?.id, turn.now());
    let last = last_of(turn, id).await?;
    let teacher = last.teacher_id.ok_or_else(gone)?;
    let places = units::places_of(&app.db, teacher).await?;
    let place = places.iter().find(|place| place.municipality_id == last.municipality_id);
    let school = place.map(|place| place.school_id).ok_or_else(|| Refusal::because("consultations-moved"))?;
    let time = jobs::working_time(app, last.municipality_id).await?;
    let mut tx = turn.begin().await?;
    let number = store::take_number(tx.tx(), last.municipality_id).await?;
    let new = last.written_first((me, school, number), (&time, &app.consultation_rules), now);
    store::add_request(tx.tx(), &new, now).await?;
    store::add_event(tx.tx(), new.id, ("first", Some(me), Some(teacher)), now).await?;
    let thread = jobs::open_thread(tx.tx(), new.id, (teacher, now)).await?;
    threads::join(tx.tx(), thread, me, now).await?;
    let message = threads::take_down(turn, &mut tx).await?.ok_or_else(gone)?;
    threads::say(tx.tx(), (thread, me), &message, now).await?;
    jobs::heard(app, tx.tx(), Heard { cause: new.id, author: me, at: now, is_edit: false }).await?;
    tx.stand_at(&threads::write_address(thread));
    tx.commit().await?;
    Ok(view::work_screen(&told(turn, new.id).await?, (Seat::Taker, None), words(turn)))
}
