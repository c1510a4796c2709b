//! What the buttons of this capability do, as payloads. An action that only shows serves as the address of its screen.
//! Not here: doing it.

use uuid::Uuid;

use crate::{
    capability::{self, Who},
    courses::{
        IMPORTS, SEES_PEOPLE,
        model::{CourseKind, CourseStep},
    },
    messenger::{Payload, PayloadReader},
    people::Standing,
};

/// The versioned word that the payloads begin with.
pub const WORD: &str = "co1";

/// What can be done here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Shows one's own courses.
    Courses,
    /// Shows a page of them.
    List(usize),
    /// Asks for the kind of a new course.
    Kinds,
    /// Asks for the name of a new course of this kind.
    Begin(CourseKind),
    /// Shows a course of one's own.
    Card(Uuid),
    /// Asks for a field.
    Step(Uuid, CourseStep),
    /// Sets the hours.
    Hours(Uuid, usize),
    /// Says yes or no at a step.
    Say(Uuid, CourseStep, bool),
    /// Forgets a field.
    Clear(Uuid, CourseStep),
    /// Sends the certificate of a course: one's own, or that of somebody in sight.
    Certificate(Uuid),
    /// Asks whether to delete a course.
    Drop(Uuid),
    /// Deletes a course.
    Delete(Uuid),
    /// Shows another person's courses; hung under a person's card.
    Of(Uuid),
    /// Shows a page of who has no course in three years.
    Missing(usize),
    /// Sends them as a sheet.
    Sheet,
    /// Asks for a sheet of courses.
    Import,
    /// Sends the template of one.
    Template,
    /// Shows what a sheet would change.
    Tried,
    /// Takes its courses in.
    Take,
    /// Drops them.
    Leave,
}

const REGISTERED: Who = Who::Standing(Standing::Registered);

const fn may(verb: &'static str, who: Who) -> capability::Action {
    capability::Action { verb, who }
}

/// Every verb and who may use it.
pub const ACTIONS: &[capability::Action] = &[
    may("courses", REGISTERED),
    may("list", REGISTERED),
    may("kinds", REGISTERED),
    may("begin", REGISTERED),
    may("card", REGISTERED),
    may("step", REGISTERED),
    may("hours", REGISTERED),
    may("say", REGISTERED),
    may("clear", REGISTERED),
    may("certificate", REGISTERED),
    may("drop", REGISTERED),
    may("delete", REGISTERED),
    may("of", SEES_PEOPLE),
    may("missing", SEES_PEOPLE),
    may("sheet", SEES_PEOPLE),
    may("import", IMPORTS),
    may("template", IMPORTS),
    may("tried", IMPORTS),
    may("take", IMPORTS),
    may("leave", IMPORTS),
];

impl Action {
    /// Reads a payload; anybody can forge one.
    #[must_use]
    pub fn read(raw: &str) -> Option<Self> {
        let mut reader = PayloadReader::open(raw).filter(|reader| reader.capability == WORD)?;
        let action = match reader.verb {
            "courses" => Self::Courses,
            "list" => Self::List(reader.number()?),
            "kinds" => Self::Kinds,
            "begin" => Self::Begin(CourseKind::from_word(reader.word()?)?),
            "card" => Self::Card(reader.id()?),
            "step" => Self::Step(reader.id()?, CourseStep::from_word(reader.word()?)?),
            "hours" => Self::Hours(reader.id()?, reader.number()?),
            "say" => {
                let (id, step) = (reader.id()?, CourseStep::from_word(reader.word()?)?);
                Self::Say(id, step, reader.number()? == 1)
            }
            "clear" => Self::Clear(reader.id()?, CourseStep::from_word(reader.word()?)?),
            "certificate" => Self::Certificate(reader.id()?),
            "drop" => Self::Drop(reader.id()?),
            "delete" => Self::Delete(reader.id()?),
            "of" => Self::Of(reader.id()?),
            "missing" => Self::Missing(reader.number()?),
            "sheet" => Self::Sheet,
            "import" => Self::Import,
            "template" => Self::Template,
            "tried" => Self::Tried,
            "take" => Self::Take,
            "leave" => Self::Leave,
            _ => return None,
        };
        reader.end(action)
    }
}

impl From<Action> for Payload {
    fn from(action: Action) -> Self {
        let verb = |verb| Self::new(WORD, verb);
        match action {
            Action::Courses => verb("courses"),
            Action::List(page) => verb("list").number(page),
            Action::Kinds => verb("kinds"),
            Action::Begin(kind) => verb("begin").word(kind.as_str()),
            Action::Card(id) => verb("card").id(id),
            Action::Step(id, step) => verb("step").id(id).word(step.as_str()),
            Action::Hours(id, hours) => verb("hours").id(id).number(hours),
            Action::Say(id, step, is) => verb("say").id(id).word(step.as_str()).number(usize::from(is)),
            Action::Clear(id, step) => verb("clear").id(id).word(step.as_str()),
            Action::Certificate(id) => verb("certificate").id(id),
            Action::Drop(id) => verb("drop").id(id),
            Action::Delete(id) => verb("delete").id(id),
            Action::Of(id) => verb("of").id(id),
            Action::Missing(page) => verb("missing").number(page),
            Action::Sheet => verb("sheet"),
            Action::Import => verb("import"),
            Action::Template => verb("template"),
            Action::Tried => verb("tried"),
            Action::Take => verb("take"),
            Action::Leave => verb("leave"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_is_read_written_and_guarded() {
        let id = Uuid::max();
        let mut actions = vec![
            Action::Courses,
            Action::List(99),
            Action::Kinds,
            Action::Card(id),
            Action::Hours(id, 5_000),
            Action::Say(id, CourseStep::Register, true),
            Action::Say(id, CourseStep::Deficit, false),
            Action::Certificate(id),
            Action::Drop(id),
            Action::Delete(id),
            Action::Of(id),
            Action::Missing(999),
            Action::Sheet,
            Action::Import,
            Action::Template,
            Action::Tried,
            Action::Take,
            Action::Leave,
        ];
        actions.extend(CourseKind::ALL.map(Action::Begin));
        actions.extend(CourseStep::ALL.map(|step| Action::Step(id, step)));
        actions.extend(CourseStep::ALL.map(|step| Action::Clear(id, step)));
        let mut verbs = Vec::new();
        for action in actions {
            let payload = Payload::from(action);
            assert!(payload.fits(), "{}", payload.as_str());
            assert_eq!(Action::read(payload.as_str()), Some(action));
            verbs.extend(PayloadReader::open(payload.as_str()).map(|reader| reader.verb.to_owned()));
        }
        assert!(ACTIONS.iter().all(|known| verbs.iter().any(|verb| verb == known.verb)));
    }
}
