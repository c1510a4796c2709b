//! Keeping what a municipality offers: a kind of step typed, a sheet of them tried and taken in, one retired; whole routes.
//! Who: methodologists and coordinators, for their own municipality.
//! Not here: choosing from it.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{address, changed, drawing, review, stand};
use crate::{
    attachments,
    capability::Outcome,
    directory,
    errors::Refusal,
    label,
    learning_routes::{
        KEEPS,
        model::{
            AREAS, KindField, KindLayout, MOST_KINDS, NewKind, RouteTemplate, StepKind, TriedKinds,
            find_kind_layout, try_kinds,
        },
        store,
        view::{self, Action, Office},
    },
    messenger::{Button, Event, SentFile, SentKind},
    people::Standing,
    sheets::Table,
    turn::Turn,
    units::{Role, Unit, search_key},
};

/// Under which names the conversation keeps what waits for an answer.
const ONE: &str = "learning_routes/kind";
const SHEET: &str = "learning_routes/kinds";

#[derive(Debug, Serialize, Deserialize)]
struct Pending {
    kind: NewKind,
}

/// The municipality for which whoever speaks keeps this. Typed words and files pass no gate, so it is asked here.
fn kept_municipality(turn: &Turn) -> anyhow::Result<Uuid> {
    let found = turn.roles().iter().find_map(|held| match (held.role, held.unit) {
        (Role::Methodologist | Role::Coordinator, Unit::Municipality(id)) => Some(id),
        _ => None,
    });
    found.ok_or_else(changed)
}

fn back(turn: &Turn) -> Button {
    let looks = review::municipalities(turn).next().is_some();
    let label = if looks {
        label!(turn.texts(), "learning_routes-back-queue")
    } else {
        label!(turn.texts(), "learning_routes-back-admin")
    };
    if looks { Button::new(label, Action::Queue) } else { Button::new(label, directory::admin_address()) }
}

pub(super) async fn show(turn: &Turn, page: usize) -> Outcome {
    let (db, municipality) = (&turn.app().db, kept_municipality(turn)?);
    let kinds = store::list_kinds(db, municipality).await?;
    let templates = store::list_templates(db, municipality).await?;
    Ok(view::kinds_screen((&kinds, &templates), (page, back(turn)), turn.texts()))
}

pub(super) async fn retire(turn: &Turn, id: Uuid) -> Outcome {
    let municipality = kept_municipality(turn)?;
    let mut tx = turn.begin().await?;
    if !store::retire_kind(tx.tx(), (municipality, id), turn.now()).await? {
        return Err(changed());
    }
    stand(tx, Office::Kinds(0).into()).await?;
    Ok(show(turn, 0).await?.toast(label!(turn.texts(), "learning_routes-kinds-retired-toast")))
}

pub(super) async fn retire_template(turn: &Turn, id: Uuid) -> Outcome {
    let municipality = kept_municipality(turn)?;
    let mut tx = turn.begin().await?;
    if !store::retire_template(tx.tx(), (municipality, id), turn.now()).await? {
        return Err(changed());
    }
    stand(tx, Office::Kinds(0).into()).await?;
    Ok(show(turn, 0).await?.toast(label!(turn.texts(), "learning_routes-kinds-retired-toast")))
}

pub(super) fn ask_new(turn: &Turn) -> Outcome {
    kept_municipality(turn)?;
    Ok(view::new_kind_screen(turn.texts()))
}

/// One kind of step, typed: which of the three and for which area is asked by buttons.
pub(super) async fn receive_new(turn: &Turn, words: &str) -> Outcome {
    kept_municipality(turn)?;
    let kind = NewKind::read(words).ok_or_else(|| Refusal::because("learning_routes-words"))?;
    let mut tx = turn.begin().await?;
    tx.park(ONE, &Pending { kind: kind.clone() }).await?;
    stand(tx, Office::KindNew.into()).await?;
    Ok(view::which_kind_screen(&kind, turn.texts()))
}

pub(super) async fn say_which(turn: &Turn, which: StepKind) -> Outcome {
    let Some(mut pending) = turn.draft::<Pending>(ONE).await? else { return ask_new(turn) };
    pending.kind.kind = which;
    let mut tx = turn.begin().await?;
    tx.park(ONE, &pending).await?;
    stand(tx, Office::KindNew.into()).await?;
    Ok(view::kind_area_screen(&pending.kind, turn.texts()))
}

pub(super) async fn say_area(turn: &Turn, index: usize) -> Outcome {
    let municipality = kept_municipality(turn)?;
    let Some(mut pending) = turn.draft::<Pending>(ONE).await? else { return ask_new(turn) };
    let (area, _) = AREAS.get(index).ok_or_else(changed)?;
    pending.kind.areas = vec![(*area).to_owned()];
    let by = (municipality, turn.known_person()?.id);
    let mut tx = turn.begin().await?;
    store::add_kinds(tx.tx(), by, &[pending.kind], turn.now()).await?;
    tx.forget_draft(ONE).await?;
    stand(tx, Office::Kinds(0).into()).await?;
    Ok(show(turn, 0).await?.toast(label!(turn.texts(), "learning_routes-kinds-added-toast")))
}

