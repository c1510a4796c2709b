//! When a meeting is: civil days and times of its place, the instants that they mean, and the moments that follow from
//! them. Pure: the zone and the present are given.
//! Not here: reading what was typed, and whose sleep a reminder must not disturb.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::outbox::Wish;

/// Where no time was said, reminders count from this hour.
const MORNING: u32 = 9;
/// Such a day ends at this hour.
const EVENING: u32 = 18;
/// A freed seat is held for whoever is offered it at most for so long.
const HELD: TimeDelta = TimeDelta::hours(24);
/// And at least for so long.
const HELD_AT_LEAST: TimeDelta = TimeDelta::minutes(15);

/// Days and times on the clock of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CivilSpan {
    /// The first day.
    pub from: NaiveDate,
    /// The last day; the same where it is one.
    pub to: NaiveDate,
    /// The time it begins, if one was said.
    pub begins: Option<NaiveTime>,
    /// The time it ends, if one was said.
    pub ends: Option<NaiveTime>,
}

fn at_hour(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default()
}

fn instant(day: NaiveDate, time: NaiveTime, zone: Tz) -> DateTime<Utc> {
    Wish::Civil { local: day.and_time(time), zone: None }.resolve(zone)
}

impl CivilSpan {
    /// The instant at which it begins there.
    #[must_use]
    pub fn starts_at(&self, zone: Tz) -> DateTime<Utc> {
        instant(self.from, self.begins.unwrap_or_else(|| at_hour(MORNING)), zone)
    }

    /// The instant at which it ends there; `minutes` is how long its kind takes. It may lie on the next day.
    #[must_use]
    pub fn ends_at(&self, zone: Tz, minutes: i64) -> DateTime<Utc> {
        let minutes = TimeDelta::minutes(minutes);
        let starts = self.starts_at(zone);
        let end = match (self.begins, self.ends) {
            (_, Some(ends)) => instant(self.to, ends, zone),
            (Some(begins), None) => instant(self.to, begins, zone) + minutes,
            (None, None) => instant(self.to, at_hour(EVENING), zone),
        };
        end.max(starts + TimeDelta::minutes(1))
    }
}

/// The first year of the school year in which a day lies: numbers of meetings begin anew with August, in which councils
/// meet first.
#[must_use]
pub fn school_year(day: NaiveDate) -> i32 {
    if day.month() >= 8 { day.year() } else { day.year() - 1 }
}

/// A reminder to those who come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rung {
    /// So many hours before the beginning.
    pub hours: i64,
    /// When it is wished to be said.
    pub at: DateTime<Utc>,
    /// From when on the next one says it.
    pub useless_after: DateTime<Utc>,
}

/// The reminders that are still to come. Those whose moment is over are left out: who was told a minute ago that a meeting
/// is tomorrow needs no reminder of it.
#[must_use]
pub fn rungs(hours: &[i64], starts_at: DateTime<Utc>, now: DateTime<Utc>) -> Vec<Rung> {
    let moments: Vec<(i64, DateTime<Utc>)> =
        hours.iter().map(|hours| (*hours, starts_at - TimeDelta::hours(*hours))).collect();
    let next = |number: usize| moments.get(number + 1).map_or(starts_at, |(_, at)| *at);
    let all = moments.iter().enumerate();
    let rung = |(number, (hours, at)): (usize, &(i64, DateTime<Utc>))| Rung {
        hours: *hours,
        at: *at,
        useless_after: next(number),
    };
    all.map(rung).filter(|rung| rung.at > now).collect()
}

/// Until when answers are asked for, where nobody said: a day before, of what is sooner an hour before, else until it
/// begins.
#[must_use]
pub fn usual_deadline(starts_at: DateTime<Utc>, now: DateTime<Utc>) -> DateTime<Utc> {
    match starts_at - now {
        ahead if ahead > TimeDelta::hours(48) => starts_at - TimeDelta::hours(24),
        ahead if ahead > TimeDelta::hours(3) => starts_at - TimeDelta::hours(1),
        _ => starts_at,
    }
}

/// When those who have not answered are asked once more: a day before answers end, of what is sooner half-way. Not where
/// that is within the hour.
#[must_use]
pub fn nudge_at(answer_by: DateTime<Utc>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let ahead = answer_by - now;
    let at = if ahead > TimeDelta::hours(48) { answer_by - TimeDelta::hours(24) } else { now + ahead / 2 };
    (at - now > TimeDelta::hours(1)).then_some(at)
}

/// Until when a freed seat is held for somebody: a day, of what is sooner a quarter of the time that is left, and never
/// beyond the beginning.
#[must_use]
pub fn hold_until(starts_at: DateTime<Utc>, now: DateTime<Utc>) -> DateTime<Utc> {
    (now + ((starts_at - now) / 4).clamp(HELD_AT_LEAST, HELD)).min(starts_at)
}
