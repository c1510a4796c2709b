//! Saying whether one comes. The row of the meeting is held while it is decided, so that of all who come for the last seat
//! one gets it.

use uuid::Uuid;

use super::{
    looking::{find_seen, works_there},
    out_of_sight,
};
use crate::{
    capability::Outcome,
    errors::Refusal,
    label,
    meetings::{
        jobs::{card_of, offer_free, owe_reminders},
        model::{Invited, Meeting, Reply, Said, settle},
        store,
        view::{self, Action, Spot},
    },
    messenger::{Markup, Screen},
    turn::{Turn, TurnTx},
    units,
};

/// The most characters of a reason.
const MOST_REASON: usize = 200;

/// The meeting after what was done, where it was done.
async fn shown(turn: &Turn, (spot, id): (Spot, Uuid)) -> Outcome {
    let (meeting, invited) = find_seen(turn, id).await?;
    let card = card_of(turn.app(), &meeting, (turn.known_person()?.id, invited), turn.texts()).await?;
    Ok(match spot {
        Spot::Letter => view::letter_card(&card, &Markup::default(), turn.texts()),
        Spot::Card => view::own_card(&card, turn.texts()),
    })
}

pub(super) async fn reply(turn: &Turn, (spot, id): (Spot, Uuid), said: Said) -> Outcome {
    let (seen, invited) = find_seen(turn, id).await?;
    let may_come = invited.is_some() || (seen.is_open && works_there(turn, &seen).await?);
    if !may_come {
        return Err(Refusal::because("meetings-not-invited"));
    }
    let now = turn.now();
    let mut tx = turn.begin().await?;
    let meeting = store::lock_meeting(tx.tx(), id).await?.ok_or_else(out_of_sight)?;
    let present = enter(turn, &mut tx, &meeting).await?;
    let is_asked = meeting.takes_answers(now) || (present.reply == Reply::Offered && meeting.is_ahead(now));
    if !is_asked {
        turn_away(tx, spot, id).await?;
        let toast = label!(turn.texts(), "meetings-late-toast");
        return Ok(shown(turn, (spot, id)).await?.toast(toast));
    }
    let seats = store::count_seats(tx.tx(), id, meeting.capacity).await?;
    let reply = settle(present.reply, said, seats);
    let place = if reply == present.reply { present.place } else { meeting.turn };
    let decided = Invited { reply, place, replied_to: meeting.version, offered_until: None, ..present };
    store::save_reply(tx.tx(), id, &decided, now).await?;
    if present.reply.holds_a_seat() && !reply.holds_a_seat() {
        offer_free(tx.tx(), &meeting, now).await?;
    }
    stand(&mut tx, spot, id);
    tx.commit().await?;
    let toast = label!(turn.texts(), "meetings-reply-toast", reply = reply.as_str());
    Ok(shown(turn, (spot, id)).await?.toast(toast))
}

/// Whoever presses under a letter stays where they are.
fn stand(tx: &mut TurnTx, spot: Spot, id: Uuid) {
    if spot == Spot::Card {
        tx.stand_at(&Action::Read(id).into());
    }
}

/// It is too late to answer: nothing is written down but where the person stands.
async fn turn_away(mut tx: TurnTx, spot: Spot, id: Uuid) -> anyhow::Result<()> {
    stand(&mut tx, spot, id);
    tx.commit().await
}

/// How whoever speaks stands to a meeting whose row is held; whoever comes by themselves is written down.
async fn enter(turn: &Turn, tx: &mut TurnTx, meeting: &Meeting) -> anyhow::Result<Invited> {
    let person = turn.known_person()?.id;
    if let Some(known) = store::invited_within(tx.tx(), meeting.id, person).await? {
        return Ok(known);
    }
    let places = units::places_within(tx.tx(), person).await?;
    let school = places.first().map(|place| place.school_id);
    store::add_invited(tx.tx(), (meeting.id, person), (school, meeting.version)).await?;
    owe_reminders(turn.app(), tx.tx(), meeting, person).await?;
    store::invited_within(tx.tx(), meeting.id, person).await?.ok_or_else(out_of_sight)
}

pub(super) async fn ask_reason(turn: &Turn, id: Uuid) -> Outcome {
    let (meeting, invited) = find_seen(turn, id).await?;
    invited.ok_or_else(out_of_sight)?;
    turn.finish(Some(&Action::Why(id).into())).await?;
    Ok(view::why_screen(&meeting, turn.texts()))
}

/// Keeps why somebody does not come.
pub(super) async fn receive_reason(turn: &Turn, id: Uuid) -> Outcome {
    let (_, invited) = find_seen(turn, id).await?;
    invited.ok_or_else(out_of_sight)?;
    let reason: String = turn.words().unwrap_or_default().trim().chars().take(MOST_REASON).collect();
    let mut tx = turn.begin().await?;
    store::set_reason(tx.tx(), (id, turn.known_person()?.id), &reason).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Read(id).into());
    tx.commit().await?;
    let word = crate::text!(turn.texts(), "meetings-why-thanks");
    Ok(crate::people::below(&word, shown(turn, (Spot::Card, id)).await?))
}

/// Hands the calendar file out; from then on it is renewed with each change.
pub(super) async fn hand_out_file(turn: &Turn, (spot, id): (Spot, Uuid)) -> Outcome {
    let (meeting, invited) = find_seen(turn, id).await?;
    turn.take_heavy()?;
    let mut tx = turn.begin().await?;
    if invited.is_some() {
        store::mark_file(tx.tx(), (id, turn.known_person()?.id), meeting.version).await?;
    }
    stand(&mut tx, spot, id);
    tx.commit().await?;
    let file = view::ics_attachment(&meeting, &turn.app().meeting_kinds, (turn.now(), turn.texts()));
    let screen: Screen = shown(turn, (spot, id)).await?;
    Ok(screen.with(file))
}
