//! A teacher's nod to a methodologist who would draw a route up for them.
//! Not here: the route.

use uuid::Uuid;

use super::of_word;

/// Where a nod stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NodState {
    /// The teacher was asked.
    Asked,
    /// They said yes.
    Given,
    /// They said no.
    Refused,
    /// The draft is the teacher's own from now on.
    Handed,
}

impl NodState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Asked, Self::Given, Self::Refused, Self::Handed];

    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Given => "given",
            Self::Refused => "refused",
            Self::Handed => "handed",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        of_word(&Self::ALL, word, Self::as_str)
    }
}

/// Who may draw a route up for whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteNod {
    /// Our id.
    pub id: Uuid,
    /// The teacher.
    pub person_id: Uuid,
    /// The methodologist.
    pub methodologist_id: Uuid,
    /// Where.
    pub municipality_id: Uuid,
    /// Where it stands.
    pub state: NodState,
    /// The draft, once it was begun.
    pub route_id: Option<Uuid>,
}
