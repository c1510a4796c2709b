//! Times of day, and spans of them.
//! Not here: days.

use chrono::NaiveTime;

use super::{
    clock_words::{count, ordinal},
    cursor::Cursor,
    when::WhenFault,
};

/// A time as it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SaidTime {
    hour: u32,
    minute: u32,
}

/// A time of day with its end, if that was said.
pub(super) type HourPhrase = (SaidTime, Option<SaidTime>);

impl SaidTime {
    /// The time that is meant.
    pub(super) fn resolve(self) -> Result<NaiveTime, WhenFault> {
        NaiveTime::from_hms_opt(self.hour, self.minute, 0).ok_or(WhenFault::NoSuchTime)
    }
}

/// Takes a phrase about a time of day. Where the day is known already, a number alone is an hour.
pub(super) fn hour_phrase(at: &mut Cursor<'_>, is_day_known: bool) -> Option<HourPhrase> {
    at.attempt(from_to).or_else(|| at.attempt(|at| dashed(at, is_day_known))).or_else(|| {
        at.attempt(|at| {
            let is_marked = at.one_of(&["в", "к", "во", "at"]).is_some();
            Some((time(at, is_marked || is_day_known, is_marked || is_day_known)?, None))
        })
    })
}

/// «с 10 до 12», «с 14:00 по 15.30».
fn from_to(at: &mut Cursor<'_>) -> Option<HourPhrase> {
    at.one_of(&["с", "со", "from"])?;
    let from = time(at, true, true)?;
    at.one_of(&["до", "по", "to", "till"])?;
    let to = time(at, true, true)?;
    Some((halve(from, to), Some(to)))
}

/// «10:00-11:30», «10-12» where the day is known.
fn dashed(at: &mut Cursor<'_>, is_day_known: bool) -> Option<HourPhrase> {
    let is_marked = at.one_of(&["в", "at"]).is_some() || is_day_known;
    let from = time(at, is_marked, is_marked)?;
    at.sign('-')?;
    let to = time(at, true, true)?;
    // «15-30» is half past three, as long as it can be.
    let is_short = from.minute == 0 && to.hour > 23 && to.minute == 0;
    if is_short && to.hour < 60 {
        return Some((SaidTime { hour: from.hour, minute: to.hour }, None));
    }
    Some((halve(from, to), Some(to)))
}

/// «с 2 до 4 дня»: what is said of the end is meant of the beginning.
fn halve(from: SaidTime, to: SaidTime) -> SaidTime {
    let is_after_noon = from.hour < 12 && to.hour >= 12 && from.hour + 12 < to.hour && from.hour < 8;
    if is_after_noon { SaidTime { hour: from.hour + 12, ..from } } else { from }
}

/// One time. `may_be_bare`: a number alone is an hour; `may_be_dotted`: so are two with a dot between that could be a date.
fn time(at: &mut Cursor<'_>, may_be_bare: bool, may_be_dotted: bool) -> Option<SaidTime> {
    at.attempt(named).or_else(|| at.attempt(half_past)).or_else(|| {
        let found = at
            .attempt(with_colon)
            .or_else(|| at.attempt(|at| with_dot(at, may_be_dotted)))
            .or_else(|| at.attempt(in_hours))
            .or_else(|| at.attempt(|at| bare(at, may_be_bare)))?;
        Some(at.attempt(|at| part_of_day(at, found)).unwrap_or(found))
    })
}

fn named(at: &mut Cursor<'_>) -> Option<SaidTime> {
    at.word(|word| match word {
        "полдень" | "noon" => Some(SaidTime { hour: 12, minute: 0 }),
        "полночь" | "midnight" => Some(SaidTime { hour: 0, minute: 0 }),
        _ => None,
    })
}

/// «в половине десятого», «полдесятого»: half an hour before the hour that is named.
fn half_past(at: &mut Cursor<'_>) -> Option<SaidTime> {
    let hour = at
        .attempt(|at| {
            at.one_of(&["половине", "половина", "пол"])?;
            at.word(ordinal)
        })
        .or_else(|| at.word(|word| ordinal(word.strip_prefix("пол")?)))?;
    let said = SaidTime { hour: hour.checked_sub(1).filter(|hour| *hour < 12)?, minute: 30 };
    Some(at.attempt(|at| part_of_day(at, said)).unwrap_or(said))
}

fn with_colon(at: &mut Cursor<'_>) -> Option<SaidTime> {
    let (hour, _) = at.number()?;
    at.sign(':')?;
    let (minute, digits) = at.number().filter(|(_, digits)| *digits <= 2)?;
    // Seconds say nothing about a meeting.
    let _ = at.attempt(|at| {
        at.sign(':')?;
        at.number()
    });
    (digits == 2).then_some(SaidTime { hour, minute })
}

/// «15.30», «10.00»; «10.11» only where it cannot be a date.
fn with_dot(at: &mut Cursor<'_>, may_be_date: bool) -> Option<SaidTime> {
    let (hour, _) = at.number().filter(|(_, digits)| *digits <= 2)?;
    at.sign('.')?;
    let (minute, digits) = at.number()?;
    let is_no_date = minute == 0 || minute > 12;
    let is_followed = at.peek() == Some(&super::tokens::Token::Sign('.'));
    (digits == 2 && !is_followed && (may_be_date || is_no_date)).then_some(SaidTime { hour, minute })
}

/// «10 часов 30 минут», «10ч30», «15 ч.».
fn in_hours(at: &mut Cursor<'_>) -> Option<SaidTime> {
    let hour = at.number().map(|(hour, _)| hour).or_else(|| at.word(count))?;
    at.one_of(&["ч", "час", "часа", "часов", "h"])?;
    let _ = at.sign('.');
    let minute = at.attempt(|at| {
        let (minute, _) = at.number().filter(|(_, digits)| *digits <= 2)?;
        if at.one_of(&["м", "мин", "минут", "минуты", "минута"]).is_some() {
            let _ = at.sign('.');
        }
        Some(minute)
    });
    Some(SaidTime { hour, minute: minute.unwrap_or_default() })
}

fn bare(at: &mut Cursor<'_>, may_be_bare: bool) -> Option<SaidTime> {
    let hour =
        at.number().filter(|(_, digits)| *digits <= 2).map(|(hour, _)| hour).or_else(|| at.word(count))?;
    // «в 15 ноября» is a day.
    let is_hour = may_be_bare && !matches!(at.peek(), Some(super::tokens::Token::Sign('.' | ':' | '/')));
    is_hour.then_some(SaidTime { hour, minute: 0 })
}

/// «утра», «дня», «вечера», «ночи», as far as the hour can lie there.
fn part_of_day(at: &mut Cursor<'_>, said: SaidTime) -> Option<SaidTime> {
    let is_late = at.word(|word| match word {
        "утра" | "ночи" | "am" => Some(false),
        "дня" | "вечера" | "pm" => Some(true),
        _ => None,
    })?;
    let hour = match (is_late, said.hour) {
        (true, 1..=11) => said.hour + 12,
        (false, 12) => 0,
        (_, hour) => hour,
    };
    Some(SaidTime { hour, ..said })
}
