//! The associations that somebody keeps: listing, renaming, how long one lasts, closing and opening again.

use chrono::TimeDelta;
use uuid::Uuid;

use super::{authorise, find_kept, find_open};
use crate::{
    capability::Outcome,
    directory,
    errors::Refusal,
    label,
    organisations::{
        model::{Term, UNDO_MINUTES, read_title},
        store,
        view::{self, Action, CardView, ListView},
    },
    people, text,
    turn::{Turn, TurnTx},
    units::{self, Association, Right, Unit, may, units_with},
};

/// A page of everything that is kept: what lies in several units is listed once.
pub(super) async fn list(turn: &Turn, page: usize) -> Outcome {
    let mut kept: Vec<Association> = Vec::new();
    for unit in units_with(turn.roles(), Right::KeepMembers) {
        let more = units::list_associations(&turn.app().db, unit).await?;
        let news = more.into_iter().filter(|one| kept.iter().all(|other| other.id != one.id));
        kept.extend(news.collect::<Vec<_>>());
    }
    let mut organised = units_with(turn.roles(), Right::KeepOrganisations);
    let view = ListView {
        associations: &kept,
        page,
        is_marker: organised.any(|unit| matches!(unit, Unit::Municipality(_))),
        is_opener: units_with(turn.roles(), Right::KeepOrganisations).next().is_some(),
    };
    Ok(view::list_screen(&view, turn.texts()))
}

pub(super) async fn show(turn: &Turn, id: Uuid) -> Outcome {
    let association = find_kept(turn, id, Right::KeepMembers).await?;
    let db = &turn.app().db;
    let members = store::list_members(db, id).await?;
    let head = units::find_head(db, id, None).await?;
    let head = head.and_then(|held| members.iter().find(|member| member.person_id == held.person_id));
    let is_recent = |closed_at| turn.now() - closed_at <= TimeDelta::minutes(UNDO_MINUTES);
    let is_keeper = may(turn.roles(), Right::KeepOrganisations, association.unit());
    let card = CardView {
        association: &association,
        head,
        members: members.len(),
        is_keeper,
        is_reopenable: is_keeper && association.closed_at.is_some_and(is_recent),
        catalogue: &turn.app().catalogue,
    };
    Ok(view::card_screen(&card, turn.texts()))
}

pub(super) async fn ask_title(turn: &Turn, id: Uuid) -> Outcome {
    let association = find_open(turn, id, Right::KeepOrganisations).await?;
    Ok(view::rename_screen(&association, turn.texts()))
}

pub(super) async fn rename(turn: &Turn, id: Uuid, words: &str) -> Outcome {
    let association = find_open(turn, id, Right::KeepOrganisations).await?;
    let Some(title) = read_title(words) else {
        let word = text!(turn.texts(), "organisations-title-fault");
        return Ok(view::below(&word, view::rename_screen(&association, turn.texts())));
    };
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), Right::KeepOrganisations, association.unit()).await?;
    units::rename_association(tx.tx(), id, &title).await?;
    finish(turn, tx, id).await
}

pub(super) async fn ask_term(turn: &Turn, id: Uuid) -> Outcome {
    let association = find_open(turn, id, Right::KeepOrganisations).await?;
    Ok(view::term_screen(&association, turn.texts()))
}

pub(super) async fn set_term(turn: &Turn, id: Uuid, term: Term) -> Outcome {
    let association = find_open(turn, id, Right::KeepOrganisations).await?;
    let today = people::civil_today(turn.app(), turn.known_person()?, turn.now()).await?;
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), Right::KeepOrganisations, association.unit()).await?;
    units::set_term(tx.tx(), id, term.last_day(today)).await?;
    finish(turn, tx, id).await
}

pub(super) async fn ask_to_close(turn: &Turn, id: Uuid) -> Outcome {
    let association = find_open(turn, id, Right::KeepOrganisations).await?;
    Ok(view::close_screen(&association, turn.texts()))
}

/// Closes an association, and with it the role of its head. Pressed twice, it is closed once.
pub(super) async fn close(turn: &Turn, id: Uuid) -> Outcome {
    let association = find_kept(turn, id, Right::KeepOrganisations).await?;
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), Right::KeepOrganisations, association.unit()).await?;
    let is_closed = units::close_association(tx.tx(), id, turn.now()).await?;
    let head = units::find_head_within(tx.tx(), id, None).await?;
    if is_closed && let Some(head) = &head {
        directory::end_role(turn, tx.tx(), head, "og1.shut").await?;
    }
    let screen = finish(turn, tx, id).await?;
    head.iter().for_each(|head| turn.app().command_lists.changed(head.person_id));
    Ok(screen)
}

/// Opens an association again that was closed a short while ago; whoever headed it and still belongs to it heads it again.
pub(super) async fn reopen(turn: &Turn, id: Uuid) -> Outcome {
    let association = find_kept(turn, id, Right::KeepOrganisations).await?;
    let Some(closed_at) = association.closed_at else {
        return show(turn, id).await;
    };
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), Right::KeepOrganisations, association.unit()).await?;
    let since = turn.now() - TimeDelta::minutes(UNDO_MINUTES);
    if !units::reopen_association(tx.tx(), id, since).await? {
        return Err(Refusal::because("organisations-too-late"));
    }
    let head = units::find_head_within(tx.tx(), id, Some(closed_at)).await?;
    if let Some(head) = &head
        && units::has_member(tx.tx(), id, head.person_id).await?
    {
        directory::return_role(turn, tx.tx(), head, "og1.reopen").await?;
    }
    let screen = finish(turn, tx, id).await?;
    head.iter().for_each(|head| turn.app().command_lists.changed(head.person_id));
    Ok(screen)
}

/// Commits, and shows the association as it is now.
pub(super) async fn finish(turn: &Turn, mut tx: TurnTx, id: Uuid) -> Outcome {
    tx.expect_nothing();
    tx.stand_at(&Action::Card(id).into());
    tx.commit().await?;
    Ok(show(turn, id).await?.toast(label!(turn.texts(), "organisations-done")))
}
