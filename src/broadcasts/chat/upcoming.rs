//! What will be sent to many: looking at it, holding it back, letting it go, withdrawing it.
//! Not here: what has begun.

use uuid::Uuid;

use super::{
    authorise,
    composing::{audience_words, places, shown},
    find_mine, note, out_of_sight,
    sending::reload,
};
use crate::{
    audit::Deed as AuditDeed,
    broadcasts::{
        jobs::{begin, zone_of},
        model::{Broadcast, Pause, State, moment_in_line},
        store,
        view::{self, Action, Deed},
    },
    capability::{Outcome, list_sends},
    turn::Turn,
};

/// A page of what a place will send, of every capability that sends to many.
pub(super) async fn show(turn: &Turn, (asked, page): (Option<Uuid>, usize)) -> Outcome {
    let places = places(turn, asked).await?;
    let [(unit, title), ..] = &places[..] else { return Err(out_of_sight()) };
    let place = unit.municipality();
    if place != asked {
        return Err(out_of_sight());
    }
    turn.finish(Some(&Action::Upcoming(place, page).into())).await?;
    let sends = list_sends(turn.app(), place, turn.texts()).await?;
    let zone = zone_of(turn.app(), place).await?;
    Ok(view::upcoming_screen((place, title), (&sends, page), zone, turn.texts()))
}

/// Holds back what has not begun, until somebody lets it go.
pub(super) async fn hold(turn: &Turn, id: Uuid) -> Outcome {
    let found = find_mine(turn, id).await?;
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), found.unit()).await?;
    let states = (State::Scheduled, State::Paused);
    if store::change_state(tx.tx(), id, states, Some(Pause::Wished)).await? {
        note(turn, tx.tx(), &found, (AuditDeed::HeldSend, "br1.hold")).await?;
    }
    tx.stand_at(&Action::On(id, Deed::Show).into());
    tx.commit().await?;
    reload(turn, id).await
}

/// Puts what was held back in line again, in the name of whoever says so. What comes once and has missed its moment is
/// only let go by hand.
pub(super) async fn queue(turn: &Turn, id: Uuid) -> Outcome {
    let found = find_mine(turn, id).await?;
    let zone = zone_of(turn.app(), found.municipality).await?;
    let at = found.starts_at.filter(|_| found.is_waiting());
    let at = at.and_then(|at| moment_in_line((at, found.repeats), zone, turn.now()));
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), found.unit()).await?;
    if let Some(at) = at
        && store::change_state(tx.tx(), id, (State::Paused, State::Scheduled), None).await?
    {
        store::set_start(tx.tx(), id, at).await?;
        store::set_sender(tx.tx(), id, turn.known_person()?.id).await?;
        note(turn, tx.tx(), &found, (AuditDeed::ReleasedSend, "br1.queue")).await?;
    }
    tx.stand_at(&Action::On(id, Deed::Show).into());
    tx.commit().await?;
    reload(turn, id).await
}

/// Asks whether to let it begin now, naming the number, or whether to withdraw it.
pub(super) async fn ask(turn: &Turn, id: Uuid, deed: Deed) -> Outcome {
    let found = find_mine(turn, id).await?;
    let at = if found.is_waiting() { deed } else { Deed::Show };
    turn.finish(Some(&Action::On(id, at).into())).await?;
    if !found.is_waiting() {
        return shown(turn, &found).await;
    }
    let (_, count) = audience_words(turn, &found).await?;
    let asked = match deed {
        Deed::AskStart => ("start", count.people, Deed::Start),
        // It may be withdrawn whomever it is for, and if that is nobody.
        _ => ("stop", count.people.max(1), Deed::Stop),
    };
    let (what, people, yes) = asked;
    Ok(view::ask_screen(&found, (what, people), (deed, yes), turn.texts()))
}

/// Lets it begin now, in the name of whoever says so. Pressed twice, it begins once.
pub(super) async fn start(turn: &Turn, id: Uuid) -> Outcome {
    let found = find_mine(turn, id).await?;
    let sender = turn.known_person()?.id;
    let zone = zone_of(turn.app(), found.municipality).await?;
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), found.unit()).await?;
    let found = Broadcast { sender: Some(sender), ..found };
    if found.is_waiting() && begin(tx.tx(), &found, (zone, turn.now())).await? {
        store::set_sender(tx.tx(), id, sender).await?;
        note(turn, tx.tx(), &found, (AuditDeed::ReleasedSend, "br1.sendnow")).await?;
    }
    tx.stand_at(&Action::On(id, Deed::Show).into());
    tx.commit().await?;
    reload(turn, id).await
}
