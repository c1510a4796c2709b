//! «Согласовано» and «Утверждаю»: who gave which, and what a route becomes by it.
//! Not here: who may; the school's rule and the roles say that.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{LearningRoute, RouteState, of_word, route::Decided, step::read_words};

/// Most characters of an order's number and date.
const LONGEST_PAPER: usize = 120;

/// What stands on the paper beside a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum GrifKind {
    /// «Согласовано».
    Agreed,
    /// «Утверждаю».
    Approved,
}

impl GrifKind {
    /// Both, in their order.
    pub const ALL: [Self; 2] = [Self::Agreed, Self::Approved];

    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Approved => "approved",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        of_word(&Self::ALL, word, Self::as_str)
    }
}

/// A grif that was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grif {
    /// Which.
    pub kind: GrifKind,
    /// By whom, in full; empty once they have left.
    pub name: String,
    /// The order or the minutes, as it was typed.
    pub paper: Option<String>,
    /// When.
    pub given_at: DateTime<Utc>,
}

impl Grif {
    /// Reads the number and date of an order or of minutes.
    #[must_use]
    pub fn read_paper(typed: &str) -> Option<String> {
        read_words(typed).ok().filter(|words| words.chars().count() <= LONGEST_PAPER)
    }
}

impl LearningRoute {
    /// Somebody agrees to a route that waits for approval; a methodologist accompanies it from now on.
    pub fn agree_before_approval(&mut self, methodologist: Option<Uuid>) -> Decided {
        self.only_in(&[RouteState::Review])?;
        self.methodologist_id = methodologist.or(self.methodologist_id);
        Ok(())
    }

    /// The last word that it needs: it begins.
    pub fn approve(&mut self) -> Decided {
        self.only_in(&[RouteState::Review])?;
        self.state = RouteState::Active;
        Ok(())
    }
}
