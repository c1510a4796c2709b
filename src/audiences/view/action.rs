//! What the buttons of this capability do, as payloads. An action that only shows serves as the address of its screen. Which
//! audience is edited lies in the conversation's draft, so that there is room for the longest id of a subject.
//! Not here: doing it.

use uuid::Uuid;

use crate::{
    audiences::{
        ADDRESSES,
        model::{Kind, Value},
    },
    capability,
    messenger::{Payload, PayloadReader},
};

/// The versioned word that the payloads begin with.
pub const WORD: &str = "au1";

/// Which part of a definition is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What people must be.
    Of,
    /// What they must not be.
    Without,
}

impl Part {
    fn number(self) -> usize {
        usize::from(self == Self::Without)
    }

    fn from_number(number: usize) -> Option<Self> {
        [Self::Of, Self::Without].get(number).copied()
    }
}

/// What can be done here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Begins to edit an audience.
    Edit(Uuid),
    /// Shows the audience that is edited.
    Show,
    /// Shows by what people can be left out.
    Without,
    /// Shows a page of the values of a kind.
    Values(Kind, Part, usize),
    /// Asks for a value on that page, or for it no more.
    Tick(Kind, Part, usize, Value),
    /// Everybody is meant again.
    Everybody,
    /// Shows the areas that people can be chosen by.
    Areas,
    /// Chooses an area.
    Area(String),
    /// Tells the chosen area apart by school or by subject.
    By(String),
    /// Shows a page of the blocks of the chosen area.
    Blocks(usize),
    /// Chooses a block.
    Block(String),
    /// Shows the saved audiences.
    Saved,
    /// Means whom a saved audience means.
    Use(Uuid),
    /// Deletes a saved audience.
    Drop(Uuid),
    /// Asks for a name to save this audience under.
    Save,
}

const fn addresses(verb: &'static str) -> capability::Action {
    capability::Action { verb, who: ADDRESSES }
}

/// Every verb and who may use it.
pub const ACTIONS: &[capability::Action] = &[
    addresses("edit"),
    addresses("show"),
    addresses("without"),
    addresses("values"),
    addresses("tick"),
    addresses("everybody"),
    addresses("areas"),
    addresses("area"),
    addresses("by"),
    addresses("blocks"),
    addresses("block"),
    addresses("saved"),
    addresses("use"),
    addresses("drop"),
    addresses("save"),
];

/// Two letters for a kind, since the longest id of a subject stands beside it.
const KINDS: [(Kind, &str); 11] = [
    (Kind::Municipality, "mu"),
    (Kind::School, "sc"),
    (Kind::Subject, "su"),
    (Kind::Post, "po"),
    (Kind::Mark, "ma"),
    (Kind::Association, "as"),
    (Kind::Role, "ro"),
    (Kind::Early, "ea"),
    (Kind::Young, "yo"),
    (Kind::Silent, "si"),
    (Kind::Name, "na"),
];

fn word_of(kind: Kind) -> &'static str {
    KINDS.iter().find(|(known, _)| *known == kind).map_or("", |(_, word)| word)
}

fn kind_of(word: &str) -> Option<Kind> {
    KINDS.iter().find(|(_, known)| *known == word).map(|(kind, _)| *kind)
}

/// Kinds whose values are ids.
fn is_by_id(kind: Kind) -> bool {
    matches!(kind, Kind::Municipality | Kind::School | Kind::Association | Kind::Name)
}

impl Action {
    /// Reads a payload; anybody can forge one.
    #[must_use]
    pub fn read(raw: &str) -> Option<Self> {
        let mut reader = PayloadReader::open(raw).filter(|reader| reader.capability == WORD)?;
        let action = match reader.verb {
            "edit" => Self::Edit(reader.id()?),
            "show" => Self::Show,
            "without" => Self::Without,
            "values" => {
                let kind = kind_of(reader.word()?)?;
                Self::Values(kind, Part::from_number(reader.number()?)?, reader.number()?)
            }
            "tick" => {
                let kind = kind_of(reader.word()?)?;
                let (part, page) = (Part::from_number(reader.number()?)?, reader.number()?);
                let value = if is_by_id(kind) {
                    Value::Id(reader.id()?)
                } else {
                    Value::Word(reader.word()?.to_owned())
                };
                Self::Tick(kind, part, page, value)
            }
            "everybody" => Self::Everybody,
            "areas" => Self::Areas,
            "area" => Self::Area(reader.word()?.to_owned()),
            "by" => Self::By(reader.word()?.to_owned()),
            "blocks" => Self::Blocks(reader.number()?),
            "block" => Self::Block(reader.word()?.to_owned()),
            "saved" => Self::Saved,
            "use" => Self::Use(reader.id()?),
            "drop" => Self::Drop(reader.id()?),
            "save" => Self::Save,
            _ => return None,
        };
        reader.end(action)
    }
}

impl From<Action> for Payload {
    fn from(action: Action) -> Self {
        let verb = |verb| Self::new(WORD, verb);
        match action {
            Action::Edit(id) => verb("edit").id(id),
            Action::Show => verb("show"),
            Action::Without => verb("without"),
            Action::Values(kind, part, page) => {
                verb("values").word(word_of(kind)).number(part.number()).number(page)
            }
            Action::Tick(kind, part, page, value) => {
                let payload = verb("tick").word(word_of(kind)).number(part.number()).number(page);
                match value {
                    Value::Id(id) => payload.id(id),
                    Value::Word(word) => payload.word(&word),
                }
            }
            Action::Everybody => verb("everybody"),
            Action::Areas => verb("areas"),
            Action::Area(area) => verb("area").word(&area),
            Action::By(dimension) => verb("by").word(&dimension),
            Action::Blocks(page) => verb("blocks").number(page),
            Action::Block(block) => verb("block").word(&block),
            Action::Saved => verb("saved"),
            Action::Use(id) => verb("use").id(id),
            Action::Drop(id) => verb("drop").id(id),
            Action::Save => verb("save"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_is_read_written_and_guarded() {
        let id = Uuid::max();
        let longest = "s".repeat(40);
        let mut verbs = Vec::new();
        for action in [
            Action::Edit(id),
            Action::Show,
            Action::Without,
            Action::Values(Kind::Subject, Part::Without, 99),
            Action::Tick(Kind::Subject, Part::Of, 99, Value::Word(longest.clone())),
            Action::Tick(Kind::School, Part::Without, 99, Value::Id(id)),
            Action::Everybody,
            Action::Areas,
            Action::Area(longest.clone()),
            Action::By("school".to_owned()),
            Action::Blocks(99),
            Action::Block(id.to_string()),
            Action::Saved,
            Action::Use(id),
            Action::Drop(id),
            Action::Save,
        ] {
            let payload = Payload::from(action.clone());
            assert!(payload.fits(), "{}", payload.as_str());
            verbs.extend(PayloadReader::open(payload.as_str()).map(|reader| reader.verb.to_owned()));
            assert_eq!(Action::read(payload.as_str()), Some(action));
        }
        assert!(ACTIONS.iter().all(|known| verbs.iter().any(|verb| verb == known.verb)));
        for raw in ["au1.tick.xx.0.0.a", "au1.tick.sc.2.0.a", "au1.show.1", "br1.show"] {
            assert_eq!(Action::read(raw), None, "{raw}");
        }
    }
}
