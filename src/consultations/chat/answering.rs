//! Work on a request that one has taken: looking, a note, kept answers, closing with a summary.
//! Not here: writing to the teacher, which `threads` relays.

use uuid::Uuid;

use super::{answerable, gone, taken, told, words};
use crate::{
    capability::Outcome,
    consultations::{
        NAME,
        jobs::{self, What},
        model::{CalledName, CannedAnswer, ConsultationRequest, RequestState, may_coordinate},
        store,
        view::{self, Action, Seat},
    },
    errors::Refusal,
    hot_line::{self, NewAnswer},
    label,
    messenger::Markup,
    threads::{self, Heard},
    turn::Turn,
};

/// The most characters of the name under which an answer is kept.
const MOST_OF_TITLE: usize = 40;

pub async fn show(turn: &Turn, id: Uuid) -> Outcome {
    let me = turn.known_person()?.id;
    let request = answerable(turn, id).await?;
    if request.taken_by.is_none() {
        return super::taking::show_card(turn, id).await;
    }
    let seat = if request.taken_by == Some(me) {
        Seat::Taker
    } else if store::is_guest(&turn.app().db, id, me).await? {
        Seat::Guest
    } else {
        Seat::Above
    };
    let note = store::find_note(&turn.app().db, id, me).await?;
    let told = jobs::read_told(turn.app(), request).await?;
    Ok(view::work_screen(&told, (seat, note.as_deref()), words(turn)))
}

pub async fn ask_summary(turn: &Turn, id: Uuid) -> Outcome {
    Ok(view::close_screen(&taken(turn, id).await?, turn.texts()))
}

/// Closes it with a summary; the teacher reads it and rates.
pub async fn close(turn: &Turn, id: Uuid, summary: &Markup) -> Outcome {
    let now = turn.now();
    taken(turn, id).await?;
    let mut tx = turn.begin().await?;
    let mut request = store::lock_request(tx.tx(), id, now).await?.ok_or_else(gone)?;
    if request.taken_by != Some(turn.known_person()?.id) || !request.close(summary.as_str(), now) {
        return Err(gone());
    }
    request.hours_tenths = request.hours_tenths.or(Some(turn.app().consultation_rules.journal_tenths));
    store::save_request(tx.tx(), &request).await?;
    store::add_event(tx.tx(), id, ("closed", request.taken_by, None), now).await?;
    if let Some(thread) = threads::thread_within(tx.tx(), NAME, id).await? {
        threads::close_thread(tx.tx(), thread.id, now).await?;
    }
    if let Some(teacher) = request.teacher_id {
        jobs::owe(tx.tx(), (id, What::Closed), teacher, now).await?;
    }
    tx.stand_at(&Action::Work(id).into());
    tx.commit().await?;
    Ok(show(turn, id).await?.toast(label!(turn.texts(), "consultations-closed-toast")))
}

/// Says how long it took, for the journal.
pub async fn set_hours(turn: &Turn, id: Uuid, tenths: usize) -> Outcome {
    let me = turn.known_person()?.id;
    answerable(turn, id).await?;
    if !view::HOURS.contains(&tenths) {
        return Err(gone());
    }
    let mut tx = turn.begin().await?;
    let mut request = store::lock_request(tx.tx(), id, turn.now()).await?.ok_or_else(gone)?;
    if request.taken_by != Some(me) || request.state != RequestState::Closed {
        return Err(gone());
    }
    request.hours_tenths = Some(i64::try_from(tenths)?);
    store::save_request(tx.tx(), &request).await?;
    tx.stand_at(&Action::Work(id).into());
    tx.commit().await?;
    show(turn, id).await
}

/// Begins to make a published answer of what was said, without the names of those who said it.
pub async fn publish(turn: &Turn, id: Uuid) -> Outcome {
    let request = answerable(turn, id).await?;
    let (app, me) = (turn.app(), turn.known_person()?.id);
    if request.taken_by != Some(me) || request.state != RequestState::Closed {
        return Err(gone());
    }
    let people: Vec<Uuid> = request.teacher_id.into_iter().chain([me]).collect();
    let names = store::find_names(&app.db, &people).await?;
    let full = |name: &CalledName| {
        let patronymic = name.patronymic.as_deref().unwrap_or_default();
        format!("{} {} {patronymic}", name.family_name, name.given_name)
    };
    let new = NewAnswer {
        municipality_id: request.municipality_id,
        source: request.id,
        question: String::new(),
        answer: request.summary.unwrap_or_default(),
        names: names.iter().map(full).collect(),
    };
    hot_line::begin(turn, &new).await
}

