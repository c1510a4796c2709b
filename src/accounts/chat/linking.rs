//! Attaching another account of one's own by a code, and taking that back.

use chrono::TimeDelta;
use uuid::Uuid;

use crate::{
    accounts::{
        jobs,
        model::{CODE_MINUTES, Code, MOST_TRIES, MoveKind, MoveState},
        store::{self, NewMove},
        view::{self, Action},
    },
    audit::{self, Deed, NewEntry},
    capability::{self, Outcome},
    conversations, directory,
    errors::Refusal,
    messenger::Screen,
    people,
    turn::{Turn, TurnTx},
    units,
};

/// Makes a code and shows it. It stands on this screen only: shown again, the screen offers a new one.
pub(super) async fn make_code(turn: &Turn) -> Outcome {
    if turn.shows_again() {
        return Ok(explain(turn));
    }
    let code = Code::random();
    let mut tx = turn.begin().await?;
    let expires_at = turn.now() + TimeDelta::minutes(CODE_MINUTES);
    store::put_code(tx.tx(), turn.known_person()?.id, &code.hash(), expires_at).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Link.into());
    tx.commit().await?;
    Ok(view::code_screen(Some(&code.spelled()), CODE_MINUTES, turn.texts()))
}

pub(super) fn explain(turn: &Turn) -> Screen {
    view::code_screen(None, CODE_MINUTES, turn.texts())
}

/// Asks for a code. Somebody who has registered here is somebody already.
pub(super) async fn ask_code(turn: &Turn) -> Outcome {
    if is_registered(turn) {
        return Err(Refusal::because("accounts-registered"));
    }
    let mut tx = turn.begin().await?;
    tx.stand_at(&Action::Enter.into());
    tx.commit().await?;
    Ok(view::enter_screen(turn.texts()))
}

fn is_registered(turn: &Turn) -> bool {
    turn.person().is_some_and(|person| person.registered_at.is_some())
}

/// Takes a typed code. Each try counts, whatever was typed behind it.
pub(super) async fn receive_code(turn: Turn) -> Outcome {
    let turn = &turn;
    if is_registered(turn) {
        return Err(Refusal::because("accounts-registered"));
    }
    let Some(code) = Code::read(turn.words().unwrap_or_default()) else {
        return Err(Refusal::because("accounts-not-a-code"));
    };
    let mut tx = turn.begin().await?;
    let contact = tx.contact_id();
    let tries = store::count_try(tx.tx(), contact, turn.now()).await?;
    let person = match tries {
        1..=MOST_TRIES => store::take_code(tx.tx(), &code.hash(), turn.now()).await?,
        _ => None,
    };
    let Some(person) = person else {
        tx.commit().await?;
        let word = view::try_word((MOST_TRIES - tries).max(0), turn.texts());
        return Ok(people::below(&word, view::enter_screen(turn.texts())));
    };
    attach(turn, &mut tx, person).await?;
    tx.expect_nothing();
    tx.stand_at(&people::menu_address());
    tx.commit().await?;
    turn.app().command_lists.changed(person);
    let turn = turn.at_start().await?;
    Ok(people::below(&view::attached_word(turn.texts()), people::show_home(&turn).await?))
}

/// Attaches the contact that speaks to a person, and owes those that were there a letter. Whoever had begun to register
/// here has said nothing that the person has not.
async fn attach(turn: &Turn, tx: &mut TurnTx, person: Uuid) -> anyhow::Result<()> {
    let (contact, now) = (tx.contact_id(), turn.now());
    let there = people::list_contact_states(tx.tx(), person).await?;
    if let Some(begun) = turn.person() {
        capability::merge(turn.app(), tx.tx(), begun.id, person).await?;
    }
    people::attach_contact(tx.tx(), contact, person, now).await?;
    conversations::forget_contact(tx.tx(), contact).await?;
    let municipality = municipality_of(tx, person).await?;
    let new = NewMove {
        kind: MoveKind::Added,
        former_id: None,
        person_id: Some(person),
        moved: &[contact],
        municipality,
        decided_by: Some(person),
    };
    if let Some(id) = store::add_move(tx.tx(), &new, now).await? {
        for (old, _) in there.into_iter().filter(|(_, is_gone)| !is_gone) {
            jobs::tell_contact(tx.tx(), (id, true), (person, old), now).await?;
        }
    }
    write_down(tx, (person, person), Deed::AddedAccount, (municipality, "ac1.enter")).await?;
    tx.person_changed(person).await
}

async fn municipality_of(tx: &mut TurnTx, person: Uuid) -> anyhow::Result<Option<Uuid>> {
    let places = units::places_within(tx.tx(), person).await?;
    Ok(places.first().map(|place| place.municipality_id))
}

/// Writes down who did what with whose accounts, at this moment.
pub(super) async fn write_down(
    tx: &mut TurnTx,
    (actor, subject): (Uuid, Uuid),
    deed: Deed,
    (municipality, source): (Option<Uuid>, &'static str),
) -> anyhow::Result<()> {
    let entry = NewEntry { actor, subject, deed, role: None, municipality, source };
    let now = tx.now();
    Ok(audit::add_entry(tx.tx(), &entry, now).await?)
}

/// Detaches an account that a code attached; any other of the same person may.
pub(super) async fn take_back(turn: &Turn, id: Uuid) -> Outcome {
    let app = turn.app();
    let person = turn.known_person()?.id;
    let found = store::find_move(&app.db, id).await?.ok_or_else(directory::out_of_sight)?;
    let speaks = turn.contact_id().ok_or_else(directory::out_of_sight)?;
    let is_theirs = found.kind == MoveKind::Added && found.person_id == Some(person);
    if !is_theirs || found.moved.contains(&speaks) {
        return Err(directory::out_of_sight());
    }
    if found.state == MoveState::Done {
        let mut tx = turn.begin().await?;
        let known = people::contact_keys_within(tx.tx(), person).await?;
        store::mark_undone(tx.tx(), id).await?;
        store::drop_code(tx.tx(), person).await?;
        for contact in &found.moved {
            if people::detach_contact(tx.tx(), *contact, person).await? {
                conversations::forget_contact(tx.tx(), *contact).await?;
            }
        }
        let left = people::contact_keys_within(tx.tx(), person).await?;
        let municipality = municipality_of(&mut tx, person).await?;
        write_down(&mut tx, (person, person), Deed::PartedAccounts, (municipality, "ac1.notme")).await?;
        tx.expect_nothing();
        tx.stand_at(&people::menu_address());
        tx.commit().await?;
        for gone in known.into_iter().filter(|key| !left.contains(key)) {
            app.command_lists.left(gone);
        }
    }
    Ok(people::below(&view::undone_word(turn.texts()), people::show_home(turn).await?))
}
