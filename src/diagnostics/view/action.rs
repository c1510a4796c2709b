//! What the buttons of this capability do, as payloads. An action that only shows serves as the address of its screen.
//! Not here: doing it.

use uuid::Uuid;

use crate::{
    capability::{self, Who},
    messenger::{Payload, PayloadReader},
    people::Standing,
};

/// The versioned word that the payloads begin with.
pub const WORD: &str = "dg1";

/// What can be done here. Questions and choices by their index in the version of the attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Shows the list of questionnaires.
    Diagnosis,
    /// Shows what stands before the start of a questionnaire.
    Intro(String),
    /// Agrees to diagnosis and begins it.
    Start(String),
    /// Shows the present question of an attempt.
    Show(Uuid),
    /// Answers a question with one choice: attempt, question, choice.
    Choose(Uuid, usize, usize),
    /// Sets a tick: attempt, question, choice.
    Tick(Uuid, usize, usize),
    /// Takes a tick off: attempt, question, choice.
    Untick(Uuid, usize, usize),
    /// The ticks of this question are complete.
    Done(Uuid, usize),
    /// Passes over an optional question.
    Skip(Uuid, usize),
    /// Goes back from this question.
    Back(Uuid, usize),
    /// Goes on from this question, answered earlier.
    Forward(Uuid, usize),
    /// Stops for now.
    Pause(Uuid),
    /// Asks whether to cancel.
    Leave(Uuid),
    /// Cancels an unfinished attempt: its answers go.
    Cancel(Uuid),
    /// Shows the result in words.
    Result(Uuid),
    /// Shows the result in words and as a picture.
    Picture(Uuid),
    /// Shows a page of the checked tasks.
    Review(Uuid, usize),
    /// Shows a page of the finished attempts.
    History(usize),
    /// Asks whether to delete a finished attempt.
    Erase(Uuid),
    /// Deletes a finished attempt.
    Delete(Uuid),
}

/// Every verb and who may use it.
pub const ACTIONS: &[capability::Action] = &[
    may("diagnosis"),
    may("intro"),
    may("start"),
    may("show"),
    may("choose"),
    may("tick"),
    may("untick"),
    may("done"),
    may("skip"),
    may("back"),
    may("forward"),
    may("pause"),
    may("leave"),
    may("cancel"),
    may("result"),
    may("picture"),
    may("review"),
    may("history"),
    may("erase"),
    may("delete"),
];

const fn may(verb: &'static str) -> capability::Action {
    capability::Action { verb, who: Who::Standing(Standing::Registered) }
}

impl Action {
    /// Reads a payload; anybody can forge one.
    #[must_use]
    pub fn read(raw: &str) -> Option<Self> {
        let mut reader = PayloadReader::open(raw).filter(|reader| reader.capability == WORD)?;
        let action = match reader.verb {
            "diagnosis" => Self::Diagnosis,
            "intro" => Self::Intro(reader.word()?.to_owned()),
            "start" => Self::Start(reader.word()?.to_owned()),
            "history" => Self::History(reader.number()?),
            verb => Self::about_attempt(verb, reader.id()?, &mut reader)?,
        };
        reader.end(action)
    }

    fn about_attempt(verb: &str, attempt: Uuid, reader: &mut PayloadReader<'_>) -> Option<Self> {
        Some(match verb {
            "show" => Self::Show(attempt),
            "choose" => Self::Choose(attempt, reader.number()?, reader.number()?),
            "tick" => Self::Tick(attempt, reader.number()?, reader.number()?),
            "untick" => Self::Untick(attempt, reader.number()?, reader.number()?),
            "done" => Self::Done(attempt, reader.number()?),
            "skip" => Self::Skip(attempt, reader.number()?),
            "back" => Self::Back(attempt, reader.number()?),
            "forward" => Self::Forward(attempt, reader.number()?),
            "pause" => Self::Pause(attempt),
            "leave" => Self::Leave(attempt),
            "cancel" => Self::Cancel(attempt),
            "result" => Self::Result(attempt),
            "picture" => Self::Picture(attempt),
            "review" => Self::Review(attempt, reader.number()?),
            "erase" => Self::Erase(attempt),
            "delete" => Self::Delete(attempt),
            _ => return None,
        })
    }
}

impl From<Action> for Payload {
    fn from(action: Action) -> Self {
        let new = |verb| Self::new(WORD, verb);
        match action {
            Action::Diagnosis => new("diagnosis"),
            Action::Intro(questionnaire) => new("intro").word(&questionnaire),
            Action::Start(questionnaire) => new("start").word(&questionnaire),
            Action::Show(attempt) => new("show").id(attempt),
            Action::Choose(attempt, question, choice) => {
                new("choose").id(attempt).number(question).number(choice)
            }
            Action::Tick(attempt, question, choice) => {
                new("tick").id(attempt).number(question).number(choice)
            }
            Action::Untick(attempt, question, choice) => {
                new("untick").id(attempt).number(question).number(choice)
            }
            Action::Done(attempt, question) => new("done").id(attempt).number(question),
            Action::Skip(attempt, question) => new("skip").id(attempt).number(question),
            Action::Back(attempt, question) => new("back").id(attempt).number(question),
            Action::Forward(attempt, question) => new("forward").id(attempt).number(question),
            Action::Pause(attempt) => new("pause").id(attempt),
            Action::Leave(attempt) => new("leave").id(attempt),
            Action::Cancel(attempt) => new("cancel").id(attempt),
            Action::Result(attempt) => new("result").id(attempt),
            Action::Picture(attempt) => new("picture").id(attempt),
            Action::Review(attempt, page) => new("review").id(attempt).number(page),
            Action::History(page) => new("history").number(page),
            Action::Erase(attempt) => new("erase").id(attempt),
            Action::Delete(attempt) => new("delete").id(attempt),
        }
    }
}
