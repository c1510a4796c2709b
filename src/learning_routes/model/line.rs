//! A route or a step in a list of whoever looks at them. Not here: the route itself.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// A line of a list.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct RouteLine {
    /// The route, or the step.
    pub about: Uuid,
    /// Whose it is.
    pub family_name: String,
    /// Given name.
    pub given_name: String,
    /// Patronymic, if there is one.
    pub patronymic: Option<String>,
    /// What the step is called; empty of a route.
    pub title: String,
    /// How many steps a route has.
    pub steps: i64,
    /// How many of them are done.
    pub done: i64,
    /// How many of them are late.
    pub late: i64,
}

impl RouteLine {
    /// «Белова А. П.»
    #[must_use]
    pub fn short_name(&self) -> String {
        let initials = [Some(self.given_name.as_str()), self.patronymic.as_deref()].into_iter().flatten();
        let initials = initials.filter_map(|name| name.chars().next()).map(|letter| format!(" {letter}."));
        self.family_name.clone() + &initials.collect::<String>()
    }
}

/// Days without a word after which somebody counts as silent.
const SILENT_DAYS: i64 = 30;

/// A route that a methodologist accompanies.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct FollowedLine {
    /// Whose it is, and how far it has come.
    #[sqlx(flatten)]
    pub line: RouteLine,
    /// Where it stands, as the database has it.
    pub state: String,
    /// The step that is next, unless all are done.
    pub next_title: Option<String>,
    /// When it is due.
    pub next_on: Option<NaiveDate>,
    /// When the teacher last did anything with the route.
    pub heard_at: Option<DateTime<Utc>>,
}

impl FollowedLine {
    /// For how many days nothing was heard.
    #[must_use]
    pub fn days_silent(&self, today: NaiveDate) -> i64 {
        self.heard_at.map_or(0, |at| (today - at.date_naive()).num_days().max(0))
    }

    /// Whether the teacher has not been heard of for long while something is to be done.
    #[must_use]
    pub fn is_silent(&self, today: NaiveDate) -> bool {
        self.state == "active" && self.days_silent(today) >= SILENT_DAYS
    }

    /// Whether it belongs to the late ones, the silent ones, or simply to all.
    #[must_use]
    pub fn is_among(&self, which: &str, today: NaiveDate) -> bool {
        match which {
            "late" => self.line.late > 0,
            "silent" => self.is_silent(today),
            _ => true,
        }
    }
}
