//! What the buttons of this capability do, as payloads. An action that only shows serves as the address of its screen.
//! Not here: doing it.

use uuid::Uuid;

use super::{
    After, Deed, Side, YearDeed,
    deed::{DEEDS, YEAR_DEEDS, verb_of},
};
use crate::{
    capability,
    meetings::{
        CALLS, REGISTERED,
        model::{MinutesPart, Said},
    },
    messenger::{Payload, PayloadReader},
};

/// The versioned word that the payloads begin with.
pub const WORD: &str = "mt1";

/// Where somebody answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// Under a letter, which stands by itself.
    Letter,
    /// On the card of the meeting.
    Card,
}

/// What can be done here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Shows what can be called in a unit, or in the first there is.
    Home(Option<Uuid>),
    /// Begins a meeting of this kind in a unit.
    Begin(Uuid, String),
    /// Begins one like the last in a unit.
    Again(Uuid),
    /// Begins one of a kind like the last of that kind, in a municipality whose quarter has none.
    Due(Uuid, String),
    /// Does something with a plan of meetings of a unit.
    Year(Uuid, YearDeed),
    /// Does something with one meeting.
    On(Uuid, Deed),
    /// Shows a month, so many after the present one.
    Month(Uuid, usize),
    /// Takes a day: its number as 20261125.
    Day(Uuid, usize),
    /// Takes a time of a day, in minutes after midnight.
    Time(Uuid, usize, usize),
    /// Calls so many people.
    Go(Uuid, usize),
    /// Shows a page of who comes.
    People(Uuid, usize),
    /// Shows a page of who is there.
    Attendance(Uuid, usize),
    /// Says that somebody on this page is there, or is not.
    Tick(Uuid, usize, usize),
    /// Something of the day, or after it.
    After(After),
    /// Asks for a part of a point of the minutes.
    Part(Uuid, usize, MinutesPart),
    /// Shows the meetings of whoever presses.
    Meetings,
    /// Those that are over.
    Past,
    /// Those which they called.
    Called,
    /// Shows a meeting to somebody who was called.
    Read(Uuid),
    /// Says whether one comes.
    Reply(Spot, Uuid, Said),
    /// Asks why one does not.
    Why(Uuid),
    /// Something beside a meeting.
    Side(Side),
    /// Hands the calendar file out.
    File(Spot, Uuid),
    /// Asks for the word of the door.
    Here(Uuid),
}

const fn calls(verb: &'static str) -> capability::Action {
    capability::Action { verb, who: CALLS }
}

const fn comes(verb: &'static str) -> capability::Action {
    capability::Action { verb, who: REGISTERED }
}

/// Every verb and who may use it.
pub const ACTIONS: &[capability::Action] = &[
    calls("home"),
    calls("begin"),
    calls("again"),
    calls("show"),
    calls("title"),
    calls("untitled"),
    calls("when"),
    calls("place"),
    calls("agenda"),
    calls("more"),
    calls("seats"),
    calls("until"),
    calls("opening"),
    calls("ask"),
    calls("drop"),
    calls("move"),
    calls("moving"),
    calls("off"),
    calls("cancel"),
    calls("table"),
    calls("over"),
    calls("callnow"),
    calls("due"),
    calls("year"),
    calls("yearsheet"),
    calls("yeartried"),
    calls("yeartake"),
    calls("fields"),
    calls("level"),
    calls("form"),
    calls("speakers"),
    calls("materials"),
    calls("dropmat"),
    calls("share"),
    calls("wishes"),
    calls("mine"),
    comes("papers"),
    comes("wish"),
    comes("record"),
    comes("ahead"),
    comes("around"),
    comes("subjects"),
    comes("subject"),
    comes("passed"),
    calls("code"),
    calls("visitors"),
    calls("free"),
    calls("minutes"),
    calls("paper"),
    calls("part"),
    calls("month"),
    calls("day"),
    calls("time"),
    calls("go"),
    calls("people"),
    calls("there"),
    calls("tick"),
    calls("parts"),
    calls("mark"),
    calls("took"),
    calls("won"),
    calls("stages"),
    calls("stage"),
    calls("certs"),
    calls("certify"),
    calls("extracts"),
    calls("online"),
    calls("tried"),
    calls("meant"),
    calls("asguests"),
    calls("takelist"),
    comes("attended"),
    comes("cert"),
    comes("lessons"),
    comes("sheets"),
    comes("newsheet"),
    comes("sheet"),
    comes("question"),
    comes("rate"),
    comes("endsheet"),
    comes("keepsheet"),
    comes("papersheet"),
    calls("called"),
    comes("meetings"),
    comes("past"),
    comes("read"),
    comes("reply"),
    comes("say"),
    comes("why"),
    comes("ics"),
    comes("file"),
    comes("here"),
];

