//! One member: opening their card, the checks, admitting them, and taking them out.

use uuid::Uuid;

use super::{
    Seen, address, ask_right, ask_right_again, find_person, find_seen, listing, out_of_sight, outdated,
};
use crate::{
    audit::{self, Deed, NewEntry},
    capability::Outcome,
    directory, label,
    methodologist_pool::{
        model::{Check, Exception, Member, list_missing, read_words},
        store,
        view::{self, Action, CardView},
    },
    turn::{Turn, TurnTx},
    units::{self, Role, RoleAt, Unit},
};

/// Where a person stands with the pool: their card, or the question whether to make them a candidate.
pub(super) async fn show_person(turn: &Turn, person: Uuid) -> Outcome {
    let municipality = home_of(turn, person).await?;
    let known = store::list_of_person(&turn.app().db, person).await?;
    match known.into_iter().find(|member| member.municipality_id == municipality) {
        Some(member) => show_card(turn, member.id).await,
        None => {
            let name = find_person(turn.app(), person).await?.name().map(|name| name.in_full());
            let back = directory::card_address(person);
            Ok(view::add_screen((person, &name.unwrap_or_default()), back, turn.texts()))
        }
    }
}

/// The municipality in whose pool somebody can stand: where they work, or are a methodologist already.
async fn home_of(turn: &Turn, person: Uuid) -> anyhow::Result<Uuid> {
    let db = &turn.app().db;
    let works = units::places_of(db, person).await?.into_iter().map(|place| place.municipality_id);
    let held = units::list_roles(db, person).await?.into_iter().filter_map(|held| {
        held.at.unit.municipality().filter(|_| held.at.role == Role::Methodologist && held.ended_at.is_none())
    });
    works.chain(held).find(|place| ask_right(turn, *place).is_ok()).ok_or_else(out_of_sight)
}

/// Makes a person a candidate. Pressed twice, they are one once.
pub(super) async fn add(turn: &Turn, person: Uuid) -> Outcome {
    find_person(turn.app(), person).await?;
    let municipality = home_of(turn, person).await?;
    let mut tx = turn.begin().await?;
    ask_right_again(turn, tx.tx(), municipality).await?;
    let id = store::add_candidate(tx.tx(), (municipality, person), turn.now()).await?;
    write_down(turn, &mut tx, (person, municipality), Deed::SawCard).await?;
    stand(tx, Action::Card(id)).await?;
    show(turn, id).await
}

/// Opens a card. That another person's was opened is written down together with the mark that it was.
pub(super) async fn show_card(turn: &Turn, id: Uuid) -> Outcome {
    let seen = find_seen(turn, id).await?;
    let is_open = address(turn) == Some(Action::Card(id));
    if !turn.shows_again() && !turn.is_committed() && !is_open {
        let mut tx = turn.begin().await?;
        let about = (seen.member.person_id, seen.member.municipality_id);
        write_down(turn, &mut tx, about, Deed::SawCard).await?;
        stand(tx, Action::Card(id)).await?;
    }
    card(turn, &seen).await
}

async fn show(turn: &Turn, id: Uuid) -> Outcome {
    card(turn, &find_seen(turn, id).await?).await
}

async fn card(turn: &Turn, seen: &Seen) -> Outcome {
    let (person, municipality) = (seen.member.person_id, seen.member.municipality_id);
    let role = RoleAt { role: Role::Methodologist, unit: Unit::Municipality(municipality) };
    let is_held = units::roles_of(&turn.app().db, person).await?.contains(&role);
    let appoint = (!is_held).then(|| directory::appointing_address(person, role));
    let card = CardView {
        member: &seen.member,
        line: &seen.line,
        facts: &seen.facts,
        appoint,
        person: directory::card_address(person),
    };
    Ok(view::card_screen(&card, turn.texts()))
}

pub(super) async fn show_checks(turn: &Turn, id: Uuid) -> Outcome {
    let seen = find_seen(turn, id).await?;
    Ok(view::checks_screen((&seen.member, &seen.line.name), &seen.facts, turn.texts()))
}

/// Confirms a check by the papers that the coordinator has seen, or takes that back.
pub(super) async fn confirm(turn: &Turn, id: Uuid, check: Check) -> Outcome {
    change(turn, id, Action::Checks(id), |member| {
        let confirmed = &mut member.record.confirmed;
        match confirmed.iter().position(|known| *known == check) {
            Some(at) => drop(confirmed.remove(at)),
            None => confirmed.push(check),
        }
    })
    .await?;
    show_checks(turn, id).await
}

