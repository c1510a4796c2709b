//! What the buttons of this capability do, as payloads. An action that only shows serves as the address of its screen.
//! Not here: doing it.

use uuid::Uuid;

use crate::{
    broadcasts::{
        ANNOUNCES, REGISTERED,
        model::{Category, Repeat},
    },
    capability,
    messenger::{Payload, PayloadReader},
};

/// The versioned word that the payloads begin with.
pub const WORD: &str = "br1";

/// What can be done with one announcement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Shows it: the draft, or how it goes.
    Show,
    /// Asks to acknowledge it, or no more.
    Acknowledging,
    /// Shows its buttons.
    Buttons,
    /// Asks for a link.
    Link,
    /// Asks for answers to choose from.
    Choices,
    /// Shows the screens that a button can open.
    Screens,
    /// Shows the categories.
    Categories,
    /// Shows it as people will get it.
    Preview,
    /// Sends it to oneself.
    Test,
    /// Shows when it can begin.
    When,
    /// It begins at once.
    Now,
    /// Takes its files off.
    NoFiles,
    /// Asks whether to send it.
    Ask,
    /// Deletes the draft.
    Drop,
    /// Holds it up.
    Pause,
    /// Lets it go on.
    Resume,
    /// Breaks it off.
    Stop,
    /// Shows how it went in each organisation.
    Organisations,
    /// Hands out the deliveries as a table.
    Table,
    /// Hands out the register of acknowledgements as a paper.
    Register,
    /// The same as a table.
    RegisterTable,
    /// Asks whether to send it again to those for whom it failed.
    AskAgain,
    /// Does so.
    Again,
    /// Asks whether to remind those who have not acknowledged it.
    AskRemind,
    /// Does so.
    Remind,
    /// Asks for other words.
    Correct,
    /// Puts them in the place of the old ones.
    Mend,
    /// Asks whether to take it back.
    AskRecall,
    /// Does so.
    Recall,
    /// Shows what people wrote in reply.
    Answers,
    /// Holds back what has not begun.
    Hold,
    /// Puts it back in line.
    Queue,
    /// Asks whether to let it begin now.
    AskStart,
    /// Lets it begin now.
    Start,
    /// Asks whether to withdraw what has not begun.
    AskStop,
}

/// Every deed with its verb.
const DEEDS: [(Deed, &str); 35] = [
    (Deed::Show, "show"),
    (Deed::Acknowledging, "acking"),
    (Deed::Buttons, "buttons"),
    (Deed::Link, "link"),
    (Deed::Choices, "choices"),
    (Deed::Screens, "screens"),
    (Deed::Categories, "kinds"),
    (Deed::Preview, "preview"),
    (Deed::Test, "test"),
    (Deed::When, "when"),
    (Deed::Now, "now"),
    (Deed::NoFiles, "nofiles"),
    (Deed::Ask, "ask"),
    (Deed::Drop, "drop"),
    (Deed::Pause, "pause"),
    (Deed::Resume, "resume"),
    (Deed::Stop, "stop"),
    (Deed::Organisations, "units"),
    (Deed::Table, "table"),
    (Deed::Register, "register"),
    (Deed::RegisterTable, "marks"),
    (Deed::AskAgain, "again"),
    (Deed::Again, "resend"),
    (Deed::AskRemind, "silent"),
    (Deed::Remind, "remind"),
    (Deed::Correct, "correct"),
    (Deed::Mend, "mend"),
    (Deed::AskRecall, "recall"),
    (Deed::Recall, "withdraw"),
    (Deed::Answers, "answers"),
    (Deed::Hold, "hold"),
    (Deed::Queue, "queue"),
    (Deed::AskStart, "asknow"),
    (Deed::Start, "sendnow"),
    (Deed::AskStop, "asknot"),
];

fn verb_of(deed: Deed) -> &'static str {
    DEEDS.iter().find(|(known, _)| *known == deed).map_or("show", |(_, verb)| verb)
}

/// What can be done here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Shows the announcements of a municipality, of the region, or of the first place there is.
    Home(Option<Uuid>),
    /// Shows a page of what a municipality or the region will send to many.
    Upcoming(Option<Uuid>, usize),
    /// Does something with one announcement.
    On(Uuid, Deed),
    /// Takes a button off.
    Unbutton(Uuid, usize),
    /// Adds a button that opens the screen of this command.
    Screen(Uuid, String),
    /// Says what it is about.
    About(Uuid, Category),
    /// It begins at one of the moments that are offered.
    At(Uuid, usize),
    /// It comes again, or no more.
    Again(Uuid, Repeat),
    /// Sends it to so many people.
    Go(Uuid, usize),
    /// Says that one has read it.
    Acknowledge(Uuid),
    /// Chooses an answer.
    Choose(Uuid, usize),
    /// Shows it to somebody it was for.
    Read(Uuid),
    /// Shows which announcements one wants.
    Topics,
    /// Wants a category, or no more.
    Topic(Category),
}

const fn announces(verb: &'static str) -> capability::Action {
    capability::Action { verb, who: ANNOUNCES }
}

const fn receives(verb: &'static str) -> capability::Action {
    capability::Action { verb, who: REGISTERED }
}