impl Action {
    /// Reads a payload; anybody can forge one.
    #[must_use]
    pub fn read(raw: &str) -> Option<Self> {
        let mut reader = PayloadReader::open(raw).filter(|reader| reader.capability == WORD)?;
        let action = match reader.verb {
            "home" => Self::Home(reader.id()),
            "begin" => Self::Begin(reader.id()?, reader.word()?.to_owned()),
            "again" => Self::Again(reader.id()?),
            "due" => Self::Due(reader.id()?, reader.word()?.to_owned()),
            "month" => Self::Month(reader.id()?, reader.number()?),
            "day" => Self::Day(reader.id()?, reader.number()?),
            "time" => Self::Time(reader.id()?, reader.number()?, reader.number()?),
            "go" => Self::Go(reader.id()?, reader.number()?),
            "people" => Self::People(reader.id()?, reader.number()?),
            "there" => Self::Attendance(reader.id()?, reader.number()?),
            "tick" => Self::Tick(reader.id()?, reader.number()?, reader.number()?),
            "part" => Self::Part(reader.id()?, reader.number()?, MinutesPart::from_word(reader.word()?)?),
            "meetings" => Self::Meetings,
            "past" => Self::Past,
            "called" => Self::Called,
            "read" => Self::Read(reader.id()?),
            "reply" => Self::Reply(Spot::Letter, reader.id()?, Said::from_word(reader.word()?)?),
            "say" => Self::Reply(Spot::Card, reader.id()?, Said::from_word(reader.word()?)?),
            "why" => Self::Why(reader.id()?),
            "ics" => Self::File(Spot::Letter, reader.id()?),
            "file" => Self::File(Spot::Card, reader.id()?),
            "here" => Self::Here(reader.id()?),
            verb if let Some((deed, _)) = YEAR_DEEDS.iter().find(|(_, known)| *known == verb) => {
                Self::Year(reader.id()?, *deed)
            }
            verb => match DEEDS.iter().find(|(_, known)| *known == verb) {
                Some((deed, _)) => Self::On(reader.id()?, *deed),
                None => match Side::read(&mut reader) {
                    Some(side) => Self::Side(side),
                    None => Self::After(After::read(&mut reader)?),
                },
            },
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
            Action::Begin(place, kind) => verb("begin").id(place).word(&kind),
            Action::Again(place) => verb("again").id(place),
            Action::Side(side) => side.into(),
            Action::Due(place, kind) => verb("due").id(place).word(&kind),
            Action::Year(place, deed) => {
                let found = YEAR_DEEDS.iter().find(|(known, _)| *known == deed);
                verb(found.map_or("year", |(_, verb)| verb)).id(place)
            }
            Action::On(id, deed) => verb(verb_of(deed)).id(id),
            Action::Month(id, ahead) => verb("month").id(id).number(ahead),
            Action::Day(id, day) => verb("day").id(id).number(day),
            Action::Time(id, day, minute) => verb("time").id(id).number(day).number(minute),
            Action::Go(id, people) => verb("go").id(id).number(people),
            Action::People(id, page) => verb("people").id(id).number(page),
            Action::Attendance(id, page) => verb("there").id(id).number(page),
            Action::After(after) => after.into(),
            Action::Tick(id, page, row) => verb("tick").id(id).number(page).number(row),
            Action::Part(id, point, part) => verb("part").id(id).number(point).word(part.as_str()),
            Action::Meetings => verb("meetings"),
            Action::Past => verb("past"),
            Action::Called => verb("called"),
            Action::Read(id) => verb("read").id(id),
            Action::Reply(Spot::Letter, id, said) => verb("reply").id(id).word(said.as_str()),
            Action::Reply(Spot::Card, id, said) => verb("say").id(id).word(said.as_str()),
            Action::Why(id) => verb("why").id(id),
            Action::File(Spot::Letter, id) => verb("ics").id(id),
            Action::File(Spot::Card, id) => verb("file").id(id),
            Action::Here(id) => verb("here").id(id),
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
        let spots = [Spot::Letter, Spot::Card];
        let replies = spots.into_iter().flat_map(|spot| Said::ALL.map(|said| Action::Reply(spot, id, said)));
        let parts = MinutesPart::ALL.into_iter().map(|part| Action::Part(id, 14, part));
        let others = [
            Action::Home(None),
            Action::Home(Some(id)),
            Action::Begin(id, "association-long".to_owned()),
            Action::Again(id),
            Action::Due(id, "association-long".to_owned()),
            Action::Month(id, 11),
            Action::Day(id, 20_261_125),
            Action::Time(id, 20_261_125, 1_439),
            Action::Go(id, 30_000),
            Action::People(id, 99),
            Action::Attendance(id, 99),
            Action::Tick(id, 99, 30_000),
            Action::Meetings,
            Action::Past,
            Action::Called,
            Action::Read(id),
            Action::Why(id),
            Action::File(Spot::Letter, id),
            Action::File(Spot::Card, id),
            Action::Here(id),
        ];
        let mut verbs = Vec::new();
        let years = YEAR_DEEDS.iter().map(|(deed, _)| Action::Year(id, *deed));
        let sides = super::super::side::each(id).into_iter().map(Action::Side);
        for action in deeds.chain(sides).chain(years).chain(replies).chain(parts).chain(others) {
            let payload = Payload::from(action.clone());
            assert!(payload.fits(), "{}", payload.as_str());
            verbs.extend(PayloadReader::open(payload.as_str()).map(|reader| reader.verb.to_owned()));
            assert_eq!(Action::read(payload.as_str()), Some(action));
        }
        verbs.extend(super::super::after::VERBS.map(str::to_owned));
        assert!(ACTIONS.iter().all(|known| verbs.iter().any(|verb| verb == known.verb)));
        assert!(verbs.iter().all(|verb| ACTIONS.iter().any(|known| verb == known.verb)));
        for raw in [
            "mt1.show",
            "mt1.reply.AAAAAAAAAAAAAAAAAAAAAA.perhaps",
            "mt1.go.AAAAAAAAAAAAAAAAAAAAAA",
            "br1.home",
        ] {
            assert_eq!(Action::read(raw), None, "{raw}");
        }
    }
}
