//! What holds for every person, letter and moment.

use chrono::{Datelike, Timelike, Weekday};
use proptest::{collection::vec, option, prelude::*, sample::select};

use super::*;

/// Zones that keep their time and zones that change it: by an hour, by half an hour, at midnight, in the south.
const ZONES: [Tz; 8] = [
    Tz::Europe__Kaliningrad,
    Tz::Europe__Moscow,
    Tz::Asia__Kamchatka,
    Tz::Europe__Berlin,
    Tz::Australia__Lord_Howe,
    Tz::Africa__Cairo,
    Tz::America__Santiago,
    Tz::Asia__Kolkata,
];

prop_compose! {
    fn rhythms()(
        zone in select(ZONES.to_vec()),
        quiet_minutes in option::of((0_i64..1440, 0_i64..1440)),
        days in vec((1_u32..=12, 1_u32..=28), 0..20),
    ) -> Rhythm {
        let holidays = Holidays::of(days.iter().map(|(month, day)| format!("{month:02}-{day:02}")));
        Rhythm { zone, quiet_minutes, holidays }
    }
}

/// Whole minutes of two years.
fn moments() -> impl Strategy<Value = DateTime<Utc>> {
    (0_i64..2 * 365 * 1440).prop_map(|minute| {
        DateTime::from_timestamp(1_772_000_000 / 60 * 60 + minute * 60, 0).expect("an instant")
    })
}

prop_compose! {
    /// A letter and the moment at which it is planned.
    fn letters()(
        now in moments(),
        wished in -5 * DAY..20 * DAY,
        event in option::weighted(0.7, -DAY..5 * DAY),
        life in -DAY..10 * DAY,
        class in select(vec![Class::Notice, Class::Reminder, Class::Bulk]),
        is_urgent in any::<bool>(),
    ) -> (Timing, DateTime<Utc>) {
        let wished_at = now + TimeDelta::minutes(wished);
        let after = |minutes| wished_at + TimeDelta::minutes(minutes);
        let timing = Timing {
            wished_at, event_at: event.map(after), useless_after: after(life), class, is_urgent,
        };
        (timing, now)
    }
}

/// Whether the wall clock says so. Only for zones that keep their time: no minute is skipped or comes twice.
fn is_allowed_by_the_wall_clock(rhythm: &Rhythm, at: DateTime<Utc>) -> bool {
    let local = at.with_timezone(&rhythm.zone);
    let minute = i64::from(local.hour() * 60 + local.minute());
    let is_night = rhythm.quiet_minutes.is_some_and(|(from, to)| {
        if from <= to { (from..to).contains(&minute) } else { minute >= from || minute < to }
    });
    let is_off = local.weekday() == Weekday::Sun || rhythm.holidays.contains(local.date_naive());
    !is_night && !is_off
}

