//! What somebody answers for: roles held at units, and the one rule of who may do what where.
//! Not here: how far somebody has come in; that is the standing. A teacher is whoever has registered and needs no role.

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// What somebody answers for at a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Руководитель методического объединения, избранный: the members of an association.
    AssociationHead,
    /// Директор, завуч: the people of a school.
    SchoolLeader,
    /// Муниципальный методист.
    Methodologist,
    /// Координатор ММС: a municipality.
    Coordinator,
    /// Региональный координатор: every municipality.
    RegionalCoordinator,
    /// Владелец установки: named in the configuration, never in a table.
    Owner,
}

/// Where a role is held, or something happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Every municipality of this installation.
    Region,
    /// A municipality with all its schools.
    Municipality(Uuid),
    /// A school: its municipality, itself.
    School(Uuid, Uuid),
    /// An association of a school or, without one, of a municipality.
    Association {
        /// Its municipality.
        municipality: Uuid,
        /// Its school, unless it is municipal.
        school: Option<Uuid>,
        /// Itself.
        id: Uuid,
    },
}

/// A role at a unit, held now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RoleAt {
    /// Which.
    pub role: Role,
    /// Where.
    pub unit: Unit,
}

/// A role that somebody was given and that has not ended, or did so a short while ago.
#[derive(Debug, Clone)]
pub struct HeldRole {
    /// Our id.
    pub id: Uuid,
    /// Who holds it.
    pub person_id: Uuid,
    /// What it is, and where.
    pub at: RoleAt,
    /// Name of the association, the school or the municipality; the region has none of its own.
    pub unit_title: Option<String>,
    /// Since when.
    pub began_at: DateTime<Utc>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
    /// Who gave it, while we know them.
    pub granted_by: Option<Uuid>,
}

/// A role to be written down.
#[derive(Debug, Clone, Copy)]
pub struct NewRole {
    /// Who gets it.
    pub person_id: Uuid,
    /// What it is, and where.
    pub at: RoleAt,
    /// Who gives it.
    pub granted_by: Uuid,
}

/// Something that takes more than having registered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// Sees who works there, as what, and with which role.
    SeePeople,
    /// Sees whether messages reach them.
    SeeReach,
    /// Sees who looked at whom and changed what.
    SeeAudit,
    /// Opens and closes associations there. At a whole municipality: marks its schools.
    KeepOrganisations,
    /// Says who belongs to an association.
    KeepMembers,
    /// Lets teachers in there: invites them, confirms that they are who they say, and says whether they are somebody of
    /// a list.
    Admit,
    /// Gives this role there and ends it.
    Appoint(Role),
    /// Takes lists of people in.
    Import,
    /// Writes to many people there at once.
    Address,
    /// Calls people there to meetings.
    CallMeetings,
    /// Makes questionnaires and sees what the answers of many come to.
    KeepQuestionnaires,
}

impl Role {
    /// Every role, the nearest to the teachers first.
    pub const ALL: [Self; 6] = [
        Self::AssociationHead,
        Self::SchoolLeader,
        Self::Methodologist,
        Self::Coordinator,
        Self::RegionalCoordinator,
        Self::Owner,
    ];

    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AssociationHead => "association_head",
            Self::SchoolLeader => "school_leader",
            Self::Methodologist => "methodologist",
            Self::Coordinator => "coordinator",
            Self::RegionalCoordinator => "regional_coordinator",
            Self::Owner => "owner",
        }
    }

    /// Reads the stored word back. Nothing stored makes an owner.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().filter(|role| *role != Self::Owner).find(|role| role.as_str() == word)
    }

    /// Whether the role can be held at such a unit.
    #[must_use]
    pub fn fits(self, unit: Unit) -> bool {
        match self {
            Self::AssociationHead => matches!(unit, Unit::Association { .. }),
            Self::SchoolLeader => matches!(unit, Unit::School(..)),
            Self::Methodologist | Self::Coordinator => matches!(unit, Unit::Municipality(_)),
            Self::RegionalCoordinator | Self::Owner => unit == Unit::Region,
        }
    }

    /// What comes with the role, wherever it is held.
    fn has(self, right: Right) -> bool {
        match right {
            Right::SeePeople => !matches!(self, Self::AssociationHead | Self::Methodologist),
            Right::SeeReach | Right::SeeAudit => {
                matches!(self, Self::Coordinator | Self::RegionalCoordinator | Self::Owner)
            }
            Right::Address => matches!(self, Self::Coordinator | Self::RegionalCoordinator),
            Right::CallMeetings => matches!(
                self,
                Self::AssociationHead | Self::Methodologist | Self::Coordinator | Self::RegionalCoordinator
            ),
            Right::KeepOrganisations => matches!(self, Self::SchoolLeader | Self::Coordinator),
            Right::Admit => matches!(self, Self::SchoolLeader | Self::Coordinator),
            Right::KeepMembers => {
                matches!(self, Self::AssociationHead | Self::SchoolLeader | Self::Coordinator)
            }
            Right::Appoint(role) => self.appoints().contains(&role),
            Right::Import | Right::KeepQuestionnaires => self == Self::Coordinator,
        }
    }

    /// The roles that a holder of this one gives and ends.
    #[must_use]
    pub fn appoints(self) -> &'static [Self] {
        match self {
            Self::AssociationHead | Self::Methodologist => &[],
            Self::SchoolLeader => &[Self::AssociationHead],
            Self::Coordinator => {
                &[Self::AssociationHead, Self::SchoolLeader, Self::Methodologist, Self::Coordinator]
            }
            Self::RegionalCoordinator => &[Self::Coordinator],
            Self::Owner => &[Self::Coordinator, Self::RegionalCoordinator],
        }
    }
}

