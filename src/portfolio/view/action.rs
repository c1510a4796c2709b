//! What the buttons of this capability do, as payloads. An action that only shows serves as the address of its screen.
//! Not here: doing it.

use uuid::Uuid;

use crate::{
    capability::{self, Who},
    messenger::{Payload, PayloadReader},
    people::Standing,
    portfolio::{
        SEES_PEOPLE,
        model::{EntryKind, EntryStep, Grade, StudyPart},
    },
};

/// The versioned word that the payloads begin with.
pub const WORD: &str = "po1";

/// What can be done here. Everything but the list of who is attested is about whoever presses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Shows the portfolio.
    Portfolio,
    /// Sends it as a paper.
    Paper,
    /// Shows a page of the entries.
    Entries(usize),
    /// Asks for the kind of a new entry.
    Kinds,
    /// Asks for the title of a new entry of this kind.
    Begin(EntryKind),
    /// Shows an entry.
    Entry(Uuid),
    /// Asks for a field.
    Step(Uuid, EntryStep),
    /// Sends the file of an entry.
    File(Uuid),
    /// Asks whether to delete an entry.
    Drop(Uuid),
    /// Deletes an entry.
    Delete(Uuid),
    /// Shows the categories, and the posts to say one for.
    Category,
    /// Asks for the category in a post.
    Grades(String),
    /// Sets the category in a post.
    Grade(String, Grade),
    /// Says that there is none.
    NoGrade(String),
    /// Asks for the days of the category in a post.
    Days(String),
    /// Shows the self-education.
    Study,
    /// Asks for a part of it.
    Part(StudyPart),
    /// Forgets a part of it.
    NoPart(StudyPart),
    /// Shows a page of who is attested this school year.
    Due(usize),
    /// Sends them as a sheet.
    DueSheet,
}

const REGISTERED: Who = Who::Standing(Standing::Registered);

const fn may(verb: &'static str) -> capability::Action {
    capability::Action { verb, who: REGISTERED }
}

/// Every verb and who may use it.
pub const ACTIONS: &[capability::Action] = &[
    may("portfolio"),
    may("paper"),
    may("entries"),
    may("kinds"),
    may("begin"),
    may("entry"),
    may("step"),
    may("file"),
    may("drop"),
    may("delete"),
    may("category"),
    may("grades"),
    may("grade"),
    may("nograde"),
    may("days"),
    may("study"),
    may("part"),
    may("nopart"),
    capability::Action { verb: "due", who: SEES_PEOPLE },
    capability::Action { verb: "duesheet", who: SEES_PEOPLE },
];

impl Action {
    /// Reads a payload; anybody can forge one.
    #[must_use]
    pub fn read(raw: &str) -> Option<Self> {
        let mut reader = PayloadReader::open(raw).filter(|reader| reader.capability == WORD)?;
        let action = match reader.verb {
            "portfolio" => Self::Portfolio,
            "paper" => Self::Paper,
            "entries" => Self::Entries(reader.number()?),
            "kinds" => Self::Kinds,
            "begin" => Self::Begin(EntryKind::from_word(reader.word()?)?),
            "entry" => Self::Entry(reader.id()?),
            "step" => Self::Step(reader.id()?, EntryStep::from_word(reader.word()?)?),
            "file" => Self::File(reader.id()?),
            "drop" => Self::Drop(reader.id()?),
            "delete" => Self::Delete(reader.id()?),
            "category" => Self::Category,
            "grades" => Self::Grades(reader.word()?.to_owned()),
            "grade" => Self::Grade(reader.word()?.to_owned(), Grade::from_word(reader.word()?)?),
            "nograde" => Self::NoGrade(reader.word()?.to_owned()),
            "days" => Self::Days(reader.word()?.to_owned()),
            "study" => Self::Study,
            "part" => Self::Part(StudyPart::from_word(reader.word()?)?),
            "due" => Self::Due(reader.number()?),
            "duesheet" => Self::DueSheet,
            "nopart" => Self::NoPart(StudyPart::from_word(reader.word()?)?),
            _ => return None,
        };
        reader.end(action)
    }
}

impl From<Action> for Payload {
    fn from(action: Action) -> Self {
        let verb = |verb| Self::new(WORD, verb);
        match action {
            Action::Portfolio => verb("portfolio"),
            Action::Paper => verb("paper"),
            Action::Entries(page) => verb("entries").number(page),
            Action::Kinds => verb("kinds"),
            Action::Begin(kind) => verb("begin").word(kind.as_str()),
            Action::Entry(id) => verb("entry").id(id),
            Action::Step(id, step) => verb("step").id(id).word(step.as_str()),
            Action::File(id) => verb("file").id(id),
            Action::Drop(id) => verb("drop").id(id),
            Action::Delete(id) => verb("delete").id(id),
            Action::Category => verb("category"),
            Action::Grades(post) => verb("grades").word(&post),
            Action::Grade(post, grade) => verb("grade").word(&post).word(grade.as_str()),
            Action::NoGrade(post) => verb("nograde").word(&post),
            Action::Days(post) => verb("days").word(&post),
            Action::Study => verb("study"),
            Action::Part(part) => verb("part").word(part.as_str()),
            Action::Due(page) => verb("due").number(page),
            Action::DueSheet => verb("duesheet"),
            Action::NoPart(part) => verb("nopart").word(part.as_str()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_is_read_written_and_guarded() {
        let (id, post) = (Uuid::max(), "p".repeat(40));
        let mut actions = vec![
            Action::Portfolio,
            Action::Paper,
            Action::Entries(99),
            Action::Kinds,
            Action::Entry(id),
            Action::File(id),
            Action::Drop(id),
            Action::Delete(id),
            Action::Category,
            Action::Grades(post.clone()),
            Action::NoGrade(post.clone()),
            Action::Days(post.clone()),
            Action::Study,
            Action::Due(99),
            Action::DueSheet,
        ];
        actions.extend(EntryKind::ALL.map(Action::Begin));
        actions.extend(EntryStep::ALL.map(|step| Action::Step(id, step)));
        actions.extend(Grade::ALL.map(|grade| Action::Grade(post.clone(), grade)));
        actions.extend(StudyPart::ALL.map(Action::Part));
        actions.extend(StudyPart::ALL.map(Action::NoPart));
        let mut verbs = Vec::new();
        for action in actions {
            let payload = Payload::from(action.clone());
            assert!(payload.fits(), "{}", payload.as_str());
            assert_eq!(Action::read(payload.as_str()), Some(action));
            verbs.extend(PayloadReader::open(payload.as_str()).map(|reader| reader.verb.to_owned()));
        }
        assert!(ACTIONS.iter().all(|known| verbs.iter().any(|verb| verb == known.verb)));
    }
}
