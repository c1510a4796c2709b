//! What the buttons here do, as payloads. Not here: doing it.

use uuid::Uuid;

use super::super::SEES_ACTS;
use crate::{
    capability::{self, Who},
    messenger::{Payload, PayloadReader},
    people::Standing,
};

/// The versioned word that the payloads begin with.
pub const WORD: &str = "pv1";

/// What can be done here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Hands out everything that is held about oneself.
    Take,
    /// Hands out a page of the files that one once sent.
    Files(usize),
    /// Shows how long which data is kept.
    Periods,
    /// Asks whether everything shall be deleted.
    Withdraw,
    /// Withdraws the consent: everything is deleted.
    Erase,
    /// Shows the end after everything was deleted.
    Farewell,
    /// Shows a page of the acts of destruction.
    Acts(usize),
    /// Hands out one act as a paper.
    Act(Uuid),
    /// Hands out all acts as a table.
    Log,
}

/// Whoever is known may ask about themselves, also without the consent in force.
const ANYBODY: Who = Who::Standing(Standing::Stranger);

const fn may(verb: &'static str, who: Who) -> capability::Action {
    capability::Action { verb, who }
}

/// Every verb and who may use it.
pub const ACTIONS: &[capability::Action] = &[
    may("take", ANYBODY),
    may("files", ANYBODY),
    may("periods", ANYBODY),
    may("withdraw", ANYBODY),
    may("erase", ANYBODY),
    may("farewell", ANYBODY),
    may("acts", SEES_ACTS),
    may("act", SEES_ACTS),
    may("log", SEES_ACTS),
];

impl Action {
    /// Reads a payload; anybody can forge one.
    #[must_use]
    pub fn read(raw: &str) -> Option<Self> {
        let mut reader = PayloadReader::open(raw).filter(|reader| reader.capability == WORD)?;
        let action = match reader.verb {
            "take" => Self::Take,
            "files" => Self::Files(reader.number()?),
            "periods" => Self::Periods,
            "withdraw" => Self::Withdraw,
            "erase" => Self::Erase,
            "farewell" => Self::Farewell,
            "acts" => Self::Acts(reader.number()?),
            "act" => Self::Act(reader.id()?),
            "log" => Self::Log,
            _ => return None,
        };
        reader.end(action)
    }
}

impl From<Action> for Payload {
    fn from(action: Action) -> Self {
        let verb = |verb| Self::new(WORD, verb);
        match action {
            Action::Take => verb("take"),
            Action::Files(page) => verb("files").number(page),
            Action::Periods => verb("periods"),
            Action::Withdraw => verb("withdraw"),
            Action::Erase => verb("erase"),
            Action::Farewell => verb("farewell"),
            Action::Acts(page) => verb("acts").number(page),
            Action::Act(id) => verb("act").id(id),
            Action::Log => verb("log"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_is_read_written_and_guarded() {
        let mut verbs = Vec::new();
        for action in [
            Action::Take,
            Action::Files(3),
            Action::Periods,
            Action::Withdraw,
            Action::Erase,
            Action::Farewell,
            Action::Acts(999),
            Action::Act(Uuid::max()),
            Action::Log,
        ] {
            let payload = Payload::from(action);
            assert!(payload.fits());
            verbs.extend(PayloadReader::open(payload.as_str()).map(|reader| reader.verb.to_owned()));
            assert_eq!(Action::read(payload.as_str()), Some(action));
        }
        assert!(ACTIONS.iter().all(|known| verbs.iter().any(|verb| verb == known.verb)));
        for raw in ["pv1", "pv1.erase.now", "pv1.acts", "pv1.act.1", "pe1.erase"] {
            assert_eq!(Action::read(raw), None, "{raw}");
        }
    }
}
