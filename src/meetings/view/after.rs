//! What the buttons of a meeting's day, and of what comes after it, do, as payloads.
//! Not here: doing it, and who may, which stands with the other verbs.

use uuid::Uuid;

use super::WORD;
use crate::{
    meetings::model::PartTaken,
    messenger::{Payload, PayloadReader},
};

/// What can be done when a meeting has begun. The first id is the meeting's, the second a person's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum After {
    /// Shows a page of those who were there and as what.
    Parts(Uuid, usize),
    /// Shows what can be marked of somebody.
    Mark(Uuid, Uuid),
    /// Marks as what somebody took part.
    TookPart(Uuid, Uuid, PartTaken),
    /// Marks what somebody won.
    Won(Uuid, Uuid, String),
    /// Shows the stages of a contest.
    Stages(Uuid),
    /// Marks the stage of a contest.
    Stage(Uuid, String),
    /// Shows who can be given a certificate.
    Certificates(Uuid),
    /// Gives certificates to all, or to those who took part as this.
    Certify(Uuid, Option<PartTaken>),
    /// Sends extracts of the minutes to whoever a decision concerns.
    Extracts(Uuid),
    /// Asks for the list of a video conference.
    Online(Uuid),
    /// Shows what a list comes to.
    Tried(Uuid),
    /// Says that an unsure name is who was meant, or is not.
    Meant(Uuid, usize),
    /// Writes unknown names down as visitors, or does not.
    AsVisitors(Uuid),
    /// Marks everybody whom the list means.
    TakeList(Uuid),
    /// Shows where whoever presses was.
    Attended,
    /// Hands whoever presses their certificate out.
    Certificate(Uuid),
    /// Shows the open lessons.
    Lessons,
    /// Shows what colleagues say of a lesson.
    Sheets(Uuid),
    /// Begins to say what one thinks of a lesson.
    BeginSheet(Uuid),
    /// Shows a sheet; from here on the id is a sheet's.
    Sheet(Uuid),
    /// Asks the question at this place.
    Ask(Uuid, usize),
    /// Answers the question at this place by a button.
    Rate(Uuid, usize, usize),
    /// Finishes a sheet.
    FinishSheet(Uuid),
    /// Takes a sheet into the portfolio, or out of it.
    KeepSheet(Uuid),
    /// Hands a sheet out as a paper.
    SheetPaper(Uuid),
}

/// Every verb.
#[cfg(test)]
pub(super) const VERBS: [&str; 25] = [
    "parts",
    "mark",
    "took",
    "won",
    "stages",
    "stage",
    "certs",
    "certify",
    "extracts",
    "online",
    "tried",
    "meant",
    "asguests",
    "takelist",
    "attended",
    "cert",
    "lessons",
    "sheets",
    "newsheet",
    "sheet",
    "question",
    "rate",
    "endsheet",
    "keepsheet",
    "papersheet",
];

/// Everybody.
const ALL: &str = "all";

impl After {
    /// Reads what follows a verb.
    pub(super) fn read(reader: &mut PayloadReader<'_>) -> Option<Self> {
        let part = |reader: &mut PayloadReader<'_>| PartTaken::from_word(reader.word()?);
        Some(match reader.verb {
            "parts" => Self::Parts(reader.id()?, reader.number()?),
            "mark" => Self::Mark(reader.id()?, reader.id()?),
            "took" => Self::TookPart(reader.id()?, reader.id()?, part(reader)?),
            "won" => Self::Won(reader.id()?, reader.id()?, reader.word()?.to_owned()),
            "stages" => Self::Stages(reader.id()?),
            "stage" => Self::Stage(reader.id()?, reader.word()?.to_owned()),
            "certs" => Self::Certificates(reader.id()?),
            "certify" => {
                let (id, word) = (reader.id()?, reader.word()?);
                let part = PartTaken::from_word(word);
                (part.is_some() || word == ALL).then_some(Self::Certify(id, part))?
            }
            "extracts" => Self::Extracts(reader.id()?),
            "online" => Self::Online(reader.id()?),
            "tried" => Self::Tried(reader.id()?),
            "meant" => Self::Meant(reader.id()?, reader.number()?),
            "asguests" => Self::AsVisitors(reader.id()?),
            "takelist" => Self::TakeList(reader.id()?),
            "attended" => Self::Attended,
            "cert" => Self::Certificate(reader.id()?),
            "lessons" => Self::Lessons,
            "sheets" => Self::Sheets(reader.id()?),
            "newsheet" => Self::BeginSheet(reader.id()?),
            "sheet" => Self::Sheet(reader.id()?),
            "question" => Self::Ask(reader.id()?, reader.number()?),
            "rate" => Self::Rate(reader.id()?, reader.number()?, reader.number()?),
            "endsheet" => Self::FinishSheet(reader.id()?),
            "keepsheet" => Self::KeepSheet(reader.id()?),
            "papersheet" => Self::SheetPaper(reader.id()?),
            _ => return None,
        })
    }
}

