//! What the buttons beside a meeting do: its level and form, materials, what people come with, looking around. Payloads of
//! the same word as those of [`Action`](super::Action).
//! Not here: doing it.

use uuid::Uuid;

use super::WORD;
use crate::{
    meetings::model::Wish,
    messenger::{Payload, PayloadReader},
};

/// What can be done beside a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Side {
    /// Shows what else can be said of a meeting.
    Fields(Uuid),
    /// It is for another level.
    Level(Uuid),
    /// People take part in another way.
    Form(Uuid),
    /// Speakers are sought, or no more.
    Speakers(Uuid),
    /// Asks for materials.
    Materials(Uuid),
    /// Hands this one out no more.
    DropMaterial(Uuid, Uuid),
    /// Sends them to everybody who was called.
    Share(Uuid),
    /// Shows what people come with.
    Wishes(Uuid),
    /// Hands the materials out to whoever presses.
    Papers(Uuid),
    /// Asks what they come with.
    Wish(Uuid, Wish),
    /// Shows what was decided.
    Record(Uuid),
    /// Shows a page of the meetings ahead.
    Ahead(usize),
    /// Shows a month: 202612.
    Around(usize),
    /// Shows the subjects of the meetings ahead.
    Subjects,
    /// Shows the meetings ahead of a subject.
    Subject(String),
    /// Shows a page of the meetings that are over.
    Over(usize),
    /// Shows a page of those which they called, or which were called in their associations.
    Called(usize),
}

/// What makes one of something, and its verb.
type Verb<T> = (fn(T) -> Side, &'static str);

/// What whoever calls does; about one meeting.
const OF_HOST: [Verb<Uuid>; 7] = [
    (Side::Fields, "fields"),
    (Side::Level, "level"),
    (Side::Form, "form"),
    (Side::Speakers, "speakers"),
    (Side::Materials, "materials"),
    (Side::Share, "share"),
    (Side::Wishes, "wishes"),
];

/// What whoever was called does; about one meeting.
const OF_GUEST: [Verb<Uuid>; 2] = [(Side::Papers, "papers"), (Side::Record, "record")];

/// What leads through pages.
const PAGES: [Verb<usize>; 4] =
    [(Side::Ahead, "ahead"), (Side::Around, "around"), (Side::Over, "passed"), (Side::Called, "mine")];

impl Side {
    /// Reads the rest of a payload whose verb may be one of these.
    pub fn read(reader: &mut PayloadReader<'_>) -> Option<Self> {
        let verb = reader.verb;
        if let Some((of, _)) = OF_HOST.iter().chain(&OF_GUEST).find(|(_, known)| *known == verb) {
            return Some(of(reader.id()?));
        }
        if let Some((of, _)) = PAGES.iter().find(|(_, known)| *known == verb) {
            return Some(of(reader.number()?));
        }
        Some(match verb {
            "dropmat" => Self::DropMaterial(reader.id()?, reader.id()?),
            "wish" => Self::Wish(reader.id()?, Wish::from_word(reader.word()?)?),
            "subjects" => Self::Subjects,
            "subject" => Self::Subject(reader.word()?.to_owned()),
            _ => return None,
        })
    }
}

impl From<Side> for Payload {
    fn from(side: Side) -> Self {
        let verb = |verb| Self::new(WORD, verb);
        match side {
            Side::Fields(id) => verb("fields").id(id),
            Side::Level(id) => verb("level").id(id),
            Side::Form(id) => verb("form").id(id),
            Side::Speakers(id) => verb("speakers").id(id),
            Side::Materials(id) => verb("materials").id(id),
            Side::DropMaterial(id, material) => verb("dropmat").id(id).id(material),
            Side::Share(id) => verb("share").id(id),
            Side::Wishes(id) => verb("wishes").id(id),
            Side::Papers(id) => verb("papers").id(id),
            Side::Wish(id, wish) => verb("wish").id(id).word(wish.as_str()),
            Side::Record(id) => verb("record").id(id),
            Side::Ahead(page) => verb("ahead").number(page),
            Side::Around(month) => verb("around").number(month),
            Side::Subjects => verb("subjects"),
            Side::Subject(id) => verb("subject").word(&id),
            Side::Over(page) => verb("passed").number(page),
            Side::Called(page) => verb("mine").number(page),
        }
    }
}

#[cfg(test)]
/// One of each, for whoever checks that every verb is read, written and guarded.
pub fn each(id: Uuid) -> Vec<Side> {
    let of_meeting = OF_HOST.iter().chain(&OF_GUEST).map(|(of, _)| of(id));
    let pages = PAGES.iter().map(|(of, _)| of(202_612));
    let wishes = Wish::ALL.map(|wish| Side::Wish(id, wish));
    let others = [Side::DropMaterial(id, id), Side::Subjects, Side::Subject("mathematics".to_owned())];
    of_meeting.chain(pages).chain(wishes).chain(others).collect()
}
