//! A meeting that people were called to: how it stands, moving it, calling it off, going on with it for somebody else.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{authorise, find_ahead, find_mine, out_of_sight, saying::reload};
use crate::{
    audit::{self, Deed as AuditDeed, NewEntry},
    capability::Outcome,
    label,
    meetings::{
        NAME,
        jobs::notice_of,
        model::{Meeting, MeetingState, Programme},
        store,
        view::{self, Action, Deed, HostView},
    },
    messenger::Screen,
    outbox,
    turn::Turn,
    units::{self, Right, may},
};

/// A change that was not confirmed yet.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Pending {
    meeting: Uuid,
    programme: Programme,
}

/// How a meeting stands.
pub(super) async fn host(turn: &Turn, meeting: &Meeting) -> Outcome {
    let app = turn.app();
    let is_kept = match meeting.organiser {
        Some(organiser) => {
            may(&units::roles_of(&app.db, organiser).await?, Right::CallMeetings, meeting.unit)
        }
        None => false,
    };
    let view = HostView {
        meeting,
        kinds: &app.meeting_kinds,
        counts: store::count_replies(&app.db, meeting.id).await?,
        is_kept,
        zone: meeting.zone.parse().unwrap_or(app.settings.time_zone),
        now: turn.now(),
    };
    Ok(view::host_screen(&view, turn.texts()))
}

/// Shows what would change, and asks.
pub(super) async fn ask_change(turn: &Turn, meeting: &Meeting, programme: Programme) -> Outcome {
    let screen = view::moving_screen(meeting, &programme, turn.texts());
    let mut tx = turn.begin().await?;
    tx.park(NAME, &Pending { meeting: meeting.id, programme }).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::On(meeting.id, Deed::Move).into());
    tx.commit().await?;
    Ok(screen)
}

/// Makes the change: everybody is told and asked again, and what was written of the old time is never said.
pub(super) async fn change(turn: &Turn, id: Uuid) -> Outcome {
    find_ahead(turn, id).await?;
    let pending: Option<Pending> = turn.draft(NAME).await?;
    let pending = pending.filter(|pending| pending.meeting == id);
    let Some(Pending { programme, .. }) = pending else { return reload(turn, id).await };
    let now = turn.now();
    let mut tx = turn.begin().await?;
    let mut meeting = store::lock_meeting(tx.tx(), id).await?.ok_or_else(out_of_sight)?;
    authorise(turn, tx.tx(), meeting.unit).await?;
    let (when, place, link) = (programme.when, programme.place, programme.link);
    let changed = Programme { when, place, link, ..meeting.programme.clone() };
    if meeting.is_ahead(now) && changed != meeting.programme {
        let is_moved = changed.when != meeting.programme.when;
        meeting.was = Some(std::mem::replace(&mut meeting.programme, changed));
        if is_moved {
            let minutes = turn.app().meeting_kinds.of(&meeting.programme.kind).minutes;
            let zone = meeting.zone.parse().unwrap_or(turn.app().settings.time_zone);
            meeting.set_instants(zone, minutes, now);
            store::ask_again(tx.tx(), id).await?;
        }
        if meeting.notice_at.is_some() {
            // Nobody knows of it yet, so nobody is told what has changed.
            let at = notice_of(turn.app(), &meeting, now);
            store::set_notice(tx.tx(), id, at).await?;
        } else {
            meeting.version += 1;
        }
        store::save_meeting(tx.tx(), &meeting).await?;
        store::set_telling(tx.tx(), id, true).await?;
        outbox::end_waiting(tx.tx(), &meeting.cause(), now).await?;
    }
    tx.forget_draft(NAME).await?;
    tx.stand_at(&Action::On(id, Deed::Show).into());
    tx.commit().await?;
    Ok(reload(turn, id).await?.toast(label!(turn.texts(), "meetings-moving-toast")))
}

