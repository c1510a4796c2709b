//! Who gets a seat, when what is said, and what typed words mean.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use proptest::prelude::*;

use super::*;

fn at(words: &str) -> DateTime<Utc> {
    words.parse().expect("an instant")
}

fn span(day: u32, begins: Option<u32>) -> CivilSpan {
    let day = NaiveDate::from_ymd_opt(2026, 11, day).expect("a day");
    let begins = begins.and_then(|hour| NaiveTime::from_hms_opt(hour, 0, 0));
    CivilSpan { from: day, to: day, begins, ends: None }
}

#[test]
fn the_same_civil_time_is_another_instant_in_another_zone() {
    let three = span(25, Some(15));
    assert_eq!(three.starts_at(Tz::Europe__Moscow), at("2026-11-25T12:00:00Z"));
    assert_eq!(three.starts_at(Tz::Asia__Krasnoyarsk), at("2026-11-25T08:00:00Z"));
    let late = CivilSpan { begins: NaiveTime::from_hms_opt(23, 30, 0), ..three };
    assert_eq!(late.ends_at(Tz::Europe__Moscow, 90), at("2026-11-25T22:00:00Z"), "it ends after midnight");
    assert_eq!(span(25, None).ends_at(Tz::Europe__Moscow, 90), at("2026-11-25T15:00:00Z"), "a whole day");
}

#[test]
fn reminders_that_are_over_are_left_out_and_each_gives_way_to_the_next() {
    let (starts, now) = (at("2026-11-25T12:00:00Z"), at("2026-11-20T12:00:00Z"));
    let rungs = rungs(&[168, 24, 1], starts, now);
    assert_eq!(rungs.iter().map(|rung| rung.hours).collect::<Vec<_>>(), [24, 1]);
    assert_eq!(rungs[0].useless_after, rungs[1].at);
    assert_eq!(rungs[1].useless_after, starts);
}

#[test]
fn terms_leave_time_to_answer() {
    let starts = at("2026-11-25T12:00:00Z");
    for (now, until) in [
        ("2026-11-20T12:00:00Z", "2026-11-24T12:00:00Z"),
        ("2026-11-25T01:00:00Z", "2026-11-25T11:00:00Z"),
        ("2026-11-25T11:00:00Z", "2026-11-25T12:00:00Z"),
    ] {
        assert_eq!(usual_deadline(starts, at(now)), at(until), "{now}");
    }
    assert_eq!(nudge_at(starts, starts - TimeDelta::days(5)), Some(starts - TimeDelta::days(1)));
    assert_eq!(nudge_at(starts, starts - TimeDelta::minutes(90)), None);
    assert_eq!(hold_until(starts, starts - TimeDelta::days(9)), starts - TimeDelta::days(8));
    assert_eq!(hold_until(starts, starts - TimeDelta::hours(4)), starts - TimeDelta::hours(3));
    assert_eq!(hold_until(starts, starts - TimeDelta::minutes(5)), starts);
}

#[test]
fn a_school_year_begins_with_august() {
    for (month, year) in [(7, 2025), (8, 2026), (12, 2026)] {
        assert_eq!(school_year(NaiveDate::from_ymd_opt(2026, month, 31).expect("a day")), year);
    }
}

#[test]
fn an_agenda_and_a_place_are_read_as_people_write_them() {
    let item = |topic: &str, speaker: &str| AgendaItem { topic: topic.into(), speaker: speaker.into() };
    let read = read_agenda("1. Итоги ВПР — Иванова А. П.\n\n2) План - отчёт\n- Разное\n2026 год: задачи");
    let expected = [
        item("Итоги ВПР", "Иванова А. П."),
        item("План", "отчёт"),
        item("Разное", ""),
        item("2026 год: задачи", ""),
    ];
    assert_eq!(read, expected);
    assert_eq!(read_place("Школа № 1,  каб. 12"), ("Школа № 1, каб. 12".to_owned(), None));
    let both = ("Зал".to_owned(), Some("https://example.ru/a".to_owned()));
    assert_eq!(read_place("Зал https://example.ru/a"), both);
}

proptest! {
    /// Whatever people say in whatever order: there are never more seats given than there are, nobody waits while a seat is
    /// free, and the line keeps its order.
    #[test]
    fn seats_are_given_in_order(
        capacity in 1_i64..4,
        said in proptest::collection::vec((0_usize..6, 0_usize..3), 1..60),
    ) {
        let mut people: Vec<(Reply, usize)> = vec![(Reply::Silent, 0); 6];
        for (turn, (person, what)) in said.into_iter().enumerate() {
            let count = |wanted: fn(Reply) -> bool| {
                i64::try_from(people.iter().filter(|(reply, _)| wanted(*reply)).count()).unwrap_or_default()
            };
            let seats = Seats {
                capacity: Some(capacity),
                held: count(Reply::holds_a_seat),
                waiting: count(|reply| reply == Reply::Waiting),
            };
            let (present, place) = people[person];
            let reply = settle(present, Said::ALL[what], seats);
            people[person] = (reply, if reply == present { place } else { turn + 1 });
            // The seat that became free is offered to the first in line, who takes it at once.
            let held = people.iter().filter(|(reply, _)| reply.holds_a_seat()).count();
            if i64::try_from(held).unwrap_or_default() < capacity {
                let waiting = people.iter_mut().filter(|(reply, _)| *reply == Reply::Waiting);
                if let Some(first) = waiting.min_by_key(|(_, place)| *place) {
                    first.0 = Reply::Coming;
                }
            }
            let held = people.iter().filter(|(reply, _)| reply.holds_a_seat()).count();
            let held = i64::try_from(held).unwrap_or_default();
            prop_assert!(held <= capacity);
            let waits = people.iter().any(|(reply, _)| *reply == Reply::Waiting);
            prop_assert!(!waits || held == capacity, "somebody waits while a seat is free");
        }
    }
}
