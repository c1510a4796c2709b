//! The rules of announcements.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use super::*;

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

#[test]
fn moments_are_read_on_the_clock_of_the_place() {
    let now = utc("2026-11-22T06:00:00Z");
    for (typed, read) in [
        ("25.11 10:00", Some("2026-11-25T03:00:00Z")),
        ("25.11.2026 в 9:30", Some("2026-11-25T02:30:00Z")),
        ("завтра 10:00", Some("2026-11-23T03:00:00Z")),
        ("Завтра, 10:00", Some("2026-11-23T03:00:00Z")),
        ("20:00", Some("2026-11-22T13:00:00Z")),
        ("пт в 9 утра", Some("2026-11-27T02:00:00Z")),
        ("25 ноября в 10", Some("2026-11-25T03:00:00Z")),
        ("25 ноября", None),
        ("10.01 9:00", Some("2027-01-10T02:00:00Z")),
        ("сегодня 10:00", None),
        ("21.11.2026 10:00", None),
        ("31.02 10:00", None),
        ("скоро", None),
        ("", None),
    ] {
        assert_eq!(read_moment(typed, Tz::Asia__Krasnoyarsk, now), read.map(utc), "{typed}");
    }
}

#[test]
fn what_comes_again_comes_at_the_same_time_of_day_and_never_in_the_past() {
    let began = utc("2026-01-31T07:00:00Z");
    let next = |rule, now| next_start(rule, began, Tz::Europe__Moscow, utc(now));
    assert_eq!(next(Repeat::Weekly, "2026-01-31T07:00:00Z"), Some(utc("2026-02-07T07:00:00Z")));
    assert_eq!(next(Repeat::Monthly, "2026-01-31T07:00:00Z"), Some(utc("2026-02-28T07:00:00Z")));
    assert_eq!(next(Repeat::Monthly, "2026-03-01T07:00:00Z"), Some(utc("2026-03-31T07:00:00Z")));
    assert_eq!(next(Repeat::Yearly, "2026-01-31T07:00:00Z"), Some(utc("2027-01-31T07:00:00Z")));
    let berlin = next_start(Repeat::Weekly, utc("2026-10-20T08:00:00Z"), Tz::Europe__Berlin, began);
    assert_eq!(berlin, Some(utc("2026-10-27T09:00:00Z")), "ten o'clock on either side of the change");
}

#[test]
fn links_are_read_with_their_labels() {
    let link =
        |label: &str, address: &str| Some(Extra::Link { label: label.into(), address: address.into() });
    for (typed, read) in [
        ("Положение https://a.ru/b.pdf", link("Положение", "https://a.ru/b.pdf")),
        ("https://a.ru", link("https://a.ru", "https://a.ru")),
        ("сюда http://a.ru и туда", None),
        ("https://", None),
        ("https://localhost", None),
        ("слова", None),
    ] {
        assert_eq!(read_link(typed), read, "{typed}");
    }
}

fn delivery(number: u128, is_written: bool) -> Delivery {
    Delivery {
        person_id: Uuid::from_u128(number),
        is_written,
        round: 0,
        version: 0,
        acknowledged_at: (number == 1).then_some(DateTime::UNIX_EPOCH),
        choice: None,
    }
}

#[test]
fn everybody_is_counted_once_by_their_newest_letter() {
    let now = utc("2026-11-22T06:00:00Z");
    let deliveries: Vec<_> = (1..=8).map(|number| delivery(number, number != 8)).collect();
    let letter = |number, state, is_correction| Became {
        person: Uuid::from_u128(number),
        is_correction,
        state,
        due_at: if number == 6 { now + chrono::TimeDelta::hours(9) } else { now },
    };
    let letters = [
        letter(1, "delivered", false),
        letter(2, "unreachable", false),
        letter(3, "refused", false),
        letter(3, "delivered", false),
        letter(4, "stale", false),
        letter(5, "ended", false),
        letter(6, "owed", false),
        letter(7, "owed", false),
        letter(1, "delivered", true),
        letter(3, "refused", true),
    ];
    let found = tally(&deliveries, &letters, now);
    let expected = Tally {
        people: 8,
        delivered: 2,
        unreachable: 1,
        failed: 1,
        waiting: 1,
        left: 2,
        ended: 1,
        acknowledged: 1,
        corrected: 1,
        uncorrected: 1,
        correcting: 0,
    };
    assert_eq!(found, expected);
}

#[test]
fn a_tenth_of_the_first_is_trouble() {
    let troubled = |people, failed| is_troubled(Tally { people, failed, ..Tally::default() });
    assert_eq!(
        [troubled(3_000, 4), troubled(3_000, 5), troubled(9, 1), troubled(30, 2), troubled(30, 3)],
        [false, true, true, false, true]
    );
    assert!(!troubled(0, 0));
}
