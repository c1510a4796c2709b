//! Who is in somebody's sight, who is meant by typed words, and which roles can be given where.
//! Not here: the rule of who may do what; that is `units::may`.

mod appointing;
mod finding;
mod table;

pub use appointing::{Candidate, UNDO_MINUTES, is_given_here, leaves_nobody, offered_roles, offered_units};
pub use finding::{Entry, PlaceRow, RoleRow, Titles, find, gather};
pub use table::{Line, table};

use uuid::Uuid;

use crate::units::{Employment, HeldRole, Right, RoleAt, Unit, may};

/// What somebody sees of another person: never more than what lies in their own units.
#[derive(Debug, Clone)]
pub struct Sight {
    /// Where the person works, as far as it is seen.
    pub places: Vec<Employment>,
    /// What the person answers for, as far as it is seen.
    pub roles: Vec<HeldRole>,
    /// Whether it is seen if messages reach the person.
    pub sees_reach: bool,
}

impl Sight {
    /// What somebody who holds these roles sees of a person; nothing if neither work nor role lies in their units.
    #[must_use]
    pub fn of(actor: &[RoleAt], places: Vec<Employment>, roles: Vec<HeldRole>) -> Option<Self> {
        let sees = |unit: Unit| may(actor, Right::SeePeople, unit);
        let places: Vec<_> = places.into_iter().filter(|place| sees(unit_of(place))).collect();
        let roles: Vec<_> = roles.into_iter().filter(|held| sees(held.at.unit)).collect();
        let units = || places.iter().map(unit_of).chain(roles.iter().map(|held| held.at.unit));
        let sees_reach = units().any(|unit| may(actor, Right::SeeReach, unit));
        (units().next().is_some()).then_some(Self { places, roles, sees_reach })
    }

    /// The municipality in which a look at the person is written down: that of the main place that is seen.
    #[must_use]
    pub fn municipality(&self) -> Option<Uuid> {
        let of_role = || self.roles.iter().find_map(|held| held.at.unit.municipality());
        self.places.first().map(|place| place.municipality_id).or_else(of_role)
    }
}

/// The school where somebody works, as a unit.
#[must_use]
pub fn unit_of(place: &Employment) -> Unit {
    Unit::School(place.municipality_id, place.school_id)
}
