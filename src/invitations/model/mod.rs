//! Invitations: what a link opens, for whom, until when, and what becomes of whoever comes by it.
//! Not here: storage, screens, the clock; and how a messenger spells a link.

mod token;

use std::collections::HashSet;

use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use token::Token;

use crate::units::{Right, Role, RoleAt, Unit, may};

/// Who is invited to be what, and where. Without a role it is a teacher.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offered {
    /// The role; none for a teacher.
    pub role: Option<Role>,
    /// Where it is held, or where the teacher works.
    pub unit: Unit,
}

impl Offered {
    /// Whether it can be offered at such a unit. A teacher is invited to a school, or to any school of a municipality.
    #[must_use]
    pub fn fits(self) -> bool {
        match self.role {
            Some(role) => role != Role::Owner && role.fits(self.unit),
            None => self.unit != Unit::Region,
        }
    }

    /// Whether somebody who holds these roles may invite to it, and confirm whoever came: it takes the right to give it.
    #[must_use]
    pub fn may_be_given_by(self, roles: &[RoleAt]) -> bool {
        let right = self.role.map_or(Right::Admit, Right::Appoint);
        self.fits() && may(roles, right, self.unit)
    }

    /// How often and how long an invitation to it holds unless somebody says otherwise: a sheet in the staff room is
    /// good for two months, a role is for one person and one week.
    #[must_use]
    pub fn terms(self) -> (i64, TimeDelta) {
        match self.role {
            None => (TEACHERS, TimeDelta::days(60)),
            Some(_) => (1, TimeDelta::days(7)),
        }
    }
}

/// When those who registered by themselves are named to whoever may confirm them, on the municipality's clock: at the end
/// of the working day, those who come after that on the next.
#[must_use]
pub fn gathering_time(now: NaiveDateTime) -> NaiveDateTime {
    let today = now.date().and_time(GATHERING_TIME);
    if now < today { today } else { today + TimeDelta::days(1) }
}

/// The end of the working day.
const GATHERING_TIME: NaiveTime = match NaiveTime::from_hms_opt(17, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// So many teachers may come by one link: more than any school has.
const TEACHERS: i64 = 300;

/// The roles that can be offered somewhere by somebody who holds these; `None` is a teacher. The head of an association is
/// elected among its members, so nobody is invited to that.
#[must_use]
pub fn offered_roles(roles: &[RoleAt]) -> Vec<Option<Role>> {
    let gives = |role: &Role| roles.iter().any(|held| held.role.appoints().contains(role));
    let admits = crate::units::units_with(roles, Right::Admit).next().is_some();
    let invited = Role::ALL.into_iter().filter(|role| *role != Role::AssociationHead);
    let given = invited.filter(gives).map(Some);
    admits.then_some(None).into_iter().chain(given).collect()
}

/// An invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Our id.
    pub id: Uuid,
    /// What the link ends in.
    pub token: String,
    /// What it invites to.
    pub offered: Offered,
    /// Name of the school or the municipality; the region has none of its own.
    pub unit_title: Option<String>,
    /// How many may come by it.
    pub most_uses: i64,
    /// How many have.
    pub uses: i64,
    /// Until when.
    pub expires_at: DateTime<Utc>,
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// Who invites, while we know them.
    pub created_by: Option<Uuid>,
    /// When it was revoked.
    pub revoked_at: Option<DateTime<Utc>>,
}

/// An invitation to be written down.
#[derive(Debug, Clone, Copy)]
pub struct NewInvitation {
    /// What it invites to.
    pub offered: Offered,
    /// Who invites.
    pub created_by: Uuid,
}

/// What an invitation says to somebody who comes by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Welcome {
    /// Come in.
    Open,
    /// It is one's own.
    Own,
    /// One has come by it already.
    Already,
    /// It was taken back, or whoever invited may do so no more.
    Revoked,
    /// Its time is over.
    Expired,
    /// Everybody it was for has come.
    UsedUp,
}

impl Invitation {
    /// Whether it still holds for somebody, given what whoever invited answers for now. What concerns the person comes
    /// first: nobody is told that a link is spent by which they came in themselves.
    #[must_use]
    pub fn welcomes(
        &self,
        comer: Option<Uuid>,
        has_come: bool,
        inviter: &[RoleAt],
        now: DateTime<Utc>,
    ) -> Welcome {
        let is_own = comer.is_some() && comer == self.created_by;
        let is_withdrawn = self.revoked_at.is_some() || self.created_by.is_none();
        if is_own {
            Welcome::Own
        } else if has_come {
            Welcome::Already
        } else if is_withdrawn || !self.offered.may_be_given_by(inviter) {
            Welcome::Revoked
        } else if self.expires_at <= now {
            Welcome::Expired
        } else if self.uses >= self.most_uses {
            Welcome::UsedUp
        } else {
            Welcome::Open
        }
    }
}

/// How far somebody has come who was invited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UseState {
    /// Came as a teacher; nothing is left to decide.
    In,
    /// Came for a role, which waits to be confirmed.
    Waiting,
    /// Was given the role.
    Confirmed,
    /// Was not given it.
    Declined,
}

impl UseState {
    const ALL: [Self; 4] = [Self::In, Self::Waiting, Self::Confirmed, Self::Declined];

    /// With what somebody begins who comes for this.
    #[must_use]
    pub fn first(offered: Offered) -> Self {
        if offered.role.is_some() { Self::Waiting } else { Self::In }
    }

    /// The word stored in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Waiting => "waiting",
            Self::Confirmed => "confirmed",
            Self::Declined => "declined",
        }
    }

    /// Reads the stored word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}

/// Somebody who came by an invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// Our id.
    pub id: Uuid,
    /// Who came.
    pub person_id: Uuid,
    /// What they are called, once they said it.
    pub name: Option<String>,
    /// When.
    pub used_at: DateTime<Utc>,
    /// How far they have come.
    pub state: UseState,
    /// The invitation.
    pub invitation: Invitation,
}

/// Somebody who registered by themselves and waits to be confirmed at a place of work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unconfirmed {
    /// Who.
    pub person_id: Uuid,
    /// The school.
    pub unit: Unit,
    /// Its name on a button.
    pub school: String,
    /// Фамилия имя отчество.
    pub name: String,
    /// Since when they work there.
    pub began_at: DateTime<Utc>,
}

/// Each person once, the last who came first.
#[must_use]
pub fn once_each(mut waiting: Vec<Unconfirmed>) -> Vec<Unconfirmed> {
    waiting.sort_by_key(|one| std::cmp::Reverse((one.began_at, one.person_id)));
    let mut seen = HashSet::new();
    waiting.retain(|one| seen.insert(one.person_id));
    waiting
}

#[cfg(test)]
mod tests;
