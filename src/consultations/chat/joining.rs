//! Joining a group consultation, and not coming after all.
//! Not here: leading it.

use uuid::Uuid;

use super::gone;
use crate::{
    capability::Outcome,
    consultations::{
        jobs::{self, GroupNews, Matter},
        model::GroupConsultation,
        store,
        view::{self, Action, GroupTold},
    },
    errors::Refusal,
    label,
    turn::Turn,
    units,
};

/// One that is announced and ahead, in a municipality where whoever speaks works or has asked.
async fn joinable(turn: &Turn, id: Uuid) -> anyhow::Result<GroupTold> {
    let (app, me) = (turn.app(), turn.known_person()?.id);
    let group = store::find_group(&app.db, id).await?.ok_or_else(gone)?;
    let works = units::places_of(&app.db, me).await?;
    let works = works.iter().any(|place| place.municipality_id == group.municipality_id);
    let may = works || request_for(turn, &group).await?.is_some();
    let told = jobs::read_group(app, group).await?;
    let is_ahead = told.group.state == "announced" && told.group.time().span(told.zone).0 > turn.now();
    if may && is_ahead && told.group.leader_id != Some(me) { Ok(told) } else { Err(gone()) }
}

/// What whoever speaks has asked that it is about.
async fn request_for(turn: &Turn, group: &GroupConsultation) -> anyhow::Result<Option<Uuid>> {
    let me = turn.known_person()?.id;
    let fitting = jobs::list_fitting(turn.app(), group).await?;
    Ok(fitting.into_iter().find(|request| request.teacher_id == Some(me)).map(|request| request.id))
}

pub async fn show(turn: &Turn, id: Uuid) -> Outcome {
    let me = turn.known_person()?.id;
    let told = joinable(turn, id).await?;
    let is_member = told.members.iter().any(|member| member.person_id == me);
    let has_draft = store::find_draft(&turn.app().db, me).await?.is_some();
    Ok(view::fitting_screen(&told, (is_member, has_draft), turn.texts()))
}

/// Joins while there is room; what one has asked stays open until it is over.
pub async fn join(turn: &Turn, id: Uuid) -> Outcome {
    let (me, now) = (turn.known_person()?.id, turn.now());
    let seen = joinable(turn, id).await?;
    let request = request_for(turn, &seen.group).await?;
    let mut tx = turn.begin().await?;
    let group = store::lock_group(tx.tx(), id, now).await?;
    let group = group.filter(|group| group.state == "announced").ok_or_else(gone)?;
    let members = store::members_within(tx.tx(), id).await?;
    let is_member = members.iter().any(|member| member.person_id == me);
    if !is_member && i64::try_from(members.len())? >= group.capacity {
        return Err(Refusal::because("consultations-group-full"));
    }
    if !is_member {
        store::add_group_member(tx.tx(), (id, me), request, now).await?;
        let soon = Matter::Group { group: id, news: GroupNews::Soon };
        jobs::owe_before(tx.tx(), (soon, &group.time(), seen.zone), me, now).await?;
    }
    tx.stand_at(&Action::Fitting(id).into());
    tx.commit().await?;
    let file = view::group_file(&seen, now, turn.texts());
    let screen = show(turn, id).await?.with(file);
    Ok(screen.toast(label!(turn.texts(), "consultations-group-joined-toast")))
}

pub async fn leave(turn: &Turn, id: Uuid) -> Outcome {
    joinable(turn, id).await?;
    let mut tx = turn.begin().await?;
    store::delete_group_member(tx.tx(), id, turn.known_person()?.id).await?;
    tx.stand_at(&Action::Fitting(id).into());
    tx.commit().await?;
    show(turn, id).await
}
