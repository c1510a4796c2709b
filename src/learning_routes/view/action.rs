//! What the buttons of this capability do, as payloads. An action that only shows serves as the address of its screen.
//! Not here: doing it.

use uuid::Uuid;

use crate::{
    capability::{self, Who},
    learning_routes::{
        LOOKS,
        model::{CheckDecision, Delay},
        view::{OFFICE_ACTIONS, Office},
    },
    messenger::{Payload, PayloadReader},
    people::Standing,
};

/// The versioned word that the payloads begin with.
pub const WORD: &str = "lr1";

/// What can be done here. Until `Queue` everything is about whoever presses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Something around a route.
    Office(Office),
    /// Shows one's route.
    Route,
    /// Begins to draw one up.
    Draw,
    /// Shows what to work on.
    Areas,
    /// Chooses an area, or leaves it out.
    Area(usize),
    /// Shows a page of what can be done about an area.
    Suggest(usize, usize),
    /// Takes a step of the catalogue in or out; on this page of this area.
    Tick(usize, usize, String),
    /// Shows the draft with its days.
    Plan,
    /// Asks for a step of one's own.
    Own,
    /// Sends the draft, or begins it.
    Send,
    /// Takes it back to change it.
    TakeBack,
    /// Shows a step.
    Step(Uuid),
    /// Puts a step off.
    PutOff(Uuid, Delay),
    /// Takes a step out.
    Remove(Uuid),
    /// Asks for what shows that a step is done.
    Done(Uuid),
    /// Sends the file that shows a step.
    File(Uuid),
    /// Lets the route stand still.
    Pause,
    /// Goes on.
    Resume,
    /// Asks whether to end it.
    Stop,
    /// Ends it.
    End,
    /// Wants no reminders for a while.
    Snooze(Delay),
    /// Sends the route as a paper.
    Paper,
    /// Shows the routes that ended before.
    Past,
    /// Sends one of them as a paper.
    PastPaper(Uuid),
    /// Asks the next question of a check on the way; the letters are the answers so far.
    Check(String),
    /// Decides what becomes of the rest after it.
    Decide(String, CheckDecision),
    /// Shows what changed by the end; before it is measured, what stands before that.
    Outcome,
    /// Agrees to the narrowed diagnosis and begins it.
    Measure,
    /// Shows what waits for a methodologist.
    Queue,
    /// Shows a route to a methodologist.
    Card(Uuid),
    /// Agrees to it.
    Agree(Uuid),
    /// Asks for the remark with which it is returned.
    Return(Uuid),
    /// Shows what shows that a step is done.
    Shown(Uuid),
    /// Accepts it.
    Accept(Uuid),
    /// Asks for the remark with which it is returned.
    Reject(Uuid),
}

const fn may(verb: &'static str) -> capability::Action {
    capability::Action { verb, who: Who::Standing(Standing::Registered) }
}

const fn looks(verb: &'static str) -> capability::Action {
    capability::Action { verb, who: LOOKS }
}

/// Every verb and who may use it, those around a route last.
pub const ACTIONS: &[capability::Action] = &with_office();

const fn with_office() -> [capability::Action; OWN.len() + OFFICE_ACTIONS.len()] {
    let mut all = [OWN[0]; OWN.len() + OFFICE_ACTIONS.len()];
    let mut place = 0;
    while place < all.len() {
        all[place] = if place < OWN.len() { OWN[place] } else { OFFICE_ACTIONS[place - OWN.len()] };
        place += 1;
    }
    all
}

const OWN: &[capability::Action] = &[
    may("route"),
    may("draw"),
    may("areas"),
    may("area"),
    may("suggest"),
    may("tick"),
    may("plan"),
    may("own"),
    may("send"),
    may("takeback"),
    may("step"),
    may("putoff"),
    may("remove"),
    may("done"),
    may("file"),
    may("pause"),
    may("resume"),
    may("stop"),
    may("end"),
    may("snooze"),
    may("paper"),
    may("past"),
    may("pastpaper"),
    may("check"),
    may("decide"),
    may("outcome"),
    may("measure"),
    looks("routes"),
    looks("card"),
    looks("agree"),
    looks("return"),
    looks("shown"),
    looks("accept"),
    looks("reject"),
];

/// Letters as a word of a payload, which is never empty.
fn written(letters: &str) -> String {
    format!("-{letters}")
}

fn read_letters(reader: &mut PayloadReader<'_>) -> Option<String> {
    reader.word()?.strip_prefix('-').map(str::to_owned)
}

