//! How a meeting reads: its name, when and where it is, its agenda.
//! Not here: buttons.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;

use crate::{
    label,
    meetings::model::{CivilSpan, MeetingKinds, Programme},
    messenger::Markup,
    text,
    texts::Texts,
};

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The word by which texts know the day of the week.
fn weekday(day: NaiveDate) -> &'static str {
    let number = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or_default();
    WEEKDAYS.get(number).copied().unwrap_or_default()
}

/// A day in full, with its weekday.
pub fn day_words(day: NaiveDate, texts: &Texts) -> String {
    label!(
        texts,
        "meetings-when-day",
        weekday = weekday(day),
        day = i64::from(day.day()),
        month = i64::from(day.month()),
        year = day.year().to_string()
    )
}

/// A month with its year.
pub fn month_words(day: NaiveDate, texts: &Texts) -> String {
    label!(texts, "meetings-when-month", month = i64::from(day.month()), year = day.year().to_string())
}

/// The short name of a day of the week, for the head of a calendar.
pub fn weekday_words(number: usize, texts: &Texts) -> String {
    label!(texts, "meetings-when-weekday", weekday = WEEKDAYS.get(number).copied().unwrap_or_default())
}

fn time_words(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// When a meeting is, in full.
pub fn when_words(span: &CivilSpan, texts: &Texts) -> String {
    let mut words = day_words(span.from, texts);
    if span.to != span.from {
        words = format!("{words} — {}", day_words(span.to, texts));
    }
    match (span.begins, span.ends) {
        (Some(begins), Some(ends)) => format!("{words}, {}–{}", time_words(begins), time_words(ends)),
        (Some(begins), None) => format!("{words}, {}", time_words(begins)),
        _ => words,
    }
}

/// A short day and time, for a button.
pub fn short_when(span: &CivilSpan) -> String {
    let day = span.from.format("%d.%m").to_string();
    match (span.begins, span.to == span.from) {
        (_, false) => format!("{day}–{}", span.to.format("%d.%m")),
        (Some(begins), true) => format!("{day} {}", time_words(begins)),
        (None, true) => day,
    }
}

/// An instant on a clock, in full.
pub fn moment_words(at: DateTime<Utc>, zone: Tz, texts: &Texts) -> String {
    let local = at.with_timezone(&zone).naive_local();
    format!("{}, {}", day_words(local.date(), texts), time_words(local.time()))
}

/// What a meeting is called: its title, else its kind and number.
pub fn name_words(programme: &Programme, kinds: &MeetingKinds, texts: &Texts) -> String {
    if programme.title.is_empty() { kind_words(programme, kinds, texts) } else { programme.title.clone() }
}

/// The kind of a meeting, with its number.
pub fn kind_words(programme: &Programme, kinds: &MeetingKinds, texts: &Texts) -> String {
    let title = kinds.of(&programme.kind).title;
    let title = if title.is_empty() { label!(texts, "meetings-kind-gone") } else { title };
    match programme.number {
        Some(number) => label!(texts, "meetings-kind-numbered", kind = title, number = number.to_string()),
        None => title,
    }
}

/// The days of a meeting as papers say them.
pub fn paper_days(span: &CivilSpan) -> String {
    let day = |day: NaiveDate| day.format("%d.%m.%Y").to_string();
    if span.to == span.from { day(span.from) } else { format!("{} – {}", day(span.from), day(span.to)) }
}

/// What a meeting is called in papers: its kind and number, and its title.
pub fn said_name(programme: &Programme, kinds: &MeetingKinds, texts: &Texts) -> String {
    let (kind, name) = (kind_words(programme, kinds, texts), name_words(programme, kinds, texts));
    if kind == name { kind } else { format!("{kind} «{name}»") }
}

/// The head of everything about a meeting: kind, title, when, where.
pub fn head(programme: &Programme, kinds: &MeetingKinds, texts: &Texts) -> Markup {
    let kind = kind_words(programme, kinds, texts);
    let mut words = if programme.title.is_empty() || programme.title == kind {
        text!(texts, "meetings-head-kind", kind = kind)
    } else {
        text!(texts, "meetings-head-title", kind = kind, title = &programme.title)
    };
    if let Some(span) = &programme.when {
        words = words.line(&text!(texts, "meetings-head-when", at = when_words(span, texts)));
    }
    if !programme.place.is_empty() {
        words = words.line(&text!(texts, "meetings-head-place", place = &programme.place));
    }
    if let Some(link) = &programme.link {
        words = words.line(&text!(texts, "meetings-head-link", address = link));
    }
    words.line(&super::fields::terms_line(programme, texts))
}

/// The agenda, numbered.
pub fn agenda(programme: &Programme, texts: &Texts) -> Markup {
    let mut words = Markup::default();
    for (number, item) in programme.agenda.iter().enumerate() {
        let spoken = if item.speaker.is_empty() { "no" } else { "yes" };
        let line = text!(
            texts,
            "meetings-agenda-line",
            number = (number + 1).to_string(),
            topic = &item.topic,
            spoken = spoken,
            speaker = &item.speaker
        );
        words = if words.is_empty() {
            text!(texts, "meetings-agenda-head").line(&line)
        } else {
            words.line(&line)
        };
    }
    words
}

/// What has changed since it was told last, line by line.
pub fn changes(was: &Programme, now: &Programme, texts: &Texts) -> Markup {
    let mut words = Markup::default();
    let when = |programme: &Programme| programme.when.as_ref().map(|span| when_words(span, texts));
    if let (Some(before), Some(after)) = (when(was), when(now)) {
        words = if before == after {
            text!(texts, "meetings-change-zone", after = after)
        } else {
            text!(texts, "meetings-change-when", before = before, after = after)
        };
    }
    let place = |programme: &Programme| {
        let link = programme.link.clone().unwrap_or_default();
        format!("{} {link}", programme.place).trim().to_owned()
    };
    let (before, after) = (place(was), place(now));
    if before == after {
        return words;
    }
    words.line(&text!(texts, "meetings-change-place", before = before, after = after))
}
