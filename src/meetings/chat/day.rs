//! The day itself: the word of the door, who says that they are there, and who is ticked by whoever called.

use uuid::Uuid;

use super::{arriving, authorise, looking::find_seen, out_of_sight, running::find_called};
use crate::{
    capability::Outcome,
    documents::qr_png,
    errors::Refusal,
    meetings::{
        jobs::card_of,
        model::{DOOR, MOST_TRIES, Meeting, Participant},
        store,
        view::{self, Action, Deed},
    },
    messenger::Screen,
    people::below,
    text,
    turn::Turn,
};

/// The most visitors that are written down by name.
pub(super) const MOST_VISITORS: usize = 50;
/// The most characters of a name.
const MOST_NAME: usize = 100;

/// Shows the word of the door and its picture while the door is open.
pub(super) async fn show_code(turn: &Turn, id: Uuid) -> Outcome {
    let meeting = find_called(turn, id).await?;
    turn.finish(Some(&Action::On(id, Deed::Code).into())).await?;
    let code = meeting.code.as_deref().filter(|_| meeting.door_is_open(turn.now()));
    let picture = match code {
        Some(code) => {
            let link = turn.app().links.to(&arriving::door_word(id, code))?;
            Some(turn.put_together(move |_| qr_png(&link)).await?)
        }
        None => None,
    };
    Ok(view::code_screen(&meeting, code, picture, turn.texts()))
}

pub(super) async fn ask_code(turn: &Turn, id: Uuid) -> Outcome {
    let (meeting, _) = find_seen(turn, id).await?;
    is_at_door(turn, &meeting)?;
    turn.finish(Some(&Action::Here(id).into())).await?;
    Ok(view::here_screen(&meeting, turn.texts()))
}

fn is_at_door(turn: &Turn, meeting: &Meeting) -> anyhow::Result<()> {
    if meeting.door_is_open(turn.now()) { Ok(()) } else { Err(Refusal::because("meetings-door-closed")) }
}

pub(super) async fn receive_code(turn: &Turn, id: Uuid) -> Outcome {
    let code: String = turn.words().unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    enter(turn, id, &code).await
}

/// Somebody says that they are there. The word is asked of few tries, so that nobody finds it by trying.
pub(super) async fn enter(turn: &Turn, id: Uuid, code: &str) -> Outcome {
    let (meeting, invited) = find_seen(turn, id).await?;
    is_at_door(turn, &meeting)?;
    let person = turn.known_person()?.id;
    let mut tx = turn.begin().await?;
    if invited.is_none() {
        store::add_invited(tx.tx(), (id, person), (None, meeting.version)).await?;
    }
    let has_tries = store::has_code_tries(tx.tx(), (id, person), MOST_TRIES).await?;
    let is_right = has_tries && meeting.code.as_deref() == Some(code);
    if is_right {
        store::mark_attended(tx.tx(), (id, person), Some(turn.now())).await?;
    }
    let at = if is_right { Action::Read(id) } else { Action::Here(id) };
    tx.expect_nothing();
    tx.stand_at(&at.into());
    tx.commit().await?;
    if !is_right {
        let tries = if has_tries { "left" } else { "none" };
        let word = text!(turn.texts(), "meetings-here-wrong", tries = tries);
        return Ok(below(&word, view::here_screen(&meeting, turn.texts())));
    }
    let invited = store::find_invited(&turn.app().db, id, person).await?;
    let card = card_of(turn.app(), &meeting, (person, invited), turn.texts()).await?;
    Ok(view::own_card(&card, turn.texts()))
}

pub(super) async fn show_attendance(turn: &Turn, id: Uuid, page: usize) -> Outcome {
    let meeting = find_called(turn, id).await?;
    turn.finish(Some(&Action::Attendance(id, page).into())).await?;
    attendance(turn, &meeting, page).await
}

pub(super) async fn attendance(turn: &Turn, meeting: &Meeting, page: usize) -> anyhow::Result<Screen> {
    let db = &turn.app().db;
    let people = by_name(store::list_participants(db, meeting.id).await?);
    let visitors = store::list_visitors(db, meeting.id).await?.len();
    Ok(view::attendance_screen(meeting, (&people, visitors), page, turn.texts()))
}

/// In an order that stays while people are ticked.
pub(super) fn by_name(mut people: Vec<Participant>) -> Vec<Participant> {
    people.sort_by(|one, other| (&one.name, one.person).cmp(&(&other.name, other.person)));
    people
}

/// Whether it is so near that people can be seen there.
pub(super) fn is_time_to_mark(turn: &Turn, meeting: &Meeting) -> anyhow::Result<()> {
    let is_time = meeting.starts_at.is_some_and(|starts| turn.now() >= starts - DOOR);
    if is_time { Ok(()) } else { Err(Refusal::because("meetings-attendance-early")) }
}

/// Says of somebody on the list that they are there, or are not after all.
pub(super) async fn tick(turn: &Turn, id: Uuid, (page, row): (usize, usize)) -> Outcome {
    let meeting = find_called(turn, id).await?;
    is_time_to_mark(turn, &meeting)?;
    let people = by_name(store::list_participants(&turn.app().db, id).await?);
    let one = people.get(row).ok_or_else(out_of_sight)?;
    let at = if one.attended_at.is_some() { None } else { Some(turn.now()) };
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), meeting.unit).await?;
    store::mark_attended(tx.tx(), (id, one.person), at).await?;
    tx.stand_at(&Action::Attendance(id, page).into());
    tx.commit().await?;
    attendance(turn, &meeting, page).await
}

pub(super) async fn ask_visitors(turn: &Turn, id: Uuid) -> Outcome {
    let meeting = find_called(turn, id).await?;
    turn.finish(Some(&Action::On(id, Deed::Visitors).into())).await?;
    visitors(turn, &meeting).await
}

async fn visitors(turn: &Turn, meeting: &Meeting) -> anyhow::Result<Screen> {
    let names = store::list_visitors(&turn.app().db, meeting.id).await?;
    let names: Vec<String> = names.into_iter().map(|(_, name)| name).collect();
    Ok(view::visitors_screen(meeting, &names, turn.texts()))
}

/// Writes visitors down, a name in each line; a line that stands there already is taken off.
pub(super) async fn receive_visitors(turn: &Turn, id: Uuid) -> Outcome {
    let meeting = find_called(turn, id).await?;
    let known = store::list_visitors(&turn.app().db, id).await?;
    let lines = turn.words().unwrap_or_default().lines();
    let names: Vec<String> = lines
        .map(|line| line.trim().chars().take(MOST_NAME).collect())
        .filter(|name: &String| !name.is_empty())
        .collect();
    if known.len() + names.len() > MOST_VISITORS {
        return Err(Refusal::because("meetings-visitors-too-many"));
    }
    let mut tx = turn.begin().await?;
    authorise(turn, tx.tx(), meeting.unit).await?;
    for name in &names {
        match known.iter().find(|(_, other)| other == name) {
            Some((visitor, _)) => store::remove_visitor(tx.tx(), (id, *visitor)).await?,
            None => store::add_visitor(tx.tx(), id, name).await?,
        }
    }
    tx.stand_at(&Action::On(id, Deed::Visitors).into());
    tx.commit().await?;
    visitors(turn, &meeting).await
}