impl Unit {
    /// The unit that a row names by its municipality, its school and its association.
    #[must_use]
    pub fn of(municipality: Option<Uuid>, school: Option<Uuid>, association: Option<Uuid>) -> Self {
        match (municipality, school, association) {
            (None, _, _) => Self::Region,
            (Some(municipality), school, Some(id)) => Self::Association { municipality, school, id },
            (Some(municipality), None, None) => Self::Municipality(municipality),
            (Some(municipality), Some(school), None) => Self::School(municipality, school),
        }
    }

    /// The municipality; the region has none.
    #[must_use]
    pub fn municipality(self) -> Option<Uuid> {
        match self {
            Self::Region => None,
            Self::Municipality(municipality)
            | Self::School(municipality, _)
            | Self::Association { municipality, .. } => Some(municipality),
        }
    }

    /// The school, where the unit is one or an association of one.
    #[must_use]
    pub fn school(self) -> Option<Uuid> {
        match self {
            Self::School(_, school) => Some(school),
            Self::Association { school, .. } => school,
            Self::Region | Self::Municipality(_) => None,
        }
    }

    /// The association, where the unit is one.
    #[must_use]
    pub fn association(self) -> Option<Uuid> {
        match self {
            Self::Association { id, .. } => Some(id),
            Self::Region | Self::Municipality(_) | Self::School(..) => None,
        }
    }

    /// Whether the other unit is this one or lies in it.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        match self {
            Self::Region => true,
            Self::Municipality(municipality) => other.municipality() == Some(municipality),
            Self::School(municipality, school) => {
                (other.municipality(), other.school()) == (Some(municipality), Some(school))
            }
            Self::Association { .. } => self == other,
        }
    }
}

/// The one rule: whether somebody who holds these roles has this right at this unit.
#[must_use]
pub fn may(roles: &[RoleAt], right: Right, at: Unit) -> bool {
    let fits = match right {
        Right::Appoint(role) => role.fits(at),
        _ => true,
    };
    fits && units_with(roles, right).any(|unit| unit.covers(at))
}

