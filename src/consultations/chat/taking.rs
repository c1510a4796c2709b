//! What is done with a card: it is taken, passed on, put off; and the queue.

use uuid::Uuid;

use super::{answerable, gone, told, words};
use crate::{
    capability::Outcome,
    consultations::{
        NAME,
        jobs::{self, What},
        model::{ConsultationRequest, Move, RequestState, may_answer, may_coordinate},
        store,
        view::{self, Action, Choosing, Seat, Told},
    },
    label, threads,
    turn::Turn,
    units::{self, Role},
};

/// «Позже» is so many working minutes later.
const LATER_MINUTES: i64 = 120;
/// Colleagues that one may propose.
const MOST_PROPOSED: usize = 8;

/// What one has taken, what was put to one, and what is open where one coordinates; each by its term.
pub async fn show_queue(turn: &Turn) -> Outcome {
    let (db, me) = (&turn.app().db, turn.known_person()?.id);
    let mut own = store::list_taken(db, me).await?;
    own.extend(store::list_joined(db, me).await?);
    own.retain(|request| may_answer(turn.roles(), request.municipality_id));
    let mut others = store::list_offered(db, me).await?;
    others.retain(|request| may_answer(turn.roles(), request.municipality_id));
    let coordinated = turn.roles().iter().filter(|held| held.role == Role::Coordinator);
    for municipality in coordinated.filter_map(|held| held.unit.municipality()) {
        let open = store::list_open(db, municipality).await?;
        others.extend(open);
    }
    others.retain(|request| !own.iter().any(|known| known.id == request.id));
    others.sort_by_key(|request| request.id);
    others.dedup_by_key(|request| request.id);
    for list in [&mut own, &mut others] {
        list.sort_by_key(|request| (request.waiting_since.is_some(), request.due_at(), request.id));
    }
    let (own, others) = (lines(turn, own).await?, lines(turn, others).await?);
    let coordinates = turn.roles().iter().any(|held| held.role == Role::Coordinator);
    Ok(view::queue_screen((&own, &others, coordinates), turn.now(), words(turn)))
}

async fn lines(turn: &Turn, requests: Vec<ConsultationRequest>) -> anyhow::Result<Vec<Told>> {
    let mut lines = Vec::with_capacity(requests.len());
    for request in requests {
        let zone = jobs::zone_of(turn.app(), request.municipality_id).await?;
        lines.push(Told::line(request, zone));
    }
    Ok(lines)
}

/// The card, with its files below it.
pub async fn show_card(turn: &Turn, id: Uuid) -> Outcome {
    let request = answerable(turn, id).await?;
    let coordinates = may_coordinate(turn.roles(), request.municipality_id);
    let told = jobs::read_told(turn.app(), request).await?;
    let screen = view::card_screen(&told, coordinates, words(turn));
    if told.request.state == RequestState::Sent { with_files(turn, screen, &told).await } else { Ok(screen) }
}

async fn with_files(turn: &Turn, mut screen: crate::messenger::Screen, told: &Told) -> Outcome {
    for message in &told.said {
        screen = threads::with_files(turn.app(), screen, message).await?;
    }
    Ok(screen)
}

/// Takes it, unless somebody was quicker.
pub async fn take(turn: &Turn, id: Uuid) -> Outcome {
    let (me, now) = (turn.known_person()?.id, turn.now());
    answerable(turn, id).await?;
    let mut tx = turn.begin().await?;
    let mut request = store::lock_request(tx.tx(), id, now).await?.ok_or_else(gone)?;
    let roles = units::roles_within(tx.tx(), me).await?;
    if !may_answer(&roles, request.municipality_id) || request.teacher_id == Some(me) {
        return Err(gone());
    }
    if request.take(me, now) != Move::Done {
        drop(tx);
        return was_not_free(turn, id).await;
    }
    store::save_request(tx.tx(), &request).await?;
    store::add_event(tx.tx(), id, ("taken", Some(me), None), now).await?;
    let thread = threads::thread_within(tx.tx(), NAME, id).await?.ok_or_else(gone)?;
    threads::join(tx.tx(), thread.id, me, now).await?;
    jobs::correct_cards(tx.tx(), id, Some(me), now).await?;
    if let Some(teacher) = request.teacher_id {
        jobs::owe(tx.tx(), (id, What::Taken), teacher, now).await?;
    }
    tx.stand_at(&threads::write_address(thread.id));
    tx.commit().await?;
    let told = told(turn, id).await?;
    let screen = view::work_screen(&told, (Seat::Taker, None), words(turn));
    let screen = screen.toast(label!(turn.texts(), "consultations-taken-toast"));
    with_files(turn, screen, &told).await
}

