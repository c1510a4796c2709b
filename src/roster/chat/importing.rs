//! What becomes of a list that was sent: its columns, the yes to it, watching and stopping it, and its refused rows.

use std::sync::Arc;

use uuid::Uuid;

use super::{out_of_sight, receiving};
use crate::{
    audit::{self, Deed, NewEntry},
    capability::Outcome,
    db::Tx,
    documents::sheets_xlsx,
    errors::Refusal,
    label,
    roster::{
        jobs,
        model::{Basis, Counts, Field, Import, State, refused},
        store::{self, Content},
        view::{self, Action},
    },
    text,
    turn::Turn,
    units::{self, Right, Unit, may},
};

/// An import as it is now.
pub(super) async fn show(turn: &Turn, id: Uuid) -> Outcome {
    let import = find_own(turn, id).await?;
    if import.state != State::Mapping {
        return Ok(view::import_screen(&import, turn.texts()));
    }
    let Content { import, table } = find_content(turn, id).await?;
    match import.mapping.missing() {
        Some(field) => Ok(view::columns_screen(id, field, &import.mapping.unknown(&table), turn.texts())),
        None => Ok(view::import_screen(&import, turn.texts())),
    }
}

/// A column holds this field; once every needed one is known the list is tried.
pub(super) async fn map(turn: &Turn, id: Uuid, (field, column): (Field, usize)) -> Outcome {
    let Content { mut import, table } = find_content(turn, id).await?;
    let is_offered = import.mapping.unknown(&table).iter().any(|(known, _)| *known == column);
    // A press on an older question must not undo an answer.
    if import.state != State::Mapping || !is_offered || import.mapping.missing() != Some(field) {
        return show(turn, id).await;
    }
    import.mapping.columns.insert(field, column);
    let table = Arc::new(table);
    let steps = match import.mapping.missing() {
        Some(_) => None,
        None => {
            let tried = (Arc::clone(&table), import.mapping.clone());
            Some(jobs::plan(turn.app(), tried, import.municipality).await?)
        }
    };
    let refused = steps.as_ref().map(|steps| refused(&table, &import.mapping, steps)).unwrap_or_default();
    let checked = steps.as_ref().map(|steps| (Counts::of(steps), refused.as_slice()));
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), import.municipality).await?;
    store::mark_checked(tx.tx(), id, &import.mapping, checked).await?;
    tx.stand_at(&Action::Show(id).into());
    tx.commit().await?;
    show(turn, id).await
}

/// There is no such column: where the family name stands alone the whole name may stand, else nothing can be done.
pub(super) async fn go_without(turn: &Turn, id: Uuid, field: Field) -> Outcome {
    let Content { mut import, .. } = find_content(turn, id).await?;
    let whole = import.mapping.columns.get(&Field::Family).copied();
    match whole.filter(|_| field == Field::Given && import.state == State::Mapping) {
        Some(column) => {
            import.mapping.columns.remove(&Field::Family);
            let mut tx = turn.begin().await?;
            authorise(turn, tx.tx(), import.municipality).await?;
            store::mark_checked(tx.tx(), id, &import.mapping, None).await?;
            tx.commit().await?;
            map_again(turn, id, column).await
        }
        None => Ok(view::without_screen(id, field, turn.texts())),
    }
}

/// The column of the family name is asked for as that of the whole name.
async fn map_again(turn: &Turn, id: Uuid, column: usize) -> Outcome {
    let Content { import, table } = find_content(turn, id).await?;
    let unknown = import.mapping.unknown(&table);
    let own: Vec<_> = unknown.into_iter().filter(|(known, _)| *known == column).collect();
    Ok(view::columns_screen(id, Field::Name, &own, turn.texts()))
}

pub(super) async fn ask_basis(turn: &Turn, id: Uuid) -> Outcome {
    let import = find_own(turn, id).await?;
    match import.state {
        State::Checked => Ok(view::basis_screen(&import, turn.texts())),
        _ => show(turn, id).await,
    }
}

