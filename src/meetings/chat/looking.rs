//! Looking around: one's own meetings, those that are over, those one called, and one meeting.

use uuid::Uuid;

use super::out_of_sight;
use crate::{
    capability::Outcome,
    meetings::{
        CALLS,
        jobs::card_of,
        model::{Invited, Meeting, MeetingState, Reply},
        store::{self, Filter, Listed},
        view::{self, Action, ListsView},
    },
    people::Standing,
    turn::Turn,
    units::{self, Right, may},
};

/// Meetings of a list.
const SHOWN: i64 = 12;
/// Open meetings below one's own.
const SHOWN_OPEN: i64 = 6;

fn lines(listed: &[Listed]) -> Vec<(Uuid, &crate::meetings::model::Programme, Option<Reply>)> {
    let reply = |one: &Listed| one.reply.as_deref().and_then(Reply::from_word);
    listed.iter().map(|one| (one.id, &one.programme.0, reply(one))).collect()
}

pub(super) async fn show_mine(turn: &Turn) -> Outcome {
    let (app, person) = (turn.app(), turn.known_person()?.id);
    turn.finish(Some(&Action::Meetings.into())).await?;
    let mine = store::list_of_person(&app.db, (person, Filter::Ahead), turn.now(), SHOWN).await?;
    let open = store::list_open_to(&app.db, person, turn.now(), SHOWN_OPEN).await?;
    let view = ListsView {
        mine: lines(&mine),
        open: lines(&open),
        kinds: &app.meeting_kinds,
        calls: CALLS.admits(Standing::Registered, turn.roles()),
    };
    Ok(view::meetings_screen(&view, turn.texts()))
}

pub(super) async fn show_past(turn: &Turn) -> Outcome {
    let (app, person) = (turn.app(), turn.known_person()?.id);
    turn.finish(Some(&Action::Past.into())).await?;
    let over = store::list_of_person(&app.db, (person, Filter::Over), turn.now(), SHOWN).await?;
    let view = ListsView { mine: lines(&over), open: Vec::new(), kinds: &app.meeting_kinds, calls: false };
    Ok(view::past_screen(&view, turn.texts()))
}

pub(super) async fn show_called(turn: &Turn) -> Outcome {
    turn.finish(Some(&Action::Called.into())).await?;
    called(turn).await
}

/// What whoever speaks has called.
pub(super) async fn called(turn: &Turn) -> Outcome {
    let (app, person) = (turn.app(), turn.known_person()?.id);
    let called = store::list_of_person(&app.db, (person, Filter::Called), turn.now(), SHOWN).await?;
    let called: Vec<_> = called.into_iter().map(|one| (one.id, one.programme.0, one.state)).collect();
    Ok(view::called_screen(&called, &app.meeting_kinds, turn.texts()))
}

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
