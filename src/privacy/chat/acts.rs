//! The acts of destruction, for whoever answers for a municipality. Not here: any name; there is none left.

use std::collections::HashMap;

use uuid::Uuid;

use crate::{
    capability::Outcome,
    errors::Refusal,
    people,
    privacy::{
        model::Erasure,
        store,
        view::{self, Operator},
    },
    turn::Turn,
    units::{self, Right, Unit, units_with},
};

pub(super) async fn show(turn: &Turn, page: usize) -> Outcome {
    let zone = people::zone_of(turn.app(), turn.known_person()?).await?;
    Ok(view::acts_screen(&list(turn).await?, (page, zone), turn.texts()))
}

/// One act as a paper to sign.
pub(super) async fn take_one(turn: &Turn, id: Uuid) -> Outcome {
    turn.take_heavy()?;
    let acts = list(turn).await?;
    let act = acts.iter().find(|act| act.id == id).ok_or_else(|| Refusal::because("privacy-act-unknown"))?;
    let zone = people::zone_of(turn.app(), turn.known_person()?).await?;
    view::act_screen(act, &operators(turn).await?, zone, turn.texts())
}

/// All of them as a table: what the log of events says.
pub(super) async fn take_log(turn: &Turn) -> Outcome {
    turn.take_heavy()?;
    let zone = people::zone_of(turn.app(), turn.known_person()?).await?;
    let acts = list(turn).await?;
    turn.put_together(move |turn| view::log_screen(&acts, zone, turn.texts())).await
}

/// The acts of every unit whose audit this person sees, the newest first.
async fn list(turn: &Turn) -> anyhow::Result<Vec<Erasure>> {
    let mut units: Vec<Unit> = units_with(turn.roles(), Right::SeeAudit).collect();
    if units.contains(&Unit::Region) {
        units = vec![Unit::Region];
    }
    let mut acts = Vec::new();
    for unit in units {
        acts.extend(store::list_erasures(&turn.app().db, unit.municipality()).await?);
    }
    acts.sort_by_key(|act| std::cmp::Reverse(act.erased_at));
    Ok(acts)
}

/// The services by their municipalities.
async fn operators(turn: &Turn) -> anyhow::Result<HashMap<Uuid, Operator>> {
    let all = units::list_municipalities(&turn.app().db).await?;
    let operator = |place: units::Municipality| {
        (place.id, Operator { title: place.service_title, address: place.service_address })
    };
    Ok(all.into_iter().map(operator).collect())
}
