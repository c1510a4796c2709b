//! Leading a group consultation: announcing it, seeing who joins, marking who came, closing it with the materials.
//! Not here: joining.

use uuid::Uuid;

use super::{gone, reports, words};
use crate::{
    capability::Outcome,
    consultations::{
        NAME,
        jobs::{self, GroupNews, Matter, What},
        model::{ConsultationRequest, GroupConsultation, GroupMember, RequestState, may_answer},
        store,
        view::{self, Action},
    },
    errors::Refusal,
    label,
    messenger::Markup,
    threads,
    turn::{Turn, TurnTx},
};

pub async fn list(turn: &Turn) -> Outcome {
    let led = store::list_led(&turn.app().db, turn.known_person()?.id).await?;
    Ok(view::groups_screen(&led, turn.texts()))
}

pub async fn ask_area(turn: &Turn) -> Outcome {
    Ok(view::group_areas_screen(words(turn)))
}

/// Begins one about an area, or puts another area on the one that was begun.
pub async fn begin(turn: &Turn, area: &str) -> Outcome {
    if !turn.app().consultation_rules.areas.iter().any(|known| known.id == area) {
        return Err(gone());
    }
    let municipality = reports::municipality(turn, None)?;
    let mut tx = turn.begin().await?;
    store::draft_group(tx.tx(), (municipality, turn.known_person()?.id), area, turn.now()).await?;
    tx.stand_at(&Action::GroupDraft.into());
    tx.commit().await?;
    show_draft(turn).await
}

async fn draft(turn: &Turn) -> anyhow::Result<GroupConsultation> {
    store::find_group_draft(&turn.app().db, turn.known_person()?.id).await?.ok_or_else(gone)
}

pub async fn show_draft(turn: &Turn) -> Outcome {
    let subjects = super::asking::own_subjects(turn).await?;
    Ok(view::group_draft_screen(&draft(turn).await?, &subjects, words(turn)))
}

async fn change(turn: &Turn, group: &GroupConsultation) -> Outcome {
    let mut tx = turn.begin().await?;
    store::save_group(tx.tx(), group).await?;
    tx.stand_at(&Action::GroupDraft.into());
    tx.commit().await?;
    show_draft(turn).await
}

pub async fn set_subject(turn: &Turn, subject: &str) -> Outcome {
    let known = turn.app().catalogue.subject(subject).is_some();
    if !known && subject != "none" {
        return Err(gone());
    }
    let group = draft(turn).await?;
    change(turn, &GroupConsultation { subject: known.then(|| subject.to_owned()), ..group }).await
}

/// Topic, time, place, number of people: a line each.
pub async fn fill(turn: &Turn, typed: &str) -> Outcome {
    let mut group = draft(turn).await?;
    let zone = jobs::zone_of(turn.app(), group.municipality_id).await?;
    group.fill(typed, turn.now().with_timezone(&zone).naive_local()).map_err(|fault| Refusal {
        key: "consultations-group-fault",
        args: vec![("line", fault.as_str().into())],
    })?;
    change(turn, &group).await
}

/// From now on people join; whoever has asked about the same is invited.
pub async fn announce(turn: &Turn, id: Uuid) -> Outcome {
    let (app, me, now) = (turn.app(), turn.known_person()?.id, turn.now());
    let group = draft(turn).await?;
    let zone = jobs::zone_of(app, group.municipality_id).await?;
    let is_ahead = group.capacity > 0 && group.time().span(zone).0 > now;
    if group.id != id || !may_answer(turn.roles(), group.municipality_id) {
        return Err(gone());
    }
    if !is_ahead {
        return Err(Refusal::because("consultations-times-past"));
    }
    let mut invited: Vec<Uuid> =
        jobs::list_fitting(app, &group).await?.iter().filter_map(|request| request.teacher_id).collect();
    invited.sort_unstable();
    invited.dedup();
    let mut tx = turn.begin().await?;
    let time = group.time();
    store::save_group(tx.tx(), &GroupConsultation { state: "announced".to_owned(), ..group }).await?;
    for teacher in invited {
        jobs::owe_news(tx.tx(), (id, GroupNews::Invited), teacher, now).await?;
    }
    let soon = Matter::Group { group: id, news: GroupNews::Soon };
    jobs::owe_before(tx.tx(), (soon, &time, zone), me, now).await?;
    tx.stand_at(&Action::Group(id).into());
    tx.commit().await?;
    Ok(show(turn, id).await?.toast(label!(turn.texts(), "consultations-group-announced-toast")))
}

