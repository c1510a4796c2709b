//! Saying when a meeting is, by buttons or in words.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use super::{calling::save, find_ahead, find_draft, find_mine, out_of_sight, running};
use crate::{
    capability::Outcome,
    errors::Refusal,
    meetings::{
        model::{CivilSpan, Meeting, MeetingState, Programme},
        view::{self, ALL_DAY, Action, CalendarView, Deed},
    },
    messenger::Screen,
    text,
    turn::Turn,
    typed::{WhenFault, read_when},
};

/// A meeting whose time can be said: a draft, or one that has not begun.
async fn find_timeable(turn: &Turn, id: Uuid) -> anyhow::Result<Meeting> {
    let found = find_mine(turn, id).await?;
    if found.state == MeetingState::Draft { find_draft(turn, id).await } else { find_ahead(turn, id).await }
}

fn zone_of(turn: &Turn, meeting: &Meeting) -> Tz {
    meeting.zone.parse().unwrap_or(turn.app().settings.time_zone)
}

/// What the clock of a meeting's place shows now.
fn local_now(turn: &Turn, meeting: &Meeting) -> NaiveDateTime {
    turn.now().with_timezone(&zone_of(turn, meeting)).naive_local()
}

pub(super) async fn ask_time(turn: &Turn, id: Uuid, deed: Deed) -> Outcome {
    let meeting = find_timeable(turn, id).await?;
    turn.finish(Some(&Action::On(id, deed).into())).await?;
    month(turn, &meeting, 0)
}

pub(super) async fn show_month(turn: &Turn, id: Uuid, ahead: usize) -> Outcome {
    let meeting = find_timeable(turn, id).await?;
    turn.finish(Some(&Action::Month(id, ahead).into())).await?;
    month(turn, &meeting, ahead)
}

/// The calendar for a meeting.
pub(super) fn month(turn: &Turn, meeting: &Meeting, ahead: usize) -> anyhow::Result<Screen> {
    let moves = if meeting.state == MeetingState::Draft { "no" } else { "yes" };
    let view = CalendarView {
        id: meeting.id,
        ahead,
        today: local_now(turn, meeting).date(),
        zone: zone_of(turn, meeting),
        question: text!(turn.texts(), "meetings-when-question", moves = moves),
        back: Deed::Show,
    };
    Ok(view::month_screen(&view, turn.texts()))
}

fn day_of(number: usize) -> anyhow::Result<NaiveDate> {
    NaiveDate::parse_from_str(&number.to_string(), "%Y%m%d").map_err(|_| out_of_sight())
}

pub(super) async fn choose_day(turn: &Turn, id: Uuid, number: usize) -> Outcome {
    let meeting = find_timeable(turn, id).await?;
    let day = day_of(number)?;
    if day < local_now(turn, &meeting).date() {
        return Err(fault(turn, WhenFault::Past));
    }
    turn.finish(Some(&Action::Day(id, number).into())).await?;
    Ok(view::hours_screen((id, Deed::When), day, turn.texts()))
}

pub(super) async fn choose_time(turn: &Turn, id: Uuid, (day, minute): (usize, usize)) -> Outcome {
    let meeting = find_timeable(turn, id).await?;
    let day = day_of(day)?;
    let begins = if minute == ALL_DAY {
        None
    } else {
        let time = u32::try_from(minute).ok().and_then(|at| NaiveTime::from_hms_opt(at / 60, at % 60, 0));
        Some(time.ok_or_else(out_of_sight)?)
    };
    take_time(turn, meeting, CivilSpan { from: day, to: day, begins, ends: None }).await
}

/// Reads what was typed; at the times of a day it may be a time alone.
pub(super) async fn receive_time(turn: &Turn, id: Uuid, day: Option<usize>) -> Outcome {
    let meeting = find_timeable(turn, id).await?;
    let (words, now) = (turn.words().unwrap_or_default(), local_now(turn, &meeting));
    let of_day = match day {
        Some(number) => read_when(&format!("{} {words}", day_of(number)?.format("%d.%m.%Y")), now).ok(),
        None => None,
    };
    let when = match of_day {
        Some(when) => when,
        None => read_when(words, now).map_err(|why| fault(turn, why))?,
    };
    let span = CivilSpan { from: when.from, to: when.to, begins: when.begins, ends: when.ends };
    if span.begins.is_some() || span.from != span.to {
        return take_time(turn, meeting, span).await;
    }
    // Of a single day the time is asked too.
    let number = span.from.format("%Y%m%d").to_string().parse()?;
    turn.finish(Some(&Action::Day(id, number).into())).await?;
    Ok(view::hours_screen((id, Deed::When), span.from, turn.texts()))
}

/// Takes a time: of a draft at once, of a meeting that people know of after a question, since they are told.
async fn take_time(turn: &Turn, meeting: Meeting, span: CivilSpan) -> Outcome {
    if span.starts_at(zone_of(turn, &meeting)) <= turn.now() {
        return Err(fault(turn, WhenFault::Past));
    }
    let programme = Programme { when: Some(span), ..meeting.programme.clone() };
    if meeting.state == MeetingState::Open {
        return running::ask_change(turn, &meeting, programme).await;
    }
    let mut draft = Meeting { programme, ..meeting };
    let minutes = turn.app().meeting_kinds.of(&draft.programme.kind).minutes;
    draft.set_instants(zone_of(turn, &draft), minutes, turn.now());
    save(turn, turn.begin().await?, &draft, Deed::Show).await
}

/// Reads an instant that was typed, on the clock of a meeting's place. A day without a time means its evening.
pub(super) fn read_instant(turn: &Turn, meeting: &Meeting) -> anyhow::Result<DateTime<Utc>> {
    let words = turn.words().unwrap_or_default();
    let when = read_when(words, local_now(turn, meeting)).map_err(|why| fault(turn, why))?;
    let evening = NaiveTime::from_hms_opt(18, 0, 0);
    let span = CivilSpan { from: when.from, to: when.from, begins: when.begins.or(evening), ends: None };
    let at = span.starts_at(zone_of(turn, meeting));
    if at <= turn.now() + TimeDelta::minutes(1) { Err(fault(turn, WhenFault::Past)) } else { Ok(at) }
}

/// Reads a day that was typed; nothing where it is none.
pub(super) fn read_day(turn: &Turn, meeting: &Meeting, words: &str) -> Option<NaiveDate> {
    read_when(words, local_now(turn, meeting)).ok().map(|when| when.from)
}

/// Why what was said is no time, in words.
fn fault(turn: &Turn, why: WhenFault) -> anyhow::Error {
    let (word, day) = match why {
        WhenFault::Unreadable => ("unreadable", None),
        WhenFault::NoSuchDay => ("day", None),
        WhenFault::NoSuchTime => ("time", None),
        WhenFault::Past => ("past", None),
        WhenFault::EndsFirst => ("ends", None),
        WhenFault::OtherWeekday(day) => ("weekday", Some(day)),
    };
    let day = day.map(|day| usize::try_from(day.num_days_from_monday()).unwrap_or_default());
    let day = day.map(|day| view::weekday_words(day, turn.texts())).unwrap_or_default();
    Refusal { key: "meetings-when-fault", args: vec![("why", word.into()), ("weekday", day.into())] }.into()
}
