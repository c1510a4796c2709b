//! The days on which steps can be due: no weekends, no days off, no summer; steps spread over what is left of a school
//! year, and put off.
//! Not here: quiet hours and when anything is said.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta, Weekday};

/// A day is looked for no further than this: a calendar without any working day has none.
const HORIZON_DAYS: u64 = 400;
/// From this month on a new route reaches into the next school year.
const LAST_MONTH_TO_BEGIN: u32 = 4;

/// How far a step is put off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delay {
    /// By a day; reminders only.
    Day,
    /// By a week.
    Week,
    /// By a month.
    Month,
}

impl Delay {
    /// Every one, the shortest first.
    pub const ALL: [Self; 3] = [Self::Day, Self::Week, Self::Month];

    /// The word in a payload.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
        }
    }

    /// Reads the word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        super::of_word(&Self::ALL, word, Self::as_str)
    }

    /// The day so much later.
    #[must_use]
    pub fn after(self, day: NaiveDate) -> NaiveDate {
        match self {
            Self::Day => later(day, 1),
            Self::Week => later(day, 7),
            Self::Month => day.checked_add_months(Months::new(1)).unwrap_or(day),
        }
    }
}

/// The calendar of a municipality's school year.
#[derive(Debug, Clone, Default)]
pub struct SchoolCalendar {
    /// Days off: `MM-DD` of every year, `YYYY-MM-DD` of one.
    pub days_off: BTreeSet<String>,
}

impl SchoolCalendar {
    /// Whether nothing is due on this day: a weekend, a day off, the summer.
    #[must_use]
    pub fn is_off(&self, day: NaiveDate) -> bool {
        is_summer(day)
            || matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
            || self.days_off.contains(&day.to_string())
            || self.days_off.contains(&day.format("%m-%d").to_string())
    }

    /// This day or the first one after it on which something can be due.
    #[must_use]
    pub fn working_day(&self, day: NaiveDate) -> NaiveDate {
        let days = (0..HORIZON_DAYS).filter_map(|ahead| day.checked_add_days(Days::new(ahead)));
        days.into_iter().find(|day| !self.is_off(*day)).unwrap_or(day)
    }

    /// When steps of these usual lengths in days are due, one after the other from tomorrow on. What does not fit into the
    /// school year is drawn together, so that the last one is due by its end.
    #[must_use]
    pub fn spread(&self, lengths: &[i64], today: NaiveDate) -> Vec<NaiveDate> {
        let begin = if is_summer(today) { first_of_september(today.year()) } else { today };
        let end = year_end(begin);
        let room = school_days(begin, end).max(1);
        let total: i64 = lengths.iter().sum();
        let mut so_far = 0;
        let mut due = Vec::with_capacity(lengths.len());
        for length in lengths {
            so_far += length;
            let ahead = if total > room { so_far * room / total } else { so_far };
            due.push(self.within(school_day_after(begin, ahead.max(1)), (later(today, 1), end)));
        }
        due
    }

    /// The working day at or after a day; at the end of the year the last one before it.
    fn within(&self, day: NaiveDate, (first, end): (NaiveDate, NaiveDate)) -> NaiveDate {
        let next = self.working_day(day.max(first));
        if next <= end {
            return next;
        }
        let back = (0..HORIZON_DAYS).filter_map(|back| end.checked_sub_days(Days::new(back)));
        back.take_while(|day| *day >= first).find(|day| !self.is_off(*day)).unwrap_or(next)
    }

    /// When something due on a day is due after it was put off; never earlier than today.
    #[must_use]
    pub fn put_off(&self, due: NaiveDate, delay: Delay, today: NaiveDate) -> NaiveDate {
        self.working_day(delay.after(due.max(today)))
    }

    /// When something due on a day is due after the route stood still for so many days.
    #[must_use]
    pub fn shift(&self, due: NaiveDate, days: i64) -> NaiveDate {
        self.working_day(later(due, days.max(0)))
    }
}

fn is_summer(day: NaiveDate) -> bool {
    (6..=8).contains(&day.month())
}

fn later(day: NaiveDate, days: i64) -> NaiveDate {
    day.checked_add_signed(TimeDelta::days(days)).unwrap_or(day)
}

fn first_of_september(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 9, 1).unwrap_or_default()
}

/// The last day of May by which a route that begins on this day is done.
fn year_end(begin: NaiveDate) -> NaiveDate {
    let year = if begin.month() <= LAST_MONTH_TO_BEGIN { begin.year() } else { begin.year() + 1 };
    NaiveDate::from_ymd_opt(year, 5, 31).unwrap_or_default()
}

/// Days between two, the summer left out.
fn school_days(from: NaiveDate, to: NaiveDate) -> i64 {
    from.iter_days().take_while(|day| *day < to).map(|day| i64::from(!is_summer(day))).sum()
}

/// So many days after a day, the summer left out.
fn school_day_after(from: NaiveDate, days: i64) -> NaiveDate {
    let counted = from.iter_days().skip(1).filter(|day| !is_summer(*day));
    let ahead = usize::try_from(days).unwrap_or_default().saturating_sub(1);
    counted.into_iter().nth(ahead).unwrap_or(from)
}