impl From<After> for Payload {
    fn from(action: After) -> Self {
        let verb = |verb| Self::new(WORD, verb);
        match action {
            After::Parts(id, page) => verb("parts").id(id).number(page),
            After::Mark(id, person) => verb("mark").id(id).id(person),
            After::TookPart(id, person, part) => verb("took").id(id).id(person).word(part.as_str()),
            After::Won(id, person, award) => verb("won").id(id).id(person).word(&award),
            After::Stages(id) => verb("stages").id(id),
            After::Stage(id, stage) => verb("stage").id(id).word(&stage),
            After::Certificates(id) => verb("certs").id(id),
            After::Certify(id, part) => verb("certify").id(id).word(part.map_or(ALL, PartTaken::as_str)),
            After::Extracts(id) => verb("extracts").id(id),
            After::Online(id) => verb("online").id(id),
            After::Tried(id) => verb("tried").id(id),
            After::Meant(id, place) => verb("meant").id(id).number(place),
            After::AsVisitors(id) => verb("asguests").id(id),
            After::TakeList(id) => verb("takelist").id(id),
            After::Attended => verb("attended"),
            After::Certificate(id) => verb("cert").id(id),
            After::Lessons => verb("lessons"),
            After::Sheets(id) => verb("sheets").id(id),
            After::BeginSheet(id) => verb("newsheet").id(id),
            After::Sheet(id) => verb("sheet").id(id),
            After::Ask(id, place) => verb("question").id(id).number(place),
            After::Rate(id, place, answer) => verb("rate").id(id).number(place).number(answer),
            After::FinishSheet(id) => verb("endsheet").id(id),
            After::KeepSheet(id) => verb("keepsheet").id(id),
            After::SheetPaper(id) => verb("papersheet").id(id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::Action, *};

    #[test]
    fn every_verb_is_read_and_written() {
        let id = Uuid::max();
        let parts = PartTaken::ALL.into_iter();
        let some = parts.flat_map(|part| [After::TookPart(id, id, part), After::Certify(id, Some(part))]);
        let others = [
            After::Parts(id, 199),
            After::Mark(id, id),
            After::Won(id, id, "laureate10".to_owned()),
            After::Stages(id),
            After::Stage(id, "municipal".to_owned()),
            After::Certificates(id),
            After::Certify(id, None),
            After::Extracts(id),
            After::Online(id),
            After::Tried(id),
            After::Meant(id, 999),
            After::AsVisitors(id),
            After::TakeList(id),
            After::Attended,
            After::Certificate(id),
            After::Lessons,
            After::Sheets(id),
            After::BeginSheet(id),
            After::Sheet(id),
            After::Ask(id, 99),
            After::Rate(id, 99, 2),
            After::FinishSheet(id),
            After::KeepSheet(id),
            After::SheetPaper(id),
        ];
        for action in some.chain(others) {
            let payload = Payload::from(action.clone());
            let verb = PayloadReader::open(payload.as_str()).expect("a payload").verb.to_owned();
            assert!(VERBS.contains(&verb.as_str()), "{verb}");
            assert!(payload.fits(), "{}", payload.as_str());
            assert_eq!(Action::read(payload.as_str()), Some(Action::After(action)));
        }
        assert_eq!(Action::read("mt1.certify.AAAAAAAAAAAAAAAAAAAAAA.some"), None);
    }
}