/// Every verb and who may use it.
pub const ACTIONS: &[capability::Action] = &[
    announces("home"),
    announces("show"),
    announces("acking"),
    announces("buttons"),
    announces("link"),
    announces("choices"),
    announces("screens"),
    announces("kinds"),
    announces("preview"),
    announces("test"),
    announces("when"),
    announces("now"),
    announces("nofiles"),
    announces("ask"),
    announces("drop"),
    announces("pause"),
    announces("resume"),
    announces("stop"),
    announces("units"),
    announces("table"),
    announces("register"),
    announces("marks"),
    announces("again"),
    announces("resend"),
    announces("silent"),
    announces("remind"),
    announces("correct"),
    announces("mend"),
    announces("recall"),
    announces("withdraw"),
    announces("answers"),
    announces("hold"),
    announces("queue"),
    announces("asknow"),
    announces("sendnow"),
    announces("asknot"),
    announces("upcoming"),
    announces("unbutton"),
    announces("screen"),
    announces("about"),
    announces("at"),
    announces("repeat"),
    announces("go"),
    receives("ack"),
    receives("choose"),
    receives("read"),
    receives("topics"),
    receives("topic"),
];

impl Action {
    /// Reads a payload; anybody can forge one.
    #[must_use]
    pub fn read(raw: &str) -> Option<Self> {
        let mut reader = PayloadReader::open(raw).filter(|reader| reader.capability == WORD)?;
        let action = match reader.verb {
            "home" => Self::Home(reader.id()),
            "upcoming" => {
                let page = reader.number()?;
                Self::Upcoming(reader.id(), page)
            }
            "unbutton" => Self::Unbutton(reader.id()?, reader.number()?),
            "screen" => Self::Screen(reader.id()?, reader.word()?.to_owned()),
            "about" => Self::About(reader.id()?, Category::from_word(reader.word()?)?),
            "at" => Self::At(reader.id()?, reader.number()?),
            "repeat" => Self::Again(reader.id()?, Repeat::from_word(reader.word()?)?),
            "go" => Self::Go(reader.id()?, reader.number()?),
            "ack" => Self::Acknowledge(reader.id()?),
            "choose" => Self::Choose(reader.id()?, reader.number()?),
            "read" => Self::Read(reader.id()?),
            "topics" => Self::Topics,
            "topic" => Self::Topic(Category::from_word(reader.word()?)?),
            verb => {
                let (deed, _) = DEEDS.iter().find(|(_, known)| *known == verb)?;
                Self::On(reader.id()?, *deed)
            }
        };
        reader.end(action)
    }
}

impl From<Action> for Payload {
    fn from(action: Action) -> Self {
        let verb = |verb| Self::new(WORD, verb);
        match action {
            Action::Home(None) => verb("home"),
            Action::Home(Some(place)) => verb("home").id(place),
            Action::Upcoming(None, page) => verb("upcoming").number(page),
            Action::Upcoming(Some(place), page) => verb("upcoming").number(page).id(place),
            Action::On(id, deed) => verb(verb_of(deed)).id(id),
            Action::Unbutton(id, number) => verb("unbutton").id(id).number(number),
            Action::Screen(id, command) => verb("screen").id(id).word(&command),
            Action::About(id, category) => verb("about").id(id).word(category.as_str()),
            Action::At(id, number) => verb("at").id(id).number(number),
            Action::Again(id, rule) => verb("repeat").id(id).word(rule.as_str()),
            Action::Go(id, people) => verb("go").id(id).number(people),
            Action::Acknowledge(id) => verb("ack").id(id),
            Action::Choose(id, number) => verb("choose").id(id).number(number),
            Action::Read(id) => verb("read").id(id),
            Action::Topics => verb("topics"),
            Action::Topic(category) => verb("topic").word(category.as_str()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_is_read_written_and_guarded() {
        let id = Uuid::max();
        let deeds = DEEDS.iter().map(|(deed, _)| Action::On(id, *deed));
        let others = [
            Action::Home(None),
            Action::Home(Some(id)),
            Action::Upcoming(None, 2),
            Action::Upcoming(Some(id), 7),
            Action::Unbutton(id, 7),
            Action::Screen(id, "methodologist_pool".to_owned()),
            Action::About(id, Category::Contests),
            Action::At(id, 3),
            Action::Again(id, Repeat::Monthly),
            Action::Go(id, 30_000),
            Action::Acknowledge(id),
            Action::Choose(id, 7),
            Action::Read(id),
            Action::Topics,
            Action::Topic(Category::News),
        ];
        let mut verbs = Vec::new();
        for action in deeds.chain(others) {
            let payload = Payload::from(action.clone());
            assert!(payload.fits(), "{}", payload.as_str());
            verbs.extend(PayloadReader::open(payload.as_str()).map(|reader| reader.verb.to_owned()));
            assert_eq!(Action::read(payload.as_str()), Some(action));
        }
        assert!(ACTIONS.iter().all(|known| verbs.iter().any(|verb| verb == known.verb)));
        assert!(verbs.iter().all(|verb| ACTIONS.iter().any(|known| verb == known.verb)));
        for raw in ["br1.show", "br1.topic.all", "br1.go.AAAAAAAAAAAAAAAAAAAAAA", "wh1.show"] {
            assert_eq!(Action::read(raw), None, "{raw}");
        }
    }
}
