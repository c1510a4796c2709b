//! When methodologists of a municipality work, as a coordinator types it: «пн-чт 9:00-13:00, 14:00-18:00», «пт выходной»,
//! «каникулы 30.12-08.01».
//! Not here: what follows from it; `WorkingTime` counts.

use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

use super::working_time::Week;
use crate::typed::read_when;

/// Weekdays as people begin a line with them, from Monday.
const WEEKDAYS: [[&str; 3]; 7] = [
    ["пн", "понедельник", "mon"],
    ["вт", "вторник", "tue"],
    ["ср", "среда", "wed"],
    ["чт", "четверг", "thu"],
    ["пт", "пятница", "fri"],
    ["сб", "суббота", "sat"],
    ["вс", "воскресенье", "sun"],
];
/// Words of a day on which nobody works.
const OFF: [&str; 5] = ["выходной", "выходные", "нет", "off", "-"];
/// Days of the longest range.
const LONGEST_DAYS: i64 = 120;

/// A range of days off.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ServiceBreak {
    /// Our id.
    pub id: Uuid,
    /// The first day, `YYYY-MM-DD`.
    pub first_day: String,
    /// The last day.
    pub last_day: String,
    /// What it is; may be empty.
    pub title: String,
}

impl ServiceBreak {
    /// The first and the last day.
    #[must_use]
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        Some((self.first_day.parse().ok()?, self.last_day.parse().ok()?))
    }
}

/// What a line changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CalendarLine {
    /// Weekdays, from 0 for Monday, have these intervals.
    Hours(Vec<usize>, Vec<String>),
    /// From one day to another, both included, nobody works.
    Break(NaiveDate, NaiveDate, String),
}

/// Reads lines, as seen from `now`.
///
/// # Errors
/// Gives back the first line that says neither hours nor days to come.
pub fn read_calendar(words: &str, now: NaiveDateTime) -> Result<Vec<CalendarLine>, String> {
    let lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .map(|line| read_hours(line).or_else(|| read_break(line, now)).ok_or_else(|| line.to_owned()))
        .collect()
}

/// The week with these lines in it; nothing where intervals overlap or nobody would work at all.
#[must_use]
pub fn with_lines(week: &Week, lines: &[CalendarLine]) -> Option<Week> {
    let mut words = week.words();
    for line in lines {
        if let CalendarLine::Hours(days, intervals) = line {
            for day in days {
                words[*day].clone_from(intervals);
            }
        }
    }
    Week::read(&words).ok()
}

fn read_hours(line: &str) -> Option<CalendarLine> {
    let line = line.to_lowercase().replace(['–', '—'], "-");
    // The hours begin behind the last word that names weekdays: «пн - чт 9-18», «ср, пт выходной».
    let (mut rest, mut named) = (line.as_str(), String::new());
    while let Some((word, behind)) = rest.split_once(char::is_whitespace) {
        let is_named = word.split(['-', ',']).all(|part| part.is_empty() || weekday(part).is_some());
        if !is_named {
            break;
        }
        named.push_str(word);
        rest = behind.trim_start();
    }
    let days = read_days(&named)?;
    if OFF.contains(&rest) {
        return Some(CalendarLine::Hours(days, Vec::new()));
    }
    let intervals = rest.split([',', ';']).map(str::trim).filter(|words| !words.is_empty());
    let intervals = intervals.map(read_interval).collect::<Option<Vec<_>>>()?;
    (!intervals.is_empty()).then_some(CalendarLine::Hours(days, intervals))
}

fn weekday(word: &str) -> Option<usize> {
    WEEKDAYS.iter().position(|names| names.contains(&word))
}

fn read_days(words: &str) -> Option<Vec<usize>> {
    let mut days = Vec::new();
    for part in words.split(',').filter(|part| !part.is_empty()) {
        match part.split_once('-') {
            Some((first, last)) => days.extend(weekday(first)?..=weekday(last)?),
            None => days.push(weekday(part)?),
        }
    }
    (!days.is_empty()).then_some(days)
}

/// `9-13` and `9:00 - 13.00` are `09:00-13:00`.
fn read_interval(words: &str) -> Option<String> {
    let words = words.trim_start_matches("с ").replace(" до ", "-");
    let (from, until) = words.split_once('-')?;
    Some(format!("{}-{}", read_minute(from)?, read_minute(until)?))
}

