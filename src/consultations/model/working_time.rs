//! Working time: several intervals a day, days off, a zone; adding working minutes to an instant and counting those
//! between two.
//! Not here: what the minutes are promised for.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

/// Minutes after local midnight at which work begins and ends.
type Interval = (u32, u32);

/// Days looked through for working time; a calendar without any in so long a time has none.
const HORIZON_DAYS: usize = 800;

/// The working hours of a week, from Monday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week([Vec<Interval>; 7]);

impl Week {
    /// Reads intervals such as `09:00-13:00`; returns the words that are none, or that overlap with those before.
    pub fn read(days: &[Vec<String>; 7]) -> Result<Self, String> {
        let mut week: [Vec<Interval>; 7] = Default::default();
        for (day, words) in week.iter_mut().zip(days) {
            for words in words {
                let begins_after = day.last().map_or(0, |(_, until)| *until);
                let interval = read_interval(words).filter(|(from, _)| *from >= begins_after);
                day.push(interval.ok_or_else(|| words.clone())?);
            }
        }
        if week.iter().all(Vec::is_empty) { Err("nobody works".to_owned()) } else { Ok(Self(week)) }
    }

    /// The intervals of the seven days as they are typed.
    #[must_use]
    pub fn words(&self) -> [Vec<String>; 7] {
        let minute = |of_day: u32| format!("{:02}:{:02}", of_day / 60, of_day % 60);
        self.0.each_ref().map(|day| {
            day.iter().map(|(from, until)| format!("{}-{}", minute(*from), minute(*until))).collect()
        })
    }

    /// The minutes of the longest day.
    #[must_use]
    pub fn longest_day(&self) -> i64 {
        let minutes = |day: &Vec<Interval>| day.iter().map(|(from, until)| i64::from(until - from)).sum();
        self.0.iter().map(minutes).max().unwrap_or_default()
    }

    fn of(&self, day: NaiveDate) -> &[Interval] {
        &self.0[day.weekday().num_days_from_monday() as usize]
    }
}

fn read_interval(words: &str) -> Option<Interval> {
    let (from, until) = words.split_once('-')?;
    let (from, until) = (read_minute(from)?, read_minute(until)?);
    (from < until).then_some((from, until))
}

fn read_minute(words: &str) -> Option<u32> {
    let (hours, minutes) = words.trim().split_once(':')?;
    let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
    (minutes < 60 && hours * 60 + minutes <= 24 * 60).then_some(hours * 60 + minutes)
}

/// The working calendar of a municipality.
#[derive(Debug, Clone)]
pub struct WorkingTime {
    /// The hours of a week.
    pub week: Week,
    /// Days off: `MM-DD` of every year, `YYYY-MM-DD` of one.
    pub days_off: BTreeSet<String>,
    /// Ranges of days off, the last day included.
    pub breaks: Vec<(NaiveDate, NaiveDate)>,
    /// The zone of the municipality.
    pub zone: Tz,
}

