//! A whole phrase: the day or days and the time or times that it means.
//! Not here: its parts.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use super::{
    cursor::Cursor,
    days::{DayPhrase, day_phrase},
    hours::hour_phrase,
    tokens::tokens,
};

/// What a phrase means, on the clock of whoever typed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// The first day.
    pub from: NaiveDate,
    /// The last day; the same where it is one.
    pub to: NaiveDate,
    /// The time it begins, if one was said.
    pub begins: Option<NaiveTime>,
    /// The time it ends, if one was said.
    pub ends: Option<NaiveTime>,
}

/// Why a phrase means nothing that can be planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WhenFault {
    /// Nothing that is known as a day or a time.
    #[error("no day and no time can be read")]
    Unreadable,
    /// There is no such day, such as 31 June.
    #[error("there is no such day")]
    NoSuchDay,
    /// There is no such time, such as 25:00.
    #[error("there is no such time")]
    NoSuchTime,
    /// It is over.
    #[error("it is over")]
    Past,
    /// The end comes before the beginning.
    #[error("the end comes before the beginning")]
    EndsFirst,
    /// The day is another day of the week than was said: this one.
    #[error("that day is a {0}")]
    OtherWeekday(Weekday),
}

/// Words that say nothing about when.
const NOISE: [&str; 10] = ["в", "во", "на", "к", "и", "г", "года", "день", "on", "at"];

/// Reads a phrase, as seen from `now` on the same clock. A time without a day is today's, or tomorrow's if it is over.
///
/// # Errors
/// Says what is wrong with it; never panics, whatever the words are.
pub fn read_when(phrase: &str, now: NaiveDateTime) -> Result<When, WhenFault> {
    let tokens = tokens(phrase).ok_or(WhenFault::Unreadable)?;
    let mut at = Cursor::new(&tokens);
    let (mut days, mut named, mut hours) = (None, None, None);
    while !at.is_at_end() {
        let before = at;
        let _ = at.one_of(&NOISE);
        // «в 10.11» may be a time only while no hour stands; a day that stands is not said twice.
        match at.attempt(day_phrase) {
            Some(DayPhrase::Named(day, is_next)) if named.is_none() => {
                named = Some((day, is_next));
                continue;
            }
            Some(found) if days.is_none() => {
                days = Some(found);
                continue;
            }
            _ => at = before,
        }
        if hours.is_none()
            && let Some(found) = hour_phrase(&mut at, days.is_some() || named.is_some())
        {
            hours = Some(found);
            continue;
        }
        if at.one_of(&NOISE).is_none() && at.sign('.').is_none() && at.sign('-').is_none() {
            return Err(WhenFault::Unreadable);
        }
    }
    let hours = match hours {
        Some((from, to)) => (Some(from.resolve()?), to.map(|to| to.resolve()).transpose()?),
        None => (None, None),
    };
    settle(days, named, hours, now)
}

/// Puts days and times together.
fn settle(
    days: Option<DayPhrase>,
    named: Option<(Weekday, bool)>,
    (begins, ends): (Option<NaiveTime>, Option<NaiveTime>),
    now: NaiveDateTime,
) -> Result<When, WhenFault> {
    if begins.zip(ends).is_some_and(|(begins, ends)| ends <= begins) {
        return Err(WhenFault::EndsFirst);
    }
    let is_over = |day: NaiveDate| day == now.date() && begins.is_some_and(|begins| begins <= now.time());
    let (from, to) = match (days, named) {
        (Some(days), _) => days.resolve(now.date())?,
        (None, Some((day, is_next))) => {
            let (day, last) = DayPhrase::Named(day, is_next).resolve(now.date())?;
            if is_over(day) { (in_a_week(day)?, in_a_week(last)?) } else { (day, last) }
        }
        (None, None) if begins.is_some() => {
            let ahead = u64::from(is_over(now.date()));
            DayPhrase::InDays(ahead).resolve(now.date())?
        }
        (None, None) => return Err(WhenFault::Unreadable),
    };
    if let (Some(_), Some((day, _))) = (days, named)
        && from.weekday() != day
    {
        return Err(WhenFault::OtherWeekday(from.weekday()));
    }
    if from < now.date() || is_over(from) {
        return Err(WhenFault::Past);
    }
    Ok(When { from, to, begins, ends })
}

fn in_a_week(day: NaiveDate) -> Result<NaiveDate, WhenFault> {
    day.checked_add_days(chrono::Days::new(7)).ok_or(WhenFault::NoSuchDay)
}
