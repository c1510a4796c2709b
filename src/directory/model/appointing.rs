//! Which roles can be given to a person and where, and when a role must not end.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::unit_of;
use crate::units::{Employment, HeldRole, Right, Role, RoleAt, Unit, may};

/// For so many minutes a change of a role can be taken back with one press.
pub const UNDO_MINUTES: i64 = 60;

/// The person whom a role may be given to, and where there is anything to be given.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// Where the person works, as far as it is seen.
    pub places: &'a [Employment],
    /// What the person holds already.
    pub held: &'a [HeldRole],
    /// Every municipality there is, in the order of their buttons.
    pub municipalities: &'a [Uuid],
}

/// Whether a role is given and ended by a card: heads are elected where the members of their association stand.
#[must_use]
pub fn is_given_here(role: Role) -> bool {
    role != Role::AssociationHead
}

/// Where somebody may give this role to a person, the person's own units first.
#[must_use]
pub fn offered_units(actor: &[RoleAt], candidate: Candidate<'_>, role: Role) -> Vec<Unit> {
    let own = candidate.places.iter().map(|place| Unit::Municipality(place.municipality_id));
    let all = candidate.municipalities.iter().copied().map(Unit::Municipality);
    let possible: Vec<Unit> = match role {
        Role::SchoolLeader => candidate.places.iter().map(unit_of).collect(),
        Role::Methodologist | Role::Coordinator => own.chain(all).collect(),
        Role::RegionalCoordinator => vec![Unit::Region],
        Role::AssociationHead | Role::Owner => Vec::new(),
    };
    let mut offered = Vec::new();
    for unit in possible {
        let is_held = candidate.held.iter().any(|held| held.at == RoleAt { role, unit });
        if !is_held && !offered.contains(&unit) && may(actor, Right::Appoint(role), unit) {
            offered.push(unit);
        }
    }
    offered
}

/// The roles that somebody may give to a person.
#[must_use]
pub fn offered_roles(actor: &[RoleAt], candidate: Candidate<'_>) -> Vec<Role> {
    Role::ALL.into_iter().filter(|role| !offered_units(actor, candidate, *role).is_empty()).collect()
}

/// Whether the end of this role would leave a municipality without the coordinator it has. `others` says of the other
/// coordinators since this one began when each ended. Whoever gave the role may take it back for a while, where nobody
/// else was coordinator since: then all is as it was before.
#[must_use]
pub fn leaves_nobody(
    held: &HeldRole,
    others: &[Option<DateTime<Utc>>],
    actor: Uuid,
    now: DateTime<Utc>,
) -> bool {
    if held.at.role != Role::Coordinator || others.contains(&None) {
        return false;
    }
    let is_recent = now - held.began_at <= TimeDelta::minutes(UNDO_MINUTES);
    let takes_back =
        held.granted_by == Some(actor) && held.person_id != actor && is_recent && others.is_empty();
    !takes_back
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Uuid = Uuid::from_u128(1);
    const THERE: Uuid = Uuid::from_u128(2);

    fn place(municipality: Uuid, school: u128) -> Employment {
        Employment {
            id: Uuid::nil(),
            municipality_id: municipality,
            municipality_title: String::new(),
            time_zone: String::new(),
            school_id: Uuid::from_u128(school),
            school_title: String::new(),
            school_short_title: String::new(),
            post: String::new(),
            is_main: true,
            began_at: DateTime::UNIX_EPOCH,
            subjects: Vec::new(),
        }
    }

    fn coordinator() -> HeldRole {
        HeldRole {
            id: Uuid::nil(),
            person_id: Uuid::from_u128(11),
            at: RoleAt { role: Role::Coordinator, unit: Unit::Municipality(HERE) },
            unit_title: None,
            began_at: DateTime::UNIX_EPOCH,
            ended_at: None,
            granted_by: Some(Uuid::from_u128(12)),
        }
    }

    #[test]
    fn what_is_offered_is_what_may_be_given_and_is_not_held() {
        let (places, held) = ([place(THERE, 3), place(HERE, 4)], [coordinator()]);
        let candidate = Candidate { places: &places, held: &held, municipalities: &[HERE, THERE] };
        let owner = [RoleAt { role: Role::Owner, unit: Unit::Region }];
        assert_eq!(offered_roles(&owner, candidate), [Role::Coordinator, Role::RegionalCoordinator]);
        assert_eq!(offered_units(&owner, candidate, Role::Coordinator), [Unit::Municipality(THERE)]);
        let own = [coordinator().at];
        assert_eq!(offered_roles(&own, candidate), [Role::SchoolLeader, Role::Methodologist]);
        let school = Unit::School(HERE, Uuid::from_u128(4));
        assert_eq!(offered_units(&own, candidate, Role::SchoolLeader), [school]);
        assert!(offered_roles(&[], candidate).is_empty());
    }

    #[test]
    fn the_last_coordinator_stays_unless_the_appointment_is_taken_back_at_once() {
        let (held, granter, now) = (coordinator(), Uuid::from_u128(12), DateTime::UNIX_EPOCH);
        let later = now + TimeDelta::minutes(UNDO_MINUTES + 1);
        assert!(!leaves_nobody(&held, &[None], granter, later), "another one stays");
        assert!(leaves_nobody(&held, &[], granter, later), "the last one");
        assert!(!leaves_nobody(&held, &[], granter, now), "taken back");
        assert!(leaves_nobody(&held, &[], held.person_id, now), "not by oneself");
        assert!(leaves_nobody(&held, &[Some(now)], granter, now), "the one before has gone since");
        let methodologist = HeldRole { at: RoleAt { role: Role::Methodologist, ..held.at }, ..coordinator() };
        assert!(!leaves_nobody(&methodologist, &[], granter, later));
    }
}
