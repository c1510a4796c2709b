//! When something is wished to be said: an instant, or a time on somebody's clock.
//! Not here: whether it may be said then; that is `rhythm`.

use chrono::{DateTime, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// A moment as people mean it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wish {
    /// The same for everybody, whatever their clocks show.
    Instant(DateTime<Utc>),
    /// What a clock shows; it moves when the zone does.
    Civil {
        /// Date and time on that clock.
        local: NaiveDateTime,
        /// IANA zone of the clock; without one it is the person's.
        zone: Option<String>,
    },
}

impl Wish {
    /// The instant that is meant. A zone that nobody knows any more counts as the person's.
    #[must_use]
    pub fn resolve(&self, person_zone: Tz) -> DateTime<Utc> {
        match self {
            Self::Instant(at) => *at,
            Self::Civil { local, zone } => {
                let own = zone.as_deref().and_then(|name| name.parse().ok());
                instant_at(*local, own.unwrap_or(person_zone))
            }
        }
    }
}

/// The instant at which clocks in a zone show `local`. A time that comes twice means its first coming; one that is
/// skipped is as far behind the skip as clocks would have been without it (RFC 5545, section 3.3.5).
pub(super) fn instant_at(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    let shown = zone.from_local_datetime(&local).earliest();
    // No zone ever skipped more than one day, so the day before yesterday shows the offset from before the skip.
    let skipped = || {
        let before = local.checked_sub_signed(TWO_DAYS)?;
        zone.from_local_datetime(&before).earliest()?.checked_add_signed(TWO_DAYS)
    };
    shown.or_else(skipped).map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc))
}

const TWO_DAYS: TimeDelta = TimeDelta::days(2);

#[cfg(test)]
mod tests {
    use super::*;

    fn local(text: &str) -> NaiveDateTime {
        text.parse().expect("a local time")
    }

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    #[test]
    fn a_civil_wish_follows_the_person_unless_it_names_its_zone() {
        let nine = local("2026-11-23T09:00:00");
        let own = Wish::Civil { local: nine, zone: None };
        assert_eq!(own.resolve(Tz::Asia__Kamchatka), utc("2026-11-22T21:00:00Z"));
        let fixed = Wish::Civil { local: nine, zone: Some("Europe/Moscow".into()) };
        assert_eq!(fixed.resolve(Tz::Asia__Kamchatka), utc("2026-11-23T06:00:00Z"));
        let lost = Wish::Civil { local: nine, zone: Some("Europe/Atlantis".into()) };
        assert_eq!(lost.resolve(Tz::Asia__Kamchatka), own.resolve(Tz::Asia__Kamchatka));
    }

    #[test]
    fn a_skipped_time_is_later_and_a_repeated_one_is_its_first_coming() {
        let berlin = Tz::Europe__Berlin;
        assert_eq!(instant_at(local("2027-03-28T02:30:00"), berlin), utc("2027-03-28T01:30:00Z"));
        assert_eq!(instant_at(local("2026-10-25T02:30:00"), berlin), utc("2026-10-25T00:30:00Z"));
        // Samoa went from the 29th of December 2011 to the 31st.
        let skipped_day = local("2011-12-30T10:00:00");
        assert_eq!(instant_at(skipped_day, Tz::Pacific__Apia), utc("2011-12-30T20:00:00Z"));
    }

    #[test]
    fn a_wish_is_read_back_as_it_was_written() {
        let wish = Wish::Civil { local: local("2026-11-23T09:00:00"), zone: None };
        let written = serde_json::to_string(&wish).expect("written");
        assert_eq!(written, r#"{"civil":{"local":"2026-11-23T09:00:00","zone":null}}"#);
        assert_eq!(serde_json::from_str::<Wish>(&written).expect("read"), wish);
    }
}
