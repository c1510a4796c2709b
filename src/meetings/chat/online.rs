//! The list of a video conference: taken as words or as a sheet, tried without changing anything, then taken in.
//! Not here: whom a name means, which the model says.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    Action, CALLS, authorise,
    day::{MOST_VISITORS, is_time_to_mark},
    running::find_called,
};
use crate::{
    attachments,
    capability::Outcome,
    errors::Refusal,
    label,
    meetings::{
        NAME,
        model::{Meeting, OnlineList, names_in_table, names_in_words, read_online},
        store,
        view::{self, After},
    },
    messenger::{Event, SentFile, SentKind},
    people::Standing,
    turn::Turn,
};

/// A list that waits for a yes.
#[derive(Debug, Serialize, Deserialize)]
struct Pending {
    list_of: Uuid,
    list: OnlineList,
}

/// A file sent where the list is asked for, by somebody who calls meetings.
pub(super) fn awaited_list(turn: &Turn) -> Option<(Uuid, SentFile)> {
    let address = turn.conversation().address.as_deref().and_then(Action::read)?;
    let Action::After(After::Online(id) | After::Tried(id)) = address else { return None };
    match &turn.incoming().event {
        Event::File(sent)
            if sent.kind == SentKind::File && CALLS.admits(Standing::Registered, turn.roles()) =>
        {
            Some((id, sent.clone()))
        }
        _ => None,
    }
}

pub(super) async fn ask(turn: &Turn, id: Uuid) -> Outcome {
    let meeting = find_called(turn, id).await?;
    is_time_to_mark(turn, &meeting)?;
    let mut tx = turn.begin().await?;
    tx.forget_draft(NAME).await?;
    tx.expect(NAME);
    tx.stand_at(&After::Online(id).into());
    tx.commit().await?;
    Ok(view::online_screen(&meeting, turn.texts()))
}

pub(super) async fn receive_file(turn: Turn, (id, sent): (Uuid, SentFile)) -> Outcome {
    let meeting = find_called(&turn, id).await?;
    let table = attachments::fetch_sheet(&turn, &sent).await?;
    try_out(&turn, meeting, names_in_table(&table)).await
}

pub(super) async fn receive_words(turn: &Turn, id: Uuid) -> Outcome {
    let meeting = find_called(turn, id).await?;
    try_out(turn, meeting, names_in_words(turn.words().unwrap_or_default())).await
}

/// Holds the names against those who were called, beside the threads that answer everybody: thousands against thousands.
async fn try_out(turn: &Turn, meeting: Meeting, names: Vec<String>) -> Outcome {
    is_time_to_mark(turn, &meeting)?;
    if names.is_empty() {
        return Err(Refusal::because("meetings-online-empty"));
    }
    let people = store::list_participants(&turn.app().db, meeting.id).await?;
    let list = turn.put_together(move |_| Ok(read_online(&names, &people))).await?;
    keep(turn, &meeting, list).await
}

/// Parks a list and shows what it comes to.
async fn keep(turn: &Turn, meeting: &Meeting, list: OnlineList) -> Outcome {
    let screen = view::tried_screen(meeting, &list, turn.texts());
    let mut tx = turn.begin().await?;
    tx.park(NAME, &Pending { list_of: meeting.id, list }).await?;
    tx.expect(NAME);
    tx.stand_at(&After::Tried(meeting.id).into());
    tx.commit().await?;
    Ok(screen)
}

/// The list of this meeting that waits for a yes.
async fn find_pending(turn: &Turn, id: Uuid) -> anyhow::Result<Option<OnlineList>> {
    let pending: Option<Pending> = turn.draft(NAME).await?;
    Ok(pending.filter(|pending| pending.list_of == id).map(|pending| pending.list))
}

pub(super) async fn show(turn: &Turn, id: Uuid) -> Outcome {
    let meeting = find_called(turn, id).await?;
    match find_pending(turn, id).await? {
        Some(list) => Ok(view::tried_screen(&meeting, &list, turn.texts())),
        None => ask(turn, id).await,
    }
}

/// Says that an unsure name is who was meant, and nobody else whom it may mean; or that it is not.
pub(super) async fn say_meant(turn: &Turn, id: Uuid, place: usize) -> Outcome {
    let meeting = find_called(turn, id).await?;
    let Some(mut list) = find_pending(turn, id).await? else { return ask(turn, id).await };
    let Some((typed, was)) = list.unsure.get(place).map(|one| (one.typed.clone(), one.is_meant)) else {
        return show(turn, id).await;
    };
    for (other, one) in list.unsure.iter_mut().enumerate().filter(|(_, one)| one.typed == typed) {
        one.is_meant = other == place && !was;
    }
    keep(turn, &meeting, list).await
}

/// Says that unknown names are those of visitors, or are not.
pub(super) async fn say_visitors(turn: &Turn, id: Uuid) -> Outcome {
    let meeting = find_called(turn, id).await?;
    let Some(mut list) = find_pending(turn, id).await? else { return ask(turn, id).await };
    list.are_visitors = !list.are_visitors;
    keep(turn, &meeting, list).await
}

/// Marks everybody whom the list means, and writes visitors down where that was said.
pub(super) async fn take(turn: &Turn, id: Uuid) -> Outcome {
    let meeting = find_called(turn, id).await?;
    is_time_to_mark(turn, &meeting)?;
    let Some(list) = find_pending(turn, id).await? else { return ask(turn, id).await };
    let people = list.meant();
    let known = store::list_visitors(&turn.app().db, id).await?;
    let strangers = list.unknown.iter().filter(|name| known.iter().all(|(_, other)| other != *name));
    let visitors: Vec<&String> = strangers.filter(|_| list.are_visitors).collect();
    if known.len() + visitors.len() > MOST_VISITORS {
        return Err(Refusal::because("meetings-visitors-too-many"));
    }
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), meeting.unit).await?;
    store::mark_all_attended(tx.tx(), (id, &people), turn.now()).await?;
    for name in visitors {
        store::add_visitor(tx.tx(), id, name).await?;
    }
    tx.forget_draft(NAME).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Attendance(id, 0).into());
    tx.commit().await?;
    let toast = label!(turn.texts(), "meetings-online-toast", count = people.len());
    Ok(super::day::attendance(turn, &meeting, 0).await?.toast(toast))
}