/// Somebody was quicker, perhaps oneself; or it was taken back.
async fn was_not_free(turn: &Turn, id: Uuid) -> Outcome {
    let told = told(turn, id).await?;
    if told.request.taken_by == Some(turn.known_person()?.id) {
        return super::answering::show(turn, id).await;
    }
    let screen = view::card_screen(&told, false, words(turn));
    let toast = screen.text.visible();
    Ok(screen.toast(toast))
}

pub async fn ask_who_else(turn: &Turn, id: Uuid) -> Outcome {
    let request = answerable(turn, id).await?;
    let names = colleagues(turn, &request).await?;
    Ok(view::people_screen(&request, (&names, Choosing::Proposed), turn.texts()))
}

/// Who could answer it besides whoever speaks, the best first.
pub async fn colleagues(
    turn: &Turn,
    request: &ConsultationRequest,
) -> anyhow::Result<Vec<crate::consultations::model::CalledName>> {
    let [best, all, ..] = jobs::read_pool(turn.app(), request).await?;
    let mut people = best;
    for person in all {
        if !people.contains(&person) {
            people.push(person);
        }
    }
    let me = turn.known_person()?.id;
    people.retain(|person| *person != me && Some(*person) != request.taken_by);
    people.truncate(MOST_PROPOSED);
    let names = store::find_names(&turn.app().db, &people).await?;
    let named = people.iter().filter_map(|person| jobs::name_of(&names, Some(*person)).cloned());
    Ok(named.collect())
}

/// It is not theirs; whom they propose is asked at once. Where everybody asked has said so, the next ones are.
pub async fn decline(turn: &Turn, id: Uuid, proposed: Option<Uuid>) -> Outcome {
    let (me, now) = (turn.known_person()?.id, turn.now());
    let seen = answerable(turn, id).await?;
    let is_known = match proposed {
        Some(person) => colleagues(turn, &seen).await?.iter().any(|name| name.person_id == person),
        None => true,
    };
    let time = jobs::working_time(turn.app(), seen.municipality_id).await?;
    let mut tx = turn.begin().await?;
    let mut request = store::lock_request(tx.tx(), id, now).await?.ok_or_else(gone)?;
    if request.state != RequestState::Sent || !is_known {
        drop(tx);
        return was_not_free(turn, id).await;
    }
    store::mark_declined(tx.tx(), id, me).await?;
    store::add_event(tx.tx(), id, ("declined", Some(me), proposed), now).await?;
    if let Some(person) = proposed {
        jobs::owe_card(tx.tx(), &request, person, (time.next_open(now), now)).await?;
    }
    let offers = store::list_offers(tx.tx(), id).await?;
    let mut of_round = offers.iter().filter(|offer| offer.round == request.round);
    if of_round.all(|offer| offer.is_declined) {
        request.wave_until = Some(now);
        store::save_request(tx.tx(), &request).await?;
    }
    tx.stand_at(&Action::Queue.into());
    tx.commit().await?;
    Ok(show_queue(turn).await?.toast(label!(turn.texts(), "consultations-declined-toast")))
}

/// Another card comes in two working hours.
pub async fn put_off(turn: &Turn, id: Uuid) -> Outcome {
    let (me, now) = (turn.known_person()?.id, turn.now());
    let seen = answerable(turn, id).await?;
    let time = jobs::working_time(turn.app(), seen.municipality_id).await?;
    let until = time.add(now, LATER_MINUTES);
    let mut tx = turn.begin().await?;
    let request = store::lock_request(tx.tx(), id, now).await?.ok_or_else(gone)?;
    if request.state != RequestState::Sent {
        drop(tx);
        return was_not_free(turn, id).await;
    }
    jobs::owe_card(tx.tx(), &request, me, (until, now)).await?;
    tx.stand_at(&Action::Queue.into());
    tx.commit().await?;
    let told = told(turn, id).await?;
    let until = until.with_timezone(&told.zone).format("%d.%m, %H:%M").to_string();
    Ok(view::later_screen(&told, &until, turn.texts()))
}
