//! The states of a route and of its steps, what is done with them, and why something cannot be done.
//! Not here: which follows which.

use serde::{Deserialize, Serialize};

use super::of_word;

/// Where a route stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RouteState {
    /// It is being drawn up.
    Draft,
    /// A methodologist looks at it.
    Review,
    /// It is followed.
    Active,
    /// It stands still: illness, leave.
    Paused,
    /// Every step is done.
    Completed,
    /// It was ended before its end.
    Stopped,
}

impl RouteState {
    /// Every state.
    pub const ALL: [Self; 6] =
        [Self::Draft, Self::Review, Self::Active, Self::Paused, Self::Completed, Self::Stopped];

    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Review => "review",
            Self::Active => "active",
            Self::Paused => "paused",
            Self::Completed => "completed",
            Self::Stopped => "stopped",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        of_word(&Self::ALL, word, Self::as_str)
    }

    /// Whether something may still become of it.
    #[must_use]
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Completed | Self::Stopped)
    }
}

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StepState {
    /// To be done.
    Planned,
    /// Done, and waits to be looked at.
    Shown,
    /// Done.
    Done,
}

impl StepState {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Planned, Self::Shown, Self::Done];

    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Shown => "shown",
            Self::Done => "done",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        of_word(&Self::ALL, word, Self::as_str)
    }
}

/// What somebody did with a route; kept with who and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RouteDeed {
    /// Began to draw it up.
    Drew,
    /// Sent it to be looked at.
    Sent,
    /// Took it back.
    TookBack,
    /// Agreed to it.
    Agreed,
    /// Returned it with a remark.
    Returned,
    /// Began it without anybody's look.
    Began,
    /// Let it stand still.
    Paused,
    /// Went on.
    Resumed,
    /// Ended it.
    Stopped,
    /// Finished the last step.
    Completed,
    /// Did a step.
    Done,
    /// Accepted what shows it.
    Accepted,
    /// Returned what shows it.
    Rejected,
    /// Put a step off.
    Moved,
    /// Approved it, with an order or minutes.
    Approved,
    /// Proposed a change.
    Proposed,
    /// Accepted a change that the other side proposed.
    Changed,
    /// Declined one.
    Declined,
    /// Gave a draft to the teacher whose it is.
    HandedOver,
    /// Answered a check on the way.
    Checked,
    /// Added a step after it.
    Added,
    /// Dropped a step after it, as learnt.
    Dropped,
}

impl RouteDeed {
    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Drew => "drew",
            Self::Sent => "sent",
            Self::TookBack => "took_back",
            Self::Agreed => "agreed",
            Self::Returned => "returned",
            Self::Began => "began",
            Self::Paused => "paused",
            Self::Resumed => "resumed",
            Self::Stopped => "stopped",
            Self::Completed => "completed",
            Self::Done => "done",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::Moved => "moved",
            Self::Approved => "approved",
            Self::Proposed => "proposed",
            Self::Changed => "changed",
            Self::Declined => "declined",
            Self::HandedOver => "handed_over",
            Self::Checked => "checked",
            Self::Added => "added",
            Self::Dropped => "dropped",
        }
    }
}

/// Why something cannot be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RouteFault {
    /// Not in the state where it stands by now.
    Changed,
    /// There are no steps.
    Empty,
    /// There are as many steps as a route may have.
    Full,
    /// Words are missing, or too many.
    Words,
}
