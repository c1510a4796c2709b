//! One meeting, for whoever may know of it.
//! Not here: lists of meetings.

use uuid::Uuid;

use super::out_of_sight;
use crate::{
    capability::Outcome,
    meetings::{
        jobs::card_of,
        model::{Invited, Meeting, MeetingState},
        store,
        view::{self, Action},
    },
    turn::Turn,
    units::{self, Right, may},
};

/// A meeting that whoever speaks may know of: they were called, it is open to them, or they may call people of its unit.
pub(super) async fn find_seen(turn: &Turn, id: Uuid) -> anyhow::Result<(Meeting, Option<Invited>)> {
    let (db, person) = (&turn.app().db, turn.known_person()?.id);
    let found = store::find_meeting(db, id).await?.filter(|found| found.state != MeetingState::Draft);
    let meeting = found.ok_or_else(out_of_sight)?;
    let invited = store::find_invited(db, id, person).await?;
    let is_called = invited.is_some_and(|invited| invited.told >= 0);
    let is_known = is_called
        || may(turn.roles(), Right::CallMeetings, meeting.unit)
        || (meeting.is_open && works_there(turn, &meeting).await?);
    if is_known { Ok((meeting, invited)) } else { Err(out_of_sight()) }
}

/// Whether whoever speaks works in the municipality of a meeting.
pub(super) async fn works_there(turn: &Turn, meeting: &Meeting) -> anyhow::Result<bool> {
    let places = units::places_of(&turn.app().db, turn.known_person()?.id).await?;
    let municipality = meeting.unit.municipality();
    Ok(places.iter().any(|place| municipality.is_none_or(|own| own == place.municipality_id)))
}

pub(super) async fn read(turn: &Turn, id: Uuid) -> Outcome {
    let (meeting, invited) = find_seen(turn, id).await?;
    turn.finish(Some(&Action::Read(id).into())).await?;
    let card = card_of(turn.app(), &meeting, (turn.known_person()?.id, invited), turn.texts()).await?;
    Ok(view::own_card(&card, turn.texts()))
}

/// The card of a meeting, without writing down where the person stands.
pub(super) async fn card(turn: &Turn, id: Uuid) -> Outcome {
    let (meeting, invited) = find_seen(turn, id).await?;
    let card = card_of(turn.app(), &meeting, (turn.known_person()?.id, invited), turn.texts()).await?;
    Ok(view::own_card(&card, turn.texts()))
}
