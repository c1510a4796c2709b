//! Where a request can stand, who is asked in turn, and what falls due by itself.
//! Not here: how it moves from one state to the next.

use uuid::Uuid;

/// Where a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestState {
    /// The teacher is still writing it.
    Drafted,
    /// It waits to be taken.
    Sent,
    /// Somebody has taken it and not answered yet.
    Taken,
    /// There is an answer; it goes on.
    Answered,
    /// It is closed with a summary.
    Closed,
    /// The teacher took it back.
    Withdrawn,
}

impl RequestState {
    const ALL: [Self; 6] =
        [Self::Drafted, Self::Sent, Self::Taken, Self::Answered, Self::Closed, Self::Withdrawn];

    /// The word stored in the database, also in a text.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Drafted => "drafted",
            Self::Sent => "sent",
            Self::Taken => "taken",
            Self::Answered => "answered",
            Self::Closed => "closed",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Whether somebody still has something to do.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Sent | Self::Taken | Self::Answered)
    }
}

impl TryFrom<String> for RequestState {
    type Error = String;

    fn try_from(word: String) -> Result<Self, String> {
        Self::ALL.into_iter().find(|state| state.as_str() == word).ok_or(word)
    }
}

/// Who is asked: wider with each wave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wave {
    /// The best three.
    Best,
    /// Every methodologist of the municipality who is there.
    All,
    /// Its coordinators.
    Coordinators,
    /// The regional centre.
    Region,
}

impl Wave {
    /// The waves in order.
    pub const ALL: [Self; 4] = [Self::Best, Self::All, Self::Coordinators, Self::Region];

    /// The number stored in the database; 0 stands for nobody yet.
    #[must_use]
    pub fn number(self) -> i64 {
        self as i64 + 1
    }
}

/// Something that is due by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Others are asked.
    NextWave,
    /// The first answer is due soon.
    FirstSoon,
    /// The first answer is late.
    FirstLate,
    /// Closing is due soon.
    CloseSoon,
    /// Closing is late.
    CloseLate,
}

impl Step {
    /// The word stored in the database, also in a text.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NextWave => "wave",
            Self::FirstSoon => "first_soon",
            Self::FirstLate => "first_late",
            Self::CloseSoon => "close_soon",
            Self::CloseLate => "close_late",
        }
    }
}

/// Why something cannot be done with a request now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// It can.
    Done,
    /// Somebody took it before.
    TakenBy(Uuid),
    /// It is not in a state for that.
    TooLate,
}
