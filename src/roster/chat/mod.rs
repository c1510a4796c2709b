//! What people do here: send a list, say what its columns hold, have it taken in; say who is who.
//! Not here: the rules, which stand in the model and in `units`.

mod importing;
mod matching;
mod receiving;

pub use matching::open_for;

use super::{IMPORTS, view::Action};
use crate::{
    capability::{Outcome, Tree},
    errors::Refusal,
    messenger::{Event, SentFile, SentKind},
    people::Standing,
    turn::Turn,
};

/// Endings of the names of sheets. Only whether a file is looked at hangs on them, never how.
const ENDINGS: [&str; 7] = [".xlsx", ".csv", ".xls", ".xlsm", ".xlsb", ".ods", ".tsv"];

/// The branch of the tree. The gates have asked for the roles of whoever presses; files pass no gate.
#[must_use]
pub fn tree() -> Tree {
    dptree::entry()
        .branch(
            dptree::filter_map(|turn: Turn| match &turn.incoming().event {
                Event::Press { payload } => Action::read(payload),
                _ => None,
            })
            .endpoint(carry_out),
        )
        .branch(dptree::filter_map(|turn: Turn| awaited_list(&turn)).endpoint(receiving::receive))
}

/// The branch of lists that nobody asked for. It stands behind every capability: a screen that asks for a file comes
/// before it, whatever the file is called.
#[must_use]
pub fn unasked_lists() -> Tree {
    dptree::filter_map(|turn: Turn| unasked_list(&turn)).endpoint(receiving::receive)
}

/// A file sent at the question for a list.
fn awaited_list(turn: &Turn) -> Option<SentFile> {
    let is_asked = matches!(
        address(turn),
        Some(Action::Start | Action::At(_) | Action::Show(_) | Action::Without(..) | Action::Ask(_))
    );
    sent_file(turn).filter(|_| is_asked)
}

/// A file that is called like a sheet, sent where nobody waits for words.
fn unasked_list(turn: &Turn) -> Option<SentFile> {
    let file = sent_file(turn)?;
    let name = file.name.as_deref().unwrap_or_default().to_lowercase();
    let is_sheet = ENDINGS.iter().any(|ending| name.ends_with(ending));
    (is_sheet && turn.conversation().expects.is_none()).then_some(file)
}

/// A file from somebody who takes lists in.
fn sent_file(turn: &Turn) -> Option<SentFile> {
    let Event::File(file) = &turn.incoming().event else { return None };
    let may_import = IMPORTS.admits(Standing::Registered, turn.roles());
    (may_import && file.kind == SentKind::File).then(|| file.clone())
}

/// The screen where the person stands, if it is one of ours.
fn address(turn: &Turn) -> Option<Action> {
    turn.conversation().address.as_deref().and_then(Action::read)
}

async fn carry_out(turn: Turn, action: Action) -> Outcome {
    let turn = &turn;
    match action {
        Action::Start => receiving::ask(turn).await,
        Action::At(municipality) => receiving::ask_at(turn, municipality).await,
        Action::Template(municipality) => receiving::send_template(turn, municipality).await,
        Action::Show(id) => importing::show(turn, id).await,
        Action::Map(id, field, column) => importing::map(turn, id, (field, column)).await,
        Action::Without(id, field) => importing::go_without(turn, id, field).await,
        Action::Ask(id) => importing::ask_basis(turn, id).await,
        Action::Carry(id, basis) => importing::begin(turn, id, basis).await,
        Action::Refused(id) => importing::send_refused(turn, id).await,
        Action::Drop(id) => importing::drop(turn, id).await,
        Action::Stop(id) => importing::stop(turn, id).await,
        Action::Matches => matching::show_next(turn).await,
        Action::Match(id) => matching::show(turn, id).await,
        Action::Same(id) => matching::decide(turn, id, true).await,
        Action::Other(id) => matching::decide(turn, id, false).await,
        Action::Reopen(id) => matching::reopen(turn, id).await,
    }
}

fn out_of_sight() -> anyhow::Error {
    Refusal::because("roster-out-of-sight")
}