/// Admits a candidate who lacks nothing; of one who does, the reason is asked for.
pub(super) async fn admit(turn: &Turn, id: Uuid) -> Outcome {
    let seen = find_seen(turn, id).await?;
    let missing = list_missing(&seen.member.record, &seen.facts);
    if seen.member.is_admitted {
        return card(turn, &seen).await;
    }
    if !missing.is_empty() {
        return Ok(view::admit_screen((id, &seen.line.name), &missing, turn.texts()));
    }
    // Asked of the row that is held: a check may have been taken back since it was read.
    let admit =
        |member: &mut Member| member.is_admitted |= list_missing(&member.record, &seen.facts).is_empty();
    change(turn, id, Action::Card(id), admit).await?;
    let seen = find_seen(turn, id).await?;
    if !seen.member.is_admitted {
        let missing = list_missing(&seen.member.record, &seen.facts);
        return Ok(view::admit_screen((id, &seen.line.name), &missing, turn.texts()));
    }
    Ok(card(turn, &seen).await?.toast(label!(turn.texts(), "methodologist_pool-admitted-toast")))
}

/// Admits a candidate for the reason that was typed.
pub(super) async fn receive_reason(turn: &Turn, id: Uuid, words: &str) -> Outcome {
    let seen = find_seen(turn, id).await?;
    let missing = list_missing(&seen.member.record, &seen.facts);
    let reason = match read_words(words) {
        Ok(reason) => reason,
        Err(fault) => {
            let mut screen = view::admit_screen((id, &seen.line.name), &missing, turn.texts());
            screen.text = view::fault_word(fault, turn.texts()).paragraph(&screen.text);
            return Ok(screen);
        }
    };
    let mut tx = turn.begin().await?;
    ask_right_again(turn, tx.tx(), seen.member.municipality_id).await?;
    let mut member = store::lock_member(tx.tx(), id, turn.now()).await?.ok_or_else(out_of_sight)?;
    let missing = list_missing(&member.record, &seen.facts);
    if member.is_admitted || missing.is_empty() {
        return Err(outdated());
    }
    member.is_admitted = true;
    member.record.exception = Some(Exception { checks: missing, reason, at: turn.now() });
    store::save_member(tx.tx(), &member).await?;
    let about = (member.person_id, member.municipality_id);
    write_down(turn, &mut tx, about, Deed::OverrodeChecks).await?;
    stand(tx, Action::Card(id)).await?;
    show(turn, id).await
}

/// Makes a member a candidate again; what was excepted then has to be said anew.
pub(super) async fn demote(turn: &Turn, id: Uuid) -> Outcome {
    change(turn, id, Action::Card(id), |member| {
        member.is_admitted = false;
        member.record.exception = None;
    })
    .await?;
    show(turn, id).await
}

pub(super) async fn ask_to_remove(turn: &Turn, id: Uuid) -> Outcome {
    let seen = find_seen(turn, id).await?;
    Ok(view::drop_screen((id, &seen.line.name), turn.texts()))
}

/// Takes somebody out of the pool. Editions keep their lines, roles stay as they are.
pub(super) async fn remove(turn: &Turn, id: Uuid) -> Outcome {
    let seen = find_seen(turn, id).await?;
    let municipality = seen.member.municipality_id;
    let mut tx = turn.begin().await?;
    ask_right_again(turn, tx.tx(), municipality).await?;
    let member = store::lock_member(tx.tx(), id, turn.now()).await?.ok_or_else(out_of_sight)?;
    store::delete_member(tx.tx(), id).await?;
    if member.is_admitted {
        write_down(turn, &mut tx, (seen.member.person_id, municipality), Deed::LeftPool).await?;
    }
    stand(tx, Action::List(municipality, 0)).await?;
    let screen = listing::show_list(turn, municipality, 0).await?;
    Ok(screen.toast(view::removed_toast(turn.texts())))
}

/// Changes a member whom whoever speaks looks after.
async fn change(turn: &Turn, id: Uuid, then: Action, change: impl FnOnce(&mut Member)) -> anyhow::Result<()> {
    let mut tx = turn.begin().await?;
    let mut member = store::lock_member(tx.tx(), id, turn.now()).await?.ok_or_else(out_of_sight)?;
    ask_right_again(turn, tx.tx(), member.municipality_id).await?;
    let was = member.is_admitted;
    change(&mut member);
    store::save_member(tx.tx(), &member).await?;
    if was != member.is_admitted {
        let deed = if member.is_admitted { Deed::JoinedPool } else { Deed::LeftPool };
        write_down(turn, &mut tx, (member.person_id, member.municipality_id), deed).await?;
    }
    stand(tx, then).await
}

async fn stand(mut tx: TurnTx, at: Action) -> anyhow::Result<()> {
    tx.expect_nothing();
    tx.stand_at(&at.into());
    tx.commit().await
}

/// What somebody does to themself is no news to anybody.
async fn write_down(
    turn: &Turn,
    tx: &mut TurnTx,
    (subject, municipality): (Uuid, Uuid),
    deed: Deed,
) -> anyhow::Result<()> {
    let actor = turn.known_person()?.id;
    if actor == subject && deed == Deed::SawCard {
        return Ok(());
    }
    let source = match deed {
        Deed::JoinedPool => "mp1.admit",
        Deed::LeftPool => "mp1.remove",
        Deed::OverrodeChecks => "mp1.reason",
        _ => "mp1.card",
    };
    let entry = NewEntry { actor, subject, deed, role: None, municipality: Some(municipality), source };
    Ok(audit::add_entry(tx.tx(), &entry, turn.now()).await?)
}
