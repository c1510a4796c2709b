//! What is said of a meeting: its title, where it is, its agenda, seats, the end of answers.

use uuid::Uuid;

use super::{
    authorise,
    calling::{composed, save, shown},
    find_draft, find_mine, out_of_sight, running, timing,
};
use crate::{
    capability::Outcome,
    errors::Refusal,
    meetings::{
        jobs::offer_free,
        model::{
            MOST_ITEM, MOST_ITEMS, MOST_PLACE, MOST_SEATS, MOST_TITLE, Meeting, MeetingState, Programme,
            read_agenda, read_place,
        },
        store,
        view::{self, Action, Deed},
    },
    turn::Turn,
};

/// Asks for one of these.
pub(super) async fn ask(turn: &Turn, id: Uuid, deed: Deed) -> Outcome {
    let meeting = find_changeable(turn, id, deed).await?;
    turn.finish(Some(&Action::On(id, deed).into())).await?;
    let texts = turn.texts();
    Ok(match deed {
        Deed::Title => view::title_screen(&meeting, &turn.app().meeting_kinds, texts),
        Deed::Place => view::place_screen(&meeting, texts),
        Deed::Agenda => view::agenda_screen(&meeting, texts),
        Deed::Seats => view::seats_screen(&meeting, texts),
        Deed::Until => view::until_screen(&meeting, texts),
        _ => view::more_screen(&composed(turn, &meeting).await?.0, texts),
    })
}

/// A draft; once people are called, its place, agenda and seats can still be changed until it begins.
async fn find_changeable(turn: &Turn, id: Uuid, deed: Deed) -> anyhow::Result<Meeting> {
    if !matches!(deed, Deed::Place | Deed::Agenda | Deed::Seats) {
        return find_draft(turn, id).await;
    }
    let found = find_mine(turn, id).await?;
    let is_changeable = found.state == MeetingState::Draft || found.is_ahead(turn.now());
    if is_changeable { Ok(found) } else { Err(Refusal::because("meetings-begun-already")) }
}

/// What was typed, in one line.
fn line(turn: &Turn) -> String {
    turn.words().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn too_long(key: &'static str, most: usize, count: usize) -> anyhow::Error {
    Refusal { key, args: vec![("most", most.into()), ("count", count.into())] }.into()
}

pub(super) async fn receive_title(turn: &Turn, id: Uuid) -> Outcome {
    let mut draft = find_draft(turn, id).await?;
    draft.programme.title = line(turn);
    let count = draft.programme.title.chars().count();
    if count > MOST_TITLE {
        return Err(too_long("meetings-title-too-long", MOST_TITLE, count));
    }
    go_on(turn, &draft).await
}

pub(super) async fn leave_untitled(turn: &Turn, id: Uuid) -> Outcome {
    let mut draft = find_draft(turn, id).await?;
    draft.programme.title = String::new();
    go_on(turn, &draft).await
}

/// Keeps a draft; where nobody said when it is, that is asked next.
async fn go_on(turn: &Turn, draft: &Meeting) -> Outcome {
    let mut tx = turn.begin().await?;
    if draft.programme.when.is_some() {
        return save(turn, tx, draft, Deed::Show).await;
    }
    store::save_meeting(tx.tx(), draft).await?;
    tx.expect_nothing();
    tx.stand_at(&Action::Month(draft.id, 0).into());
    tx.commit().await?;
    timing::month(turn, draft, 0)
}

/// Where it is: of a draft at once, of a meeting that people know of after a question, since they are told.
pub(super) async fn receive_place(turn: &Turn, id: Uuid) -> Outcome {
    let mut meeting = find_changeable(turn, id, Deed::Place).await?;
    let words = line(turn);
    let count = words.chars().count();
    if count > MOST_PLACE {
        return Err(too_long("meetings-place-too-long", MOST_PLACE, count));
    }
    let (place, link) = read_place(&words);
    let programme = Programme { place, link, ..meeting.programme.clone() };
    if meeting.state == MeetingState::Open {
        return running::ask_change(turn, &meeting, programme).await;
    }
    meeting.programme = programme;
    save(turn, turn.begin().await?, &meeting, Deed::Show).await
}

pub(super) async fn receive_agenda(turn: &Turn, id: Uuid) -> Outcome {
    let mut meeting = find_changeable(turn, id, Deed::Agenda).await?;
    let agenda = read_agenda(turn.words().unwrap_or_default());
    let longest = agenda.iter().map(|item| item.topic.chars().count() + item.speaker.chars().count()).max();
    if agenda.len() > MOST_ITEMS || longest.is_some_and(|longest| longest > MOST_ITEM) {
        let args = vec![("items", MOST_ITEMS.into()), ("most", MOST_ITEM.into())];
        return Err(Refusal { key: "meetings-agenda-too-long", args }.into());
    }
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), meeting.unit).await?;
    let now_known = store::lock_meeting(tx.tx(), id).await?.ok_or_else(out_of_sight)?;
    meeting = Meeting { programme: Programme { agenda, ..now_known.programme.clone() }, ..now_known };
    save(turn, tx, &meeting, Deed::Show).await
}

/// How many find a seat. More of them are offered to those who wait.
pub(super) async fn receive_seats(turn: &Turn, id: Uuid) -> Outcome {
    find_changeable(turn, id, Deed::Seats).await?;
    let seats = line(turn).parse().ok().filter(|seats| (1..=MOST_SEATS).contains(seats));
    let fault = || Refusal { key: "meetings-seats-fault", args: vec![("most", MOST_SEATS.into())] };
    set_seats(turn, id, Some(seats.ok_or_else(fault)?)).await
}

pub(super) async fn set_unlimited(turn: &Turn, id: Uuid) -> Outcome {
    find_changeable(turn, id, Deed::Seats).await?;
    set_seats(turn, id, None).await
}

async fn set_seats(turn: &Turn, id: Uuid, seats: Option<i64>) -> Outcome {
    let mut tx = turn.begin().await?;
    let meeting = store::lock_meeting(tx.tx(), id).await?.ok_or_else(out_of_sight)?;
    authorise(turn, tx.tx(), meeting.unit).await?;
    let meeting = Meeting { capacity: seats, ..meeting };
    offer_free(tx.tx(), &meeting, turn.now()).await?;
    let at = if meeting.state == MeetingState::Draft { Deed::More } else { Deed::Show };
    save(turn, tx, &meeting, at).await
}

pub(super) async fn receive_until(turn: &Turn, id: Uuid) -> Outcome {
    let mut draft = find_draft(turn, id).await?;
    let until = timing::read_instant(turn, &draft)?;
    if draft.starts_at.is_some_and(|starts| until > starts) {
        return Err(Refusal::because("meetings-until-late"));
    }
    draft.answer_by = Some(until);
    save(turn, turn.begin().await?, &draft, Deed::More).await
}

/// Others of its unit may come too, or no more.
pub(super) async fn toggle_open(turn: &Turn, id: Uuid) -> Outcome {
    let mut draft = find_draft(turn, id).await?;
    draft.is_open = !draft.is_open;
    save(turn, turn.begin().await?, &draft, Deed::More).await
}

/// Shows a meeting as it is after what was done.
pub(super) async fn reload(turn: &Turn, id: Uuid) -> Outcome {
    let found = store::find_meeting(&turn.app().db, id).await?;
    shown(turn, &found.ok_or_else(out_of_sight)?).await
}
