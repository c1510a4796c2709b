//! What the buttons of this capability do, as payloads. An action that only shows serves as the address of its screen.
//! Not here: doing it.

use uuid::Uuid;

use crate::{
    accounts::CONFIRMS,
    capability::{self, Who},
    messenger::{Payload, PayloadReader},
    people::Standing,
};

/// The versioned word that the payloads begin with.
pub const WORD: &str = "ac1";

/// What can be done here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Makes a code for another account and shows it once.
    Code,
    /// Shows what a code is for.
    Link,
    /// Asks for a code.
    Enter,
    /// Says that the earlier account is lost.
    Lost,
    /// Shows that it was passed on.
    Passed,
    /// Takes back that an account was attached.
    NotMe(Uuid),
    /// Says to whoever decided it that a move is wrong.
    Object(Uuid),
    /// Shows who asks for the place of a lost account.
    Pleas,
    /// Shows whom a newcomer who asks for that may be.
    Plea(Uuid),
    /// Turns a newcomer down who asked for that.
    Decline(Uuid),
    /// Asks whom else a person is.
    Same(Uuid),
    /// Asks whether the first person is the second.
    Ask(Uuid, Uuid),
    /// Makes the first person's contacts the second's.
    Join(Uuid, Uuid),
    /// Shows a move as it was decided, with the way back.
    Move(Uuid),
    /// Takes a move back.
    Undo(Uuid),
}

const fn may(verb: &'static str, who: Who) -> capability::Action {
    capability::Action { verb, who }
}

const ANYBODY: Who = Who::Standing(Standing::Stranger);
const REGISTERED: Who = Who::Standing(Standing::Registered);

/// Every verb and who may use it.
pub const ACTIONS: &[capability::Action] = &[
    may("code", REGISTERED),
    may("link", REGISTERED),
    may("enter", ANYBODY),
    may("lost", ANYBODY),
    may("passed", REGISTERED),
    may("notme", REGISTERED),
    may("object", ANYBODY),
    may("pleas", CONFIRMS),
    may("plea", CONFIRMS),
    may("decline", CONFIRMS),
    may("same", CONFIRMS),
    may("ask", CONFIRMS),
    may("join", CONFIRMS),
    may("move", CONFIRMS),
    may("undo", CONFIRMS),
];

impl Action {
    /// Reads a payload; anybody can forge one.
    #[must_use]
    pub fn read(raw: &str) -> Option<Self> {
        let mut reader = PayloadReader::open(raw).filter(|reader| reader.capability == WORD)?;
        let action = match reader.verb {
            "code" => Self::Code,
            "link" => Self::Link,
            "enter" => Self::Enter,
            "lost" => Self::Lost,
            "passed" => Self::Passed,
            "notme" => Self::NotMe(reader.id()?),
            "object" => Self::Object(reader.id()?),
            "pleas" => Self::Pleas,
            "plea" => Self::Plea(reader.id()?),
            "decline" => Self::Decline(reader.id()?),
            "same" => Self::Same(reader.id()?),
            "ask" => Self::Ask(reader.id()?, reader.id()?),
            "join" => Self::Join(reader.id()?, reader.id()?),
            "move" => Self::Move(reader.id()?),
            "undo" => Self::Undo(reader.id()?),
            _ => return None,
        };
        reader.end(action)
    }
}

impl From<Action> for Payload {
    fn from(action: Action) -> Self {
        let verb = |verb| Payload::new(WORD, verb);
        match action {
            Action::Code => verb("code"),
            Action::Link => verb("link"),
            Action::Enter => verb("enter"),
            Action::Lost => verb("lost"),
            Action::Passed => verb("passed"),
            Action::NotMe(id) => verb("notme").id(id),
            Action::Object(id) => verb("object").id(id),
            Action::Pleas => verb("pleas"),
            Action::Plea(person) => verb("plea").id(person),
            Action::Decline(person) => verb("decline").id(person),
            Action::Same(person) => verb("same").id(person),
            Action::Ask(former, person) => verb("ask").id(former).id(person),
            Action::Join(former, person) => verb("join").id(former).id(person),
            Action::Move(id) => verb("move").id(id),
            Action::Undo(id) => verb("undo").id(id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_is_read_written_and_guarded() {
        for known in ACTIONS {
            let id = "AAAAAAAAAAAAAAAAAAAAAA";
            let arguments = ["", &format!(".{id}"), &format!(".{id}.{id}")];
            let action =
                arguments.iter().find_map(|rest| Action::read(&format!("{WORD}.{}{rest}", known.verb)));
            let action = action.unwrap_or_else(|| panic!("{} is never read", known.verb));
            let payload = Payload::from(action.clone());
            assert!(payload.fits(), "{}", known.verb);
            assert_eq!(Action::read(payload.as_str()), Some(action));
        }
        assert_eq!(Action::read("ac1.join.AAAAAAAAAAAAAAAAAAAAAA"), None);
    }
}
