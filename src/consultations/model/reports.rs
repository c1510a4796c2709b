//! What is counted over a period: how much was asked, how soon it was answered, how it was rated.
//! Not here: whose requests, and the words of a report.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};

use super::{ConsultationRequest, WorkingTime};

/// A period that reports are made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportPeriod {
    /// This month.
    Month,
    /// The month before.
    LastMonth,
    /// The school year, from the first of September.
    SchoolYear,
}

impl ReportPeriod {
    /// Every period, in the order of the buttons.
    pub const ALL: [Self; 3] = [Self::Month, Self::LastMonth, Self::SchoolYear];

    /// The word in a payload and a text.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::LastMonth => "last",
            Self::SchoolYear => "year",
        }
    }

    /// Reads the word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|period| period.as_str() == word)
    }

    /// The first day and the one after the last.
    #[must_use]
    pub fn days(self, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let month = today.with_day(1).unwrap_or(today);
        match self {
            Self::Month => (month, month + Months::new(1)),
            Self::LastMonth => (month - Months::new(1), month),
            Self::SchoolYear => {
                let year = today.year() - i32::from(today.month() < 9);
                let began = NaiveDate::from_ymd_opt(year, 9, 1).unwrap_or(month);
                (began, began + Months::new(12))
            }
        }
    }

    /// The same as instants in a zone.
    #[must_use]
    pub fn instants(self, today: NaiveDate, time: &WorkingTime) -> (DateTime<Utc>, DateTime<Utc>) {
        let (from, until) = self.days(today);
        (time.midnight(from), time.midnight(until))
    }

    /// The last day of it.
    #[must_use]
    pub fn last_day(self, today: NaiveDate) -> NaiveDate {
        let (_, until) = self.days(today);
        until - Days::new(1)
    }
}

/// What requests of a period come to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ConsultationFigures {
    /// Asked.
    pub asked: i64,
    /// Answered at all.
    pub answered: i64,
    /// Closed.
    pub closed: i64,
    /// Opened again at least once.
    pub reopened: i64,
    /// Half of the first answers came within so many working minutes.
    pub median_minutes: Option<i64>,
    /// Nine of ten came within so many.
    pub ninetieth_minutes: Option<i64>,
    /// Rated.
    pub rated: i64,
    /// The mean rating in hundredths.
    pub rating_hundredths: Option<i64>,
}

impl ConsultationFigures {
    /// Counts these requests.
    #[must_use]
    pub fn of(requests: &[&ConsultationRequest], time: &WorkingTime) -> Self {
        let count = |is: fn(&ConsultationRequest) -> bool| {
            i64::try_from(requests.iter().filter(|request| is(request)).count()).unwrap_or(i64::MAX)
        };
        let waits =
            requests.iter().filter_map(|request| Some(time.between(request.sent_at?, request.answered_at?)));
        let mut waits: Vec<i64> = waits.collect();
        waits.sort_unstable();
        let ratings: Vec<i64> = requests.iter().filter_map(|request| request.rating).collect();
        let rated = i64::try_from(ratings.len()).unwrap_or(i64::MAX);
        Self {
            asked: count(|_| true),
            answered: count(|request| request.answered_at.is_some()),
            closed: count(|request| request.closed_at.is_some()),
            reopened: count(|request| request.reopened > 0),
            median_minutes: share(&waits, 50),
            ninetieth_minutes: share(&waits, 90),
            rated,
            rating_hundredths: (rated > 0).then(|| ratings.iter().sum::<i64>() * 100 / rated.max(1)),
        }
    }
}

impl ConsultationFigures {
    /// The same without the mean rating where fewer than `least` were given: it would say who gave which.
    #[must_use]
    pub fn without_few_ratings(self, least: usize) -> Self {
        let is_few = usize::try_from(self.rated).unwrap_or_default() < least;
        let rated = if is_few { 0 } else { self.rated };
        Self { rated, rating_hundredths: self.rating_hundredths.filter(|_| !is_few), ..self }
    }
}

