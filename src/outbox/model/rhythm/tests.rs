//! Examples as a person would tell them. What holds always stands in `properties`.

mod properties;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use super::{super::Class, Holidays, Plan, Rhythm, Timing, instant_at};

const NIGHT: (i64, i64) = (21 * 60, 8 * 60);

/// One zone for each time that clocks in Russia show.
const RUSSIA: [Tz; 11] = [
    Tz::Europe__Kaliningrad,
    Tz::Europe__Moscow,
    Tz::Europe__Samara,
    Tz::Asia__Yekaterinburg,
    Tz::Asia__Omsk,
    Tz::Asia__Krasnoyarsk,
    Tz::Asia__Irkutsk,
    Tz::Asia__Yakutsk,
    Tz::Asia__Vladivostok,
    Tz::Asia__Magadan,
    Tz::Asia__Kamchatka,
];

const NEW_YEAR: [&str; 8] = ["01-01", "01-02", "01-03", "01-04", "01-05", "01-06", "01-07", "01-08"];

/// A person whose nights last from nine to eight, and the clock on their wall.
struct Home(Rhythm);

impl Home {
    fn in_zone(zone: Tz) -> Self {
        Self(Rhythm { zone, quiet_minutes: Some(NIGHT), holidays: Holidays::of(NEW_YEAR) })
    }

    fn moscow() -> Self {
        Self::in_zone(Tz::Europe__Moscow)
    }

    /// An instant by the wall clock: `2026-11-23 09:00`.
    fn at(&self, local: &str) -> DateTime<Utc> {
        let local = NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").expect("a local time");
        instant_at(local, self.0.zone)
    }

    fn shows(&self, plan: Plan) -> String {
        match plan {
            Plan::At(at) => at.with_timezone(&self.0.zone).format("%a %Y-%m-%d %H:%M").to_string(),
            Plan::Never => "never".to_owned(),
        }
    }

    /// What becomes of a reminder of something, wished some minutes ahead, as planned at `now`.
    fn reminder(&self, event: &str, minutes_ahead: i64, now: &str) -> String {
        let event_at = self.at(event);
        let wished_at = event_at - TimeDelta::minutes(minutes_ahead);
        let timing = Timing {
            wished_at,
            event_at: Some(event_at),
            useless_after: event_at,
            class: Class::Reminder,
            is_urgent: false,
        };
        self.shows(self.0.plan(&timing, self.at(now)))
    }

    /// What becomes of something that is about nothing in particular.
    fn said(&self, class: Class, wished: &str, useless: &str, now: &str) -> String {
        self.shows(self.0.plan(&self.timing(class, wished, useless), self.at(now)))
    }

    fn timing(&self, class: Class, wished: &str, useless: &str) -> Timing {
        let (wished_at, useless_after) = (self.at(wished), self.at(useless));
        Timing { wished_at, event_at: None, useless_after, class, is_urgent: false }
    }
}

const HOUR: i64 = 60;
const DAY: i64 = 24 * HOUR;
const EARLY: &str = "2026-11-01 12:00";

#[test]
fn what_is_wished_for_an_allowed_moment_is_said_then() {
    let home = Home::moscow();
    assert_eq!(home.reminder("2026-11-24 15:00", DAY, EARLY), "Mon 2026-11-23 15:00");
    assert_eq!(
        home.said(Class::Notice, "2026-11-23 08:00", "2026-11-25 00:00", EARLY),
        "Mon 2026-11-23 08:00"
    );
}

#[test]
fn an_hour_before_half_past_eight_becomes_eight() {
    assert_eq!(Home::moscow().reminder("2026-11-24 08:30", HOUR, EARLY), "Tue 2026-11-24 08:00");
}

#[test]
fn an_hour_before_a_quarter_past_eight_becomes_the_evening_before() {
    let home = Home::moscow();
    assert_eq!(home.reminder("2026-11-24 08:15", HOUR, EARLY), "Mon 2026-11-23 20:59");
    assert_eq!(home.reminder("2026-11-24 08:15", HOUR, "2026-11-23 20:59"), "Mon 2026-11-23 20:59");
    assert_eq!(
        home.reminder("2026-11-24 08:15", HOUR, "2026-11-23 23:00"),
        "Tue 2026-11-24 08:00",
        "the evening is over, and a quarter of an hour is better than nothing"
    );
    assert_eq!(home.reminder("2026-11-24 08:00", HOUR, "2026-11-23 23:00"), "never", "it begins at eight");
}

#[test]
fn a_day_before_monday_morning_becomes_saturday_evening() {
    let home = Home::moscow();
    assert_eq!(home.reminder("2026-11-23 09:00", DAY, EARLY), "Sat 2026-11-21 20:59");
    assert_eq!(home.reminder("2026-11-23 09:00", DAY, "2026-11-22 12:00"), "Mon 2026-11-23 08:00");
    assert_eq!(
        home.reminder("2026-11-23 20:00", DAY, EARLY),
        "Mon 2026-11-23 08:00",
        "twelve hours of twenty-four are left"
    );
}

#[test]
fn a_seminar_on_sunday_is_remembered_on_sunday() {
    let home = Home::moscow();
    assert_eq!(home.reminder("2026-11-22 12:00", 2 * HOUR, EARLY), "Sun 2026-11-22 10:00");
    assert_eq!(home.reminder("2026-11-22 10:00", 3 * HOUR, EARLY), "Sun 2026-11-22 08:00");
    assert_eq!(home.reminder("2026-11-23 12:00", DAY, EARLY), "Sat 2026-11-21 20:59");
}

