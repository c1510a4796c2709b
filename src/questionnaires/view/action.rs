//! What the buttons of this capability do, as payloads. An action that only shows serves as the address of its screen.
//! Not here: doing it.

use uuid::Uuid;

use crate::{
    capability,
    messenger::{Payload, PayloadReader},
    questionnaires::KEEPS,
};

/// The versioned word that the payloads begin with.
pub const WORD: &str = "qn1";

/// What can be done here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Shows the questionnaires of the only municipality, or lets one be chosen.
    Questionnaires,
    /// Shows the questionnaires of this municipality.
    At(Uuid),
    /// Asks this municipality's coordinator for a sheet.
    New(Uuid),
    /// Sends the template.
    Template(Uuid),
    /// Shows a questionnaire with what can be done.
    Show(Uuid),
    /// Asks for another sheet of its questions.
    Replace(Uuid),
    /// Asks for its title.
    Title(Uuid),
    /// Asks for the sentence about it.
    About(Uuid),
    /// Shows a question as people will see it.
    Preview(Uuid, usize),
    /// Puts it on offer as it is now.
    Publish(Uuid),
    /// Asks whether to take it off offer.
    Closing(Uuid),
    /// Takes it off offer.
    Close(Uuid),
    /// Deletes a draft.
    Delete(Uuid),
    /// Asks whether to invite those who are meant.
    Audience(Uuid),
    /// Invites them.
    Invite(Uuid),
    /// Reminds the invited who have not finished.
    Remind(Uuid),
    /// Holds back what is still to be said about it.
    Hold(Uuid),
    /// Lets that go.
    Release(Uuid),
    /// Asks whether to withdraw it.
    Withdrawing(Uuid),
    /// Withdraws it.
    Withdraw(Uuid),
    /// Shows what the answers to a question come to.
    Results(Uuid, usize),
    /// The same as a picture.
    Picture(Uuid, usize),
    /// Sends what all answers come to as a sheet.
    Table(Uuid),
}

const fn keeps(verb: &'static str) -> capability::Action {
    capability::Action { verb, who: KEEPS }
}

/// Every verb and who may use it.
pub const ACTIONS: &[capability::Action] = &[
    keeps("questionnaires"),
    keeps("at"),
    keeps("new"),
    keeps("template"),
    keeps("show"),
    keeps("replace"),
    keeps("title"),
    keeps("about"),
    keeps("preview"),
    keeps("publish"),
    keeps("closing"),
    keeps("close"),
    keeps("delete"),
    keeps("audience"),
    keeps("invite"),
    keeps("remind"),
    keeps("hold"),
    keeps("release"),
    keeps("withdrawing"),
    keeps("withdraw"),
    keeps("results"),
    keeps("picture"),
    keeps("table"),
];

impl Action {
    /// Reads a payload; anybody can forge one.
    #[must_use]
    pub fn read(raw: &str) -> Option<Self> {
        let mut reader = PayloadReader::open(raw).filter(|reader| reader.capability == WORD)?;
        let action = match reader.verb {
            "questionnaires" => Self::Questionnaires,
            "at" => Self::At(reader.id()?),
            "new" => Self::New(reader.id()?),
            "template" => Self::Template(reader.id()?),
            "show" => Self::Show(reader.id()?),
            "replace" => Self::Replace(reader.id()?),
            "title" => Self::Title(reader.id()?),
            "about" => Self::About(reader.id()?),
            "preview" => Self::Preview(reader.id()?, reader.number()?),
            "publish" => Self::Publish(reader.id()?),
            "closing" => Self::Closing(reader.id()?),
            "close" => Self::Close(reader.id()?),
            "delete" => Self::Delete(reader.id()?),
            "audience" => Self::Audience(reader.id()?),
            "invite" => Self::Invite(reader.id()?),
            "remind" => Self::Remind(reader.id()?),
            "hold" => Self::Hold(reader.id()?),
            "release" => Self::Release(reader.id()?),
            "withdrawing" => Self::Withdrawing(reader.id()?),
            "withdraw" => Self::Withdraw(reader.id()?),
            "results" => Self::Results(reader.id()?, reader.number()?),
            "picture" => Self::Picture(reader.id()?, reader.number()?),
            "table" => Self::Table(reader.id()?),
            _ => return None,
        };
        reader.end(action)
    }
}

impl From<Action> for Payload {
    fn from(action: Action) -> Self {
        let verb = |verb| Self::new(WORD, verb);
        match action {
            Action::Questionnaires => verb("questionnaires"),
            Action::At(id) => verb("at").id(id),
            Action::New(id) => verb("new").id(id),
            Action::Template(id) => verb("template").id(id),
            Action::Show(id) => verb("show").id(id),
            Action::Replace(id) => verb("replace").id(id),
            Action::Title(id) => verb("title").id(id),
            Action::About(id) => verb("about").id(id),
            Action::Preview(id, place) => verb("preview").id(id).number(place),
            Action::Publish(id) => verb("publish").id(id),
            Action::Closing(id) => verb("closing").id(id),
            Action::Close(id) => verb("close").id(id),
            Action::Delete(id) => verb("delete").id(id),
            Action::Audience(id) => verb("audience").id(id),
            Action::Invite(id) => verb("invite").id(id),
            Action::Remind(id) => verb("remind").id(id),
            Action::Hold(id) => verb("hold").id(id),
            Action::Release(id) => verb("release").id(id),
            Action::Withdrawing(id) => verb("withdrawing").id(id),
            Action::Withdraw(id) => verb("withdraw").id(id),
            Action::Results(id, place) => verb("results").id(id).number(place),
            Action::Picture(id, place) => verb("picture").id(id).number(place),
            Action::Table(id) => verb("table").id(id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_is_read_written_and_guarded() {
        let id = Uuid::max();
        for known in ACTIONS {
            let bare = Payload::new(WORD, known.verb);
            let tries = [bare.clone(), bare.clone().id(id), bare.id(id).number(59)];
            let read = tries.iter().find_map(|payload| Some((payload, Action::read(payload.as_str())?)));
            let (payload, action) = read.expect("the verb is read");
            assert!(payload.fits(), "{}", payload.as_str());
            assert_eq!(&Payload::from(action), payload);
        }
        assert_eq!(Action::read("qn1.show.1"), None);
    }
}
