//! What the buttons of this capability do, as payloads. An action that only shows serves as the address of its screen.
//! Not here: doing it.

use uuid::Uuid;

use crate::{
    capability::{self, Who},
    directory::{ADMINISTERS, APPOINTS, SEES_PEOPLE},
    messenger::{Payload, PayloadReader},
    units::{Role, RoleAt, Unit},
};

/// The versioned word that the payloads begin with.
pub const WORD: &str = "di1";

/// What can be done here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Shows what this person looks after.
    Admin,
    /// Shows everybody in sight, whatever the list was narrowed to before.
    People,
    /// Hands out whom the typed words mean as a table.
    Table,
    /// Shows a page of whom the typed words mean.
    Found(usize),
    /// Shows a person's card.
    Card(Uuid),
    /// Shows the roles that can be given to a person.
    Appoint(Uuid),
    /// Shows a page of the units at which this role can be given to a person.
    Units(Uuid, Role, usize),
    /// Asks whether to give a role at a unit.
    Ask(Uuid, Role, Option<Uuid>),
    /// Gives a role at a unit.
    Give(Uuid, Role, Option<Uuid>),
    /// Shows a role as it was just given or ended, with the way back.
    Role(Uuid),
    /// Asks whether to end a role.
    End(Uuid),
    /// Ends a role.
    Stop(Uuid),
    /// Takes the end of a role back.
    Return(Uuid),
}

const fn may(verb: &'static str, who: Who) -> capability::Action {
    capability::Action { verb, who }
}

/// Every verb and who may use it.
pub const ACTIONS: &[capability::Action] = &[
    may("admin", ADMINISTERS),
    may("people", SEES_PEOPLE),
    may("found", SEES_PEOPLE),
    may("table", SEES_PEOPLE),
    may("card", SEES_PEOPLE),
    may("appoint", APPOINTS),
    may("units", APPOINTS),
    may("ask", APPOINTS),
    may("give", APPOINTS),
    may("role", APPOINTS),
    may("end", APPOINTS),
    may("stop", APPOINTS),
    may("return", APPOINTS),
];

/// The word of a role on a button: short, since two ids stand beside it.
const ROLES: [(Role, &str); 4] = [
    (Role::SchoolLeader, "leader"),
    (Role::Methodologist, "method"),
    (Role::Coordinator, "coord"),
    (Role::RegionalCoordinator, "region"),
];

fn word_of(role: Role) -> &'static str {
    ROLES.iter().find(|(known, _)| *known == role).map_or("none", |(_, word)| word)
}

fn role_of(word: &str) -> Option<Role> {
    ROLES.iter().find(|(_, known)| *known == word).map(|(role, _)| *role)
}

/// The last part of a unit's name on a button: a role says which kind of unit it is held at.
#[must_use]
pub fn place_of(at: RoleAt) -> Option<Uuid> {
    match at.unit {
        Unit::Region => None,
        Unit::Municipality(municipality) => Some(municipality),
        Unit::School(_, school) => Some(school),
        Unit::Association { id, .. } => Some(id),
    }
}

impl Action {
    /// Reads a payload; anybody can forge one.
    #[must_use]
    pub fn read(raw: &str) -> Option<Self> {
        let mut reader = PayloadReader::open(raw).filter(|reader| reader.capability == WORD)?;
        let action = match reader.verb {
            "admin" => Self::Admin,
            "people" => Self::People,
            "table" => Self::Table,
            "found" => Self::Found(reader.number()?),
            "card" => Self::Card(reader.id()?),
            "appoint" => Self::Appoint(reader.id()?),
            "units" => Self::Units(reader.id()?, role_of(reader.word()?)?, reader.number()?),
            "ask" => Self::Ask(reader.id()?, role_of(reader.word()?)?, reader.id()),
            "give" => Self::Give(reader.id()?, role_of(reader.word()?)?, reader.id()),
            "role" => Self::Role(reader.id()?),
            "end" => Self::End(reader.id()?),
            "stop" => Self::Stop(reader.id()?),
            "return" => Self::Return(reader.id()?),
            _ => return None,
        };
        reader.end(action)
    }
}

impl From<Action> for Payload {
    fn from(action: Action) -> Self {
        let verb = |verb| Self::new(WORD, verb);
        let at = |payload: Self, place: Option<Uuid>| match place {
            Some(id) => payload.id(id),
            None => payload,
        };
        match action {
            Action::Admin => verb("admin"),
            Action::People => verb("people"),
            Action::Table => verb("table"),
            Action::Found(page) => verb("found").number(page),
            Action::Card(person) => verb("card").id(person),
            Action::Appoint(person) => verb("appoint").id(person),
            Action::Units(person, role, page) => verb("units").id(person).word(word_of(role)).number(page),
            Action::Ask(person, role, place) => at(verb("ask").id(person).word(word_of(role)), place),
            Action::Give(person, role, place) => at(verb("give").id(person).word(word_of(role)), place),
            Action::Role(role) => verb("role").id(role),
            Action::End(role) => verb("end").id(role),
            Action::Stop(role) => verb("stop").id(role),
            Action::Return(role) => verb("return").id(role),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_is_read_written_and_guarded() {
        let (one, two) = (Uuid::from_u128(1), Some(Uuid::max()));
        let mut verbs = Vec::new();
        for action in [
            Action::Admin,
            Action::People,
            Action::Table,
            Action::Found(999),
            Action::Card(one),
            Action::Appoint(one),
            Action::Units(one, Role::SchoolLeader, 99),
            Action::Ask(one, Role::Methodologist, two),
            Action::Give(one, Role::SchoolLeader, two),
            Action::Give(one, Role::RegionalCoordinator, None),
            Action::Role(one),
            Action::End(one),
            Action::Stop(one),
            Action::Return(one),
        ] {
            let payload = Payload::from(action.clone());
            assert!(payload.fits(), "{}", payload.as_str());
            verbs.extend(PayloadReader::open(payload.as_str()).map(|reader| reader.verb.to_owned()));
            assert_eq!(Action::read(payload.as_str()), Some(action));
        }
        assert!(ACTIONS.iter().all(|known| verbs.iter().any(|verb| verb == known.verb)));
    }

    #[test]
    fn forged_payloads_are_nothing() {
        let id = "AAAAAAAAAAAAAAAAAAAAAA";
        for raw in [
            "di1",
            "di1.card",
            "di1.card.1",
            &format!("di1.give.{id}.owner"),
            &format!("di1.give.{id}.none"),
            &format!("di1.stop.{id}.{id}"),
            "pe1.admin",
        ] {
            assert_eq!(Action::read(raw), None, "{raw}");
        }
    }
}
