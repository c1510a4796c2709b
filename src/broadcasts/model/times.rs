//! When an announcement begins, and when it comes again, on the clock of its place.
//! Not here: asking the clock.

use chrono::{DateTime, Days, Months, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;

use crate::typed::read_when;

/// When an announcement comes again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeat {
    /// Every week on the same day.
    Weekly,
    /// Every month on the same day.
    Monthly,
    /// Every school year on the same day.
    Yearly,
}

impl Repeat {
    /// Every rule.
    pub const ALL: [Self; 3] = [Self::Weekly, Self::Monthly, Self::Yearly];

    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Weekly => "weekly",
            Self::Monthly => "monthly",
            Self::Yearly => "yearly",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.as_str() == word)
    }
}

/// The instant at which clocks there show `local`; a time that is skipped is an hour later.
fn instant(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    let shown = zone.from_local_datetime(&local).earliest();
    let later = || zone.from_local_datetime(&(local + chrono::TimeDelta::hours(1))).earliest();
    shown.or_else(later).map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc))
}

/// When it begins next, after one that began then: the same time of day there, never in the past. The last day of a month
/// stands for the days that it does not have.
#[must_use]
pub fn next_start(rule: Repeat, began: DateTime<Utc>, zone: Tz, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let local = began.with_timezone(&zone).naive_local();
    (1..1_000)
        .filter_map(|times| match rule {
            Repeat::Weekly => local.checked_add_days(Days::new(7 * times)),
            Repeat::Monthly => local.checked_add_months(Months::new(u32::try_from(times).ok()?)),
            Repeat::Yearly => local.checked_add_months(Months::new(12 * u32::try_from(times).ok()?)),
        })
        .map(|next| instant(next, zone))
        .find(|next| *next > now)
}

/// The moment at which something that was held back stands in line again: its own, or the next on which it comes again.
/// What comes once and has missed its moment has none.
#[must_use]
pub fn moment_in_line(
    (at, rule): (DateTime<Utc>, Option<Repeat>),
    zone: Tz,
    now: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    if at > now { Some(at) } else { next_start(rule?, at, zone, now) }
}

/// Reads a moment such as «25.11 10:00», «завтра в 15» or «пт 10:30», on the clock of a place. A day without a time, what
/// cannot be read and what has passed are none.
#[must_use]
pub fn read_moment(words: &str, zone: Tz, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let when = read_when(words, now.with_timezone(&zone).naive_local()).ok()?;
    let at = instant(when.from.and_time(when.begins?), zone);
    (at > now).then_some(at)
}
