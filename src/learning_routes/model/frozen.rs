//! A route as it was when it ended: everything its paper says, so that later changes elsewhere leave it alone.
//! Not here: the words of the paper.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Grif, LearningRoute};

/// A route with everything that its paper says of people and places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenRoute {
    /// The route.
    pub route: LearningRoute,
    /// Whose it is, in full.
    pub name: String,
    /// Where they work, a line each.
    pub places: Vec<String>,
    /// Who accompanies it, in full.
    pub methodologist: Option<String>,
    /// «Согласовано» and «Утверждаю» that were given here.
    #[serde(default)]
    pub grifs: Vec<Grif>,
    /// When it was agreed to, or begun.
    pub agreed_on: Option<NaiveDate>,
    /// The day of which it speaks.
    pub day: NaiveDate,
    /// Names of the files that show steps.
    pub files: BTreeMap<Uuid, String>,
}
