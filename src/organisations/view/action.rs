//! What the buttons of this capability do, as payloads. An action that only shows serves as the address of its screen.
//! Not here: doing it.

use uuid::Uuid;

use crate::{
    capability::{self, Who},
    messenger::{Payload, PayloadReader},
    organisations::{KEEPS_MEMBERS, KEEPS_ORGANISATIONS, MARKS_SCHOOLS, model::Term},
    units::{AssociationKind, SchoolMark},
};

/// The versioned word that the payloads begin with.
pub const WORD: &str = "og1";

/// What can be done here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Shows a page of the associations that are kept.
    List(usize),
    /// Begins to open an association.
    New,
    /// Shows a page of the places at which one can be opened.
    Places(usize),
    /// Opens it at this school or in this municipality.
    At(Uuid),
    /// Shows the kinds.
    Kinds,
    /// Chooses a kind.
    Kind(AssociationKind),
    /// Shows a page of the subjects.
    Subjects(usize),
    /// Chooses a subject.
    Subject(String),
    /// Asks for the title.
    Title,
    /// Opens the association under the proposed title.
    Open,
    /// Shows an association.
    Card(Uuid),
    /// Asks for another title.
    Rename(Uuid),
    /// Asks how long it is to last.
    Term(Uuid),
    /// Sets how long it is to last.
    Until(Uuid, Term),
    /// Asks whether to close it.
    Close(Uuid),
    /// Closes it.
    Shut(Uuid),
    /// Opens it again.
    Reopen(Uuid),
    /// Shows a page of its members.
    Members(Uuid, usize),
    /// Asks whom to take in, and shows whom the typed words mean.
    Add(Uuid),
    /// Takes a person in.
    Join(Uuid, Uuid),
    /// Shows a person as a member of an association.
    Member(Uuid, Uuid),
    /// Takes a person out.
    Remove(Uuid, Uuid),
    /// Asks whether to elect a member head.
    Elect(Uuid, Uuid),
    /// Elects a member head.
    Head(Uuid, Uuid),
    /// Asks whether to end the head's role.
    Resign(Uuid, Uuid),
    /// Ends the head's role.
    Unseat(Uuid, Uuid),
    /// Shows a page of the schools.
    Schools(usize),
    /// Shows a school.
    School(Uuid),
    /// Marks a school.
    Mark(Uuid, SchoolMark),
    /// Takes a mark away.
    Unmark(Uuid, SchoolMark),
}

const fn may(verb: &'static str, who: Who) -> capability::Action {
    capability::Action { verb, who }
}

/// Every verb and who may use it.
pub const ACTIONS: &[capability::Action] = &[
    may("list", KEEPS_MEMBERS),
    may("card", KEEPS_MEMBERS),
    may("members", KEEPS_MEMBERS),
    may("add", KEEPS_MEMBERS),
    may("join", KEEPS_MEMBERS),
    may("member", KEEPS_MEMBERS),
    may("remove", KEEPS_MEMBERS),
    may("new", KEEPS_ORGANISATIONS),
    may("places", KEEPS_ORGANISATIONS),
    may("at", KEEPS_ORGANISATIONS),
    may("kinds", KEEPS_ORGANISATIONS),
    may("kind", KEEPS_ORGANISATIONS),
    may("subjects", KEEPS_ORGANISATIONS),
    may("subject", KEEPS_ORGANISATIONS),
    may("title", KEEPS_ORGANISATIONS),
    may("open", KEEPS_ORGANISATIONS),
    may("rename", KEEPS_ORGANISATIONS),
    may("term", KEEPS_ORGANISATIONS),
    may("until", KEEPS_ORGANISATIONS),
    may("close", KEEPS_ORGANISATIONS),
    may("shut", KEEPS_ORGANISATIONS),
    may("reopen", KEEPS_ORGANISATIONS),
    may("elect", KEEPS_ORGANISATIONS),
    may("head", KEEPS_ORGANISATIONS),
    may("resign", KEEPS_ORGANISATIONS),
    may("unseat", KEEPS_ORGANISATIONS),
    may("schools", MARKS_SCHOOLS),
    may("school", MARKS_SCHOOLS),
    may("mark", MARKS_SCHOOLS),
    may("unmark", MARKS_SCHOOLS),
];

fn word_of(mark: SchoolMark) -> &'static str {
    match mark {
        SchoolMark::LowResults => "low",
        SchoolMark::DifficultConditions => "hard",
    }
}

fn mark_of(word: &str) -> Option<SchoolMark> {
    [SchoolMark::LowResults, SchoolMark::DifficultConditions].into_iter().find(|mark| word_of(*mark) == word)
}

