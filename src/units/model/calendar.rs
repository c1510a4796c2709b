//! Days off, as the content files name them.
//! Not here: Sundays, which rest everywhere, and what is put off because of a day off.

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;

use crate::content::{Content, ContentFile};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HolidaysFile {
    holidays: Vec<Spanned<String>>,
}

/// The days off of the whole country, from `holidays.toml`.
pub(super) fn read_national_holidays(content: &Content) -> anyhow::Result<Vec<String>> {
    let file = content.file("holidays.toml")?;
    let entry: HolidaysFile = file.parse()?;
    days_off(&file, &entry.holidays)
}

/// These days, if each of them can be found in a calendar.
pub(super) fn days_off(file: &ContentFile, days: &[Spanned<String>]) -> anyhow::Result<Vec<String>> {
    if let Some(day) = days.iter().find(|day| !is_day(day.get_ref())) {
        let words = format!("holidays: {} is no day such as 05-02 or 2027-02-22", day.get_ref());
        return Err(file.fault(day.span().start, &words));
    }
    Ok(days.iter().map(|day| day.get_ref().clone()).collect())
}

/// Whether this is `MM-DD` or `YYYY-MM-DD`. The 29th of February is a day of every year that has it.
fn is_day(words: &str) -> bool {
    let date = if words.len() == 5 { format!("2000-{words}") } else { words.to_owned() };
    date.parse::<NaiveDate>().is_ok_and(|day| day.to_string() == date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_country_has_fourteen_days_off() {
        let days = read_national_holidays(&Content::open(None)).expect("shipped content is valid");
        assert_eq!(days.len(), 14);
        assert!(days.contains(&"01-07".to_owned()) && days.contains(&"11-04".to_owned()), "{days:?}");
    }

    #[test]
    fn a_day_is_written_in_one_way() {
        for (words, is_one) in [
            ("05-02", true),
            ("02-29", true),
            ("2027-02-22", true),
            ("5-2", false),
            ("02-30", false),
            ("2027-02-29", false),
            ("2027-2-22", false),
            ("+2027-02-22", false),
            ("22.02.2027", false),
            ("", false),
        ] {
            assert_eq!(is_day(words), is_one, "{words}");
        }
    }
}