/// Lets the import run. Pressed twice, it runs once.
pub(super) async fn begin(turn: &Turn, id: Uuid, basis: Basis) -> Outcome {
    let import = find_own(turn, id).await?;
    if import.state != State::Checked {
        return show(turn, id).await;
    }
    let actor = turn.known_person()?.id;
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), import.municipality).await?;
    if !store::mark_running(tx.tx(), &import, basis).await? {
        return Err(Refusal::because("roster-import-busy"));
    }
    let entry = NewEntry {
        actor,
        subject: actor,
        deed: Deed::ImportedList,
        role: None,
        municipality: Some(import.municipality),
        source: "ro1.carry",
    };
    audit::add_entry(tx.tx(), &entry, turn.now()).await?;
    jobs::owe_import(tx.tx(), (id, actor), turn.now()).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Show(id).into());
    tx.commit().await?;
    Ok(show(turn, id).await?.toast(label!(turn.texts(), "roster-import-begun")))
}

/// Sends the refused rows as the same sheet, each with its reasons.
pub(super) async fn send_refused(turn: &Turn, id: Uuid) -> Outcome {
    turn.take_heavy()?;
    let Content { import, table } = find_content(turn, id).await?;
    let (screen, texts) = (show(turn, id).await?, turn.texts());
    let caption = text!(texts, "roster-refused-caption", count = import.refused.len());
    let made = turn.put_together(move |turn| {
        sheets_xlsx(&[view::refused_sheet(&table, import.mapping.head, &import.refused, turn.texts())])
    });
    let bytes = made.await?;
    Ok(screen.with(receiving::file(label!(texts, "roster-refused-file"), bytes, caption)))
}

/// Drops a list that was not carried out; what a colleague sent is theirs to drop.
pub(super) async fn drop(turn: &Turn, id: Uuid) -> Outcome {
    let import = find_own(turn, id).await?;
    if !matches!(import.state, State::Mapping | State::Checked) {
        return show(turn, id).await;
    }
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), import.municipality).await?;
    if !store::drop_open_import(tx.tx(), id, turn.known_person()?.id).await? {
        return Err(out_of_sight());
    }
    tx.expect_nothing();
    tx.stand_at(&Action::At(import.municipality).into());
    tx.commit().await?;
    receiving::ask_again(turn, import.municipality, label!(turn.texts(), "roster-import-dropped")).await
}

/// Stops a running import; what it has done so far stays.
pub(super) async fn stop(turn: &Turn, id: Uuid) -> Outcome {
    let import = find_own(turn, id).await?;
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), import.municipality).await?;
    if store::mark_stopped(tx.tx(), id, turn.now()).await? {
        jobs::tell_of_import(tx.tx(), id, State::Stopped.as_str(), turn.now()).await?;
    }
    tx.expect_nothing();
    tx.stand_at(&Action::Show(id).into());
    tx.commit().await?;
    show(turn, id).await
}

/// Whether whoever speaks takes lists in for this municipality at this very moment.
pub(super) async fn authorise(turn: &Turn, tx: &mut Tx, municipality: Uuid) -> anyhow::Result<()> {
    let roles = units::roles_within(tx, turn.known_person()?.id).await?;
    if may(&roles, Right::Import, Unit::Municipality(municipality)) { Ok(()) } else { Err(out_of_sight()) }
}

/// The import with this id, if whoever speaks takes lists in for its municipality.
async fn find_own(turn: &Turn, id: Uuid) -> anyhow::Result<Import> {
    let import = store::find_import(&turn.app().db, id).await?.ok_or_else(out_of_sight)?;
    let unit = Unit::Municipality(import.municipality);
    if may(turn.roles(), Right::Import, unit) { Ok(import) } else { Err(out_of_sight()) }
}

/// The same with its rows, while they are kept.
async fn find_content(turn: &Turn, id: Uuid) -> anyhow::Result<Content> {
    find_own(turn, id).await?;
    let found = store::find_content(&turn.app().db, id).await?;
    found.ok_or_else(|| Refusal::because("roster-rows-gone"))
}
