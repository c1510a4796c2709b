//! When the bot speaks of a questionnaire by itself: to finish one that was begun, and to take one again.
//! Not here: quiet hours and days of rest, which are the rhythm's; and the words.

use chrono::{DateTime, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// After so many days a begun questionnaire is recalled: a weekend may pass without a word, and the first answers are
/// not yet so old that they describe another week.
pub const REMIND_AFTER_DAYS: u64 = 3;
/// For so long after the beginning a reminder to finish is of use; answers given earlier tell of another time.
pub const REMINDER_USEFUL: TimeDelta = TimeDelta::days(14);
/// For so long after its day an invitation is of use: nobody waits for it, and after a month it looks like a mistake.
pub const INVITATION_USEFUL: TimeDelta = TimeDelta::days(30);

/// Somebody who answered after the beginning is still at it, unless that was in the same sitting. Half a day also covers
/// what a changed clock or a journey moves a civil time by.
const SAME_SITTING: TimeDelta = TimeDelta::hours(12);

/// Ten in the morning: what comes by the calendar meets people awake everywhere.
const INVITATION_TIME: NaiveTime = match NaiveTime::from_hms_opt(10, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// What a letter is about, as it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nudge {
    /// This attempt was begun and not finished.
    Finish(Uuid),
    /// This attempt was finished long enough ago to take the questionnaire again.
    Repeat(Uuid),
}

/// When a begun questionnaire is recalled: at the same time of day, which evidently suits the person.
#[must_use]
pub fn reminder_time(begun: NaiveDateTime) -> NaiveDateTime {
    begun.checked_add_days(Days::new(REMIND_AFTER_DAYS)).unwrap_or(begun)
}

/// Until when a reminder that would be said at `said_at` keeps quiet because the person is still answering.
#[must_use]
pub fn put_off(touched_at: DateTime<Utc>, said_at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let idle_enough = touched_at + Days::new(REMIND_AFTER_DAYS);
    (idle_enough - said_at > SAME_SITTING).then_some(idle_enough)
}

/// When a questionnaire may be taken again; where the month has no such day, on its last.
#[must_use]
pub fn invitation_time(finished: NaiveDate, months: u32) -> NaiveDateTime {
    finished.checked_add_months(Months::new(months)).unwrap_or(finished).and_time(INVITATION_TIME)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(text: &str) -> NaiveDateTime {
        text.parse().expect("a local time")
    }

    #[test]
    fn a_reminder_comes_three_days_later_at_the_same_time() {
        assert_eq!(reminder_time(local("2027-02-26T18:05:00")), local("2027-03-01T18:05:00"));
    }

    #[test]
    fn a_reminder_waits_for_who_came_back_on_another_day() {
        let begun_at = DateTime::UNIX_EPOCH;
        let due_at = begun_at + TimeDelta::days(3);
        for (touched_after, waits) in [(0, false), (11, false), (13, true), (48, true)] {
            let touched_at = begun_at + TimeDelta::hours(touched_after);
            let until = waits.then_some(touched_at + TimeDelta::days(3));
            assert_eq!(put_off(touched_at, due_at), until, "{touched_after} hours");
        }
    }

    #[test]
    fn a_month_without_the_day_invites_on_its_last() {
        for (finished, months, day) in [
            ("2026-08-31", 6, "2027-02-28T10:00:00"),
            ("2027-08-31", 6, "2028-02-29T10:00:00"),
            ("2026-11-24", 6, "2027-05-24T10:00:00"),
            ("2026-12-31", 36, "2029-12-31T10:00:00"),
        ] {
            let finished = finished.parse().expect("a day");
            assert_eq!(invitation_time(finished, months), local(day));
        }
    }

    #[test]
    fn a_nudge_is_kept_as_an_id_and_nothing_else() {
        let written = serde_json::to_string(&Nudge::Finish(Uuid::nil())).expect("written");
        assert_eq!(written, r#"{"finish":"00000000-0000-0000-0000-000000000000"}"#);
    }
}