/// Figures under their names, what is asked most first, without those of groups in which fewer than `least` people
/// asked. Where that is one group alone, the next smallest goes too: else it would follow from the whole.
#[must_use]
pub fn without_few(
    mut groups: Vec<(String, usize, ConsultationFigures)>,
    least: usize,
) -> Vec<(String, Option<ConsultationFigures>)> {
    groups.sort_by(|one, other| (other.1, &one.0).cmp(&(one.1, &other.0)));
    let enough = groups.iter().filter(|(_, people, _)| *people >= least).count();
    let hidden = groups.len() - enough;
    let kept = if hidden == 1 { enough.saturating_sub(1) } else { enough };
    let (shown, rest) = groups.split_at(kept);
    let mut shown: Vec<_> = shown.iter().map(|(name, _, figures)| (name.clone(), Some(*figures))).collect();
    shown.sort_by_key(|(_, figures)| -figures.map_or(0, |figures| figures.asked));
    let mut rest: Vec<_> = rest.iter().map(|(name, _, _)| (name.clone(), None)).collect();
    // By name: their order would say which is the larger.
    rest.sort_by(|one, other| one.0.cmp(&other.0));
    shown.into_iter().chain(rest).collect()
}

/// The smallest value that so many percent of all are not above (nearest rank).
fn share(sorted: &[i64], percent: usize) -> Option<i64> {
    let rank = (sorted.len() * percent).div_ceil(100);
    sorted.get(rank.saturating_sub(1)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_months_and_school_years() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a day");
        let today = day(2027, 1, 31);
        assert_eq!(ReportPeriod::Month.days(today), (day(2027, 1, 1), day(2027, 2, 1)));
        assert_eq!(ReportPeriod::LastMonth.days(today), (day(2026, 12, 1), day(2027, 1, 1)));
        assert_eq!(ReportPeriod::SchoolYear.days(today), (day(2026, 9, 1), day(2027, 9, 1)));
        assert_eq!(ReportPeriod::SchoolYear.days(day(2026, 9, 1)).0, day(2026, 9, 1));
        assert_eq!(ReportPeriod::Month.last_day(today), today);
    }

    #[test]
    fn no_group_of_few_people_can_be_read() {
        let group = |name: &str, people: i64| {
            let figures = ConsultationFigures { asked: people + 1, rated: people, ..Default::default() };
            (name.to_owned(), usize::try_from(people).expect("few"), figures)
        };
        let shown = |groups: Vec<_>| -> Vec<(String, bool)> {
            without_few(groups, 10).into_iter().map(|(name, figures)| (name, figures.is_some())).collect()
        };
        let of = |name: &str, is_shown| (name.to_owned(), is_shown);
        let alone = shown(vec![group("a", 9), group("b", 12), group("c", 40)]);
        assert_eq!(
            alone,
            [of("c", true), of("a", false), of("b", false)],
            "one alone would follow from the whole"
        );
        let two = shown(vec![group("z", 1), group("a", 9), group("b", 12)]);
        assert_eq!(two, [of("b", true), of("a", false), of("z", false)]);
        assert_eq!(shown(vec![group("a", 10)]), [of("a", true)]);
        let rating =
            |rated| ConsultationFigures { rated, rating_hundredths: Some(400), ..Default::default() };
        assert_eq!(rating(9).without_few_ratings(10).rating_hundredths, None);
        assert_eq!(rating(10).without_few_ratings(10).rating_hundredths, Some(400));
    }

    #[test]
    fn ranks_are_the_nearest() {
        assert_eq!(share(&[], 50), None);
        assert_eq!(share(&[7], 90), Some(7));
        let ten: Vec<i64> = (1..=10).collect();
        assert_eq!((share(&ten, 50), share(&ten, 90)), (Some(5), Some(9)));
    }
}
