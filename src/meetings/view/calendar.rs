//! Choosing a day and a time by buttons. Whoever would rather type, types.
//! Not here: what the day is for.

use chrono::{Datelike, Days, Months, NaiveDate};
use chrono_tz::Tz;
use uuid::Uuid;

use super::{
    Action, Deed,
    words::{day_words, month_words, weekday_words},
};
use crate::{
    label,
    messenger::{Button, Markup, Screen},
    text,
    texts::Texts,
};

/// Months that can be leafed through.
const MONTHS_AHEAD: usize = 12;
/// The hours that are offered; any other can be typed.
const HOURS: std::ops::RangeInclusive<usize> = 8..=19;

/// The minute that stands for the whole day.
pub const ALL_DAY: usize = 1_440;

/// What the calendar is shown for.
pub struct CalendarView {
    /// The meeting.
    pub id: Uuid,
    /// So many months after the present one.
    pub ahead: usize,
    /// The day there is today.
    pub today: NaiveDate,
    /// The zone of the place.
    pub zone: Tz,
    /// What is asked.
    pub question: Markup,
    /// Where one came from.
    pub back: Deed,
}

/// A month: a button for each day that is still to come.
#[must_use]
pub fn month_screen(view: &CalendarView, texts: &Texts) -> Screen {
    let ahead = view.ahead.min(MONTHS_AHEAD);
    let first = view.today.with_day(1).unwrap_or(view.today);
    let first = u32::try_from(ahead).ok().and_then(|months| first.checked_add_months(Months::new(months)));
    let first = first.unwrap_or(view.today);
    let text = view.question.clone().paragraph(&text!(
        texts,
        "meetings-calendar-hint",
        month = month_words(first, texts),
        zone = view.zone.name()
    ));
    let mut screen = Screen::of(text).row((0..7).map(|day| dead(view, weekday_words(day, texts))).collect());
    for week in weeks(first) {
        if week.iter().flatten().all(|day| *day < view.today) {
            continue;
        }
        screen = screen.row(week.into_iter().map(|day| day_button(view, day)).collect());
    }
    let month = |ahead: usize, label: String| Button::new(label, Action::Month(view.id, ahead));
    let earlier = (ahead > 0).then(|| month(ahead - 1, label!(texts, "meetings-calendar-earlier")));
    let later = (ahead < MONTHS_AHEAD).then(|| month(ahead + 1, label!(texts, "meetings-calendar-later")));
    screen
        .row(earlier.into_iter().chain(later).collect())
        .row(vec![Button::new(label!(texts, "meetings-back"), Action::On(view.id, view.back))])
        .at(Action::Month(view.id, ahead))
}

/// A button that shows the same month again.
fn dead(view: &CalendarView, label: String) -> Button {
    Button::new(label, Action::Month(view.id, view.ahead))
}

fn day_button(view: &CalendarView, day: Option<NaiveDate>) -> Button {
    match day.filter(|day| *day >= view.today) {
        Some(day) => Button::new(day.day().to_string(), Action::Day(view.id, day_number(day))),
        None => dead(view, "·".to_owned()),
    }
}

fn day_number(day: NaiveDate) -> usize {
    day.format("%Y%m%d").to_string().parse().unwrap_or_default()
}

/// The weeks of a month from Monday on, with gaps where days belong to other months.
fn weeks(first: NaiveDate) -> Vec<[Option<NaiveDate>; 7]> {
    let mut weeks = Vec::new();
    let lead = u64::from(first.weekday().num_days_from_monday());
    let Some(mut day) = first.checked_sub_days(Days::new(lead)) else { return weeks };
    while weeks.is_empty() || day.month() == first.month() {
        let mut week = [None; 7];
        for slot in &mut week {
            *slot = (day.month() == first.month()).then_some(day);
            let Some(next) = day.succ_opt() else { return weeks };
            day = next;
        }
        weeks.push(week);
    }
    weeks
}

/// The times of a day.
#[must_use]
pub fn hours_screen((id, back): (Uuid, Deed), day: NaiveDate, texts: &Texts) -> Screen {
    let number = day_number(day);
    let time = |minute: usize| {
        Button::new(format!("{}:{:02}", minute / 60, minute % 60), Action::Time(id, number, minute))
    };
    let hours: Vec<usize> = HOURS.flat_map(|hour| [hour * 60, hour * 60 + 30]).collect();
    let screen = Screen::of(text!(texts, "meetings-calendar-time", day = day_words(day, texts)));
    hours
        .chunks(6)
        .fold(screen, |screen, row| screen.row(row.iter().map(|minute| time(*minute)).collect()))
        .row(vec![
            Button::new(label!(texts, "meetings-calendar-all-day"), Action::Time(id, number, ALL_DAY)),
            Button::new(label!(texts, "meetings-calendar-back"), Action::On(id, back)),
        ])
        .at(Action::Day(id, number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_month_has_all_of_its_days_in_weeks() {
        for (year, month, days, count) in
            [(2026, 11, 30, 6), (2027, 2, 28, 4), (2028, 2, 29, 5), (2026, 12, 31, 5)]
        {
            let first = NaiveDate::from_ymd_opt(year, month, 1).expect("a day");
            let weeks = weeks(first);
            assert_eq!(weeks.iter().flatten().flatten().count(), days, "{first}");
            assert_eq!(weeks.len(), count, "{first}");
        }
    }
}