/// One that whoever speaks leads.
async fn led(turn: &Turn, id: Uuid) -> anyhow::Result<GroupConsultation> {
    let group = store::find_group(&turn.app().db, id).await?.ok_or_else(gone)?;
    let is_theirs = group.leader_id == Some(turn.known_person()?.id) && group.state == "announced";
    if is_theirs && may_answer(turn.roles(), group.municipality_id) { Ok(group) } else { Err(gone()) }
}

pub async fn show(turn: &Turn, id: Uuid) -> Outcome {
    let told = jobs::read_group(turn.app(), led(turn, id).await?).await?;
    let has_begun = told.group.time().span(told.zone).0 <= turn.now();
    Ok(view::group_screen(&told, has_begun, turn.texts()))
}

pub async fn mark_came(turn: &Turn, id: Uuid, person: Uuid) -> Outcome {
    let group = led(turn, id).await?;
    let zone = jobs::zone_of(turn.app(), group.municipality_id).await?;
    if group.time().span(zone).0 > turn.now() {
        return Err(gone());
    }
    let mut tx = turn.begin().await?;
    store::mark_came(tx.tx(), id, person).await?;
    tx.stand_at(&Action::Group(id).into());
    tx.commit().await?;
    show(turn, id).await
}

pub async fn ask_materials(turn: &Turn, id: Uuid) -> Outcome {
    Ok(view::group_close_screen(&led(turn, id).await?, turn.texts()))
}

/// Closes it, and what each of those who joined had asked, with the common materials.
pub async fn close(turn: &Turn, id: Uuid, materials: &Markup) -> Outcome {
    let now = turn.now();
    led(turn, id).await?;
    let mut tx = turn.begin().await?;
    let group = lock_led(turn, &mut tx, id).await?;
    for member in store::members_within(tx.tx(), id).await? {
        let is_closed = close_request(turn, &mut tx, &member, materials).await?;
        if !is_closed {
            jobs::owe_news(tx.tx(), (id, GroupNews::Materials), member.person_id, now).await?;
        }
    }
    let materials = Some(materials.as_str().to_owned());
    let group = GroupConsultation { state: "closed".to_owned(), materials, ..group };
    store::save_group(tx.tx(), &group).await?;
    tx.stand_at(&Action::Groups.into());
    tx.commit().await?;
    Ok(list(turn).await?.toast(label!(turn.texts(), "consultations-group-closed-toast")))
}

async fn lock_led(turn: &Turn, tx: &mut TurnTx, id: Uuid) -> anyhow::Result<GroupConsultation> {
    let group = store::lock_group(tx.tx(), id, turn.now()).await?;
    let me = turn.known_person()?.id;
    group.filter(|group| group.leader_id == Some(me) && group.state == "announced").ok_or_else(gone)
}

/// Closes what somebody had asked, whoever had taken it; returns whether there was anything to close.
async fn close_request(
    turn: &Turn,
    tx: &mut TurnTx,
    member: &GroupMember,
    materials: &Markup,
) -> anyhow::Result<bool> {
    let (me, now) = (turn.known_person()?.id, turn.now());
    let Some(id) = member.request_id else { return Ok(false) };
    let request = store::lock_request(tx.tx(), id, now).await?;
    let Some(mut request) = request.filter(|request: &ConsultationRequest| request.state.is_open()) else {
        return Ok(false);
    };
    let was_free = request.state == RequestState::Sent;
    if was_free {
        request.give(me, now);
    }
    request.close(materials.as_str(), now);
    request.hours_tenths = Some(turn.app().consultation_rules.journal_tenths);
    store::save_request(tx.tx(), &request).await?;
    store::add_event(tx.tx(), id, ("closed", Some(me), None), now).await?;
    if was_free {
        jobs::correct_cards(tx.tx(), id, None, now).await?;
    }
    if let Some(thread) = threads::thread_within(tx.tx(), NAME, id).await? {
        threads::close_thread(tx.tx(), thread.id, now).await?;
    }
    jobs::owe(tx.tx(), (id, What::Closed), member.person_id, now).await?;
    Ok(true)
}

/// It does not take place; whoever joined is told.
pub async fn call_off(turn: &Turn, id: Uuid) -> Outcome {
    let now = turn.now();
    led(turn, id).await?;
    let mut tx = turn.begin().await?;
    let group = lock_led(turn, &mut tx, id).await?;
    for member in store::members_within(tx.tx(), id).await? {
        jobs::owe_news(tx.tx(), (id, GroupNews::Cancelled), member.person_id, now).await?;
    }
    store::save_group(tx.tx(), &GroupConsultation { state: "cancelled".to_owned(), ..group }).await?;
    jobs::end_reminders(tx.tx(), id, now).await?;
    tx.stand_at(&Action::Groups.into());
    tx.commit().await?;
    Ok(list(turn).await?.toast(label!(turn.texts(), "consultations-group-cancelled-toast")))
}
