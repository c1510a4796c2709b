//! When a job of the calendar is due: every day or every week, at a civil time of the installation.
//! Not here: running it.

use chrono::{DateTime, Datelike, Days, NaiveTime, Utc, Weekday};
use chrono_tz::Tz;

use super::Wish;

/// A rule of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calendar {
    /// Every day at this hour and minute.
    Daily(u32, u32),
    /// Every week on this day at this hour and minute.
    Weekly(Weekday, u32, u32),
}

impl Calendar {
    /// The first due instant after `after`.
    #[must_use]
    pub fn next_after(self, after: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
        let today = after.with_timezone(&zone).date_naive();
        let days = (0..=8).filter_map(|ahead| today.checked_add_days(Days::new(ahead)));
        let mut due = days.filter(|day| self.falls_on(day.weekday())).map(|day| {
            let local = day.and_time(self.time());
            Wish::Civil { local, zone: None }.resolve(zone)
        });
        due.find(|due| *due > after).unwrap_or(after + chrono::TimeDelta::days(7))
    }

    fn falls_on(self, day: Weekday) -> bool {
        match self {
            Self::Daily(..) => true,
            Self::Weekly(on, ..) => on == day,
        }
    }

    fn time(self) -> NaiveTime {
        let (Self::Daily(hour, minute) | Self::Weekly(_, hour, minute)) = self;
        NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(words: &str) -> DateTime<Utc> {
        words.parse().expect("an instant")
    }

    #[test]
    fn the_next_day_and_the_next_week_in_civil_time() {
        let moscow = Tz::Europe__Moscow;
        let daily = Calendar::Daily(3, 30);
        assert_eq!(daily.next_after(at("2026-11-22T00:00:00Z"), moscow), at("2026-11-22T00:30:00Z"));
        assert_eq!(daily.next_after(at("2026-11-22T00:30:00Z"), moscow), at("2026-11-23T00:30:00Z"));
        let weekly = Calendar::Weekly(Weekday::Mon, 9, 0);
        assert_eq!(weekly.next_after(at("2026-11-23T06:00:00Z"), moscow), at("2026-11-30T06:00:00Z"));
        let kamchatka = Tz::Asia__Kamchatka;
        assert_eq!(weekly.next_after(at("2026-11-22T00:00:00Z"), kamchatka), at("2026-11-22T21:00:00Z"));
    }
}