/// Where somebody who holds these roles has this right.
pub fn units_with(roles: &[RoleAt], right: Right) -> impl Iterator<Item = Unit> + '_ {
    roles.iter().filter(move |held| held.role.has(right)).map(|held| held.unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Uuid = Uuid::from_u128(1);
    const THERE: Uuid = Uuid::from_u128(2);
    const SCHOOL: Unit = Unit::School(HERE, Uuid::from_u128(3));
    const NEXT_DOOR: Unit = Unit::School(HERE, Uuid::from_u128(4));
    const ABROAD: Unit = Unit::School(THERE, Uuid::from_u128(5));

    const fn association(municipality: Uuid, school: Option<Uuid>, id: u128) -> Unit {
        Unit::Association { municipality, school, id: Uuid::from_u128(id) }
    }

    const OF_SCHOOL: Unit = association(HERE, Some(Uuid::from_u128(3)), 6);
    const OF_DISTRICT: Unit = association(HERE, None, 7);

    /// Every role with the places at which `SeePeople` holds: own school, school next door, municipality, another
    /// municipality, its school, region.
    const SEEING: [(Role, Unit, [bool; 6]); 6] = [
        (Role::AssociationHead, OF_DISTRICT, [false; 6]),
        (Role::SchoolLeader, SCHOOL, [true, false, false, false, false, false]),
        (Role::Methodologist, Unit::Municipality(HERE), [false; 6]),
        (Role::Coordinator, Unit::Municipality(HERE), [true, true, true, false, false, false]),
        (Role::RegionalCoordinator, Unit::Region, [true; 6]),
        (Role::Owner, Unit::Region, [true; 6]),
    ];

    const PLACES: [Unit; 6] =
        [SCHOOL, NEXT_DOOR, Unit::Municipality(HERE), Unit::Municipality(THERE), ABROAD, Unit::Region];

    /// An association of the own school, of the municipality, of the school next door, and two of another municipality.
    const ASSOCIATIONS: [Unit; 5] = [
        OF_SCHOOL,
        OF_DISTRICT,
        association(HERE, Some(Uuid::from_u128(4)), 8),
        association(THERE, None, 9),
        association(THERE, Some(Uuid::from_u128(5)), 10),
    ];

    #[test]
    fn associations_are_kept_by_their_school_their_municipality_and_their_head() {
        let kept = |role, unit, right| ASSOCIATIONS.map(|at| may(&[RoleAt { role, unit }], right, at));
        let head = Right::Appoint(Role::AssociationHead);
        for (role, unit, members, associations) in [
            (Role::AssociationHead, OF_DISTRICT, [false, true, false, false, false], [false; 5]),
            (Role::AssociationHead, OF_SCHOOL, [true, false, false, false, false], [false; 5]),
            (
                Role::SchoolLeader,
                SCHOOL,
                [true, false, false, false, false],
                [true, false, false, false, false],
            ),
            (
                Role::Coordinator,
                Unit::Municipality(HERE),
                [true, true, true, false, false],
                [true, true, true, false, false],
            ),
            (Role::Methodologist, Unit::Municipality(HERE), [false; 5], [false; 5]),
            (Role::RegionalCoordinator, Unit::Region, [false; 5], [false; 5]),
            (Role::Owner, Unit::Region, [false; 5], [false; 5]),
        ] {
            assert_eq!(kept(role, unit, Right::KeepMembers), members, "{role:?}");
            assert_eq!(kept(role, unit, Right::KeepOrganisations), associations, "{role:?}");
            assert_eq!(kept(role, unit, head), associations, "{role:?}");
            let marks = may(&[RoleAt { role, unit }], Right::KeepOrganisations, Unit::Municipality(HERE));
            assert_eq!(marks, role == Role::Coordinator, "{role:?}");
        }
    }

    #[test]
    fn everybody_sees_their_own_unit_only() {
        for (role, unit, seen) in SEEING {
            let held = [RoleAt { role, unit }];
            assert_eq!(PLACES.map(|place| may(&held, Right::SeePeople, place)), seen, "{role:?}");
            let sees_more = seen.map(|seen| seen && role != Role::SchoolLeader);
            assert_eq!(PLACES.map(|place| may(&held, Right::SeeReach, place)), sees_more, "{role:?}");
            assert_eq!(PLACES.map(|place| may(&held, Right::SeeAudit, place)), sees_more, "{role:?}");
            let admits = seen.map(|seen| seen && unit != Unit::Region);
            assert_eq!(PLACES.map(|place| may(&held, Right::Admit, place)), admits, "{role:?}");
        }
        assert!(PLACES.iter().all(|place| !may(&[], Right::SeePeople, *place)));
    }

    #[test]
    fn roles_are_given_downwards_and_sideways_never_upwards() {
        use Role::{Coordinator, Methodologist, RegionalCoordinator, SchoolLeader};
        let given = |role, unit| -> Vec<(Role, usize)> {
            let held = [RoleAt { role, unit }];
            let places = || PLACES.into_iter().enumerate();
            let may_give = |given| places().filter(move |(_, at)| may(&held, Right::Appoint(given), *at));
            let all = Role::ALL.into_iter();
            all.flat_map(|role| may_give(role).map(move |(place, _)| (role, place)).collect::<Vec<_>>())
                .collect()
        };
        assert_eq!(given(SchoolLeader, SCHOOL), []);
        assert_eq!(given(Methodologist, Unit::Municipality(HERE)), []);
        let coordinators = [(SchoolLeader, 0), (SchoolLeader, 1), (Methodologist, 2), (Coordinator, 2)];
        assert_eq!(given(Coordinator, Unit::Municipality(HERE)), coordinators);
        assert_eq!(given(RegionalCoordinator, Unit::Region), [(Coordinator, 2), (Coordinator, 3)]);
        let owners = [(Coordinator, 2), (Coordinator, 3), (RegionalCoordinator, 5)];
        assert_eq!(given(Role::Owner, Unit::Region), owners);
    }

    #[test]
    fn a_role_is_read_back_as_it_was_written_and_no_row_makes_an_owner() {
        for role in Role::ALL {
            let read = Role::from_word(role.as_str());
            assert_eq!(read, (role != Role::Owner).then_some(role));
        }
    }

    #[test]
    fn rights_of_several_roles_add_up() {
        let held = [
            RoleAt { role: Role::SchoolLeader, unit: ABROAD },
            RoleAt { role: Role::Coordinator, unit: Unit::Municipality(HERE) },
        ];
        assert!(may(&held, Right::SeePeople, ABROAD) && may(&held, Right::SeePeople, SCHOOL));
        assert!(
            !may(&held, Right::SeeReach, ABROAD) && !may(&held, Right::Appoint(Role::SchoolLeader), ABROAD)
        );
    }
}
