//! Saying whether somebody who came in is somebody of a list, and taking that back.

use chrono::TimeDelta;
use uuid::Uuid;

use super::out_of_sight;
use crate::{
    app::App,
    capability::Outcome,
    db::Tx,
    directory,
    errors::Refusal,
    label, outbox,
    roster::{
        jobs,
        model::Match,
        store,
        view::{self, Action},
    },
    turn::Turn,
    units::{self, Right, RoleAt, Unit, may, units_with},
};

/// The first undecided match of one's own units.
pub(super) async fn show_next(turn: &Turn) -> Outcome {
    let back = directory::back_button(turn.texts());
    match list_open(turn).await?.first() {
        Some(id) => show(turn, *id).await,
        None => Ok(view::no_matches_screen(back, turn.texts())),
    }
}

/// A match: the question, or what was decided.
pub(super) async fn show(turn: &Turn, id: Uuid) -> Outcome {
    let found = find_own(turn, id).await?;
    let (open, texts) = (list_open(turn).await?, turn.texts());
    let back = directory::back_button(texts);
    if found.state != "open" {
        let since = turn.now() - TimeDelta::hours(jobs::UNDO_HOURS);
        let is_recent = found.decided_at.is_some_and(|at| at >= since);
        let is_undoable = is_recent && (found.state == "other" || found.is_kept);
        return Ok(view::decided_screen(&found, (is_undoable, open.len()), back, texts));
    }
    if found.listed_name.is_none() || found.newcomer_name.is_none() {
        return Err(out_of_sight());
    }
    let school = units::find_school(&turn.app().db, found.school_id).await?;
    let school = school.map(|school| school.short_title).unwrap_or_default();
    Ok(view::match_screen(&found, (&school, open.len().saturating_sub(1)), back, texts))
}

/// Decides, and goes on to the next question if there is one. Pressed twice, or by two, it is decided once.
pub(super) async fn decide(turn: &Turn, id: Uuid, is_same: bool) -> Outcome {
    let found = find_own(turn, id).await?;
    if found.state != "open" {
        return show(turn, id).await;
    }
    let actor = turn.known_person()?.id;
    let is_last = list_open(turn).await?.iter().all(|open| *open == id);
    let mut tx = turn.begin().await?;
    authorise(tx.tx(), &found, actor).await?;
    let (mut state, mut kept) = ("other", None);
    if is_same {
        let pair = (found.listed_id, found.newcomer_id);
        kept = jobs::join(turn.app(), tx.tx(), pair, (actor, "ro1.same")).await?;
        if kept.is_none() {
            return Err(out_of_sight());
        }
        state = "same";
    }
    if !store::decide(tx.tx(), (id, actor), (state, kept.as_ref()), turn.now()).await? {
        return Err(out_of_sight());
    }
    outbox::end_cause(tx.tx(), &jobs::match_cause(id), turn.now()).await?;
    tx.expect_nothing();
    let address = if is_last { Action::Match(id) } else { Action::Matches };
    tx.stand_at(&address.into());
    tx.commit().await?;
    let screen = match list_open(turn).await?.first() {
        Some(next) => view::next_screen(&find_own(turn, id).await?, show(turn, *next).await?, turn.texts()),
        None => show(turn, id).await?,
    };
    Ok(screen.toast(label!(turn.texts(), "roster-decided-toast")))
}

/// Takes a decision back.
pub(super) async fn reopen(turn: &Turn, id: Uuid) -> Outcome {
    let found = find_own(turn, id).await?;
    if found.state == "open" {
        return show(turn, id).await;
    }
    let actor = turn.known_person()?.id;
    let mut tx = turn.begin().await?;
    authorise(tx.tx(), &found, actor).await?;
    if !jobs::part(turn.app(), tx.tx(), &found, actor).await? {
        return Err(Refusal::because("roster-too-late"));
    }
    tx.expect_nothing();
    tx.stand_at(&Action::Match(id).into());
    tx.commit().await?;
    turn.app().command_lists.changed(found.newcomer_id);
    show(turn, id).await
}

/// Whether whoever decides may at this very moment. Nobody says of themselves who they are.
async fn authorise(tx: &mut Tx, found: &Match, actor: Uuid) -> anyhow::Result<()> {
    let roles = units::roles_within(tx, actor).await?;
    let is_allowed = found.newcomer_id != actor && may(&roles, Right::Admit, unit_of(found));
    if is_allowed { Ok(()) } else { Err(out_of_sight()) }
}

fn unit_of(found: &Match) -> Unit {
    Unit::School(found.municipality_id, found.school_id)
}

async fn list_open(turn: &Turn) -> anyhow::Result<Vec<Uuid>> {
    open_for(turn.app(), turn.roles()).await
}

/// The undecided matches of every unit in which somebody with these roles decides.
pub async fn open_for(app: &App, roles: &[RoleAt]) -> anyhow::Result<Vec<Uuid>> {
    let mut open = Vec::new();
    for unit in units_with(roles, Right::Admit).collect::<Vec<_>>() {
        let Some(municipality) = unit.municipality() else { continue };
        for id in store::list_open(&app.db, municipality, unit.school()).await? {
            if !open.contains(&id) {
                open.push(id);
            }
        }
    }
    Ok(open)
}

/// The match with this id, if whoever speaks decides there.
async fn find_own(turn: &Turn, id: Uuid) -> anyhow::Result<Match> {
    let found = store::find_match(&turn.app().db, id).await?.ok_or_else(out_of_sight)?;
    if may(turn.roles(), Right::Admit, unit_of(&found)) { Ok(found) } else { Err(out_of_sight()) }
}
