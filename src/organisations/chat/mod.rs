//! What is done with associations and schools. What was allowed when a screen was made is asked again where it is done.
//! Not here: the rules, which stand in the model and in `units`.

mod keeping;
mod marking;
mod members;
mod opening;

use uuid::Uuid;

use super::{KEEPS_MEMBERS, KEEPS_ORGANISATIONS, view::Action};
use crate::{
    audit::{self, Deed, NewEntry},
    capability::{Outcome, Tree},
    db::Tx,
    errors::Refusal,
    messenger::Event,
    people::Standing,
    turn::Turn,
    units::{self, Association, Right, Unit, may},
};

/// The branch of the tree. The gates have asked for the roles of whoever presses; typed words pass no gate.
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
        .branch(dptree::filter_map(|turn: Turn| asked_by(&turn)).endpoint(receive_words))
}

/// The screen that words were typed at, if it asks for words; forwarded ones are somebody else's.
fn asked_by(turn: &Turn) -> Option<Action> {
    let is_own = matches!(turn.incoming().event, Event::Words { forwarded: false, .. });
    let address = turn.conversation().address.as_deref().and_then(Action::read).filter(|_| is_own)?;
    let who = match address {
        Action::Add(_) => KEEPS_MEMBERS,
        Action::Title | Action::Rename(_) => KEEPS_ORGANISATIONS,
        _ => return None,
    };
    who.admits(Standing::Registered, turn.roles()).then_some(address)
}

async fn receive_words(turn: Turn, address: Action) -> Outcome {
    let words = turn.words().unwrap_or_default();
    match address {
        Action::Add(id) => members::look_for(&turn, id, words).await,
        Action::Rename(id) => keeping::rename(&turn, id, words).await,
        _ => opening::receive_title(&turn, words).await,
    }
}

async fn carry_out(turn: Turn, action: Action) -> Outcome {
    let turn = &turn;
    match action {
        Action::List(page) => keeping::list(turn, page).await,
        Action::New => opening::begin(turn).await,
        Action::Places(page) => opening::show_places(turn, page).await,
        Action::At(id) => opening::choose_place(turn, id).await,
        Action::Kinds => opening::ask_kind(turn).await,
        Action::Kind(kind) => opening::choose_kind(turn, kind).await,
        Action::Subjects(page) => opening::show_subjects(turn, page).await,
        Action::Subject(id) => opening::choose_subject(turn, &id).await,
        Action::Title => opening::ask_title(turn).await,
        Action::Open => opening::open_as_proposed(turn).await,
        Action::Schools(page) => marking::list(turn, page).await,
        Action::School(id) => marking::show(turn, id).await,
        Action::Mark(id, mark) => marking::mark(turn, id, (mark, true)).await,
        Action::Unmark(id, mark) => marking::mark(turn, id, (mark, false)).await,
        action => carry_out_with_one(turn, action).await,
    }
}

/// What is done with one association and its members.
async fn carry_out_with_one(turn: &Turn, action: Action) -> Outcome {
    match action {
        Action::Card(id) => keeping::show(turn, id).await,
        Action::Rename(id) => keeping::ask_title(turn, id).await,
        Action::Term(id) => keeping::ask_term(turn, id).await,
        Action::Until(id, term) => keeping::set_term(turn, id, term).await,
        Action::Close(id) => keeping::ask_to_close(turn, id).await,
        Action::Shut(id) => keeping::close(turn, id).await,
        Action::Reopen(id) => keeping::reopen(turn, id).await,
        Action::Members(id, page) => members::list(turn, id, page).await,
        Action::Add(id) => members::ask(turn, id).await,
        Action::Join(id, person) => members::take_in(turn, id, person).await,
        Action::Member(id, person) => members::show(turn, id, person).await,
        Action::Remove(id, person) => members::take_out(turn, id, person).await,
        Action::Elect(id, person) => members::ask_to_elect(turn, id, person).await,
        Action::Head(id, person) => members::elect(turn, id, person).await,
        Action::Resign(id, person) => members::ask_to_unseat(turn, id, person).await,
        Action::Unseat(id, person) => members::unseat(turn, id, person).await,
        _ => Err(out_of_sight()),
    }
}

/// The association with this id, also a closed one, if whoever speaks has this right there; else it does not exist.
async fn find_kept(turn: &Turn, id: Uuid, right: Right) -> anyhow::Result<Association> {
    let found = units::find_association(&turn.app().db, id).await?;
    found.filter(|found| may(turn.roles(), right, found.unit())).ok_or_else(out_of_sight)
}

/// The same, while it is open.
async fn find_open(turn: &Turn, id: Uuid, right: Right) -> anyhow::Result<Association> {
    let found = find_kept(turn, id, right).await?;
    if found.closed_at.is_some() {
        return Err(Refusal::because("organisations-closed"));
    }
    Ok(found)
}

/// Holds an association until the transaction ends, if it is still open.
async fn hold_open(tx: &mut Tx, id: Uuid) -> anyhow::Result<()> {
    if units::hold_association(tx, id).await? {
        Ok(())
    } else {
        Err(Refusal::because("organisations-closed"))
    }
}

/// Whether whoever speaks has this right there at this very moment.
async fn authorise(turn: &Turn, tx: &mut Tx, right: Right, at: Unit) -> anyhow::Result<()> {
    let roles = units::roles_within(tx, turn.known_person()?.id).await?;
    if may(&roles, right, at) { Ok(()) } else { Err(out_of_sight()) }
}

/// Writes down what was done to a person or a school.
async fn record(
    turn: &Turn,
    tx: &mut Tx,
    (subject, municipality): (Uuid, Uuid),
    (deed, source): (Deed, &'static str),
) -> anyhow::Result<()> {
    let entry = NewEntry {
        actor: turn.known_person()?.id,
        subject,
        deed,
        role: None,
        municipality: Some(municipality),
        source,
    };
    Ok(audit::add_entry(tx, &entry, turn.now()).await?)
}

fn out_of_sight() -> anyhow::Error {
    Refusal::because("organisations-out-of-sight")
}
