//! Where a person's quiet begins and ends: nights and days of rest that touch are one.
//! Not here: what is done about it.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc, Weekday};

use super::{super::wish::instant_at, Rhythm};

/// How far a moment that is not quiet is looked for.
const A_MONTH: TimeDelta = TimeDelta::days(31);
const MINUTES_A_DAY: i64 = 24 * 60;

/// From the first instant to before the second.
type Span = (DateTime<Utc>, DateTime<Utc>);

/// A person's rhythm, seen by one letter.
pub(super) struct Quiet<'a> {
    rhythm: &'a Rhythm,
    /// The day of what the letter is about: it may be said on it, even if the day is one of rest.
    event_day: Option<NaiveDate>,
    keeps_days_of_rest: bool,
}

impl<'a> Quiet<'a> {
    pub(super) fn new(rhythm: &'a Rhythm, event_at: Option<DateTime<Utc>>, keeps_days_of_rest: bool) -> Self {
        let event_day = event_at.map(|at| at.with_timezone(&rhythm.zone).date_naive());
        Self { rhythm, event_day, keeps_days_of_rest }
    }

    pub(super) fn allows(&self, at: DateTime<Utc>) -> bool {
        !self.spans_near(at).any(|(begins, ends)| begins <= at && at < ends)
    }

    /// The first moment from here on that is not quiet, if it comes within a month.
    pub(super) fn next_allowed(&self, from: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let mut next = from;
        while next - from <= A_MONTH {
            let covering = self.spans_near(next).filter(|(begins, ends)| *begins <= next && next < *ends);
            match covering.map(|(_, ends)| ends).max() {
                Some(ends) => next = ends,
                None => return Some(next),
            }
        }
        None
    }

    /// The minute before the quiet in which `at` lies or which ends with it, else the minute before `at`; none if that
    /// quiet lasts longer than a month.
    pub(super) fn last_allowed_before(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let mut first = at;
        while at - first <= A_MONTH {
            let before = self.spans_near(first).filter(|(begins, ends)| *begins < first && first <= *ends);
            match before.map(|(begins, _)| begins).min() {
                Some(begins) => first = begins,
                None => return Some(first - TimeDelta::minutes(1)),
            }
        }
        None
    }

    /// Every span that an instant can lie in or touch.
    fn spans_near(&self, at: DateTime<Utc>) -> impl Iterator<Item = Span> {
        let today = at.with_timezone(&self.rhythm.zone).date_naive();
        let days = [today.pred_opt(), Some(today), today.succ_opt()].into_iter().flatten();
        days.flat_map(|day| [self.night(day), self.rest(day)].into_iter().flatten())
    }

    /// The quiet hours that begin on this day.
    fn night(&self, day: NaiveDate) -> Option<Span> {
        let (from, to) = self.rhythm.quiet_minutes?;
        let (from, to) = (from.rem_euclid(MINUTES_A_DAY), to.rem_euclid(MINUTES_A_DAY));
        let last_day = if to > from { day } else { day.checked_add_days(Days::new(1))? };
        (from != to).then(|| (self.at_minute(day, from), self.at_minute(last_day, to)))
    }

    /// This day from midnight to midnight, if nothing is said on it.
    fn rest(&self, day: NaiveDate) -> Option<Span> {
        let is_off = day.weekday() == Weekday::Sun || self.rhythm.holidays.contains(day);
        let rests = self.keeps_days_of_rest && is_off && self.event_day != Some(day);
        let next = day.checked_add_days(Days::new(1))?;
        rests.then(|| (self.at_minute(day, 0), self.at_minute(next, 0)))
    }

    fn at_minute(&self, day: NaiveDate, minute: i64) -> DateTime<Utc> {
        instant_at(day.and_time(chrono::NaiveTime::MIN) + TimeDelta::minutes(minute), self.rhythm.zone)
    }
}
