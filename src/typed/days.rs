//! Days: named, numbered, counted from today, and spans of them.
//! Not here: times of day.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::{
    clock_words::{count, month, ordinal, weekday},
    cursor::Cursor,
    when::WhenFault,
};

/// A day as it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    /// The year, if it was said.
    year: Option<i32>,
    /// The month, if it was said.
    month: Option<u32>,
    day: u32,
}

/// What was said about days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayPhrase {
    /// One day or a span of them.
    Numbered(Said, Option<Said>),
    /// This many days from today.
    InDays(u64),
    /// This many months from today.
    InMonths(u32),
    /// The next such day of the week; or the one in the week after this.
    Named(Weekday, bool),
}

/// Takes a phrase about days.
pub(super) fn day_phrase(at: &mut Cursor<'_>) -> Option<DayPhrase> {
    at.attempt(relative).or_else(|| at.attempt(named)).or_else(|| at.attempt(numbered))
}

fn relative(at: &mut Cursor<'_>) -> Option<DayPhrase> {
    let named = at.word(|word| {
        Some(match word {
            "сегодня" | "today" => DayPhrase::InDays(0),
            "завтра" | "tomorrow" => DayPhrase::InDays(1),
            "послезавтра" => DayPhrase::InDays(2),
            _ => return None,
        })
    });
    named.or_else(|| {
        at.one_of(&["через", "in"])?;
        let many = at.number().map(|(number, _)| number).or_else(|| at.word(count)).unwrap_or(1);
        at.word(|word| {
            Some(match word {
                "день" | "дня" | "дней" | "day" | "days" => DayPhrase::InDays(many.into()),
                "неделю" | "недели" | "недель" | "week" | "weeks" => {
                    DayPhrase::InDays(u64::from(many) * 7)
                }
                "месяц" | "месяца" | "месяцев" | "month" | "months" => {
                    DayPhrase::InMonths(many)
                }
                _ => return None,
            })
        })
    })
}

/// A day of the week. One that a numbered day follows only confirms it.
fn named(at: &mut Cursor<'_>) -> Option<DayPhrase> {
    let is_next = at
        .word(|word| (word.starts_with("следующ") || word == "next").then_some(true))
        .or_else(|| at.word(|word| word.starts_with("ближайш").then_some(false)))
        .or_else(|| at.one_of(&["этот", "эту", "это", "этой", "this"]).map(|()| false));
    let day = at.word(weekday)?;
    let _ = at.sign('.');
    Some(DayPhrase::Named(day, is_next.unwrap_or_default()))
}

fn numbered(at: &mut Cursor<'_>) -> Option<DayPhrase> {
    at.attempt(span).or_else(|| single(at).map(|said| DayPhrase::Numbered(said, None)))
}

/// «23-27.01», «с 23 по 27 января», «28 января - 3 февраля», «23.01-27.01.2027».
fn span(at: &mut Cursor<'_>) -> Option<DayPhrase> {
    let is_with = at.one_of(&["с", "со", "from"]).is_some();
    let from = at.attempt(single).or_else(|| at.attempt(bare_day))?;
    let is_parted = if is_with { at.one_of(&["по", "до", "to", "till"]).is_some() } else { false };
    if !is_parted {
        // «30.01.- 03.02.27»: plans are written so.
        let _ = at.sign('.');
        at.sign('-')?;
    }
    let to = single(at)?;
    // What is said once is meant of both.
    let year = from.year.or_else(|| to.year.filter(|_| from.month.or(to.month) <= to.month));
    Some(DayPhrase::Numbered(Said { year, month: from.month.or(to.month), day: from.day }, Some(to)))
}

fn bare_day(at: &mut Cursor<'_>) -> Option<Said> {
    let (day, digits) = at.number()?;
    suffix(at);
    (digits <= 2).then_some(Said { year: None, month: None, day })
}

/// «25 ноября», «25.11», «25/11/2026», «2026-11-25», «15 числа», «двадцать пятого ноября».
fn single(at: &mut Cursor<'_>) -> Option<Said> {
    at.attempt(iso)
        .or_else(|| at.attempt(in_words))
        .or_else(|| at.attempt(in_digits))
        .or_else(|| at.attempt(of_month))
}

fn iso(at: &mut Cursor<'_>) -> Option<Said> {
    let year = at.number().filter(|(_, digits)| *digits == 4)?.0;
    at.sign('-')?;
    let month = at.number()?.0;
    at.sign('-')?;
    let day = at.number()?.0;
    Some(Said { year: i32::try_from(year).ok(), month: Some(month), day })
}

fn in_words(at: &mut Cursor<'_>) -> Option<Said> {
    let day = day_number(at)?;
    suffix(at);
    let month = at.word(month)?;
    let _ = at.sign('.');
    Some(Said { year: at.attempt(year), month: Some(month), day })
}

