//! How much a route asks for: hours in all, and the heaviest fortnight.
//! Not here: the days on which steps are due.

use chrono::{NaiveDate, TimeDelta};

use super::RouteStep;

/// More hours in two weeks than these are too many beside teaching.
const MOST_FORTNIGHT_HOURS: i64 = 24;
/// Days of a fortnight.
const FORTNIGHT: i64 = 14;

/// How much a route asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pace {
    /// Hours of all steps that say how many.
    pub hours: i64,
    /// Weeks until the last step is due.
    pub weeks: i64,
    /// Hours of the heaviest two weeks.
    pub fortnight_hours: i64,
}

impl Pace {
    /// Whether it is more than fits beside teaching.
    #[must_use]
    pub fn is_too_much(self) -> bool {
        self.fortnight_hours > MOST_FORTNIGHT_HOURS
    }

    /// Hours a week, rounded up.
    #[must_use]
    pub fn weekly_hours(self) -> i64 {
        (self.hours + self.weeks.max(1) - 1) / self.weeks.max(1)
    }
}

/// The pace of steps that begin today at the earliest. The hours of a step lie evenly on the days before it is due.
#[must_use]
pub fn pace_of(steps: &[RouteStep], today: NaiveDate) -> Pace {
    let spans: Vec<(NaiveDate, NaiveDate, i64)> = steps.iter().map(|step| span(step, today)).collect();
    let last = spans.iter().map(|(_, due, _)| *due).max().unwrap_or(today);
    // The heaviest window ends where a step ends, or begins where one begins.
    let ends = spans.iter().flat_map(|(begin, due, _)| [*due, *begin + TimeDelta::days(FORTNIGHT)]);
    let tenths = ends.map(|end| spans.iter().map(|span| tenths_within(*span, end)).sum::<i64>());
    Pace {
        hours: spans.iter().map(|(_, _, hours)| hours).sum(),
        weeks: ((last - today).num_days() + 6) / 7,
        fortnight_hours: (tenths.max().unwrap_or_default() + 5) / 10,
    }
}

fn span(step: &RouteStep, today: NaiveDate) -> (NaiveDate, NaiveDate, i64) {
    let begin = (step.due_on - TimeDelta::days(step.days)).max(today);
    (begin.min(step.due_on - TimeDelta::days(1)), step.due_on, step.hours.unwrap_or_default())
}

/// Tenths of hours of a step within the two weeks that end on a day.
fn tenths_within((begin, due, hours): (NaiveDate, NaiveDate, i64), end: NaiveDate) -> i64 {
    let from = begin.max(end - TimeDelta::days(FORTNIGHT));
    let common = (due.min(end) - from).num_days().max(0);
    hours * 10 * common / (due - begin).num_days().max(1)
}
