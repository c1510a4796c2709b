//! The rule of the quarter: a kind of meeting that each calendar quarter should have, and when whoever plans is told that
//! it has none. Pure: the day, the days off and what is planned are given.
//! Not here: who is told, and the words.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::Deserialize;
use toml::Spanned;

/// Days looked back for a working day.
const MOST_DAYS_OFF: u64 = 14;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RuleEntry {
    pub(super) kind: Spanned<String>,
    quarters: Vec<TermsEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TermsEntry {
    tell: String,
    again: String,
    by: String,
}

/// A month and a day.
type MonthDay = (u32, u32);

/// When what is said about a quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Terms {
    tell: MonthDay,
    again: MonthDay,
    by: MonthDay,
}

/// A kind of meeting that each quarter should have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuarterRule {
    /// The id of the kind.
    pub kind: String,
    quarters: [Terms; 4],
}

/// A quarter of a calendar year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quarter {
    /// The year.
    pub year: i32,
    /// 1 to 4.
    pub number: u32,
}

/// What is due on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GapCall {
    /// Of which quarter.
    pub quarter: Quarter,
    /// 1 for the first word, 2 for the second and last.
    pub round: i64,
    /// Until when a meeting is still convenient.
    pub by: NaiveDate,
}

impl Quarter {
    /// The quarter in which a day lies.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self { year: day.year(), number: day.month0() / 3 + 1 }
    }

    /// Its first day, and the first day of the next.
    #[must_use]
    pub fn days(self) -> (NaiveDate, NaiveDate) {
        let first = |year, number: u32| NaiveDate::from_ymd_opt(year, number * 3 - 2, 1).unwrap_or_default();
        let next = if self.number == 4 { first(self.year + 1, 1) } else { first(self.year, self.number + 1) };
        (first(self.year, self.number), next)
    }
}

impl QuarterRule {
    /// Nothing where a day is none, or stands in another quarter or before the one that it follows.
    pub(super) fn read(entry: &RuleEntry) -> Option<Self> {
        let terms = entry.quarters.iter().enumerate().map(|(index, terms)| {
            let [tell, again, by] = [&terms.tell, &terms.again, &terms.by].map(|words| read_day(words));
            let terms = Terms { tell: tell?, again: again?, by: by? };
            let is_within = |day: MonthDay| (day.0 as usize - 1) / 3 == index;
            let is_ordered = terms.tell < terms.again && terms.again < terms.by;
            (is_ordered && is_within(terms.tell) && is_within(terms.by)).then_some(terms)
        });
        let quarters = terms.collect::<Option<Vec<_>>>()?.try_into().ok()?;
        Some(Self { kind: entry.kind.get_ref().clone(), quarters })
    }

    /// What would be said today of a quarter that has no such meeting. A day off is not waited for: it is said on the
    /// working day before.
    #[must_use]
    pub fn due(&self, today: NaiveDate, is_off: impl Fn(NaiveDate) -> bool) -> Option<GapCall> {
        let quarter = Quarter::of(today);
        let terms = self.quarters.get(usize::try_from(quarter.number).ok()?.checked_sub(1)?)?;
        let day = |(month, day): MonthDay| NaiveDate::from_ymd_opt(quarter.year, month, day);
        let working = |day: NaiveDate| {
            let earlier = (0..=MOST_DAYS_OFF).filter_map(|back| day.checked_sub_days(Days::new(back)));
            let mut working = earlier.filter(|day| day.weekday() != Weekday::Sun && !is_off(*day));
            working.next().unwrap_or(day)
        };
        let (tell, again, by) = (working(day(terms.tell)?), working(day(terms.again)?), day(terms.by)?);
        let round = match today {
            today if today > by || today < tell => return None,
            today if today < again => 1,
            _ => 2,
        };
        Some(GapCall { quarter, round, by })
    }
}

/// Reads `05-22`; the 29th of February is a day of some years only.
fn read_day(words: &str) -> Option<MonthDay> {
    let day: NaiveDate = format!("2027-{words}").parse().ok()?;
    (words.len() == 5).then_some((day.month(), day.day()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{content::Content, meetings::model::MeetingKinds};

    fn day(words: &str) -> NaiveDate {
        words.parse().expect("a day")
    }

    fn shipped() -> QuarterRule {
        let kinds = MeetingKinds::read(&Content::open(None)).expect("shipped content is valid");
        kinds.rules()[0].clone()
    }

    #[test]
    fn each_quarter_is_told_twice_and_the_second_before_june() {
        let rule = shipped();
        let mut rounds = Vec::new();
        for today in day("2027-01-01").iter_days().take(365) {
            let due = rule.due(today, |_| false).map(|due| (due.quarter.number, due.round));
            if due.is_some() && rounds.last().is_none_or(|(_, last)| *last != due) {
                rounds.push((today, due));
            }
        }
        let told: Vec<(u32, i64)> = rounds.iter().filter_map(|(_, due)| *due).collect();
        assert_eq!(told, [(1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (3, 2), (4, 1), (4, 2)]);
        assert!(rounds[2].0 <= day("2027-05-01") && rounds[3].0 < day("2027-05-10"), "{rounds:?}");
        assert!(rule.due(day("2027-06-01"), |_| false).is_none(), "not in June");
    }

    #[test]
    fn a_day_off_is_not_waited_for() {
        let rule = shipped();
        // 2026-12-01 is a Tuesday; 2027-08-20 a Friday.
        assert_eq!(rule.due(day("2026-11-30"), |_| false).map(|due| due.round), Some(1));
        let holidays = |day: NaiveDate| day.to_string() == "2026-12-01";
        assert_eq!(rule.due(day("2026-11-30"), holidays).map(|due| due.round), Some(2));
        assert!(rule.due(day("2027-08-19"), |_| false).is_none());
        assert!(rule.due(day("2027-08-19"), |off| off == day("2027-08-20")).is_some());
    }

    #[test]
    fn a_quarter_ends_where_the_next_begins() {
        let last = Quarter::of(day("2026-12-31"));
        assert_eq!(last.days(), (day("2026-10-01"), day("2027-01-01")));
        assert_eq!(Quarter::of(day("2027-01-01")).days().0, last.days().1);
    }
}
