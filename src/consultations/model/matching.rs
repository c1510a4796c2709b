//! Whom to ask: who knows the subject and the area, is there, and has room.
//! Not here: when the next ones are asked.

use uuid::Uuid;

/// Somebody who may be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Askable {
    /// Who.
    pub person_id: Uuid,
    /// Whether the subject is among theirs.
    pub knows_subject: bool,
    /// How many of their directions the area is near to.
    pub directions: usize,
    /// Open requests that they have taken.
    pub load: i64,
    /// Open requests that they take at once.
    pub capacity: i64,
    /// Whether they are away today.
    pub is_absent: bool,
}

/// Who is asked in which order: whoever is there and has room, those with the subject first, then those with the
/// direction, then those with the least to do for their capacity. Nobody consults themself.
#[must_use]
pub fn rank(mut all: Vec<Askable>, teacher: Option<Uuid>) -> Vec<Uuid> {
    all.retain(|one| Some(one.person_id) != teacher && !one.is_absent && one.load < one.capacity);
    // Shares of the capacity are compared crosswise, without fractions; what is equal stays in the order of the pool.
    all.sort_by(|one, other| {
        let fits = (other.knows_subject, other.directions).cmp(&(one.knows_subject, one.directions));
        fits.then((one.load * other.capacity).cmp(&(other.load * one.capacity)))
    });
    all.into_iter().map(|one| one.person_id).collect()
}
