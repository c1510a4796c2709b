//! What the buttons of this capability do, as payloads. An action that only shows serves as the address of its screen.
//! Not here: doing it.

use uuid::Uuid;

use crate::{
    capability::{self, Who},
    consultations::{ANSWERS, COORDINATES},
    messenger::{Payload, PayloadReader},
    people::Standing,
};

/// The versioned word that the payloads begin with.
pub const WORD: &str = "cs1";

macro_rules! actions {
    ($($(#[doc = $doc:literal])+ $name:ident $(($($kind:ident),+))? = $verb:literal for $who:expr;)+) => {
        /// What can be done here.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Action {
            $($(#[doc = $doc])+ $name $(($(actions!(@type $kind)),+))?,)+
        }

        /// Every verb and who may use it; the handler asks on what.
        pub const ACTIONS: &[capability::Action] = &[$(capability::Action { verb: $verb, who: $who },)+];

        impl Action {
            /// Reads a payload; anybody can forge one.
            #[must_use]
            pub fn read(raw: &str) -> Option<Self> {
                let mut reader = PayloadReader::open(raw).filter(|reader| reader.capability == WORD)?;
                let action = match reader.verb {
                    $($verb => Self::$name $(($(actions!(@read reader $kind)),+))?,)+
                    _ => return None,
                };
                reader.end(action)
            }
        }
    };
    (@type id) => { Uuid };
    (@type number) => { usize };
    (@type word) => { String };
    (@read $reader:ident id) => { $reader.id()? };
    (@read $reader:ident number) => { $reader.number()? };
    (@read $reader:ident word) => { $reader.word()?.to_owned() };
}

const ANYBODY: Who = Who::Standing(Standing::Registered);

actions! {
    /// Shows what one has asked, or asks for the area where that is nothing.
    Consult = "consult" for ANYBODY;
    /// Asks what the question is about.
    Areas = "areas" for ANYBODY;
    /// Begins a question about an area.
    Area(word) = "area" for ANYBODY;
    /// Begins a question about an area that a diagnosis found.
    Diagnosed(word) = "diagnosed" for ANYBODY;
    /// Asks which subject it is about.
    Subjects = "subjects" for ANYBODY;
    /// It is about this subject.
    Subject(word) = "subject" for ANYBODY;
    /// Shows what is gathered; words typed there are added.
    Ask = "ask" for ANYBODY;
    /// Says that a time to talk, or just an answer, is wished for; said again, it is taken back.
    Wish(word) = "wish" for ANYBODY;
    /// Shares the profile of deficits with a question of one's own, or ends that.
    Share(id) = "share" for ANYBODY;
    /// Sends it.
    Send = "send" for ANYBODY;
    /// Drops it.
    Drop = "drop" for ANYBODY;
    /// Shows a published answer that fits what is being asked.
    Found(id) = "found" for ANYBODY;
    /// It has helped: there is nothing left to ask.
    Helped(id) = "helped" for ANYBODY;
    /// Shows a question of one's own.
    Show(id) = "show" for ANYBODY;
    /// Asks whether to take it back.
    Withdraw(id) = "withdraw" for ANYBODY;
    /// Takes it back.
    TakeBack(id) = "takeback" for ANYBODY;
    /// Rates how it was answered.
    Rate(id, number) = "rate" for ANYBODY;
    /// It is not solved: it goes up.
    Unsolved(id) = "unsolved" for ANYBODY;
    /// Opens it again.
    Reopen(id) = "reopen" for ANYBODY;
    /// Agrees to a time.
    Pick(id) = "pick" for ANYBODY;
    /// Shows what one has to answer and what can be taken.
    Queue = "queue" for ANSWERS;
    /// Shows whom one accompanies, to write to first.
    Accompanied = "mine" for ANSWERS;
    /// Asks for the words that open a consultation with whoever asked this request.
    First(id) = "first" for ANSWERS;
    /// Shows the card of a request that can be taken.
    Card(id) = "card" for ANSWERS;
    /// Takes it.
    Take(id) = "take" for ANSWERS;
    /// Asks who else could answer.
    Pass(id) = "pass" for ANSWERS;
    /// It is not theirs.
    Decline(id) = "decline" for ANSWERS;
    /// Proposes somebody else.
    Propose(id, id) = "propose" for ANSWERS;
    /// Reminds of it later.
    Later(id) = "later" for ANSWERS;
    /// Shows the profile of deficits that is shared with a request.
    Profile(id) = "profile" for ANSWERS;
    /// Shows a request that one has taken.
    Work(id) = "work" for ANSWERS;
    /// Asks for the summary.
    Close(id) = "close" for ANSWERS;
    /// Says how many tenths of an hour it took.
    Hours(id, number) = "hours" for ANSWERS;
    /// Begins to make a published answer of it.
    Publish(id) = "publish" for ANSWERS;
    /// Asks for a note for oneself.
    Note(id) = "note" for ANSWERS;
    /// Shows the kept answers.
    Canned(id) = "canned" for ANSWERS;
    /// Gives a kept answer.
    Say(id, id) = "say" for ANSWERS;
    /// Asks for an answer to be kept.
    Keep(id) = "keep" for ANSWERS;
    /// Drops a kept answer.
    Unkeep(id, id) = "unkeep" for ANSWERS;
    /// Asks to whom it is handed over.
    Transfer(id) = "transfer" for ANSWERS;
    /// Asks which colleague to invite into the conversation.
    Guests(id) = "guests" for ANSWERS;
    /// Invites them.
    Invite(id, id) = "invite" for ANSWERS;
    /// Asks for up to three times to talk.
    Times(id) = "times" for ANSWERS;
    /// Puts the times that were typed to the teacher.
    Offer(id) = "offer" for ANSWERS;
    /// Leaves a conversation that one was invited into.
    Leave(id) = "leave" for ANSWERS;
    /// Hands it over, or gives it to somebody.
    Assign(id, id) = "assign" for ANSWERS;
    /// Shows the journal of a period.
    Journal(word) = "journal" for ANSWERS;
    /// Sends it as a sheet.
    JournalSheet(word) = "jsheet" for ANSWERS;
    /// Sends it as a paper.
    JournalPaper(word) = "jpaper" for ANSWERS;
    /// Shows the figures of a period.
    Figures(word) = "figures" for COORDINATES;
    /// Sends them as a sheet.
    FiguresSheet(word) = "fsheet" for COORDINATES;
    /// Hands it up to the regional centre.
    Up(id) = "up" for COORDINATES;
}

impl From<Action> for Payload {
    fn from(action: Action) -> Self {
        let verb = |verb| Self::new(WORD, verb);
        match action {
            Action::Consult => verb("consult"),
            Action::Areas => verb("areas"),
            Action::Area(area) => verb("area").word(&area),
            Action::Diagnosed(word) => verb("diagnosed").word(&word),
            Action::Subjects => verb("subjects"),
            Action::Subject(subject) => verb("subject").word(&subject),
            Action::Ask => verb("ask"),
            Action::Wish(word) => verb("wish").word(&word),
            Action::Share(id) => verb("share").id(id),
            Action::Send => verb("send"),
            Action::Drop => verb("drop"),
            Action::Found(id) => verb("found").id(id),
            Action::Helped(id) => verb("helped").id(id),
            Action::Show(id) => verb("show").id(id),
            Action::Withdraw(id) => verb("withdraw").id(id),
            Action::TakeBack(id) => verb("takeback").id(id),
            Action::Rate(id, points) => verb("rate").id(id).number(points),
            Action::Unsolved(id) => verb("unsolved").id(id),
            Action::Reopen(id) => verb("reopen").id(id),
            Action::Pick(id) => verb("pick").id(id),
            Action::Queue => verb("queue"),
            Action::Accompanied => verb("mine"),
            Action::First(id) => verb("first").id(id),
            Action::Card(id) => verb("card").id(id),
            Action::Take(id) => verb("take").id(id),
            Action::Pass(id) => verb("pass").id(id),
            Action::Decline(id) => verb("decline").id(id),
            Action::Propose(id, person) => verb("propose").id(id).id(person),
            Action::Later(id) => verb("later").id(id),
            Action::Profile(id) => verb("profile").id(id),
            Action::Work(id) => verb("work").id(id),
            Action::Close(id) => verb("close").id(id),
            Action::Hours(id, number) => verb("hours").id(id).number(number),
            Action::Publish(id) => verb("publish").id(id),
            Action::Note(id) => verb("note").id(id),
            Action::Canned(id) => verb("canned").id(id),
            Action::Say(id, canned) => verb("say").id(id).id(canned),
            Action::Keep(id) => verb("keep").id(id),
            Action::Unkeep(id, canned) => verb("unkeep").id(id).id(canned),
            Action::Transfer(id) => verb("transfer").id(id),
            Action::Guests(id) => verb("guests").id(id),
            Action::Invite(id, person) => verb("invite").id(id).id(person),
            Action::Times(id) => verb("times").id(id),
            Action::Offer(id) => verb("offer").id(id),
            Action::Leave(id) => verb("leave").id(id),
            Action::Assign(id, person) => verb("assign").id(id).id(person),
            Action::Journal(period) => verb("journal").word(&period),
            Action::JournalSheet(period) => verb("jsheet").word(&period),
            Action::JournalPaper(period) => verb("jpaper").word(&period),
            Action::Figures(period) => verb("figures").word(&period),
            Action::FiguresSheet(period) => verb("fsheet").word(&period),
            Action::Up(id) => verb("up").id(id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_is_read_written_and_guarded() {
        let (id, word) = (Uuid::max(), "w".repeat(32));
        let actions = [
            Action::Consult,
            Action::Areas,
            Action::Area(word.clone()),
            Action::Diagnosed("methods".to_owned()),
            Action::Subjects,
            Action::Subject(word),
            Action::Ask,
            Action::Wish("answer".to_owned()),
            Action::Share(id),
            Action::Send,
            Action::Drop,
            Action::Found(id),
            Action::Helped(id),
            Action::Show(id),
            Action::Withdraw(id),
            Action::TakeBack(id),
            Action::Rate(id, 5),
            Action::Unsolved(id),
            Action::Reopen(id),
            Action::Pick(id),
            Action::Queue,
            Action::Accompanied,
            Action::First(id),
            Action::Card(id),
            Action::Take(id),
            Action::Pass(id),
            Action::Decline(id),
            Action::Propose(id, id),
            Action::Later(id),
            Action::Profile(id),
            Action::Work(id),
            Action::Close(id),
            Action::Hours(id, 30),
            Action::Publish(id),
            Action::Note(id),
            Action::Canned(id),
            Action::Say(id, id),
            Action::Keep(id),
            Action::Unkeep(id, id),
            Action::Transfer(id),
            Action::Guests(id),
            Action::Invite(id, id),
            Action::Times(id),
            Action::Offer(id),
            Action::Leave(id),
            Action::Assign(id, id),
            Action::Journal("year".to_owned()),
            Action::JournalSheet("year".to_owned()),
            Action::JournalPaper("year".to_owned()),
            Action::Figures("year".to_owned()),
            Action::FiguresSheet("year".to_owned()),
            Action::Up(id),
        ];
        assert_eq!(actions.len(), ACTIONS.len());
        for action in actions {
            let payload = Payload::from(action.clone());
            assert!(payload.fits(), "{}", payload.as_str());
            assert_eq!(Action::read(payload.as_str()), Some(action));
        }
    }
}