pub(super) fn ask_sheet(turn: &Turn) -> Outcome {
    kept_municipality(turn)?;
    Ok(view::kind_sheet_screen(turn.texts()))
}

pub(super) fn send_template(turn: &Turn) -> Outcome {
    Ok(view::kind_sheet_screen(turn.texts()).with(view::kind_template_file(turn.texts())?))
}

/// A file sent where a sheet of kinds is asked for, by somebody who keeps them.
pub(super) fn awaited_sheet(turn: &Turn) -> Option<SentFile> {
    let asked = [Office::KindSheet, Office::KindTemplate, Office::KindTried];
    let is_asked = matches!(address(turn), Some(Action::Office(at)) if asked.contains(&at));
    let keeps = KEEPS.admits(Standing::Registered, turn.roles());
    match &turn.incoming().event {
        Event::File(sent) if is_asked && keeps && sent.kind == SentKind::File => Some(sent.clone()),
        _ => None,
    }
}

/// Tries a sheet. The refused rows come back at once, each with its reasons.
pub(super) async fn receive_sheet(turn: Turn, sent: SentFile) -> Outcome {
    let turn = &turn;
    let municipality = kept_municipality(turn)?;
    let table = attachments::fetch_sheet(turn, &sent).await?;
    if table.rows.len() > MOST_KINDS {
        return Err(Refusal::because("learning_routes-kinds-too-many"));
    }
    let layout =
        find_kind_layout(&table).ok_or_else(|| Refusal::because("learning_routes-kinds-headings"))?;
    let tried = try_kinds((&table, &layout), &known_titles(turn, municipality).await?);
    let mut tx = turn.begin().await?;
    tx.park(SHEET, &tried).await?;
    stand(tx, Office::KindTried.into()).await?;
    let screen = view::tried_kinds_screen(&tried, turn.texts());
    if tried.refused.is_empty() {
        return Ok(screen);
    }
    let sheet = view::returned_sheet(returned(&tried, (&table, &layout)), turn.texts());
    let name = label!(turn.texts(), "learning_routes-kinds-refused-file");
    Ok(screen.with(view::kinds_file((name, "refused"), &sheet, turn.texts())?))
}

fn returned<'a>(
    tried: &'a TriedKinds,
    (table, layout): (&Table, &KindLayout),
) -> Vec<(Vec<String>, &'a [String])> {
    let body = layout.body(table);
    let refused = tried.refused.iter().filter_map(|(place, _, faults)| Some((body.get(*place)?, faults)));
    let cells = |row| KindField::ALL.map(|field| layout.cell(row, field).to_owned()).to_vec();
    refused.map(|(row, faults)| (cells(row), faults.as_slice())).collect()
}

/// What is offered already: by the municipality, and by the shipped catalogue.
async fn known_titles(turn: &Turn, municipality: Uuid) -> anyhow::Result<HashSet<String>> {
    let catalogue = drawing::catalogue(turn, municipality).await?;
    Ok(catalogue.titles().map(search_key).collect())
}

pub(super) async fn show_tried(turn: &Turn) -> Outcome {
    match turn.draft::<TriedKinds>(SHEET).await? {
        Some(tried) => Ok(view::tried_kinds_screen(&tried, turn.texts())),
        None => ask_sheet(turn),
    }
}

/// Takes the sheet in. What somebody has added meanwhile is not added twice.
pub(super) async fn take(turn: &Turn) -> Outcome {
    let municipality = kept_municipality(turn)?;
    let Some(tried) = turn.draft::<TriedKinds>(SHEET).await? else { return ask_sheet(turn) };
    let mut known = known_titles(turn, municipality).await?;
    let mut fresh = tried.added;
    fresh.retain(|kind| known.insert(search_key(&kind.title)));
    let by = (municipality, turn.known_person()?.id);
    let mut tx = turn.begin().await?;
    store::add_kinds(tx.tx(), by, &fresh, turn.now()).await?;
    tx.forget_draft(SHEET).await?;
    stand(tx, Office::Kinds(0).into()).await?;
    let toast = label!(turn.texts(), "learning_routes-kinds-taken-toast", count = fresh.len());
    Ok(show(turn, 0).await?.toast(toast))
}

pub(super) async fn ask_title(turn: &Turn, id: Uuid) -> Outcome {
    review::find_looked_at(turn, id).await?;
    Ok(view::keep_screen(id, turn.texts()))
}

/// Keeps the steps of an accompanied route for others.
pub(super) async fn keep(turn: &Turn, id: Uuid, words: &str) -> Outcome {
    let route = review::find_looked_at(turn, id).await?;
    let title = RouteTemplate::read_title(words);
    let title = title.ok_or_else(|| Refusal::because("learning_routes-keep-words"))?;
    let steps = RouteTemplate::steps_of(&route);
    if steps.is_empty() {
        return Err(Refusal::because("learning_routes-keep-empty"));
    }
    let by = (route.municipality_id, turn.known_person()?.id);
    let mut tx = turn.begin().await?;
    store::add_template(tx.tx(), by, (&title, &steps), turn.now()).await?;
    stand(tx, Action::Card(id)).await?;
    let toast = label!(turn.texts(), "learning_routes-kept-toast");
    Ok(review::show_card(turn, id).await?.toast(toast))
}
