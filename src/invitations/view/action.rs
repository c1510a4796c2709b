//! What the buttons of this capability do, as payloads. An action that only shows serves as the address of its screen.
//! Not here: doing it.

use uuid::Uuid;

use crate::{
    capability::{self, Who},
    invitations::{ADMITS, APPOINTS, INVITES},
    messenger::{Payload, PayloadReader},
    people::Standing,
    units::Role,
};

/// The versioned word that the payloads begin with.
pub const WORD: &str = "in1";

/// What can be done here. A role that is none is a teacher's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Shows whom one may invite.
    Invite,
    /// Shows where one may invite to a role, whatever the list was narrowed to before.
    To(Option<Role>),
    /// Shows a page of where one may.
    Units(Option<Role>, usize),
    /// Writes an invitation to a role at a unit.
    Create(Option<Role>, Option<Uuid>),
    /// Writes an invitation for one person of a list.
    Personal(Uuid),
    /// Shows a page of the invitations.
    List(usize),
    /// Shows an invitation and who came by it.
    Invitation(Uuid),
    /// Shows it with its link, code and sheet.
    Send(Uuid),
    /// Asks whether to revoke an invitation.
    AskRevoke(Uuid),
    /// Revokes it.
    Revoke(Uuid),
    /// Shows who waits to be given a role.
    Waiting,
    /// Shows somebody who waits.
    Comer(Uuid),
    /// Gives them the role.
    Confirm(Uuid),
    /// Does not.
    Decline(Uuid),
    /// Shows a page of who registered by themselves and waits to be confirmed.
    Newcomers(usize),
    /// Confirms them.
    Admit(Uuid),
    /// Shows to what one is invited.
    Welcome,
    /// Comes by the invitation.
    Accept,
}

const fn may(verb: &'static str, who: Who) -> capability::Action {
    capability::Action { verb, who }
}

const REGISTERED: Who = Who::Standing(Standing::Registered);

/// Every verb and who may use it.
pub const ACTIONS: &[capability::Action] = &[
    may("invite", INVITES),
    may("to", INVITES),
    may("units", INVITES),
    may("create", INVITES),
    may("personal", ADMITS),
    may("list", INVITES),
    may("show", INVITES),
    may("send", INVITES),
    may("askrevoke", INVITES),
    may("revoke", INVITES),
    may("waiting", APPOINTS),
    may("comer", APPOINTS),
    may("confirm", APPOINTS),
    may("decline", APPOINTS),
    may("newcomers", ADMITS),
    may("admit", ADMITS),
    may("welcome", REGISTERED),
    may("accept", REGISTERED),
];

/// The word of what is offered on a button.
const OFFERED: [(Option<Role>, &str); 5] = [
    (None, "teacher"),
    (Some(Role::SchoolLeader), "leader"),
    (Some(Role::Methodologist), "method"),
    (Some(Role::Coordinator), "coord"),
    (Some(Role::RegionalCoordinator), "region"),
];

fn word_of(role: Option<Role>) -> &'static str {
    OFFERED.iter().find(|(known, _)| *known == role).map_or("nobody", |(_, word)| word)
}

fn role_of(word: &str) -> Option<Option<Role>> {
    OFFERED.iter().find(|(_, known)| *known == word).map(|(role, _)| *role)
}

impl Action {
    /// Reads a payload; anybody can forge one.
    #[must_use]
    pub fn read(raw: &str) -> Option<Self> {
        let mut reader = PayloadReader::open(raw).filter(|reader| reader.capability == WORD)?;
        let action = match reader.verb {
            "invite" => Self::Invite,
            "to" => Self::To(role_of(reader.word()?)?),
            "units" => Self::Units(role_of(reader.word()?)?, reader.number()?),
            "create" => Self::Create(role_of(reader.word()?)?, reader.id()),
            "personal" => Self::Personal(reader.id()?),
            "list" => Self::List(reader.number()?),
            "show" => Self::Invitation(reader.id()?),
            "send" => Self::Send(reader.id()?),
            "askrevoke" => Self::AskRevoke(reader.id()?),
            "revoke" => Self::Revoke(reader.id()?),
            "waiting" => Self::Waiting,
            "comer" => Self::Comer(reader.id()?),
            "confirm" => Self::Confirm(reader.id()?),
            "decline" => Self::Decline(reader.id()?),
            "newcomers" => Self::Newcomers(reader.number()?),
            "admit" => Self::Admit(reader.id()?),
            "welcome" => Self::Welcome,
            "accept" => Self::Accept,
            _ => return None,
        };
        reader.end(action)
    }
}

impl From<Action> for Payload {
    fn from(action: Action) -> Self {
        let verb = |verb| Self::new(WORD, verb);
        match action {
            Action::Invite => verb("invite"),
            Action::To(role) => verb("to").word(word_of(role)),
            Action::Units(role, page) => verb("units").word(word_of(role)).number(page),
            Action::Create(role, Some(unit)) => verb("create").word(word_of(role)).id(unit),
            Action::Create(role, None) => verb("create").word(word_of(role)),
            Action::Personal(person) => verb("personal").id(person),
            Action::List(page) => verb("list").number(page),
            Action::Invitation(id) => verb("show").id(id),
            Action::Send(id) => verb("send").id(id),
            Action::AskRevoke(id) => verb("askrevoke").id(id),
            Action::Revoke(id) => verb("revoke").id(id),
            Action::Waiting => verb("waiting"),
            Action::Comer(id) => verb("comer").id(id),
            Action::Confirm(id) => verb("confirm").id(id),
            Action::Decline(id) => verb("decline").id(id),
            Action::Newcomers(page) => verb("newcomers").number(page),
            Action::Admit(person) => verb("admit").id(person),
            Action::Welcome => verb("welcome"),
            Action::Accept => verb("accept"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_is_read_written_and_guarded() {
        let id = "AAAAAAAAAAAAAAAAAAAAAA";
        for known in ACTIONS {
            let arguments = ["", ".teacher", ".7", ".region.7", &format!(".{id}")];
            let action =
                arguments.iter().find_map(|rest| Action::read(&format!("{WORD}.{}{rest}", known.verb)));
            let action = action.unwrap_or_else(|| panic!("{} is never read", known.verb));
            let payload = Payload::from(action);
            assert!(payload.fits(), "{}", known.verb);
            assert_eq!(Action::read(payload.as_str()), Some(action));
        }
        for (role, _) in OFFERED {
            let action = Action::Create(role, Some(Uuid::max()));
            assert_eq!(Action::read(Payload::from(action).as_str()), Some(action));
        }
    }

    #[test]
    fn forged_payloads_are_nothing() {
        for raw in [
            "in1",
            "in1.create",
            "in1.create.owner",
            "in1.to.nobody",
            "in1.confirm.1",
            "in1.list.-1",
            "di1.invite",
        ] {
            assert_eq!(Action::read(raw), None, "{raw}");
        }
    }
}
