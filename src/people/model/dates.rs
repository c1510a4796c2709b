//! Years, birth dates and quiet hours as people give them, and what follows from them.
//! Not here: the clock; `today` is the person's own civil date.

use chrono::{Datelike, NaiveDate};

/// The longest career anybody can mean.
const LONGEST_CAREER_YEARS: i64 = 70;
/// Nobody younger works as a teacher.
const YOUNGEST_YEARS: i32 = 16;
const OLDEST_YEARS: i32 = 100;
/// Years on one page of buttons.
const YEARS_ON_PAGE: usize = 20;
/// The last page of years.
pub const LAST_YEARS_PAGE: usize = 3;

/// Why a year or a date cannot be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFault {
    /// The words are no date of the kind asked for.
    Unreadable,
    /// It lies in the future.
    Future,
    /// It lies too far back, or is too recent for somebody who works.
    Absurd,
}

/// Reads the year in which a career began.
pub fn read_career_year(typed: &str, today: NaiveDate) -> Result<i64, DateFault> {
    let bare = typed.trim().trim_end_matches(['.', ' ']).trim_end_matches("год").trim_end_matches('г').trim();
    let is_year = bare.len() == 4 && bare.bytes().all(|byte| byte.is_ascii_digit());
    let year = bare.parse().ok().filter(|_| is_year).ok_or(DateFault::Unreadable)?;
    check_career_year(year, today)
}

/// Says whether a career can have begun in this year.
pub fn check_career_year(year: i64, today: NaiveDate) -> Result<i64, DateFault> {
    let this_year = i64::from(today.year());
    match year {
        year if year > this_year => Err(DateFault::Future),
        year if year < this_year - LONGEST_CAREER_YEARS => Err(DateFault::Absurd),
        year => Ok(year),
    }
}

/// The years of one page of buttons, newest first; none beyond the last page.
#[must_use]
pub fn career_years(page: usize, today: NaiveDate) -> Vec<i64> {
    let this_year = i64::from(today.year());
    let years = (this_year - LONGEST_CAREER_YEARS..=this_year).rev();
    years.skip(page.saturating_mul(YEARS_ON_PAGE)).take(YEARS_ON_PAGE).collect()
}

/// Whether somebody is in their first three years of work. A career is counted from 1 September of the year it began.
#[must_use]
pub fn is_early_career(began: i64, today: NaiveDate) -> bool {
    let school_year = i64::from(today.year()) - i64::from(today.month() < 9);
    school_year - began < 3
}

/// Whether somebody born on this day is younger than 35.
#[must_use]
pub fn is_under_35(born: NaiveDate, today: NaiveDate) -> bool {
    today.years_since(born).is_some_and(|years| years < 35)
}

/// Reads a birth date such as 07.03.1985.
pub fn read_birth_date(typed: &str, today: NaiveDate) -> Result<NaiveDate, DateFault> {
    let numbers: Vec<&str> =
        typed.trim().trim_end_matches(['г', '.']).split(['.', '/', '-', ' ', ',']).collect();
    let numbers: Vec<&str> = numbers.into_iter().filter(|number| !number.is_empty()).collect();
    let [first, month, last] = numbers[..] else {
        return Err(DateFault::Unreadable);
    };
    let (day, year) = if first.len() == 4 { (last, first) } else { (first, last) };
    let read = |number: &str| number.parse::<u32>().map_err(|_| DateFault::Unreadable);
    if year.len() != 4 {
        return Err(DateFault::Unreadable);
    }
    let year: i32 = year.parse().map_err(|_| DateFault::Unreadable)?;
    let date = NaiveDate::from_ymd_opt(year, read(month)?, read(day)?).ok_or(DateFault::Unreadable)?;
    let age = today.years_since(date).ok_or(DateFault::Future)?;
    let is_plausible = i32::try_from(age).is_ok_and(|age| (YOUNGEST_YEARS..=OLDEST_YEARS).contains(&age));
    if is_plausible { Ok(date) } else { Err(DateFault::Absurd) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    #[test]
    fn career_years_are_read_and_doubted() {
        let today = day(2026, 11, 21);
        for (typed, read) in [
            ("2014", Ok(2014)),
            (" 2014 г. ", Ok(2014)),
            ("2014 год", Ok(2014)),
            ("2027", Err(DateFault::Future)),
            ("1900", Err(DateFault::Absurd)),
            ("давно", Err(DateFault::Unreadable)),
            ("14", Err(DateFault::Unreadable)),
            ("+201", Err(DateFault::Unreadable)),
        ] {
            assert_eq!(read_career_year(typed, today), read, "{typed}");
        }
    }

    #[test]
    fn years_come_newest_first_and_end() {
        let today = day(2026, 11, 21);
        let first = career_years(0, today);
        assert_eq!((first[0], first.len()), (2026, 20));
        let last = career_years(LAST_YEARS_PAGE, today);
        assert_eq!(last.last().copied(), Some(1956));
        assert!(career_years(LAST_YEARS_PAGE + 1, today).is_empty());
        assert!(career_years(usize::MAX, today).is_empty());
    }

    #[test]
    fn the_first_three_years_are_school_years() {
        for (began, today, early) in [
            (2026, day(2026, 11, 21), true),
            (2024, day(2026, 11, 21), true),
            (2024, day(2027, 8, 31), true),
            (2024, day(2027, 9, 1), false),
            (2023, day(2026, 11, 21), false),
            (2027, day(2027, 2, 1), true),
        ] {
            assert_eq!(is_early_career(began, today), early, "{began} on {today}");
        }
    }

    #[test]
    fn birth_dates_are_read_and_doubted() {
        let today = day(2026, 11, 21);
        for (typed, read) in [
            ("07.03.1985", Ok(day(1985, 3, 7))),
            ("7.3.1985 г.", Ok(day(1985, 3, 7))),
            ("1985-03-07", Ok(day(1985, 3, 7))),
            ("7 3 1985", Ok(day(1985, 3, 7))),
            ("31.02.1985", Err(DateFault::Unreadable)),
            ("07.03.85", Err(DateFault::Unreadable)),
            ("07.03.2030", Err(DateFault::Future)),
            ("07.03.2020", Err(DateFault::Absurd)),
            ("07.03.1885", Err(DateFault::Absurd)),
            ("седьмого марта", Err(DateFault::Unreadable)),
        ] {
            assert_eq!(read_birth_date(typed, today), read, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn nothing_typed_can_make_it_panic(typed in "\\PC{0,40}") {
            let today = day(2026, 11, 21);
            let _ = (read_career_year(&typed, today), read_birth_date(&typed, today));
        }
    }
}
