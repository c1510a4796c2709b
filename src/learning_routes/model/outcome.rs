//! What a route is drawn from, what was worked on, and what changed by its end.
//! Not here: asking anybody anything; the diagnosis does that.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{LearningRoute, RouteState, StepState};

/// The diagnosis that a route is drawn from.
#[derive(Debug, Clone, PartialEq)]
pub struct Basis {
    /// The pass.
    pub attempt: Uuid,
    /// Its version of the questionnaire; a newer one may come in between.
    pub version_hash: String,
    /// What it found, in the order of the route.
    pub areas: Vec<BasisArea>,
}

/// An area as it was found when the route was drawn up.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct BasisArea {
    /// Id of the area.
    pub area: String,
    /// Its name.
    pub title: String,
    /// Its label on a chart.
    pub short: String,
    /// From 0 to 1.
    pub score: f64,
    /// Which of its levels was reached, counted from 0.
    pub level_rank: i64,
    /// The name of that level.
    pub level: String,
}

/// An area as it was found again.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Id of the area.
    pub area: String,
    /// From 0 to 1.
    pub score: f64,
    /// Which of its levels was reached, counted from 0.
    pub level_rank: i64,
    /// The name of that level.
    pub level: String,
}

/// What became of the areas that were worked on.
#[derive(Debug, Clone, PartialEq)]
pub struct RouteOutcome {
    /// When it was measured first, and again.
    pub days: (NaiveDate, NaiveDate),
    /// People rated themselves; else they were checked.
    pub is_self_rated: bool,
    /// Each area before and after.
    pub areas: Vec<(BasisArea, Found)>,
}

impl RouteOutcome {
    /// Puts both measurements together; areas that were measured once are left out. Nothing where none is left.
    #[must_use]
    pub fn of(
        basis: &Basis,
        found: &[Found],
        (days, is_self_rated): ((NaiveDate, NaiveDate), bool),
    ) -> Option<Self> {
        let again = |before: &BasisArea| found.iter().find(|after| after.area == before.area).cloned();
        let areas: Vec<_> =
            basis.areas.iter().filter_map(|before| Some((before.clone(), again(before)?))).collect();
        (!areas.is_empty()).then_some(Self { days, is_self_rated, areas })
    }

    /// How many deficits closed: the level rose.
    #[must_use]
    pub fn count_closed(&self) -> usize {
        self.areas.iter().filter(|(before, after)| after.level_rank > before.level_rank).count()
    }
}

impl LearningRoute {
    /// Ids of the areas that were worked on: those of which there are steps.
    #[must_use]
    pub fn worked_on(&self, basis: &Basis) -> Vec<String> {
        let has_steps = |area: &&BasisArea| self.steps.iter().any(|step| step.area == area.area);
        basis.areas.iter().filter(has_steps).map(|area| area.area.clone()).collect()
    }

    /// Whether it is time to look at what changed: every step is done, though some may still be looked at.
    #[must_use]
    pub fn may_be_measured(&self) -> bool {
        let is_under_way = matches!(self.state, RouteState::Active | RouteState::Completed);
        is_under_way && self.steps.iter().all(|step| step.state != StepState::Planned)
    }
}
