//! Small words that several screens share: dates, numbers, points out of a hundred.
//! Not here: whole screens.

use chrono::{Datelike, NaiveDate};

use crate::{
    label,
    texts::{Language, Texts},
};

/// A day as people say it: without the year while it is this one.
pub(super) fn day(date: NaiveDate, today: NaiveDate, texts: &Texts) -> String {
    let (day, month) = (i64::from(date.day()), i64::from(date.month()));
    if date.year() == today.year() {
        label!(texts, "diagnostics-day-short", day = day, month = month)
    } else {
        label!(texts, "diagnostics-day-long", day = day, month = month, year = date.year())
    }
}

/// A score as points out of a hundred.
#[expect(clippy::cast_possible_truncation, reason = "a score from 0 to 1 gives 0 to 100")]
pub(super) fn points(score: f64) -> i64 {
    (score.clamp(0.0, 1.0) * 100.0).round() as i64
}

/// A number as it is written in the language.
pub(super) fn number(value: f64, texts: &Texts) -> String {
    let written = value.to_string();
    match texts.language() {
        Language::Ru => written.replace('.', ","),
        Language::En => written,
    }
}
