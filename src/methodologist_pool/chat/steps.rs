//! Filling in a record, one field a step. A coordinator goes through all of them, a methodologist through their own.

use uuid::Uuid;

use super::{consults, find_seen, manages, out_of_sight, outdated, own, titles, today};
use crate::{
    capability::Outcome,
    label,
    methodologist_pool::{
        model::{Basis, MOST_CAPACITY, Member, ReadingFault, Record, Step, Topic, school_year, span_of},
        store,
        view::{self, Action, StepView},
    },
    turn::Turn,
    units::{self, RoleAt, is_meant},
};

pub(super) async fn show_fields(turn: &Turn, id: Uuid) -> Outcome {
    let seen = find_seen(turn, id).await?;
    Ok(view::fields_screen((&seen.member, &seen.line.name), turn.texts()))
}

/// Asks for a field.
pub(super) async fn show(turn: &Turn, (id, step): (Uuid, Step), page: usize) -> Outcome {
    let member = store::find_member(&turn.app().db, id).await?.ok_or_else(out_of_sight)?;
    let is_own = !manages(turn.roles(), member.municipality_id);
    if !may_answer(turn, turn.roles(), &member, step) {
        return Err(out_of_sight());
    }
    let topics = topics_of(turn, step);
    let view = StepView { member: &member, step, page, topics: &topics, is_own };
    Ok(view::step_screen(&view, &titles(turn.app()), turn.texts()))
}

/// Whether whoever speaks, holding these roles, may fill in this field.
fn may_answer(turn: &Turn, roles: &[RoleAt], member: &Member, step: Step) -> bool {
    let is_self = turn.person().is_some_and(|person| person.id == member.person_id);
    let own = is_self && Step::OWN.contains(&step) && consults(roles, member.municipality_id);
    own || manages(roles, member.municipality_id)
}

/// What can be ticked at a step; nothing at the others.
fn topics_of(turn: &Turn, step: Step) -> Vec<Topic> {
    let app = turn.app();
    match step {
        Step::Directions => app.pool_catalogue.directions.clone(),
        Step::Backgrounds => app.pool_catalogue.backgrounds.clone(),
        Step::Subjects => {
            let topic = |subject: &units::Subject| Topic {
                id: subject.id.clone(),
                title: subject.title.clone(),
                short_title: subject.short_title.clone(),
            };
            app.catalogue.subjects().iter().map(topic).collect()
        }
        _ => Vec::new(),
    }
}

pub(super) async fn set_basis(turn: &Turn, id: Uuid, basis: Basis) -> Outcome {
    change(turn, (id, Step::Basis), None, |record| record.basis = Some(basis)).await?;
    go_on(turn, id, Step::Basis).await
}

pub(super) async fn set_capacity(turn: &Turn, id: Uuid, count: usize) -> Outcome {
    let count = u8::try_from(count).ok().filter(|count| *count <= MOST_CAPACITY);
    let count = count.ok_or_else(outdated)?;
    change(turn, (id, Step::Capacity), None, |record| record.capacity = Some(count)).await?;
    go_on(turn, id, Step::Capacity).await
}

/// Sets the term to the school year that runs or is about to begin.
pub(super) async fn set_year(turn: &Turn, id: Uuid) -> Outcome {
    let span = span_of(school_year(today(turn).await?));
    change(turn, (id, Step::Term), None, |record| record.term = span).await?;
    go_on(turn, id, Step::Term).await
}

pub(super) async fn clear(turn: &Turn, (id, step): (Uuid, Step)) -> Outcome {
    change(turn, (id, step), Some(0), |record| record.clear(step)).await?;
    show(turn, (id, step), 0).await
}

pub(super) async fn tick(turn: &Turn, (id, step): (Uuid, Step), place: usize) -> Outcome {
    let topics = topics_of(turn, step);
    let topic = topics.get(place).ok_or_else(outdated)?;
    let page = view::page_of(place);
    change(turn, (id, step), Some(page), |record| record.tick(step, &topic.id)).await?;
    show(turn, (id, step), page).await
}

/// Takes typed words: a field in words, or what to tick.
pub(super) async fn receive_words(turn: &Turn, (id, step): (Uuid, Step), words: &str) -> Outcome {
    let topics = topics_of(turn, step);
    if !topics.is_empty() {
        let key = |topic: &Topic| units::search_key(&format!("{} {}", topic.title, topic.short_title));
        let meant = topics.iter().position(|topic| is_meant(&key(topic), words));
        return match meant.filter(|_| !units::search_key(words).is_empty()) {
            Some(place) => tick(turn, (id, step), place).await,
            None => refuse(turn, (id, step), ReadingFault::Buttons).await,
        };
    }
    let today = today(turn).await?;
    if let Err(fault) = Record::default().take(step, words, today) {
        return refuse(turn, (id, step), fault).await;
    }
    let take = |record: &mut Record| {
        let _ = record.take(step, words, today);
    };
    change(turn, (id, step), None, take).await?;
    go_on(turn, id, step).await
}

async fn refuse(turn: &Turn, at: (Uuid, Step), fault: ReadingFault) -> Outcome {
    let mut screen = show(turn, at, 0).await?;
    screen.text = view::fault_word(fault, turn.texts()).paragraph(&screen.text);
    Ok(screen)
}

/// The next step of a coordinator; a methodologist goes back to their own page.
async fn go_on(turn: &Turn, id: Uuid, step: Step) -> Outcome {
    let member = store::find_member(&turn.app().db, id).await?.ok_or_else(out_of_sight)?;
    let saved = label!(turn.texts(), "methodologist_pool-saved-toast");
    if !manages(turn.roles(), member.municipality_id) {
        return Ok(own::show(turn).await?.toast(saved));
    }
    let screen = match step.next() {
        Some(next) => show(turn, (id, next), 0).await?,
        None => super::member::show_card(turn, id).await?,
    };
    Ok(screen.toast(saved))
}

/// Changes a field, if whoever speaks may do so at this very moment. They stay on a page of this step, or go on.
async fn change(
    turn: &Turn,
    (id, step): (Uuid, Step),
    page: Option<usize>,
    change: impl FnOnce(&mut Record),
) -> anyhow::Result<()> {
    let mut tx = turn.begin().await?;
    let mut member = store::lock_member(tx.tx(), id, turn.now()).await?.ok_or_else(out_of_sight)?;
    let roles = units::roles_within(tx.tx(), turn.known_person()?.id).await?;
    if !may_answer(turn, &roles, &member, step) {
        return Err(out_of_sight());
    }
    change(&mut member.record);
    store::save_member(tx.tx(), &member).await?;
    tx.expect_nothing();
    let next = step.next().map_or(Action::Card(id), |next| Action::Step(id, next, 0));
    let at = match page {
        Some(page) => Action::Step(id, step, page),
        None if manages(&roles, member.municipality_id) => next,
        None => Action::Consulting,
    };
    tx.stand_at(&at.into());
    tx.commit().await
}
