//! What a teacher does with what they have asked: looks, takes back, rates, opens again, says that it is not solved.

use uuid::Uuid;

use super::{gone, own_request, told, words};
use crate::{
    capability::Outcome,
    consultations::{
        NAME,
        jobs::{self, What},
        model::{ConsultationRequest, RequestState, Wave},
        store,
        view::{self, Action},
    },
    errors::Refusal,
    label, threads,
    turn::{Turn, TurnTx},
};

/// Questions in the history.
const MOST: i64 = 20;

pub async fn show_asked(turn: &Turn) -> Outcome {
    let (db, me) = (&turn.app().db, turn.known_person()?.id);
    let asked = store::list_asked(db, me, MOST).await?;
    let has_draft = store::find_draft(db, me).await?.is_some();
    if asked.is_empty() && !has_draft {
        return super::asking::ask_area(turn).await;
    }
    Ok(view::asked_screen(&asked, has_draft, words(turn)))
}

pub async fn show(turn: &Turn, id: Uuid) -> Outcome {
    let request = own_request(turn, id).await?;
    let may_reopen = request.may_reopen(&turn.app().consultation_rules, turn.now());
    let told = jobs::read_told(turn.app(), request).await?;
    Ok(view::show_screen(&told, may_reopen, words(turn)))
}

pub async fn ask_to_withdraw(turn: &Turn, id: Uuid) -> Outcome {
    let request = own_request(turn, id).await?;
    if request.state.is_open() { Ok(view::withdraw_screen(&request, turn.texts())) } else { Err(gone()) }
}

/// The request, for whoever asked it, until the end of the transaction.
async fn lock_own(turn: &Turn, tx: &mut TurnTx, id: Uuid) -> anyhow::Result<ConsultationRequest> {
    let me = turn.known_person()?.id;
    let request = store::lock_request(tx.tx(), id, turn.now()).await?;
    request.filter(|request| request.teacher_id == Some(me)).ok_or_else(gone)
}

pub async fn withdraw(turn: &Turn, id: Uuid) -> Outcome {
    own_request(turn, id).await?;
    let now = turn.now();
    let mut tx = turn.begin().await?;
    let mut request = lock_own(turn, &mut tx, id).await?;
    if !request.withdraw() {
        return Err(gone());
    }
    store::save_request(tx.tx(), &request).await?;
    store::add_event(tx.tx(), id, ("withdrawn", request.teacher_id, None), now).await?;
    jobs::correct_cards(tx.tx(), id, None, now).await?;
    if let Some(thread) = threads::thread_within(tx.tx(), NAME, id).await? {
        threads::close_thread(tx.tx(), thread.id, now).await?;
    }
    if let Some(taker) = request.taken_by {
        jobs::owe(tx.tx(), (id, What::Withdrawn), taker, now).await?;
    }
    tx.stand_at(&Action::Show(id).into());
    tx.commit().await?;
    Ok(show(turn, id).await?.toast(label!(turn.texts(), "consultations-withdrawn-toast")))
}

pub async fn rate(turn: &Turn, id: Uuid, points: usize) -> Outcome {
    let seen = own_request(turn, id).await?;
    let rating = i64::try_from(points)?;
    if !(1..=5).contains(&rating) || seen.state != RequestState::Closed {
        return Err(gone());
    }
    if seen.rating == Some(rating) {
        return Ok(view::rated_screen(&seen, points, turn.texts()));
    }
    let mut tx = turn.begin().await?;
    let mut request = lock_own(turn, &mut tx, id).await?;
    request.rating = Some(rating);
    store::save_request(tx.tx(), &request).await?;
    tx.stand_at(&Action::Rate(id, points).into());
    tx.commit().await?;
    Ok(view::rated_screen(&request, points, turn.texts()))
}

/// A word beside the rating.
pub async fn add_word(turn: &Turn, (id, points): (Uuid, usize), words: &str) -> Outcome {
    own_request(turn, id).await?;
    let mut tx = turn.begin().await?;
    let mut request = lock_own(turn, &mut tx, id).await?;
    request.rating_words = Some(words.to_owned());
    request.rating = request.rating.or(i64::try_from(points).ok());
    store::save_request(tx.tx(), &request).await?;
    tx.stand_at(&Action::Show(id).into());
    tx.commit().await?;
    Ok(view::below_thanks(show(turn, id).await?, turn.texts()))
}

/// Opens it again for whoever had it.
pub async fn reopen(turn: &Turn, id: Uuid) -> Outcome {
    open_again(turn, id, false).await
}

/// It is not solved: it goes up to the coordinators, from them to the region.
pub async fn go_up(turn: &Turn, id: Uuid) -> Outcome {
    open_again(turn, id, true).await
}

async fn open_again(turn: &Turn, id: Uuid, goes_up: bool) -> Outcome {
    let (app, now) = (turn.app(), turn.now());
    let seen = own_request(turn, id).await?;
    let time = jobs::working_time(app, seen.municipality_id).await?;
    let mut tx = turn.begin().await?;
    let mut request = lock_own(turn, &mut tx, id).await?;
    if !request.may_reopen(&app.consultation_rules, now) {
        return Err(Refusal::because("consultations-too-late"));
    }
    request.reopen((&time, &app.consultation_rules), now);
    let thread = threads::thread_within(tx.tx(), NAME, id).await?.ok_or_else(gone)?;
    threads::reopen_thread(tx.tx(), thread.id).await?;
    let taker = request.taken_by;
    if goes_up {
        request.hand_up(request.wave >= Wave::Coordinators.number(), now);
    }
    match taker {
        Some(taker) if goes_up => threads::leave(tx.tx(), thread.id, taker, now).await?,
        Some(taker) => jobs::owe(tx.tx(), (id, What::Reopened), taker, now).await?,
        None => {}
    }
    store::save_request(tx.tx(), &request).await?;
    let kind = if goes_up { "unsolved" } else { "reopened" };
    store::add_event(tx.tx(), id, (kind, request.teacher_id, None), now).await?;
    tx.stand_at(&threads::write_address(thread.id));
    tx.commit().await?;
    let told = told(turn, id).await?;
    Ok(view::reopened_screen(view::show_screen(&told, false, words(turn)), goes_up, turn.texts()))
}