/// A day in digits or as an ordinal, which may have two words: «двадцать пятое».
fn day_number(at: &mut Cursor<'_>) -> Option<u32> {
    let digits = at.attempt(|at| at.number().filter(|(_, digits)| *digits <= 2)).map(|(day, _)| day);
    digits.or_else(|| {
        let tens = at.word(|word| match word {
            "двадцать" => Some(20),
            "тридцать" => Some(30),
            _ => None,
        });
        match tens {
            Some(tens) => Some(tens + at.word(ordinal).filter(|ones| *ones < 10)?),
            None => at.word(|word| if word.starts_with("тридцат") { Some(30) } else { ordinal(word) }),
        }
    })
}

/// «25-го», «1-е».
fn suffix(at: &mut Cursor<'_>) {
    let _ = at.attempt(|at| {
        let _ = at.sign('-');
        at.one_of(&["го", "е", "ого", "ое", "th", "st", "nd", "rd"])
    });
}

fn year(at: &mut Cursor<'_>) -> Option<i32> {
    let (year, digits) = at.number()?;
    let is_marked = at.one_of(&["г", "год", "года", "году"]).is_some();
    let _ = at.sign('.');
    match digits {
        4 => i32::try_from(year).ok(),
        2 if is_marked => i32::try_from(2_000 + year).ok(),
        _ => None,
    }
}

fn in_digits(at: &mut Cursor<'_>) -> Option<Said> {
    let (day, digits) = at.number()?;
    let sign = ['.', '/', '-'].into_iter().find(|sign| at.sign(*sign).is_some())?;
    let (month, month_digits) = at.number()?;
    let year = at.attempt(|at| {
        at.sign(sign)?;
        let (year, digits) = at.number()?;
        let _ = at.attempt(|at| {
            at.one_of(&["г", "год", "года"])?;
            at.sign('.')
        });
        match digits {
            4 => i32::try_from(year).ok(),
            2 => i32::try_from(2_000 + year).ok(),
            _ => None,
        }
    });
    // A hyphen between two numbers is a span of hours or of days, unless a year follows.
    let is_date =
        digits <= 2 && month_digits <= 2 && (1..=12).contains(&month) && (sign != '-' || year.is_some());
    is_date.then_some(Said { year, month: Some(month), day })
}

/// «15 числа», «15-го».
fn of_month(at: &mut Cursor<'_>) -> Option<Said> {
    let (day, digits) = at.number()?;
    let before = *at;
    suffix(at);
    let is_ordinal = before.peek() != at.peek();
    let is_said = at.one_of(&["числа"]).is_some() || is_ordinal;
    (digits <= 2 && is_said).then_some(Said { year: None, month: None, day })
}

impl DayPhrase {
    /// The first and the last day that are meant, as seen from `today`.
    pub(super) fn resolve(self, today: NaiveDate) -> Result<(NaiveDate, NaiveDate), WhenFault> {
        let one = |day: Option<NaiveDate>| day.map(|day| (day, day)).ok_or(WhenFault::NoSuchDay);
        match self {
            Self::InDays(days) => one(today.checked_add_days(Days::new(days))),
            Self::InMonths(months) => one(today.checked_add_months(Months::new(months))),
            Self::Named(day, is_next) => {
                let ahead = day.num_days_from_monday() + 7 - today.weekday().num_days_from_monday();
                let days = if is_next && ahead % 7 + today.weekday().num_days_from_monday() < 7 {
                    ahead % 7 + 7
                } else {
                    ahead % 7
                };
                one(today.checked_add_days(Days::new(days.into())))
            }
            Self::Numbered(from, None) => one(Some(from.resolve(today)?)),
            Self::Numbered(from, Some(to)) => {
                let first = from.resolve(today)?;
                let year = to.year.unwrap_or(first.year());
                let mut last = to.on(year, first.month())?;
                if last < first && to.year.is_none() {
                    last = to.on(year + 1, first.month())?;
                }
                if last < first { Err(WhenFault::EndsFirst) } else { Ok((first, last)) }
            }
        }
    }
}

impl Said {
    fn on(self, year: i32, month: u32) -> Result<NaiveDate, WhenFault> {
        NaiveDate::from_ymd_opt(year, self.month.unwrap_or(month), self.day).ok_or(WhenFault::NoSuchDay)
    }

    /// The day that is meant: what was not said is the nearest to come.
    fn resolve(self, today: NaiveDate) -> Result<NaiveDate, WhenFault> {
        match (self.year, self.month) {
            (Some(year), month) => self.on(year, month.unwrap_or(today.month())),
            (None, Some(month)) => match self.on(today.year(), month) {
                Ok(day) if day >= today => Ok(day),
                // 29 February may have to wait for a leap year.
                _ if month == 2 && self.day == 29 => (1..=8)
                    .find_map(|ahead| self.on(today.year() + ahead, month).ok())
                    .ok_or(WhenFault::NoSuchDay),
                _ => self.on(today.year() + 1, month),
            },
            (None, None) => {
                let months =
                    (0..12).filter_map(|ahead| today.with_day(1)?.checked_add_months(Months::new(ahead)));
                let mut days = months.filter_map(|first| self.on(first.year(), first.month()).ok());
                days.find(|day| *day >= today).ok_or(WhenFault::NoSuchDay)
            }
        }
    }
}