pub async fn ask_note(turn: &Turn, id: Uuid) -> Outcome {
    Ok(view::note_screen(&answerable(turn, id).await?, turn.texts()))
}

pub async fn note(turn: &Turn, id: Uuid, words: &str) -> Outcome {
    answerable(turn, id).await?;
    let mut tx = turn.begin().await?;
    store::save_note(tx.tx(), (id, turn.known_person()?.id), words).await?;
    tx.stand_at(&Action::Work(id).into());
    tx.commit().await?;
    show(turn, id).await
}

pub async fn show_canned(turn: &Turn, id: Uuid) -> Outcome {
    let request = taken(turn, id).await?;
    let me = turn.known_person()?.id;
    let all = store::list_canned(&turn.app().db, request.municipality_id, me).await?;
    let may_share = may_coordinate(turn.roles(), request.municipality_id);
    Ok(view::canned_screen(id, (&all, may_share), turn.texts()))
}

async fn canned(turn: &Turn, request: &ConsultationRequest, id: Uuid) -> anyhow::Result<CannedAnswer> {
    let whose = (request.municipality_id, turn.known_person()?.id);
    store::find_canned(&turn.app().db, id, whose).await?.ok_or_else(gone)
}

/// Gives a kept answer: it is said in the thread as if it had been typed.
pub async fn say_canned(turn: &Turn, id: Uuid, canned_id: Uuid) -> Outcome {
    let (me, now) = (turn.known_person()?.id, turn.now());
    let request = taken(turn, id).await?;
    let canned = canned(turn, &request, canned_id).await?;
    let names =
        store::find_names(&turn.app().db, &request.teacher_id.into_iter().collect::<Vec<_>>()).await?;
    let teacher = names.first().map(|name| name.address()).unwrap_or_default();
    let words = canned.said_to(Markup::plain(&teacher).as_str());
    // The press is the source: pressed twice by a hasty thumb it is said twice only if it was meant twice.
    let source = turn.incoming().origin.press.clone();
    let message = threads::NewMessage { words, files: Vec::new(), source };
    let mut tx = turn.begin().await?;
    let thread = threads::thread_within(tx.tx(), NAME, id).await?.ok_or_else(gone)?;
    if threads::say(tx.tx(), (thread.id, me), &message, now).await?.is_some() {
        jobs::heard(turn.app(), tx.tx(), Heard { cause: id, author: me, at: now, is_edit: false }).await?;
    }
    tx.stand_at(&threads::write_address(thread.id));
    tx.commit().await?;
    let told = told(turn, id).await?;
    let screen = view::work_screen(&told, (Seat::Taker, None), super::words(turn));
    Ok(screen.toast(label!(turn.texts(), "consultations-said-toast")))
}

pub async fn ask_canned(turn: &Turn, id: Uuid) -> Outcome {
    let request = taken(turn, id).await?;
    let is_shared = may_coordinate(turn.roles(), request.municipality_id);
    Ok(view::keep_screen(id, is_shared, turn.texts()))
}

/// Keeps an answer: the first line is its name, the rest its words. What a coordinator keeps is everybody's.
pub async fn keep(turn: &Turn, id: Uuid, words: &Markup) -> Outcome {
    let request = taken(turn, id).await?;
    let visible = words.visible();
    let title: String = visible.lines().next().unwrap_or_default().chars().take(MOST_OF_TITLE).collect();
    let body = words.as_str().split_once('\n').map(|(_, body)| body.trim()).filter(|body| !body.is_empty());
    let (title, body) = match body {
        Some(body) if !title.trim().is_empty() => (title, body),
        _ => return Err(Refusal::because("consultations-canned-short")),
    };
    let is_shared = may_coordinate(turn.roles(), request.municipality_id);
    let owner = (!is_shared).then_some(turn.known_person()?.id);
    let mut tx = turn.begin().await?;
    store::add_canned(tx.tx(), (request.municipality_id, owner), (title.trim(), body), turn.now()).await?;
    tx.stand_at(&Action::Canned(id).into());
    tx.commit().await?;
    show_canned(turn, id).await
}

pub async fn drop_canned(turn: &Turn, id: Uuid, canned_id: Uuid) -> Outcome {
    let request = taken(turn, id).await?;
    let canned = canned(turn, &request, canned_id).await?;
    if canned.owner_id.is_none() && !may_coordinate(turn.roles(), request.municipality_id) {
        return Err(gone());
    }
    let mut tx = turn.begin().await?;
    store::delete_canned(tx.tx(), canned_id).await?;
    tx.stand_at(&Action::Canned(id).into());
    tx.commit().await?;
    show_canned(turn, id).await
}