impl WorkingTime {
    /// Whether anybody works on this day of the calendar.
    #[must_use]
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        !self.is_off(day) && !self.week.of(day).is_empty()
    }

    fn is_off(&self, day: NaiveDate) -> bool {
        let breaks = self.breaks.iter().any(|(first, last)| (*first..=*last).contains(&day));
        breaks
            || self.days_off.contains(&day.to_string())
            || self.days_off.contains(&day.format("%m-%d").to_string())
    }

    /// The instant at which a day begins.
    #[must_use]
    pub fn midnight(&self, day: NaiveDate) -> DateTime<Utc> {
        self.instant(day, 0)
    }

    /// The intervals of a day as instants.
    fn spans(&self, day: NaiveDate) -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
        if self.is_off(day) {
            return Vec::new();
        }
        let spans = self.week.of(day).iter();
        spans.map(|(from, until)| (self.instant(day, *from), self.instant(day, *until))).collect()
    }

    /// The instant at which a local clock shows this minute of this day; where clocks skip it, the hour after.
    fn instant(&self, day: NaiveDate, minute: u32) -> DateTime<Utc> {
        let local = day.and_time(NaiveTime::MIN) + TimeDelta::minutes(i64::from(minute));
        let shown = (0..=3)
            .find_map(|hours| self.zone.from_local_datetime(&(local + TimeDelta::hours(hours))).earliest());
        shown.map_or_else(|| local.and_utc(), |shown| shown.with_timezone(&Utc))
    }

    /// The intervals from the day of an instant on.
    fn spans_from(&self, from: DateTime<Utc>) -> impl Iterator<Item = (DateTime<Utc>, DateTime<Utc>)> + '_ {
        let today = from.with_timezone(&self.zone).date_naive();
        let days = (0..HORIZON_DAYS as u64).filter_map(move |ahead| today.checked_add_days(Days::new(ahead)));
        days.flat_map(|day| self.spans(day)).filter(move |(_, until)| *until > from)
    }

    /// The instant itself if work is done then, else the next one at which it begins.
    #[must_use]
    pub fn next_open(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        self.spans_from(at).next().map_or(at, |(from, _)| from.max(at))
    }

    /// The instant at which so many working minutes have passed since `from`.
    #[must_use]
    pub fn add(&self, from: DateTime<Utc>, minutes: i64) -> DateTime<Utc> {
        let mut left = TimeDelta::minutes(minutes);
        let mut reached = from;
        if left <= TimeDelta::zero() {
            return from;
        }
        for (begins, ends) in self.spans_from(from) {
            let begins = begins.max(from);
            if ends - begins >= left {
                return begins + left;
            }
            left -= ends - begins;
            reached = ends;
        }
        reached
    }

    /// The instant so many working minutes before `until`, but not before `from`.
    #[must_use]
    pub fn before(&self, until: DateTime<Utc>, minutes: i64, from: DateTime<Utc>) -> DateTime<Utc> {
        self.add(from, (self.between(from, until) - minutes).max(0))
    }

    /// Whole working minutes from one instant to another; none if the second is earlier.
    #[must_use]
    pub fn between(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> i64 {
        let spans = self.spans_from(from).take_while(|(begins, _)| *begins < until);
        let worked = spans.map(|(begins, ends)| ends.min(until) - begins.max(from));
        worked.fold(TimeDelta::zero(), |sum, span| sum + span).num_minutes()
    }
}

#[cfg(test)]
mod tests {
    use chrono::Timelike;
    use proptest::prelude::*;

    use super::*;

    fn shipped(zone: Tz, days_off: &[&str]) -> WorkingTime {
        let day = |intervals: &[&str]| intervals.iter().map(|words| (*words).to_owned()).collect::<Vec<_>>();
        let long = day(&["09:00-13:00", "14:00-18:00"]);
        let short = day(&["09:00-13:00", "14:00-17:00"]);
        let week = [long.clone(), long.clone(), long.clone(), long, short, vec![], vec![]];
        let week = Week::read(&week).expect("a week");
        let days_off = days_off.iter().map(|day| (*day).to_owned()).collect();
        WorkingTime { week, days_off, breaks: Vec::new(), zone }
    }

    fn at(words: &str) -> DateTime<Utc> {
        words.parse().expect("an instant")
    }

    #[test]
    fn the_end_of_friday_leads_into_monday() {
        let time = shipped(Tz::Europe__Moscow, &[]);
        assert_eq!(time.add(at("2026-11-20T13:30:00Z"), 60), at("2026-11-23T06:30:00Z"));
        assert_eq!(time.add(at("2026-11-20T09:30:00Z"), 60), at("2026-11-20T11:30:00Z"), "over lunch");
    }

    #[test]
    fn midnight_of_the_new_year_begins_after_the_holidays() {
        let days: Vec<String> = (1..=8).map(|day| format!("01-{day:02}")).collect();
        let days: Vec<&str> = days.iter().map(String::as_str).collect();
        let time = shipped(Tz::Europe__Moscow, &days);
        let asked = at("2026-12-31T21:00:00Z");
        assert_eq!(time.next_open(asked), at("2027-01-11T06:00:00Z"), "the 9th is a Saturday");
        assert_eq!(time.add(asked, 960), at("2027-01-12T15:00:00Z"), "the end of the second working day");
    }

    #[test]
    fn a_calendar_of_days_off_alone_ends() {
        let every: Vec<String> = (0..366)
            .map(|day| (at("2028-01-01T00:00:00Z") + TimeDelta::days(day)).format("%m-%d").to_string())
            .collect();
        let every: Vec<&str> = every.iter().map(String::as_str).collect();
        let time = shipped(Tz::Europe__Moscow, &every);
        let now = at("2026-11-20T13:30:00Z");
        assert_eq!((time.add(now, 60), time.next_open(now), time.between(now, now)), (now, now, 0));
    }