pub(super) async fn ask_cancel(turn: &Turn, id: Uuid) -> Outcome {
    let meeting = find_ahead(turn, id).await?;
    turn.finish(Some(&Action::On(id, Deed::AskCancel).into())).await?;
    Ok(view::cancel_screen(&meeting, &turn.app().meeting_kinds, turn.texts()))
}

/// Calls it off: everybody who was told is told, and nothing else of it is said any more. Pressed twice, it is said once.
pub(super) async fn cancel(turn: &Turn, id: Uuid) -> Outcome {
    find_mine(turn, id).await?;
    let now = turn.now();
    let mut tx = turn.begin().await?;
    let mut meeting = store::lock_meeting(tx.tx(), id).await?.ok_or_else(out_of_sight)?;
    authorise(turn, tx.tx(), meeting.unit).await?;
    if meeting.is_ahead(now) {
        meeting.state = MeetingState::Cancelled;
        meeting.version += 1;
        store::save_meeting(tx.tx(), &meeting).await?;
        store::withdraw_offers(tx.tx(), id).await?;
        store::set_telling(tx.tx(), id, true).await?;
        outbox::end_waiting(tx.tx(), &meeting.cause(), now).await?;
    }
    tx.stand_at(&Action::On(id, Deed::Show).into());
    tx.commit().await?;
    reload(turn, id).await
}

/// Goes on with it in the name of whoever says so.
pub(super) async fn take_over(turn: &Turn, id: Uuid) -> Outcome {
    find_mine(turn, id).await?;
    let mut tx = turn.begin().await?;
    let mut meeting = store::lock_meeting(tx.tx(), id).await?.ok_or_else(out_of_sight)?;
    authorise(turn, tx.tx(), meeting.unit).await?;
    meeting.organiser = Some(turn.known_person()?.id);
    store::save_meeting(tx.tx(), &meeting).await?;
    tx.stand_at(&Action::On(id, Deed::Show).into());
    tx.commit().await?;
    reload(turn, id).await
}

/// A meeting that people were called to.
pub(super) async fn find_called(turn: &Turn, id: Uuid) -> anyhow::Result<Meeting> {
    let found = find_mine(turn, id).await?;
    if found.state == MeetingState::Draft { Err(out_of_sight()) } else { Ok(found) }
}

pub(super) async fn show_people(turn: &Turn, id: Uuid, page: usize) -> Outcome {
    let meeting = find_called(turn, id).await?;
    turn.finish(Some(&Action::People(id, page).into())).await?;
    let people = store::list_participants(&turn.app().db, id).await?;
    Ok(view::people_screen(&meeting, &people, page, turn.texts()))
}

/// Hands out who comes as a table; whoever takes it stands in the audit.
pub(super) async fn hand_out_table(turn: &Turn, id: Uuid) -> Outcome {
    let meeting = find_called(turn, id).await?;
    turn.take_heavy()?;
    let app = turn.app();
    let people = store::list_participants(&app.db, id).await?;
    let visitors =
        store::list_visitors(&app.db, id).await?.into_iter().map(|(_, name)| name).collect::<Vec<_>>();
    let wishes = store::list_wishes(&app.db, id).await?;
    let zone = meeting.zone.parse().unwrap_or(app.settings.time_zone);
    let screen: Screen = turn
        .put_together({
            let meeting = meeting.clone();
            move |turn| {
                let kinds = &turn.app().meeting_kinds;
                let about = view::about_sheet(&meeting, &wishes, kinds, turn.texts());
                view::table_screen(&meeting, (&people, &visitors), (kinds, zone, about), turn.texts())
            }
        })
        .await?;
    let actor = turn.known_person()?.id;
    let entry = NewEntry {
        actor,
        subject: actor,
        deed: AuditDeed::TookPeople,
        role: None,
        municipality: meeting.unit.municipality(),
        source: "meetings.table",
    };
    let mut tx = turn.begin().await?;
    audit::add_entry(tx.tx(), &entry, turn.now()).await?;
    tx.stand_at(&Action::On(id, Deed::Show).into());
    tx.commit().await?;
    Ok(screen)
}
