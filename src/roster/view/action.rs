//! What the buttons of this capability do, as payloads. An action that only shows serves as the address of its screen.
//! Not here: doing it.

use uuid::Uuid;

use crate::{
    capability,
    messenger::{Payload, PayloadReader},
    roster::{
        CONFIRMS, IMPORTS,
        model::{Basis, Field},
    },
};

/// The versioned word that the payloads begin with.
pub const WORD: &str = "ro1";

/// What can be done here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Asks for a list, of the only municipality or of one to be chosen.
    Start,
    /// Asks for a list of this municipality.
    At(Uuid),
    /// Sends the template.
    Template(Uuid),
    /// Shows an import as it is now.
    Show(Uuid),
    /// A column holds this field.
    Map(Uuid, Field, usize),
    /// There is no such column.
    Without(Uuid, Field),
    /// Asks by which right the people are written down.
    Ask(Uuid),
    /// Carries an import out.
    Carry(Uuid, Basis),
    /// Sends the refused rows.
    Refused(Uuid),
    /// Drops an import that was not carried out.
    Drop(Uuid),
    /// Stops an import that runs.
    Stop(Uuid),
    /// Shows the first undecided match.
    Matches,
    /// Shows a match.
    Match(Uuid),
    /// Both are one person.
    Same(Uuid),
    /// They are two people.
    Other(Uuid),
    /// Takes a decision back.
    Reopen(Uuid),
}

const fn imports(verb: &'static str) -> capability::Action {
    capability::Action { verb, who: IMPORTS }
}

const fn confirms(verb: &'static str) -> capability::Action {
    capability::Action { verb, who: CONFIRMS }
}

/// Every verb and who may use it.
pub const ACTIONS: &[capability::Action] = &[
    imports("start"),
    imports("at"),
    imports("template"),
    imports("show"),
    imports("map"),
    imports("without"),
    imports("ask"),
    imports("carry"),
    imports("refused"),
    imports("drop"),
    imports("stop"),
    confirms("matches"),
    confirms("match"),
    confirms("same"),
    confirms("other"),
    confirms("reopen"),
];

impl Action {
    /// Reads a payload; anybody can forge one.
    #[must_use]
    pub fn read(raw: &str) -> Option<Self> {
        let mut reader = PayloadReader::open(raw).filter(|reader| reader.capability == WORD)?;
        let action = match reader.verb {
            "start" => Self::Start,
            "at" => Self::At(reader.id()?),
            "template" => Self::Template(reader.id()?),
            "show" => Self::Show(reader.id()?),
            "map" => Self::Map(reader.id()?, Field::from_word(reader.word()?)?, reader.number()?),
            "without" => Self::Without(reader.id()?, Field::from_word(reader.word()?)?),
            "ask" => Self::Ask(reader.id()?),
            "carry" => Self::Carry(reader.id()?, Basis::from_word(reader.word()?)?),
            "refused" => Self::Refused(reader.id()?),
            "drop" => Self::Drop(reader.id()?),
            "stop" => Self::Stop(reader.id()?),
            "matches" => Self::Matches,
            "match" => Self::Match(reader.id()?),
            "same" => Self::Same(reader.id()?),
            "other" => Self::Other(reader.id()?),
            "reopen" => Self::Reopen(reader.id()?),
            _ => return None,
        };
        reader.end(action)
    }
}

impl From<Action> for Payload {
    fn from(action: Action) -> Self {
        let verb = |verb| Self::new(WORD, verb);
        match action {
            Action::Start => verb("start"),
            Action::At(municipality) => verb("at").id(municipality),
            Action::Template(municipality) => verb("template").id(municipality),
            Action::Show(import) => verb("show").id(import),
            Action::Map(import, field, column) => verb("map").id(import).word(field.word()).number(column),
            Action::Without(import, field) => verb("without").id(import).word(field.word()),
            Action::Ask(import) => verb("ask").id(import),
            Action::Carry(import, basis) => verb("carry").id(import).word(basis.as_str()),
            Action::Refused(import) => verb("refused").id(import),
            Action::Drop(import) => verb("drop").id(import),
            Action::Stop(import) => verb("stop").id(import),
            Action::Matches => verb("matches"),
            Action::Match(id) => verb("match").id(id),
            Action::Same(id) => verb("same").id(id),
            Action::Other(id) => verb("other").id(id),
            Action::Reopen(id) => verb("reopen").id(id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_is_read_written_and_guarded() {
        let id = Uuid::max();
        let mut verbs = Vec::new();
        for action in [
            Action::Start,
            Action::At(id),
            Action::Template(id),
            Action::Show(id),
            Action::Map(id, Field::Patronymic, 63),
            Action::Without(id, Field::Patronymic),
            Action::Ask(id),
            Action::Carry(id, Basis::Consents),
            Action::Refused(id),
            Action::Drop(id),
            Action::Stop(id),
            Action::Matches,
            Action::Match(id),
            Action::Same(id),
            Action::Other(id),
            Action::Reopen(id),
        ] {
            let payload = Payload::from(action.clone());
            assert!(payload.fits(), "{}", payload.as_str());
            verbs.extend(PayloadReader::open(payload.as_str()).map(|reader| reader.verb.to_owned()));
            assert_eq!(Action::read(payload.as_str()), Some(action));
        }
        assert!(ACTIONS.iter().all(|known| verbs.iter().any(|verb| verb == known.verb)));
        assert_eq!(Action::read("ro1.map.AAAAAAAAAAAAAAAAAAAAAA.passport.1"), None);
    }
}