impl Action {
    /// Reads a payload; anybody can forge one.
    #[must_use]
    pub fn read(raw: &str) -> Option<Self> {
        let mut reader = PayloadReader::open(raw).filter(|reader| reader.capability == WORD)?;
        let action = match reader.verb {
            "list" => Self::List(reader.number()?),
            "new" => Self::New,
            "places" => Self::Places(reader.number()?),
            "at" => Self::At(reader.id()?),
            "kinds" => Self::Kinds,
            "kind" => Self::Kind(AssociationKind::from_word(reader.word()?)?),
            "subjects" => Self::Subjects(reader.number()?),
            "subject" => Self::Subject(reader.word()?.to_owned()),
            "title" => Self::Title,
            "open" => Self::Open,
            "schools" => Self::Schools(reader.number()?),
            "school" => Self::School(reader.id()?),
            "mark" => Self::Mark(reader.id()?, mark_of(reader.word()?)?),
            "unmark" => Self::Unmark(reader.id()?, mark_of(reader.word()?)?),
            _ => Self::read_of_one(&mut reader)?,
        };
        reader.end(action)
    }

    /// What is done with one association and its members.
    fn read_of_one(reader: &mut PayloadReader<'_>) -> Option<Self> {
        let id = reader.id()?;
        Some(match reader.verb {
            "card" => Self::Card(id),
            "rename" => Self::Rename(id),
            "term" => Self::Term(id),
            "until" => Self::Until(id, Term::from_word(reader.word()?)?),
            "close" => Self::Close(id),
            "shut" => Self::Shut(id),
            "reopen" => Self::Reopen(id),
            "members" => Self::Members(id, reader.number()?),
            "add" => Self::Add(id),
            "join" => Self::Join(id, reader.id()?),
            "member" => Self::Member(id, reader.id()?),
            "remove" => Self::Remove(id, reader.id()?),
            "elect" => Self::Elect(id, reader.id()?),
            "head" => Self::Head(id, reader.id()?),
            "resign" => Self::Resign(id, reader.id()?),
            "unseat" => Self::Unseat(id, reader.id()?),
            _ => return None,
        })
    }
}

impl From<Action> for Payload {
    fn from(action: Action) -> Self {
        let verb = |verb| Self::new(WORD, verb);
        match action {
            Action::List(page) => verb("list").number(page),
            Action::New => verb("new"),
            Action::Places(page) => verb("places").number(page),
            Action::At(place) => verb("at").id(place),
            Action::Kinds => verb("kinds"),
            Action::Kind(kind) => verb("kind").word(kind.as_str()),
            Action::Subjects(page) => verb("subjects").number(page),
            Action::Subject(id) => verb("subject").word(&id),
            Action::Title => verb("title"),
            Action::Open => verb("open"),
            Action::Card(id) => verb("card").id(id),
            Action::Rename(id) => verb("rename").id(id),
            Action::Term(id) => verb("term").id(id),
            Action::Until(id, term) => verb("until").id(id).word(term.as_str()),
            Action::Close(id) => verb("close").id(id),
            Action::Shut(id) => verb("shut").id(id),
            Action::Reopen(id) => verb("reopen").id(id),
            Action::Members(id, page) => verb("members").id(id).number(page),
            Action::Add(id) => verb("add").id(id),
            Action::Join(id, person) => verb("join").id(id).id(person),
            Action::Member(id, person) => verb("member").id(id).id(person),
            Action::Remove(id, person) => verb("remove").id(id).id(person),
            Action::Elect(id, person) => verb("elect").id(id).id(person),
            Action::Head(id, person) => verb("head").id(id).id(person),
            Action::Resign(id, person) => verb("resign").id(id).id(person),
            Action::Unseat(id, person) => verb("unseat").id(id).id(person),
            Action::Schools(page) => verb("schools").number(page),
            Action::School(id) => verb("school").id(id),
            Action::Mark(id, mark) => verb("mark").id(id).word(word_of(mark)),
            Action::Unmark(id, mark) => verb("unmark").id(id).word(word_of(mark)),
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
            let arguments = [
                String::new(),
                ".7".into(),
                format!(".{id}"),
                format!(".{id}.7"),
                format!(".{id}.{id}"),
                format!(".{id}.low"),
                format!(".{id}.school"),
                ".council".into(),
            ];
            let mut read =
                arguments.iter().filter_map(|rest| Action::read(&format!("{WORD}.{}{rest}", known.verb)));
            let action = read.next().unwrap_or_else(|| panic!("{} is never read", known.verb));
            let payload = Payload::from(action.clone());
            assert!(payload.fits(), "{}", payload.as_str());
            assert_eq!(Action::read(payload.as_str()), Some(action));
        }
        assert!(Payload::from(Action::Subject("x".repeat(40))).fits());
    }

    #[test]
    fn forged_payloads_are_nothing() {
        let id = "AAAAAAAAAAAAAAAAAAAAAA";
        for raw in [
            "og1",
            "og1.list",
            "og1.list.-1",
            "og1.kind.church",
            &format!("og1.join.{id}"),
            &format!("og1.mark.{id}.gold"),
            &format!("og1.shut.{id}.{id}"),
            "di1.new",
        ] {
            assert_eq!(Action::read(raw), None, "{raw}");
        }
    }
}
