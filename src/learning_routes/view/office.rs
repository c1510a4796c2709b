//! What the buttons around a route do besides those of the route itself: agreeing, proposing, discussing, drawing up for
//! somebody, the catalogue, figures.
//! Not here: doing it.

use uuid::Uuid;

use super::{Action, WORD};
use crate::{
    capability::{self, Who},
    learning_routes::{
        KEEPS, LEADS, LOOKS, SEES_FIGURES,
        model::{Delay, StepKind},
    },
    messenger::{Payload, PayloadReader},
    people::Standing,
};

/// What can be done around a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Office {
    /// Opens the conversation under a step.
    Talk(Uuid),
    /// Asks for a step to be added to a route on its way.
    NewStep(Uuid),
    /// Proposes to take a step out.
    Drop(Uuid),
    /// Proposes another day for a step.
    Later(Uuid, Delay),
    /// Shows a proposal.
    Proposal(Uuid),
    /// Accepts it.
    Yes(Uuid),
    /// Declines it.
    No(Uuid),
    /// Says yes or no to a methodologist who would draw a route up.
    Nod(Uuid, bool),
    /// Takes a draft that a methodologist draws up.
    TakeOver,
    /// Shows whom a methodologist accompanies.
    Followed(Followed),
    /// Sends the same as a sheet.
    FollowedSheet,
    /// Asks for whom to draw a route up.
    AskNod,
    /// Asks this teacher for a nod.
    AskNodOf(Uuid),
    /// Begins a draft by a nod, or goes on with it.
    DrawFor(Uuid),
    /// Gives the draft to the teacher.
    HandOver(Uuid),
    /// Shows the routes of a school to whoever leads it.
    School,
    /// Shows one of them: steps and days.
    Plain(Uuid),
    /// Agrees to it.
    Consent(Uuid),
    /// Asks for the order by which it is approved.
    Approve(Uuid),
    /// Approves it without one.
    ApproveBare(Uuid),
    /// Shows the municipality's own kinds of steps.
    Kinds(usize),
    /// Asks for a sheet of them.
    KindSheet,
    /// Sends the template of that sheet.
    KindTemplate,
    /// Shows what the sheet would change.
    KindTried,
    /// Takes it in.
    KindTake,
    /// Asks for one kind of step.
    KindNew,
    /// Says which of the three it is.
    KindIs(StepKind),
    /// Says for which area it is.
    KindFor(usize),
    /// Retires one.
    KindRetire(Uuid),
    /// Shows whole routes to choose from.
    Templates,
    /// Takes the steps of one in.
    Template(usize),
    /// Asks for the name under which the steps of a route are kept.
    KeepAs(Uuid),
    /// Retires one's municipality's template.
    TemplateRetire(Uuid),
    /// Shows what is coming in the municipality.
    Coming,
    /// Takes one of it in.
    Join(Uuid),
    /// Shows the figures.
    Figures,
    /// Sends them as a sheet.
    FiguresSheet,
}

/// Which of the accompanied teachers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Followed {
    /// Everybody.
    All,
    /// Whoever is late.
    Late,
    /// Whoever has not been heard of.
    Silent,
}

impl Followed {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::All, Self::Late, Self::Silent];

    /// The word in a payload and in a text.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Late => "late",
            Self::Silent => "silent",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == word)
    }
}

const fn one(verb: &'static str, who: Who) -> capability::Action {
    capability::Action { verb, who }
}

const MAY: Who = Who::Standing(Standing::Registered);

/// Every verb and who may use it.
pub const OFFICE_ACTIONS: [capability::Action; 37] = [
    one("talk", MAY),
    one("newstep", MAY),
    one("drop", MAY),
    one("later", MAY),
    one("proposal", MAY),
    one("yes", MAY),
    one("no", MAY),
    one("nod", MAY),
    one("takeover", MAY),
    one("templates", MAY),
    one("template", MAY),
    one("coming", MAY),
    one("join", MAY),
    one("followed", LOOKS),
    one("followedsheet", LOOKS),
    one("asknod", LOOKS),
    one("asknodof", LOOKS),
    one("drawfor", LOOKS),
    one("handover", LOOKS),
    one("keepas", LOOKS),
    one("templateretire", LOOKS),
    one("school", LEADS),
    one("plain", LEADS),
    one("consent", LEADS),
    one("approve", LEADS),
    one("approvebare", LEADS),
    one("kinds", KEEPS),
    one("kindsheet", KEEPS),
    one("kindtemplate", KEEPS),
    one("kindtried", KEEPS),
    one("kindtake", KEEPS),
    one("kindnew", KEEPS),
    one("kindis", KEEPS),
    one("kindfor", KEEPS),
    one("kindretire", KEEPS),
    one("figures", SEES_FIGURES),
    one("figuressheet", SEES_FIGURES),
];

impl Office {
    /// Reads what follows the capability's word.
    #[must_use]
    pub fn read(mut reader: PayloadReader<'_>) -> Option<Self> {
        let action = match reader.verb {
            "talk" => Self::Talk(reader.id()?),
            "newstep" => Self::NewStep(reader.id()?),
            "drop" => Self::Drop(reader.id()?),
            "later" => Self::Later(reader.id()?, Delay::from_word(reader.word()?)?),
            "proposal" => Self::Proposal(reader.id()?),
            "yes" => Self::Yes(reader.id()?),
            "no" => Self::No(reader.id()?),
            "nod" => Self::Nod(reader.id()?, reader.number()? == 1),
            "takeover" => Self::TakeOver,
            "templates" => Self::Templates,
            "template" => Self::Template(reader.number()?),
            "coming" => Self::Coming,
            "join" => Self::Join(reader.id()?),
            _ => return Self::read_office(reader),
        };
        reader.end(action)
    }

