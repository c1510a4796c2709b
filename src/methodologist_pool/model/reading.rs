//! Reads orders and spans of days as people type them. Not here: whether there is such an order.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Characters that the number of an order may take.
const LONGEST_NUMBER: usize = 40;

/// An order: its number and its day, as far as they were said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// Without the sign №.
    pub number: String,
    /// Its day.
    pub date: Option<NaiveDate>,
}

/// Why typed words were not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadingFault {
    /// Too many characters.
    TooLong,
    /// No order, no span of days, no number of the kind asked for.
    Unreadable,
    /// The last day lies before the first.
    Backwards,
    /// This is chosen by buttons.
    Buttons,
}

/// Reads `№ 876 от 03.10.2022`, with or without the word «приказ» and the day.
pub fn read_order(typed: &str) -> Result<Order, ReadingFault> {
    let words: Vec<&str> = typed.split_whitespace().collect();
    let date = words.iter().rev().find_map(|word| read_day(word));
    let is_number = |word: &&str| {
        read_day(word).is_none()
            && !["№", "от", "г.", "г", "приказ", "приказа", "приказом"].contains(&&*word.to_lowercase())
    };
    let number: Vec<&str> = words.into_iter().filter(is_number).collect();
    let number = number.join(" ").trim_start_matches('№').trim_matches([',', ' ', ';']).to_owned();
    match number.chars().count() {
        0 => Err(ReadingFault::Unreadable),
        count if count > LONGEST_NUMBER => Err(ReadingFault::TooLong),
        _ => Ok(Order { number, date }),
    }
}

/// Reads `01.09.2026 – 31.08.2027`; one day alone is the last one, and the first is `from`.
pub fn read_span(typed: &str, from: NaiveDate) -> Result<(NaiveDate, NaiveDate), ReadingFault> {
    let is_part = |character: char| character.is_ascii_digit() || character == '.';
    let days: Option<Vec<NaiveDate>> = typed
        .split(|c| !is_part(c))
        .map(|word| word.trim_matches('.'))
        .filter(|word| !word.is_empty())
        .map(read_day)
        .collect();
    let (first, last) = match days.as_deref() {
        Some([last]) => (from, *last),
        Some([first, last]) => (*first, *last),
        _ => return Err(ReadingFault::Unreadable),
    };
    if first <= last { Ok((first, last)) } else { Err(ReadingFault::Backwards) }
}

/// Reads `03.10.2022`, also with a point, a comma or «г.» behind it.
fn read_day(word: &str) -> Option<NaiveDate> {
    let bare = word.trim_end_matches(|character: char| !character.is_ascii_digit());
    let parts: Vec<&str> = bare.split('.').collect();
    let [day, month, year] = parts[..] else { return None };
    if year.len() != 4 {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}
