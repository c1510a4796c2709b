//! Asking: the area, the subject, the question gathered from several messages, sending it.

use uuid::Uuid;

use super::{gone, told, words};
use crate::{
    capability::Outcome,
    consultations::{
        jobs,
        model::{ConsultationRequest, GroupConsultation},
        store,
        view::{self, Action, Gathered},
    },
    diagnostics,
    errors::Refusal,
    hot_line, label,
    messenger::Markup,
    threads,
    turn::Turn,
    units,
};

/// Published answers that are offered before a question is sent.
const MOST_FOUND: usize = 3;
/// Group consultations that are offered there.
const MOST_GROUPS: usize = 2;
/// The most messages of one question.
const MOST_MESSAGES: usize = 20;

pub async fn ask_area(turn: &Turn) -> Outcome {
    Ok(view::areas_screen(words(turn)))
}

/// Begins a question, or puts another area on the one that was begun. The subject is filled in where there is one.
pub async fn begin(turn: &Turn, area: &str) -> Outcome {
    let app = turn.app();
    if !app.consultation_rules.areas.iter().any(|known| known.id == area) {
        return Err(gone());
    }
    let me = turn.known_person()?.id;
    let places = units::places_of(&app.db, me).await?;
    let place = places.first().ok_or_else(|| Refusal::because("consultations-no-place"))?;
    let subjects = own_subjects(turn).await?;
    let only = match subjects.as_slice() {
        [(only, _)] => Some(only.as_str()),
        _ => None,
    };
    let origin = (place.municipality_id, Some(place.school_id));
    let mut tx = turn.begin().await?;
    store::open_draft(tx.tx(), me, (origin, area, only), turn.now()).await?;
    let at = if subjects.len() > 1 { Action::Subjects } else { Action::Ask };
    tx.stand_at(&at.clone().into());
    tx.commit().await?;
    if at == Action::Subjects { ask_subject(turn).await } else { show(turn).await }
}

/// Begins a question about what a diagnosis found; of what no area here answers to the person is asked.
pub async fn begin_diagnosed(turn: &Turn, diagnosed: &str) -> Outcome {
    match turn.app().consultation_rules.area_of_diagnosed(diagnosed).map(|area| area.id.clone()) {
        Some(area) => begin(turn, &area).await,
        None => ask_area(turn).await,
    }
}

/// What the teacher would like: a time to talk, or just an answer. The same said again is taken back.
pub async fn wish(turn: &Turn, wish: &str) -> Outcome {
    if !view::WISHES.contains(&wish) {
        return Err(gone());
    }
    let draft = draft(turn).await?;
    let mut tx = turn.begin().await?;
    let mut request = store::lock_request(tx.tx(), draft.id, turn.now()).await?.ok_or_else(gone)?;
    request.wish = (request.wish.as_deref() != Some(wish)).then(|| wish.to_owned());
    store::save_request(tx.tx(), &request).await?;
    tx.stand_at(&Action::Ask.into());
    tx.commit().await?;
    show(turn).await
}

/// The subjects that somebody teaches, with their names.
pub async fn own_subjects(turn: &Turn) -> anyhow::Result<Vec<(String, String)>> {
    let app = turn.app();
    let places = units::places_of(&app.db, turn.known_person()?.id).await?;
    let mut own: Vec<String> = places.into_iter().flat_map(|place| place.subjects).collect();
    own.sort();
    own.dedup();
    let title =
        |id: &String| app.catalogue.subject(id).map_or_else(|| id.clone(), |known| known.title.clone());
    Ok(own.into_iter().map(|id| (id.clone(), title(&id))).collect())
}

pub async fn ask_subject(turn: &Turn) -> Outcome {
    Ok(view::subjects_screen(&own_subjects(turn).await?, turn.texts()))
}

pub async fn set_subject(turn: &Turn, subject: &str) -> Outcome {
    let known = turn.app().catalogue.subject(subject).is_some();
    if !known && subject != "none" {
        return Err(gone());
    }
    let draft = draft(turn).await?;
    let mut tx = turn.begin().await?;
    let mut request = store::lock_request(tx.tx(), draft.id, turn.now()).await?.ok_or_else(gone)?;
    request.subject = known.then(|| subject.to_owned());
    store::save_request(tx.tx(), &request).await?;
    tx.stand_at(&Action::Ask.into());
    tx.commit().await?;
    show(turn).await
}

async fn draft(turn: &Turn) -> anyhow::Result<ConsultationRequest> {
    store::find_draft(&turn.app().db, turn.known_person()?.id).await?.ok_or_else(gone)
}

