//! A route or a step in a list of whoever looks at them. Not here: the route itself.

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
