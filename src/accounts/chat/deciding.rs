//! Who asks for the place of a lost account, and whom they may be.

use uuid::Uuid;

use super::{
    address,
    linking::write_down,
    moving::{find_parties, own_roles_within},
};
use crate::{
    accounts::{
        jobs,
        model::{MoveState, Plea},
        store,
        view::{self, Action},
    },
    audit::Deed,
    capability::Outcome,
    directory::{self, Entry},
    label,
    turn::Turn,
    units::{Right, units_with},
};

/// Characters that a search may take; nobody's name is longer.
const LONGEST_SEARCH: usize = 100;

pub(super) async fn show_pleas(turn: &Turn) -> Outcome {
    Ok(view::pleas_screen(&list_pleas(turn).await?, turn.texts()))
}

/// Who asks within the units in which whoever speaks says who people are; nobody asks themselves.
async fn list_pleas(turn: &Turn) -> anyhow::Result<Vec<Plea>> {
    let own = turn.known_person()?.id;
    let mut pleas: Vec<Plea> = Vec::new();
    for unit in units_with(turn.roles(), Right::Admit).collect::<Vec<_>>() {
        let Some(municipality) = unit.municipality() else { continue };
        for plea in store::list_pleas(&turn.app().db, municipality, unit.school()).await? {
            if plea.former_id != own && pleas.iter().all(|known| known.former_id != plea.former_id) {
                pleas.push(plea);
            }
        }
    }
    Ok(pleas)
}

pub(super) async fn show_plea(turn: &Turn, former: Uuid) -> Outcome {
    let Some(plea) = list_pleas(turn).await?.into_iter().find(|plea| plea.former_id == former) else {
        directory::find_in_sight(turn, former).await?;
        return show_pleas(turn).await;
    };
    // The patronymic is left out: one of the two may lack it.
    let typed: Vec<&str> = plea.name.split(' ').take(2).collect();
    let alike = find(turn, &typed.join(" ")).await?;
    Ok(view::plea_screen(&plea, &alike, turn.texts()))
}

/// Whom typed words mean among those of whom whoever speaks says who they are.
async fn find(turn: &Turn, typed: &str) -> anyhow::Result<Vec<Entry>> {
    let mut found: Vec<Entry> = Vec::new();
    for unit in units_with(turn.roles(), Right::Admit).collect::<Vec<_>>() {
        for entry in directory::find_colleagues(turn, unit, typed).await? {
            if found.iter().all(|known| known.person_id != entry.person_id) {
                found.push(entry);
            }
        }
    }
    Ok(found)
}

/// Turns a newcomer down, who hears of it.
pub(super) async fn decline(turn: &Turn, former: Uuid) -> Outcome {
    let actor = turn.known_person()?.id;
    let mut tx = turn.begin().await?;
    let roles = own_roles_within(turn, &mut tx).await?;
    let party = find_parties(turn, &mut tx, [former]).await?;
    if !party.iter().all(|party| party.is_known_to(actor, &roles)) {
        return Err(directory::out_of_sight());
    }
    let plea = store::find_plea(tx.tx(), former).await?;
    if let Some(id) = plea
        && store::decline(tx.tx(), former, actor, turn.now()).await?
    {
        jobs::end_plea(tx.tx(), former, turn.now()).await?;
        jobs::tell(tx.tx(), id, (former, MoveState::Declined), turn.now()).await?;
        let place = party.first().and_then(|party| party.places.first()).and_then(|unit| unit.municipality());
        write_down(&mut tx, (actor, former), Deed::DeclinedAccount, (place, "ac1.decline")).await?;
    }
    tx.expect_nothing();
    tx.stand_at(&Action::Pleas.into());
    tx.commit().await?;
    Ok(show_pleas(turn).await?.toast(label!(turn.texts(), "accounts-declined-toast")))
}

pub(super) async fn receive_words(turn: Turn) -> Outcome {
    let typed: String = turn.words().unwrap_or_default().trim().chars().take(LONGEST_SEARCH).collect();
    match address(&turn) {
        Some(Action::Same(former)) => pick(&turn, former, &typed).await,
        _ => Err(directory::out_of_sight()),
    }
}

/// Asks whom else a person is; with typed words, shows whom they mean.
pub(super) async fn pick(turn: &Turn, former: Uuid, typed: &str) -> Outcome {
    let (name, _) = directory::find_in_sight(turn, former).await?;
    let found = if typed.is_empty() { Vec::new() } else { find(turn, typed).await? };
    turn.finish(Some(&Action::Same(former).into())).await?;
    Ok(view::picker_screen((former, &name), &found, typed, turn.texts()))
}

/// Asks once more: of two people who have registered one is left.
pub(super) async fn ask(turn: &Turn, former: Uuid, person: Uuid) -> Outcome {
    let (former_name, _) = directory::find_in_sight(turn, former).await?;
    let (name, _) = directory::find_in_sight(turn, person).await?;
    let is_lost = list_pleas(turn).await?.iter().any(|plea| plea.former_id == former);
    Ok(view::ask_screen((former, &former_name), (person, &name), is_lost, turn.texts()))
}
