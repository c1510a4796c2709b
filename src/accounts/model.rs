//! The rules of accounts: what a code looks like, how often one may be tried, how contacts move, and who may say so.
//! Not here: storage, screens, the clock.

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::units::{Right, RoleAt, Unit, may};

/// So long a code can be typed.
pub const CODE_MINUTES: i64 = 10;
/// So many codes may be tried from one contact within an hour: with eight digits nobody meets one by chance.
pub const MOST_TRIES: i64 = 5;
/// So long a decision about somebody's accounts can be taken back.
pub const UNDO_HOURS: i64 = 24;

/// How many codes there are.
const CODES: u64 = 100_000_000;

/// A code that attaches a contact: eight digits, for one use.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    /// A new one, from the system's generator.
    #[must_use]
    pub fn random() -> Self {
        // The first six bytes of a random UUID are free of its fixed bits.
        let bytes = Uuid::new_v4().into_bytes();
        let number = bytes.iter().take(6).fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
        Self(format!("{:08}", number % CODES))
    }

    /// Reads what was typed; spaces and dashes between the digits are forgiven.
    #[must_use]
    pub fn read(words: &str) -> Option<Self> {
        let digits: String = words.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        (digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(Self(digits))
    }

    /// What is kept of it: SHA-256, in hexadecimal.
    #[must_use]
    pub fn hash(&self) -> String {
        Sha256::digest(self.0.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// How a person reads it.
    #[must_use]
    pub fn spelled(&self) -> String {
        let (first, second) = self.0.split_at(4);
        format!("{first} {second}")
    }
}

/// Why contacts move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoveKind {
    /// A code from a live contact attached another.
    Added,
    /// Somebody lost their account and came by a new one.
    Returned,
    /// Two people that had registered are one.
    Joined,
}

impl MoveKind {
    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Returned => "returned",
            Self::Joined => "joined",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Added, Self::Returned, Self::Joined].into_iter().find(|kind| kind.as_str() == word)
    }
}

/// What has become of a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoveState {
    /// Somebody asks for it.
    Asked,
    /// The contacts have moved.
    Done,
    /// It was not granted.
    Declined,
    /// It was taken back.
    Undone,
    /// It holds for good.
    Settled,
}

impl MoveState {
    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Done => "done",
            Self::Declined => "declined",
            Self::Undone => "undone",
            Self::Settled => "settled",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        let all = [Self::Asked, Self::Done, Self::Declined, Self::Undone, Self::Settled];
        all.into_iter().find(|state| state.as_str() == word)
    }
}

/// Contacts that moved from one person to another.
#[derive(Debug, Clone)]
pub struct AccountMove {
    /// Our id.
    pub id: Uuid,
    /// Why.
    pub kind: MoveKind,
    /// What has become of it.
    pub state: MoveState,
    /// Whose the contacts were, if anybody's.
    pub former_id: Option<Uuid>,
    /// Whose they are, once that was decided.
    pub person_id: Option<Uuid>,
    /// Our ids of the contacts.
    pub moved: Vec<Uuid>,
    /// When it was decided.
    pub decided_at: Option<DateTime<Utc>>,
    /// Who decided it; whoever typed a code decided themselves.
    pub decided_by: Option<Uuid>,
}

impl AccountMove {
    /// Whether a decision of somebody else can still be taken back at `now`.
    #[must_use]
    pub fn is_undoable(&self, now: DateTime<Utc>) -> bool {
        let is_recent = self.decided_at.is_some_and(|at| now - at < TimeDelta::hours(UNDO_HOURS));
        self.state == MoveState::Done && self.kind != MoveKind::Added && is_recent
    }
}

/// Somebody who asks for the place of an account that they lost.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Plea {
    /// The newcomer.
    pub former_id: Uuid,
    /// What they call themselves.
    pub name: String,
    /// Where they say they work.
    pub school: String,
}

/// One of two people who are said to be one.
#[derive(Debug, Clone)]
pub struct Party {
    /// Our id.
    pub person_id: Uuid,
    /// Where they work.
    pub places: Vec<Unit>,
    /// What they answer for.
    pub roles: Vec<RoleAt>,
}

impl Party {
    /// Whether somebody who holds these roles may say who this is: at a place where they confirm people, and of nobody who
    /// answers for what they could not give themselves, or a leader could hand a coordinator's account to anyone.
    #[must_use]
    pub fn is_known_to(&self, actor: Uuid, roles: &[RoleAt]) -> bool {
        let works_there = self.places.iter().any(|place| may(roles, Right::Admit, *place));
        let gives = |held: &RoleAt| may(roles, Right::Appoint(held.role), held.unit);
        actor != self.person_id && works_there && self.roles.iter().all(gives)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Role;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        for _ in 0..1_000 {
            let code = Code::random();
            let spelled = code.spelled();
            assert!(Code::read(&format!(" {spelled} ")).as_ref() == Some(&code), "{spelled}");
            assert!(Code::read(&spelled.replace(' ', "-")) == Some(code), "{spelled}");
        }
        for wrong in ["", "1234567", "123456789", "1234 567a", "１２３４５６７８"] {
            assert!(Code::read(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn what_is_kept_is_no_code() {
        let code = Code("12345678".to_owned());
        assert_eq!(code.hash().len(), 64);
        assert!(!code.hash().contains("12345678"));
    }

    #[test]
    fn nobody_gives_away_what_they_could_not_give() {
        let (here, school) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let place = Unit::School(here, school);
        let leader = [RoleAt { role: Role::SchoolLeader, unit: place }];
        let coordinator = [RoleAt { role: Role::Coordinator, unit: Unit::Municipality(here) }];
        let party = |roles: &[RoleAt]| Party {
            person_id: Uuid::from_u128(3),
            places: vec![place],
            roles: roles.to_vec(),
        };
        let actor = Uuid::from_u128(4);
        assert!(party(&[]).is_known_to(actor, &leader) && party(&leader).is_known_to(actor, &coordinator));
        assert!(party(&coordinator).is_known_to(actor, &coordinator));
        for high in [&leader, &coordinator] {
            assert!(!party(high).is_known_to(actor, &leader), "{high:?}");
        }
        let region = [RoleAt { role: Role::RegionalCoordinator, unit: Unit::Region }];
        assert!(!party(&region).is_known_to(actor, &coordinator));
        assert!(!party(&[]).is_known_to(Uuid::from_u128(3), &coordinator), "nobody says who they are");
        let elsewhere = [RoleAt { role: Role::Coordinator, unit: Unit::Municipality(Uuid::from_u128(9)) }];
        assert!(!party(&[]).is_known_to(actor, &elsewhere));
    }
}