    fn read_office(mut reader: PayloadReader<'_>) -> Option<Self> {
        let action = match reader.verb {
            "followed" => Self::Followed(Followed::from_word(reader.word()?)?),
            "followedsheet" => Self::FollowedSheet,
            "asknod" => Self::AskNod,
            "asknodof" => Self::AskNodOf(reader.id()?),
            "drawfor" => Self::DrawFor(reader.id()?),
            "handover" => Self::HandOver(reader.id()?),
            "keepas" => Self::KeepAs(reader.id()?),
            "templateretire" => Self::TemplateRetire(reader.id()?),
            "school" => Self::School,
            "plain" => Self::Plain(reader.id()?),
            "consent" => Self::Consent(reader.id()?),
            "approve" => Self::Approve(reader.id()?),
            "approvebare" => Self::ApproveBare(reader.id()?),
            "kinds" => Self::Kinds(reader.number()?),
            "kindsheet" => Self::KindSheet,
            "kindtemplate" => Self::KindTemplate,
            "kindtried" => Self::KindTried,
            "kindtake" => Self::KindTake,
            "kindnew" => Self::KindNew,
            "kindis" => Self::KindIs(StepKind::from_word(reader.word()?)?),
            "kindfor" => Self::KindFor(reader.number()?),
            "kindretire" => Self::KindRetire(reader.id()?),
            "figures" => Self::Figures,
            "figuressheet" => Self::FiguresSheet,
            _ => return None,
        };
        reader.end(action)
    }

    fn verb(self) -> &'static str {
        match self {
            Self::Talk(_) => "talk",
            Self::NewStep(_) => "newstep",
            Self::Drop(_) => "drop",
            Self::Later(..) => "later",
            Self::Proposal(_) => "proposal",
            Self::Yes(_) => "yes",
            Self::No(_) => "no",
            Self::Nod(..) => "nod",
            Self::TakeOver => "takeover",
            Self::Followed(_) => "followed",
            Self::FollowedSheet => "followedsheet",
            Self::AskNod => "asknod",
            Self::AskNodOf(_) => "asknodof",
            Self::DrawFor(_) => "drawfor",
            Self::HandOver(_) => "handover",
            Self::School => "school",
            Self::Plain(_) => "plain",
            Self::Consent(_) => "consent",
            Self::Approve(_) => "approve",
            Self::ApproveBare(_) => "approvebare",
            Self::Kinds(_) => "kinds",
            Self::KindSheet => "kindsheet",
            Self::KindTemplate => "kindtemplate",
            Self::KindTried => "kindtried",
            Self::KindTake => "kindtake",
            Self::KindNew => "kindnew",
            Self::KindIs(_) => "kindis",
            Self::KindFor(_) => "kindfor",
            Self::KindRetire(_) => "kindretire",
            Self::Templates => "templates",
            Self::Template(_) => "template",
            Self::KeepAs(_) => "keepas",
            Self::TemplateRetire(_) => "templateretire",
            Self::Coming => "coming",
            Self::Join(_) => "join",
            Self::Figures => "figures",
            Self::FiguresSheet => "figuressheet",
        }
    }
}

impl From<Office> for Action {
    fn from(action: Office) -> Self {
        Self::Office(action)
    }
}

impl From<Office> for Payload {
    fn from(action: Office) -> Self {
        let verb = Self::new(WORD, action.verb());
        match action {
            Office::Later(id, delay) => verb.id(id).word(delay.as_str()),
            Office::Nod(id, agrees) => verb.id(id).number(usize::from(agrees)),
            Office::Followed(which) => verb.word(which.as_str()),
            Office::KindIs(kind) => verb.word(kind.as_str()),
            Office::Kinds(number) | Office::KindFor(number) | Office::Template(number) => verb.number(number),
            Office::Talk(id)
            | Office::NewStep(id)
            | Office::Drop(id)
            | Office::Proposal(id)
            | Office::Yes(id)
            | Office::No(id)
            | Office::AskNodOf(id)
            | Office::DrawFor(id)
            | Office::HandOver(id)
            | Office::Plain(id)
            | Office::Consent(id)
            | Office::Approve(id)
            | Office::ApproveBare(id)
            | Office::KindRetire(id)
            | Office::KeepAs(id)
            | Office::TemplateRetire(id)
            | Office::Join(id) => verb.id(id),
            _ => verb,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_is_read_written_and_guarded() {
        let id = Uuid::max();
        for action in OFFICE_ACTIONS {
            let tails = [
                vec![],
                vec!["id"],
                vec!["9"],
                vec!["id", "week"],
                vec!["id", "1"],
                vec!["late"],
                vec!["formal"],
            ];
            let read = tails.into_iter().find_map(|tail| {
                let payload = Payload::new(WORD, action.verb);
                let payload = tail.into_iter().fold(payload, |payload, part| match part {
                    "id" => payload.id(id),
                    word => payload.word(word),
                });
                let read = Office::read(PayloadReader::open(payload.as_str())?)?;
                assert!(payload.fits());
                assert_eq!(Payload::from(read), payload);
                Some(read)
            });
            assert!(read.is_some(), "{}", action.verb);
        }
    }
}
