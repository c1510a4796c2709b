//! Times that are proposed for talking: as they are typed, and when they are.
//! Not here: who is asked, and reminding.

use chrono::{DateTime, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use crate::typed::read_when;

/// Times that are proposed at once.
const MOST: usize = 3;
/// Minutes of a talk of which no end was said.
const USUAL_MINUTES: i64 = 30;
/// How civil time is kept.
const KEPT: &str = "%Y-%m-%dT%H:%M";

/// A time that was proposed.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ProposedTime {
    /// Our id.
    pub id: Uuid,
    /// For which request.
    pub request_id: Uuid,
    /// Civil time of the municipality, such as `2026-11-25T15:00`.
    pub civil: String,
    /// How long.
    pub minutes: i64,
    /// `drafted`, `offered` or `agreed`.
    pub state: String,
}

/// Why a line is no time to propose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimeFault {
    /// This line says no day and time that are to come.
    Line(String),
    /// There are none, or more than three.
    Count,
}

impl ProposedTime {
    /// When it begins, on the clock of the municipality.
    #[must_use]
    pub fn begins(&self) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(&self.civil, KEPT).unwrap_or_default()
    }

    /// When it ends, on the same clock.
    #[must_use]
    pub fn ends(&self) -> NaiveDateTime {
        self.begins() + TimeDelta::minutes(self.minutes)
    }

    /// Beginning and end as instants.
    #[must_use]
    pub fn span(&self, zone: Tz) -> (DateTime<Utc>, DateTime<Utc>) {
        let begins = self.begins();
        let at = zone.from_local_datetime(&begins).earliest();
        let at = at.map_or_else(|| begins.and_utc(), |at| at.with_timezone(&Utc));
        (at, at + TimeDelta::minutes(self.minutes))
    }
}

/// Reads up to three times, a line each, as seen from `now` on the same clock: civil time as it is kept, and minutes.
///
/// # Errors
/// Names the line that is no time to come.
pub fn read_times(words: &str, now: NaiveDateTime) -> Result<Vec<(String, i64)>, TimeFault> {
    let lines = words.split(['\n', ';']).map(str::trim).filter(|line| !line.is_empty());
    let times = lines.map(|line| read_time(line, now).ok_or_else(|| TimeFault::Line(line.to_owned())));
    let times = times.collect::<Result<Vec<_>, _>>()?;
    if times.is_empty() || times.len() > MOST { Err(TimeFault::Count) } else { Ok(times) }
}

fn read_time(line: &str, now: NaiveDateTime) -> Option<(String, i64)> {
    let when = read_when(line, now).ok().filter(|when| when.from == when.to)?;
    let begins = when.begins?;
    let minutes = when.ends.map_or(USUAL_MINUTES, |ends| (ends - begins).num_minutes());
    Some((when.from.and_time(begins).format(KEPT).to_string(), minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn up_to_three_lines_are_three_times() {
        let now = "2026-11-23T10:00:00".parse().expect("a time");
        let read = |words| read_times(words, now);
        let kept = |civil: &str, minutes| (civil.to_owned(), minutes);
        assert_eq!(
            read("завтра в 15\nпт 10:30\n25 ноября с 14 до 15:30"),
            Ok(vec![
                kept("2026-11-24T15:00", 30),
                kept("2026-11-27T10:30", 30),
                kept("2026-11-25T14:00", 90)
            ])
        );
        assert_eq!(read("завтра в 15; послезавтра"), Err(TimeFault::Line("послезавтра".to_owned())));
        assert_eq!(read("вчера в 15"), Err(TimeFault::Line("вчера в 15".to_owned())));
        assert_eq!(read(" "), Err(TimeFault::Count));
        assert_eq!(read("завтра в 9; завтра в 10; завтра в 11; завтра в 12"), Err(TimeFault::Count));
    }

    #[test]
    fn civil_time_is_an_instant_of_its_zone() {
        let time = ProposedTime {
            id: Uuid::nil(),
            request_id: Uuid::nil(),
            civil: "2026-11-25T15:00".to_owned(),
            minutes: 30,
            state: "agreed".to_owned(),
        };
        let (from, until) = time.span(Tz::Europe__Moscow);
        assert_eq!(
            (from.to_rfc3339(), (until - from).num_minutes()),
            ("2026-11-25T12:00:00+00:00".into(), 30)
        );
    }
}