    #[test]
    fn words_that_are_no_hours_are_named() {
        let week =
            |words: &str| Week::read(&[vec![words.into()], vec![], vec![], vec![], vec![], vec![], vec![]]);
        for words in ["9-18", "18:00-09:00", "09:00-24:01", "09:60-10:00", ""] {
            assert_eq!(week(words), Err(words.to_owned()));
        }
        assert!(week("00:00-24:00").is_ok());
        let twice = vec!["09:00-13:00".to_owned(), "12:00-18:00".to_owned()];
        assert!(Week::read(&[twice, vec![], vec![], vec![], vec![], vec![], vec![]]).is_err());
    }

    /// The plain reference: whether work is done in this minute.
    fn is_worked(time: &WorkingTime, minute: DateTime<Utc>) -> bool {
        let local = minute.with_timezone(&time.zone);
        let (day, of_day) = (local.date_naive(), local.hour() * 60 + local.minute());
        let off = time.breaks.iter().any(|(first, last)| *first <= day && day <= *last)
            || time.days_off.contains(&day.format("%Y-%m-%d").to_string())
            || time.days_off.contains(&day.format("%m-%d").to_string());
        !off && time.week.of(day).iter().any(|(from, until)| (*from..*until).contains(&of_day))
    }

    fn calendars() -> impl Strategy<Value = WorkingTime> {
        // Clocks are changed before five in the morning; nobody works then.
        let day = (300u32..600, 1u32..200, 1u32..120, 1u32..300).prop_map(|(from, first, lunch, second)| {
            vec![(from, from + first), (from + first + lunch, from + first + lunch + second)]
        });
        let day = prop_oneof![3 => day, 1 => Just(Vec::new())];
        let zones = prop::sample::select(vec![
            Tz::Europe__Moscow,
            Tz::Asia__Kamchatka,
            Tz::Asia__Krasnoyarsk,
            Tz::Europe__Berlin,
        ]);
        let off =
            prop::collection::btree_set(prop::sample::select(vec!["2026-03-30", "04-01", "10-26"]), 0..3);
        let days = |from: i64| (day_of("2026-03-26") + TimeDelta::days(from), TimeDelta::days(from % 5));
        let breaks = prop::collection::vec(
            (0i64..300).prop_map(move |from| {
                let (first, lasts) = days(from);
                (first, first + lasts)
            }),
            0..4,
        );
        (prop::array::uniform7(day), zones, off, breaks).prop_filter_map(
            "somebody works",
            |(week, zone, off, breaks)| {
                let days_off = off.into_iter().map(str::to_owned).collect();
                let works = !week.iter().all(Vec::is_empty);
                works.then_some(WorkingTime { week: Week(week), days_off, breaks, zone })
            },
        )
    }

    fn day_of(words: &str) -> NaiveDate {
        words.parse().expect("a day")
    }

    #[test]
    fn school_holidays_are_a_range() {
        let mut time = shipped(Tz::Europe__Moscow, &[]);
        time.breaks = vec![(day_of("2026-11-23"), day_of("2026-11-27"))];
        assert_eq!(time.next_open(at("2026-11-20T15:30:00Z")), at("2026-11-30T06:00:00Z"));
        assert!(!time.is_working_day(day_of("2026-11-27")) && time.is_working_day(day_of("2026-11-30")));
        assert_eq!(Week::read(&time.week.words()), Ok(time.week.clone()));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn minute_by_minute_gives_the_same(
            time in calendars(),
            start in prop::sample::select(vec!["2026-03-26T00:00:00Z", "2026-10-22T00:00:00Z", "2026-12-30T00:00:00Z"]),
            skipped in 0i64..4_000,
            minutes in 1i64..1_500,
        ) {
            let from = at(start) + TimeDelta::minutes(skipped);
            let (mut passed, mut minute) = (0, from);
            while passed < minutes {
                passed += i64::from(is_worked(&time, minute));
                minute += TimeDelta::minutes(1);
            }
            prop_assert_eq!(time.add(from, minutes), minute);
            prop_assert_eq!(time.between(from, minute), minutes);
            prop_assert!(is_worked(&time, time.next_open(from)));
            prop_assert_eq!(time.between(from, time.next_open(from)), 0);
        }

        #[test]
        fn a_pause_moves_the_end_by_what_was_worked_in_it(
            time in calendars(), minutes in 1i64..900, begins in 0i64..2_000, lasts in 0i64..4_000,
        ) {
            let from = at("2026-03-26T00:00:00Z");
            let (paused, resumed) = (begins, begins + lasts);
            let (paused, resumed) = (from + TimeDelta::minutes(paused), from + TimeDelta::minutes(resumed));
            let pause = time.between(paused, resumed);
            let moved = time.add(time.add(from, minutes), pause);
            prop_assert_eq!(moved, time.add(from, minutes + pause));
        }
    }
}