impl Action {
    /// Reads a payload; anybody can forge one.
    #[must_use]
    pub fn read(raw: &str) -> Option<Self> {
        let mut reader = PayloadReader::open(raw).filter(|reader| reader.capability == WORD)?;
        let action = match reader.verb {
            "route" => Self::Route,
            "draw" => Self::Draw,
            "areas" => Self::Areas,
            "area" => Self::Area(reader.number()?),
            "suggest" => Self::Suggest(reader.number()?, reader.number()?),
            "tick" => Self::Tick(reader.number()?, reader.number()?, reader.word()?.to_owned()),
            "plan" => Self::Plan,
            "own" => Self::Own,
            "send" => Self::Send,
            "takeback" => Self::TakeBack,
            "step" => Self::Step(reader.id()?),
            "putoff" => Self::PutOff(reader.id()?, Delay::from_word(reader.word()?)?),
            "remove" => Self::Remove(reader.id()?),
            "done" => Self::Done(reader.id()?),
            "file" => Self::File(reader.id()?),
            "pause" => Self::Pause,
            "resume" => Self::Resume,
            "stop" => Self::Stop,
            "end" => Self::End,
            "snooze" => Self::Snooze(Delay::from_word(reader.word()?)?),
            "paper" => Self::Paper,
            "past" => Self::Past,
            "pastpaper" => Self::PastPaper(reader.id()?),
            "check" => Self::Check(read_letters(&mut reader)?),
            "decide" => Self::Decide(read_letters(&mut reader)?, CheckDecision::from_word(reader.word()?)?),
            "outcome" => Self::Outcome,
            "measure" => Self::Measure,
            "routes" => Self::Queue,
            "card" => Self::Card(reader.id()?),
            "agree" => Self::Agree(reader.id()?),
            "return" => Self::Return(reader.id()?),
            "shown" => Self::Shown(reader.id()?),
            "accept" => Self::Accept(reader.id()?),
            "reject" => Self::Reject(reader.id()?),
            _ => return Office::read(reader).map(Self::Office),
        };
        reader.end(action)
    }
}

impl From<Action> for Payload {
    fn from(action: Action) -> Self {
        let verb = |verb| Self::new(WORD, verb);
        match action {
            Action::Office(office) => office.into(),
            Action::Route => verb("route"),
            Action::Draw => verb("draw"),
            Action::Areas => verb("areas"),
            Action::Area(index) => verb("area").number(index),
            Action::Suggest(index, page) => verb("suggest").number(index).number(page),
            Action::Tick(index, page, known) => verb("tick").number(index).number(page).word(&known),
            Action::Plan => verb("plan"),
            Action::Own => verb("own"),
            Action::Send => verb("send"),
            Action::TakeBack => verb("takeback"),
            Action::Step(id) => verb("step").id(id),
            Action::PutOff(id, delay) => verb("putoff").id(id).word(delay.as_str()),
            Action::Remove(id) => verb("remove").id(id),
            Action::Done(id) => verb("done").id(id),
            Action::File(id) => verb("file").id(id),
            Action::Pause => verb("pause"),
            Action::Resume => verb("resume"),
            Action::Stop => verb("stop"),
            Action::End => verb("end"),
            Action::Snooze(delay) => verb("snooze").word(delay.as_str()),
            Action::Paper => verb("paper"),
            Action::Past => verb("past"),
            Action::PastPaper(id) => verb("pastpaper").id(id),
            Action::Check(letters) => verb("check").word(&written(&letters)),
            Action::Decide(letters, decision) => {
                verb("decide").word(&written(&letters)).word(decision.as_str())
            }
            Action::Outcome => verb("outcome"),
            Action::Measure => verb("measure"),
            Action::Queue => verb("routes"),
            Action::Card(id) => verb("card").id(id),
            Action::Agree(id) => verb("agree").id(id),
            Action::Return(id) => verb("return").id(id),
            Action::Shown(id) => verb("shown").id(id),
            Action::Accept(id) => verb("accept").id(id),
            Action::Reject(id) => verb("reject").id(id),
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
            Action::Route,
            Action::Draw,
            Action::Areas,
            Action::Area(99),
            Action::Suggest(99, 9),
            Action::Tick(99, 9, "s".repeat(20)),
            Action::Plan,
            Action::Own,
            Action::Send,
            Action::TakeBack,
            Action::Pause,
            Action::Resume,
            Action::Stop,
            Action::End,
            Action::Paper,
            Action::Past,
            Action::PastPaper(id),
            Action::Check(String::new()),
            Action::Check("ypn".to_owned()),
            Action::Outcome,
            Action::Measure,
            Action::Queue,
        ];
        actions.extend(CheckDecision::ALL.map(|decision| Action::Decide("yyy".to_owned(), decision)));
        let about = [Action::Step, Action::Remove, Action::Done, Action::File, Action::Card, Action::Agree];
        actions.extend(about.map(|about| about(id)));
        actions
            .extend([Action::Return, Action::Shown, Action::Accept, Action::Reject].map(|about| about(id)));
        actions.extend(Delay::ALL.map(|delay| Action::PutOff(id, delay)));
        actions.extend(Delay::ALL.map(Action::Snooze));
        let mut verbs = Vec::new();
        for action in actions {
            let payload = Payload::from(action.clone());
            assert!(payload.fits(), "{}", payload.as_str());
            assert_eq!(Action::read(payload.as_str()), Some(action));
            verbs.extend(PayloadReader::open(payload.as_str()).map(|reader| reader.verb.to_owned()));
        }
        assert!(OWN.iter().all(|known| verbs.iter().any(|verb| verb == known.verb)));
    }
}
