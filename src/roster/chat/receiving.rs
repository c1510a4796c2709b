//! Asking for a list and taking a file: fetched under a cap, read apart, tried without changing anything.

use std::sync::Arc;

use uuid::Uuid;

use super::{address, out_of_sight};
use crate::{
    attachments,
    capability::Outcome,
    directory,
    documents::sheets_xlsx,
    label,
    messenger::{Attachment, Markup, Screen, SentFile},
    roster::{
        jobs,
        model::{Counts, Mapping, refused},
        store::{self, NewImport},
        view::{self, Action},
    },
    sheets::Table,
    text,
    turn::Turn,
    units::{self, Municipality, Right, Unit, may, units_with},
};

/// Asks for a list; whoever coordinates several municipalities says first of which.
pub(super) async fn ask(turn: &Turn) -> Outcome {
    let own = own_municipalities(turn).await?;
    let back = directory::back_button(turn.texts());
    match &*own {
        [] => Err(out_of_sight()),
        [only] => Ok(view::start_screen(only, back, turn.texts())),
        several => Ok(view::choose_screen(several, back, turn.texts())),
    }
}

pub(super) async fn ask_at(turn: &Turn, municipality: Uuid) -> Outcome {
    let own = find_own(turn, municipality).await?;
    Ok(view::start_screen(&own, directory::back_button(turn.texts()), turn.texts()))
}

/// Sends the template below the question for a list.
pub(super) async fn send_template(turn: &Turn, municipality: Uuid) -> Outcome {
    turn.take_heavy()?;
    let (screen, texts) = (ask_at(turn, municipality).await?, turn.texts());
    let bytes = turn.put_together(|turn| sheets_xlsx(&[view::template(turn.texts())])).await?;
    let caption = text!(texts, "roster-template-caption");
    Ok(screen.with(file(label!(texts, "roster-template-file"), bytes, caption)))
}

/// An XLSX file to send.
pub(super) fn file(name: String, bytes: Vec<u8>, caption: Markup) -> Attachment {
    Attachment::File { name, bytes: bytes.into(), caption }
}

/// Takes a list and shows what it would change.
pub(super) async fn receive(turn: Turn, sent: SentFile) -> Outcome {
    let Some(municipality) = meant_municipality(&turn).await? else {
        return ask(&turn).await;
    };
    let table = Arc::new(attachments::fetch_sheet(&turn, &sent).await?);
    let name: String = sent.name.unwrap_or_default().chars().take(100).collect();
    try_out(&turn, (municipality, &name), table).await
}

/// The municipality whose list this is: that of the question, that of the import on the screen, or the only one.
async fn meant_municipality(turn: &Turn) -> anyhow::Result<Option<Uuid>> {
    let own = own_municipalities(turn).await?;
    let asked = match address(turn) {
        Some(Action::At(municipality)) => Some(municipality),
        Some(Action::Show(id) | Action::Without(id, _) | Action::Ask(id)) => {
            store::find_import(&turn.app().db, id).await?.map(|import| import.municipality)
        }
        _ => None,
    };
    let only = match &*own {
        [only] => Some(only.id),
        _ => None,
    };
    Ok(asked.filter(|id| own.iter().any(|known| known.id == *id)).or(only))
}

/// Keeps a list with what it would change, and shows that.
async fn try_out(turn: &Turn, (municipality, name): (Uuid, &str), table: Arc<Table>) -> Outcome {
    let person = turn.known_person()?.id;
    let mapping = Mapping::recognise(&table);
    let steps = match mapping.missing() {
        None => Some(jobs::plan(turn.app(), (Arc::clone(&table), mapping.clone()), municipality).await?),
        Some(_) => None,
    };
    let mut tx = turn.begin().await?;
    super::importing::authorise(turn, tx.tx(), municipality).await?;
    store::drop_open_imports(tx.tx(), person, municipality).await?;
    let new = NewImport { municipality, imported_by: person, file_name: name, table: &table };
    let id = store::add_import(tx.tx(), &new, turn.now()).await?;
    if let Some(steps) = &steps {
        let refused = refused(&table, &mapping, steps);
        store::mark_checked(tx.tx(), id, &mapping, Some((Counts::of(steps), &refused))).await?;
    }
    tx.expect_nothing();
    tx.stand_at(&Action::Show(id).into());
    tx.commit().await?;
    super::importing::show(turn, id).await
}

/// The municipalities for which whoever speaks takes lists in.
async fn own_municipalities(turn: &Turn) -> anyhow::Result<Vec<Municipality>> {
    let units: Vec<Unit> = units_with(turn.roles(), Right::Import).collect();
    let mut all = units::list_municipalities(&turn.app().db).await?;
    all.retain(|place| units.contains(&Unit::Municipality(place.id)));
    Ok(all)
}

async fn find_own(turn: &Turn, municipality: Uuid) -> anyhow::Result<Municipality> {
    if !may(turn.roles(), Right::Import, Unit::Municipality(municipality)) {
        return Err(out_of_sight());
    }
    let own = own_municipalities(turn).await?;
    own.into_iter().find(|place| place.id == municipality).ok_or_else(out_of_sight)
}

/// The question for a list with a word about what became of the last one.
pub(super) async fn ask_again(turn: &Turn, municipality: Uuid, toast: String) -> anyhow::Result<Screen> {
    Ok(ask_at(turn, municipality).await?.toast(toast))
}
