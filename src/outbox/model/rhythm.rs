//! When something unasked may be said to a person, and when a letter is therefore due.
//! Not here: how much is said in a week, and the sending.

mod holidays;
mod quiet;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Datelike, Days, NaiveTime, Utc};
use chrono_tz::Tz;

use super::{Class, wish::instant_at};
pub use holidays::Holidays;
use quiet::Quiet;

/// When a person's day is quiet, and which days their municipality rests. Sundays rest everywhere.
#[derive(Debug, Clone)]
pub struct Rhythm {
    /// The zone in which the person lives.
    pub zone: Tz,
    /// Quiet hours in minutes after local midnight, from and to, across midnight if the second is smaller. None, or the
    /// same minute twice: no hour is quiet.
    pub quiet_minutes: Option<(i64, i64)>,
    /// Days off besides Sundays.
    pub holidays: Holidays,
}

/// What the moment of a letter depends on.
#[derive(Debug, Clone, Copy)]
pub struct Timing {
    /// When it is wished to be said.
    pub wished_at: DateTime<Utc>,
    /// When what it is about takes place.
    pub event_at: Option<DateTime<Utc>>,
    /// From when on it would help nobody.
    pub useless_after: DateTime<Utc>,
    /// What it is to the person.
    pub class: Class,
    /// Whether a notice may be said on days of rest.
    pub is_urgent: bool,
}

/// When a letter is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plan {
    /// At this moment, never before it was planned.
    At(DateTime<Utc>),
    /// Not at all: there is no moment at which it would be right.
    Never,
}

impl Rhythm {
    /// Whether something may be said: in no quiet hour, and on a day of rest only about what takes place on that day.
    #[must_use]
    pub fn allows(&self, at: DateTime<Utc>, event_at: Option<DateTime<Utc>>) -> bool {
        Quiet::new(self, event_at, true).allows(at)
    }

    /// The first allowed moment from here on, if there is one within a month.
    #[must_use]
    pub fn next_allowed(
        &self,
        from: DateTime<Utc>,
        event_at: Option<DateTime<Utc>>,
    ) -> Option<DateTime<Utc>> {
        Quiet::new(self, event_at, true).next_allowed(from)
    }

    /// The minute before the quiet in which `at` lies, else the minute before `at`; none if all of the month before
    /// is quiet.
    #[must_use]
    pub fn last_allowed_before(
        &self,
        at: DateTime<Utc>,
        event_at: Option<DateTime<Utc>>,
    ) -> Option<DateTime<Utc>> {
        Quiet::new(self, event_at, true).last_allowed_before(at)
    }

    /// When a letter is said, decided at `now`. Deciding again before that moment gives the same moment.
    #[must_use]
    pub fn plan(&self, timing: &Timing, now: DateTime<Utc>) -> Plan {
        if timing.wished_at > timing.useless_after || timing.useless_after <= now {
            return Plan::Never;
        }
        let is_urgent = timing.is_urgent && timing.class == Class::Notice;
        let quiet = Quiet::new(self, timing.event_at, !is_urgent);
        let planned = match (timing.class, timing.event_at) {
            (Class::Reminder, Some(event_at)) => reminder_of(event_at, timing, &quiet, now),
            (Class::Reminder, None) | (Class::Bulk, _) => in_good_time(timing, &quiet, now),
            (Class::Notice, _) => Some(at_any_price(timing, &quiet, now)),
        };
        planned.map_or(Plan::Never, Plan::At)
    }

    /// Monday 00:00 of the person's week.
    #[must_use]
    pub fn week_began(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        self.monday(now, 0)
    }

    /// The first allowed moment of the person's next week; its Monday 00:00 if it is quiet for a month.
    #[must_use]
    pub fn next_week_begins(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        let monday = self.monday(now, 1);
        self.next_allowed(monday, None).unwrap_or(monday)
    }

    /// Monday 00:00, this many weeks after the one of `now`.
    fn monday(&self, now: DateTime<Utc>, weeks_later: u64) -> DateTime<Utc> {
        let today = now.with_timezone(&self.zone).date_naive();
        let monday = today - Days::new(today.weekday().num_days_from_monday().into());
        instant_at((monday + Days::new(7 * weeks_later)).and_time(NaiveTime::MIN), self.zone)
    }
}

/// A reminder of something that takes place. If quiet would eat more than half of the time that it leaves to the
/// person, it comes before the quiet rather than after: a meeting at nine on Monday is remembered on Saturday.
fn reminder_of(
    event_at: DateTime<Utc>,
    timing: &Timing,
    quiet: &Quiet<'_>,
    now: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    let start = timing.wished_at.max(now);
    if start > event_at {
        return None;
    }
    let next = quiet.next_allowed(start).filter(|next| *next <= timing.useless_after);
    let leaves_half = |next: DateTime<Utc>| event_at - next >= (event_at - timing.wished_at) / 2;
    if next.is_some_and(|next| next == start || leaves_half(next)) {
        return next;
    }
    before_quiet(start, quiet, now).or(next.filter(|next| *next < event_at))
}

/// The next allowed moment, if it is not too late by then.
fn in_good_time(timing: &Timing, quiet: &Quiet<'_>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    quiet.next_allowed(timing.wished_at.max(now)).filter(|next| *next <= timing.useless_after)
}

/// The next allowed moment; if that is too late, an earlier one; if there is none, a quiet one. It is better to disturb
/// than to be useless.
fn at_any_price(timing: &Timing, quiet: &Quiet<'_>, now: DateTime<Utc>) -> DateTime<Utc> {
    let start = timing.wished_at.max(now);
    in_good_time(timing, quiet, now).or_else(|| before_quiet(start, quiet, now)).unwrap_or(start)
}

/// The last allowed minute before the quiet in which `start` lies, unless that quiet has begun.
fn before_quiet(start: DateTime<Utc>, quiet: &Quiet<'_>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let last = quiet.last_allowed_before(start)?.max(now);
    (last < start && quiet.allows(last)).then_some(last)
}
