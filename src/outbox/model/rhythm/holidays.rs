//! Days off, as a municipality's calendar names them.
//! Not here: Sundays, which rest everywhere.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

/// Days off: those of every year, and those of one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holidays {
    /// Month and day.
    yearly: BTreeSet<(u32, u32)>,
    once: BTreeSet<NaiveDate>,
}

/// Has every day that a year can have.
const LEAP_YEAR: &str = "2000";

impl Holidays {
    /// The days of these patterns: `MM-DD` is a day of every year, `YYYY-MM-DD` of one. A pattern that names no day is
    /// passed over: the one who wrote it was told when their calendar was read.
    pub fn of<P: AsRef<str>>(patterns: impl IntoIterator<Item = P>) -> Self {
        let mut holidays = Self::default();
        for pattern in patterns {
            let pattern = pattern.as_ref();
            if let Ok(day) = pattern.parse() {
                holidays.once.insert(day);
            } else if let Ok(day) = format!("{LEAP_YEAR}-{pattern}").parse::<NaiveDate>() {
                holidays.yearly.insert((day.month(), day.day()));
            }
        }
        holidays
    }

    /// Whether this day is off.
    #[must_use]
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.yearly.contains(&(day.month(), day.day())) || self.once.contains(&day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_off_every_year_or_once() {
        let holidays = Holidays::of(["05-09", "2027-02-22", "02-29", "13-01", "someday", ""]);
        for (day, is_off) in [
            ("2026-05-09", true),
            ("2031-05-09", true),
            ("2027-02-22", true),
            ("2028-02-22", false),
            ("2028-02-29", true),
            ("2027-01-13", false),
        ] {
            assert_eq!(holidays.contains(day.parse().expect("a day")), is_off, "{day}");
        }
    }
}