#[test]
fn the_new_year_is_one_long_rest() {
    let home = Home::moscow();
    assert_eq!(home.reminder("2027-01-09 10:00", DAY, EARLY), "Thu 2026-12-31 20:59");
    assert_eq!(
        home.said(Class::Bulk, "2026-12-31 22:00", "2027-02-01 00:00", EARLY),
        "Sat 2027-01-09 08:00",
        "the ninth is a Saturday, on which schools work"
    );
    assert_eq!(home.said(Class::Bulk, "2027-01-02 12:00", "2027-01-05 00:00", EARLY), "never");
}

#[test]
fn a_late_notice_disturbs_rather_than_be_useless() {
    let home = Home::moscow();
    let cancelled = |wished, now| home.said(Class::Notice, wished, "2026-11-23 07:00", now);
    assert_eq!(
        cancelled("2026-11-22 23:00", "2026-11-21 23:00"),
        "Sun 2026-11-22 23:00",
        "all that is left is quiet"
    );
    assert_eq!(
        cancelled("2026-11-22 23:00", "2026-11-21 15:00"),
        "Sat 2026-11-21 20:59",
        "there was a time that is not quiet"
    );
    assert_eq!(cancelled("2026-11-21 12:00", "2026-11-22 23:30"), "Sun 2026-11-22 23:30");
}

#[test]
fn an_urgent_notice_knows_no_sunday_but_lets_people_sleep() {
    let home = Home::moscow();
    let sunday_night = home.timing(Class::Notice, "2026-11-22 03:00", "2026-11-24 00:00");
    let urgent = Timing { is_urgent: true, ..sunday_night };
    assert_eq!(home.shows(home.0.plan(&sunday_night, home.at(EARLY))), "Mon 2026-11-23 08:00");
    assert_eq!(home.shows(home.0.plan(&urgent, home.at(EARLY))), "Sun 2026-11-22 08:00");
    let reminder = Timing { class: Class::Reminder, ..urgent };
    assert_eq!(home.shows(home.0.plan(&reminder, home.at(EARLY))), "Mon 2026-11-23 08:00");
}

#[test]
fn what_is_useless_is_never_said() {
    let home = Home::moscow();
    for class in [Class::Notice, Class::Reminder, Class::Bulk] {
        assert_eq!(home.said(class, "2026-11-24 12:00", "2026-11-24 11:59", EARLY), "never");
        assert_eq!(home.said(class, "2026-11-24 12:00", "2026-11-24 13:00", "2026-11-24 13:00"), "never");
    }
    assert_eq!(home.reminder("2026-11-24 15:00", -HOUR, EARLY), "never", "it would come after its event");
}

#[test]
fn without_quiet_hours_the_night_is_as_good_as_the_day() {
    let mut home = Home::moscow();
    for none in [None, Some((540, 540)), Some((0, 1440))] {
        home.0.quiet_minutes = none;
        assert_eq!(home.reminder("2026-11-24 05:00", HOUR, EARLY), "Tue 2026-11-24 04:00", "{none:?}");
    }
    home.0.quiet_minutes = Some((13 * 60, 15 * 60));
    assert_eq!(home.reminder("2026-11-24 15:30", HOUR, EARLY), "Tue 2026-11-24 15:00", "a nap after lunch");
}

#[test]
fn clocks_show_the_same_from_kaliningrad_to_kamchatka() {
    for zone in RUSSIA {
        let home = Home::in_zone(zone);
        assert_eq!(home.reminder("2026-11-23 09:00", DAY, EARLY), "Sat 2026-11-21 20:59", "{zone}");
        assert_eq!(home.reminder("2027-01-09 20:00", DAY, EARLY), "Sat 2027-01-09 08:00", "{zone}");
    }
}

#[test]
fn where_summer_time_begins_the_clock_counts_and_not_the_hours() {
    let home = Home::in_zone(Tz::Europe__Berlin);
    assert_eq!(home.reminder("2027-03-29 09:00", DAY, EARLY), "Sat 2027-03-27 20:59");
    assert_eq!(
        home.said(Class::Bulk, "2026-10-24 22:00", "2026-10-27 00:00", "2026-10-01 12:00"),
        "Mon 2026-10-26 08:00",
        "the Sunday of twenty-five hours"
    );
}

#[test]
fn a_week_is_that_of_the_persons_calendar() {
    let home = Home::in_zone(Tz::Asia__Kamchatka);
    for now in ["2026-11-23 00:00", "2026-11-25 12:00", "2026-11-29 23:59"] {
        let now = home.at(now);
        assert_eq!(home.0.week_began(now), home.at("2026-11-23 00:00"));
        assert_eq!(home.0.next_week_begins(now), home.at("2026-11-30 08:00"));
    }
    assert_eq!(home.0.next_week_begins(home.at("2027-01-01 12:00")), home.at("2027-01-09 08:00"));
}

#[test]
fn whoever_rests_for_ever_gets_notices_only() {
    let mut home = Home::moscow();
    home.0.holidays = Holidays::of((1..=12).flat_map(|m| (1..=31).map(move |d| format!("{m:02}-{d:02}"))));
    let now = home.at(EARLY);
    assert_eq!((home.0.next_allowed(now, None), home.0.last_allowed_before(now, None)), (None, None));
    assert!(home.0.allows(now, Some(now)), "only what takes place on that very day");
    assert_eq!(home.said(Class::Bulk, "2026-11-24 12:00", "2027-11-24 12:00", EARLY), "never");
    assert_eq!(home.said(Class::Reminder, "2026-11-24 12:00", "2027-11-24 12:00", EARLY), "never");
    assert_eq!(
        home.said(Class::Notice, "2026-11-24 12:00", "2027-11-24 12:00", EARLY),
        "Tue 2026-11-24 12:00"
    );
    assert_eq!(home.0.next_week_begins(now), home.at("2026-11-02 00:00"));
}