pub async fn show(turn: &Turn) -> Outcome {
    let told = told(turn, draft(turn).await?.id).await?;
    let has_profile = has_profile(turn).await?;
    let asked: Vec<String> =
        told.said.iter().map(|message| Markup::trusted(message.words.as_str()).visible()).collect();
    let municipality = told.request.municipality_id;
    let found = hot_line::find_answers(turn.app(), municipality, &asked.join(" "), MOST_FOUND).await?;
    let groups = fitting_groups(turn, &told.request).await?;
    Ok(view::gather_screen(&told, &Gathered { found, has_profile, groups }, words(turn)))
}

/// Group consultations about what is being asked that one can still join.
async fn fitting_groups(turn: &Turn, draft: &ConsultationRequest) -> anyhow::Result<Vec<GroupConsultation>> {
    let mut groups = store::list_announced(&turn.app().db, draft.municipality_id).await?;
    let zone = jobs::zone_of(turn.app(), draft.municipality_id).await?;
    groups.retain(|group| group.fits(draft) && group.time().span(zone).0 > turn.now());
    groups.truncate(MOST_GROUPS);
    Ok(groups)
}

/// Whether there is a result that could be shown to whoever answers.
async fn has_profile(turn: &Turn) -> anyhow::Result<bool> {
    Ok(!diagnostics::list_found(&turn.app().db, turn.known_person()?.id).await?.is_empty())
}

/// Adds what was typed or sent to the question.
pub async fn gather(turn: Turn) -> Outcome {
    let turn = &turn;
    let (draft, me) = (draft(turn).await?, turn.known_person()?.id);
    let known = told(turn, draft.id).await?;
    if known.said.len() >= MOST_MESSAGES {
        return Err(Refusal::because("consultations-too-many"));
    }
    let mut tx = turn.begin().await?;
    let thread = jobs::open_thread(tx.tx(), draft.id, (me, turn.now())).await?;
    let message =
        threads::take_down(turn, &mut tx).await?.ok_or_else(|| Refusal::because("consultations-empty"))?;
    threads::say(tx.tx(), (thread, me), &message, turn.now()).await?;
    tx.stand_at(&Action::Ask.into());
    tx.commit().await?;
    show(turn).await
}

/// Sends the question: it gets its number, its terms begin, and the first ones are asked.
pub async fn send(turn: &Turn) -> Outcome {
    let (app, now) = (turn.app(), turn.now());
    let draft = draft(turn).await?;
    if told(turn, draft.id).await?.said.is_empty() {
        return Err(Refusal::because("consultations-empty"));
    }
    let time = jobs::working_time(app, draft.municipality_id).await?;
    let pool = jobs::read_pool(app, &draft).await?;
    let mut tx = turn.begin().await?;
    let mut request = store::lock_request(tx.tx(), draft.id, now).await?.ok_or_else(gone)?;
    if request.number.is_some() {
        return Err(gone());
    }
    let number = store::take_number(tx.tx(), request.municipality_id).await?;
    request.send(number, (&time, &app.consultation_rules), now);
    jobs::ask_next(app, tx.tx(), &mut request, (&pool, &time)).await?;
    store::save_request(tx.tx(), &request).await?;
    store::add_event(tx.tx(), request.id, ("sent", request.teacher_id, None), now).await?;
    if let Some(thread) = threads::thread_within(tx.tx(), crate::consultations::NAME, request.id).await? {
        tx.stand_at(&threads::write_address(thread.id));
    }
    tx.commit().await?;
    let told = told(turn, request.id).await?;
    Ok(view::sent_screen(&told, words(turn)).toast(label!(turn.texts(), "consultations-sent-toast")))
}

pub async fn drop_draft(turn: &Turn) -> Outcome {
    let draft = draft(turn).await?;
    let mut tx = turn.begin().await?;
    threads::delete_thread(tx.tx(), crate::consultations::NAME, draft.id).await?;
    store::delete_draft(tx.tx(), draft.id).await?;
    tx.stand_at(&Action::Consult.into());
    tx.commit().await?;
    super::own::show_asked(turn).await
}

/// A published answer that fits what is being asked.
pub async fn show_found(turn: &Turn, answer: Uuid) -> Outcome {
    let draft = draft(turn).await?;
    let found = hot_line::find_published(&turn.app().db, answer, draft.municipality_id).await?;
    Ok(view::found_screen(&found.ok_or_else(gone)?, turn.texts()))
}

/// It has helped: what was begun is dropped, and the answer is counted.
pub async fn was_helped(turn: &Turn, answer: Uuid) -> Outcome {
    let draft = draft(turn).await?;
    hot_line::find_published(&turn.app().db, answer, draft.municipality_id).await?.ok_or_else(gone)?;
    let mut tx = turn.begin().await?;
    hot_line::count_helped(tx.tx(), answer).await?;
    threads::delete_thread(tx.tx(), crate::consultations::NAME, draft.id).await?;
    store::delete_draft(tx.tx(), draft.id).await?;
    tx.stand_at(&Action::Consult.into());
    tx.commit().await?;
    Ok(view::helped_screen(turn.texts()))
}