fn read_minute(words: &str) -> Option<String> {
    let (hours, minutes) = words.trim().split_once([':', '.']).unwrap_or((words.trim(), "0"));
    let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
    (minutes < 60 && hours * 60 + minutes <= 24 * 60).then(|| format!("{hours:02}:{minutes:02}"))
}

fn read_break(line: &str, now: NaiveDateTime) -> Option<CalendarLine> {
    let is_digit = |character: char| character.is_ascii_digit();
    let (first, last) = (line.find(is_digit)?, line.rfind(is_digit)? + 1);
    let whole = read_when(&line[first..], now).ok().map(|when| (when, &line[..first], ""));
    let inner = || read_when(&line[first..last], now).ok().map(|when| (when, &line[..first], &line[last..]));
    let (when, before, behind) = whole.or_else(inner)?;
    let is_range = when.begins.is_none() && (when.to - when.from).num_days() <= LONGEST_DAYS;
    let title = [before.trim(), behind.trim()].join(" ");
    let title = title.trim().trim_end_matches([':', ',']).to_owned();
    is_range.then_some(CalendarLine::Break(when.from, when.to, title))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> Result<Vec<CalendarLine>, String> {
        read_calendar(words, "2026-11-23T10:00:00".parse().expect("a time"))
    }

    fn hours(days: &[usize], intervals: &[&str]) -> CalendarLine {
        CalendarLine::Hours(days.to_vec(), intervals.iter().map(|words| (*words).to_owned()).collect())
    }

    #[test]
    fn hours_are_read_as_they_are_typed() {
        let lunch = ["09:00-13:00", "14:00-18:00"];
        assert_eq!(read("пн-чт 9:00-13:00, 14:00-18:00"), Ok(vec![hours(&[0, 1, 2, 3], &lunch)]));
        assert_eq!(read("Ср, пт 9-13; 14–18"), Ok(vec![hours(&[2, 4], &lunch)]));
        assert_eq!(read("сб с 10 до 12.30"), Ok(vec![hours(&[5], &["10:00-12:30"])]));
        assert_eq!(read("пт выходной\nвс -"), Ok(vec![hours(&[4], &[]), hours(&[6], &[])]));
        for words in ["пн", "пн 25-26", "пн-чт когда как", "завтра"] {
            assert_eq!(read(words), Err(words.to_owned()));
        }
    }

    #[test]
    fn ranges_have_a_name_on_either_side() {
        let day = |words: &str| words.parse::<NaiveDate>().expect("a day");
        let range = |title: &str| CalendarLine::Break(day("2026-12-01"), day("2026-12-05"), title.to_owned());
        assert_eq!(read("каникулы 1-5.12"), Ok(vec![range("каникулы")]));
        assert_eq!(read("01.12-05.12 осенние каникулы"), Ok(vec![range("осенние каникулы")]));
        assert_eq!(
            read("каникулы 30.12.2026-08.01.2027"),
            Ok(vec![CalendarLine::Break(day("2026-12-30"), day("2027-01-08"), "каникулы".to_owned())])
        );
        assert_eq!(read("каникулы 1-5.10.2025"), Err("каникулы 1-5.10.2025".to_owned()), "it is over");
    }

    #[test]
    fn a_week_takes_only_what_somebody_can_work() {
        let day = |intervals: &[&str]| intervals.iter().map(|words| (*words).to_owned()).collect::<Vec<_>>();
        let week = [day(&["09:00-18:00"]), vec![], vec![], vec![], vec![], vec![], vec![]];
        let week = Week::read(&week).expect("a week");
        let changed = with_lines(&week, &[hours(&[1], &["10:00-12:00"])]).expect("a week");
        assert_eq!(changed.words()[..2], [day(&["09:00-18:00"]), day(&["10:00-12:00"])]);
        assert_eq!(with_lines(&week, &[hours(&[0], &[])]), None, "nobody works");
        assert_eq!(with_lines(&week, &[hours(&[1], &["10:00-12:00", "11:00-13:00"])]), None);
    }
}