proptest! {
    #[test]
    fn a_plan_keeps_to_its_time_and_disturbs_only_when_it_must((timing, now) in letters(), rhythm in rhythms()) {
        let Plan::At(at) = rhythm.plan(&timing, now) else { return Ok(()) };
        prop_assert!(at >= now && at <= timing.useless_after);
        if timing.class == Class::Reminder {
            prop_assert!(timing.event_at.is_none_or(|event| at <= event));
        }
        if !rhythm.allows(at, timing.event_at) {
            prop_assert_eq!(timing.class, Class::Notice);
            let next = rhythm.next_allowed(timing.wished_at.max(now), timing.event_at);
            prop_assert!(timing.is_urgent || next.is_none_or(|next| next > timing.useless_after));
        }
    }

    #[test]
    fn an_allowed_wish_is_granted_to_the_minute((timing, now) in letters(), rhythm in rhythms()) {
        let is_possible = timing.wished_at >= now
            && timing.wished_at <= timing.useless_after
            && timing.useless_after > now
            && timing.event_at.is_none_or(|event| timing.wished_at <= event);
        if is_possible && rhythm.allows(timing.wished_at, timing.event_at) {
            prop_assert_eq!(rhythm.plan(&timing, now), Plan::At(timing.wished_at));
        }
    }

    #[test]
    fn a_plan_stands_until_its_moment((timing, now) in letters(), rhythm in rhythms(), part in 0_i32..=8) {
        if let Plan::At(at) = rhythm.plan(&timing, now) {
            let later = now + (at - now) * part / 8;
            if later < timing.useless_after {
                prop_assert_eq!(rhythm.plan(&timing, later), Plan::At(at));
            }
        }
    }

    #[test]
    fn a_notice_in_time_is_always_said((timing, now) in letters(), rhythm in rhythms()) {
        let timing = Timing { class: Class::Notice, ..timing };
        if timing.wished_at <= timing.useless_after && now < timing.useless_after {
            prop_assert_ne!(rhythm.plan(&timing, now), Plan::Never);
        }
    }

    #[test]
    fn a_reminder_goes_ahead_of_its_wish_only_to_save_half_of_the_time((timing, now) in letters(), rhythm in rhythms()) {
        let timing = Timing { class: Class::Reminder, ..timing };
        let Plan::At(at) = rhythm.plan(&timing, now) else { return Ok(()) };
        if at < timing.wished_at {
            let event = timing.event_at.expect("only what is about something goes ahead");
            let next = rhythm.next_allowed(timing.wished_at, Some(event)).filter(|next| *next <= timing.useless_after);
            prop_assert!(next.is_none_or(|next| event - next < (event - timing.wished_at) / 2));
        }
    }

    #[test]
    fn the_wall_clock_agrees(rhythm in rhythms(), zone in select(RUSSIA.to_vec()), at in moments()) {
        let rhythm = Rhythm { zone, ..rhythm };
        prop_assert_eq!(rhythm.allows(at, None), is_allowed_by_the_wall_clock(&rhythm, at));
    }

    #[test]
    fn the_next_and_the_last_allowed_moment_have_only_quiet_between(rhythm in rhythms(), at in moments()) {
        let minute = TimeDelta::minutes(1);
        if let Some(next) = rhythm.next_allowed(at, None) {
            prop_assert!(rhythm.allows(next, None));
            let mut between = (0..(next - at).num_minutes()).map(|passed| at + minute * i32::try_from(passed).expect("a month"));
            prop_assert!(!between.any(|at| rhythm.allows(at, None)));
        }
        if let Some(last) = rhythm.last_allowed_before(at, None) {
            prop_assert!(last < at);
            let mut between = (1..(at - last).num_minutes()).map(|passed| last + minute * i32::try_from(passed).expect("a month"));
            prop_assert!(!between.any(|at| rhythm.allows(at, None)));
        }
    }

    #[test]
    fn a_longer_quiet_brings_the_next_allowed_moment_no_nearer(
        rhythm in rhythms(), at in moments(), from in 0_i64..1440, length in 0_i64..1000, more in 0_i64..400,
    ) {
        let shorter = Rhythm { quiet_minutes: Some((from, from + length)), ..rhythm };
        let longer = Rhythm { quiet_minutes: Some((from, from + length + more)), ..shorter.clone() };
        match (shorter.next_allowed(at, None), longer.next_allowed(at, None)) {
            (Some(shorter), Some(longer)) => prop_assert!(shorter <= longer),
            (None, longer) => prop_assert_eq!(longer, None),
            (Some(_), None) => {}
        }
    }

    #[test]
    fn weeks_follow_each_other(rhythm in rhythms(), now in moments()) {
        let began = rhythm.week_began(now);
        prop_assert!(began <= now && now - began <= TimeDelta::hours(7 * 24 + 1));
        prop_assert!(rhythm.next_week_begins(now) > now);
        prop_assert_eq!(rhythm.week_began(began), began);
    }
}
