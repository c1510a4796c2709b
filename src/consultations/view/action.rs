//! What the buttons of this capability do, as payloads. An action that only shows serves as the address of its screen.
//! Not here: doing it.

use uuid::Uuid;

use crate::{
    capability::{self, Who},
    consultations::{ANSWERS, COORDINATES, KEEPS_CALENDAR},
    messenger::{Payload, PayloadReader},
    people::Standing,
};

/// The versioned word that the payloads begin with.
pub const WORD: &str = "cs1";

macro_rules! actions {
    ($($(#[doc = $doc:literal])+ $name:ident $(($($arg:ident: $kind:ident),+))? = $verb:literal for $who:expr;)+) => {
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

        impl From<Action> for Payload {
            fn from(action: Action) -> Self {
                match action {
                    $(Action::$name $(($($arg),+))? => {
                        let payload = Self::new(WORD, $verb);
                        $($(let payload = actions!(@write payload $kind $arg);)+)?
                        payload
                    })+
                }
            }
        }
    };
    (@type id) => { Uuid };
    (@type number) => { usize };
    (@type word) => { String };
    (@write $payload:ident id $arg:ident) => { $payload.id($arg) };
    (@write $payload:ident number $arg:ident) => { $payload.number($arg) };
    (@write $payload:ident word $arg:ident) => { $payload.word(&$arg) };
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
    Area(word: word) = "area" for ANYBODY;
    /// Begins a question about an area that a diagnosis found.
    Diagnosed(word: word) = "diagnosed" for ANYBODY;
    /// Asks which subject it is about.
    Subjects = "subjects" for ANYBODY;
    /// It is about this subject.
    Subject(word: word) = "subject" for ANYBODY;
    /// Shows what is gathered; words typed there are added.
    Ask = "ask" for ANYBODY;
    /// Says that a time to talk, or just an answer, is wished for; said again, it is taken back.
    Wish(word: word) = "wish" for ANYBODY;
    /// Shares the profile of deficits with a question of one's own, or ends that.
    Share(id: id) = "share" for ANYBODY;
    /// Sends it.
    Send = "send" for ANYBODY;
    /// Drops it.
    Drop = "drop" for ANYBODY;
    /// Shows a published answer that fits what is being asked.
    Found(id: id) = "found" for ANYBODY;
    /// It has helped: there is nothing left to ask.
    Helped(id: id) = "helped" for ANYBODY;
    /// Shows a group consultation that one may join.
    Fitting(id: id) = "fitting" for ANYBODY;
    /// Joins it.
    Join(id: id) = "join" for ANYBODY;
    /// Does not come after all.
    Unjoin(id: id) = "unjoin" for ANYBODY;
    /// Shows a question of one's own.
    Show(id: id) = "show" for ANYBODY;
    /// Asks whether to take it back.
    Withdraw(id: id) = "withdraw" for ANYBODY;
    /// Takes it back.
    TakeBack(id: id) = "takeback" for ANYBODY;
    /// Rates how it was answered.
    Rate(id: id, number: number) = "rate" for ANYBODY;
    /// It is not solved: it goes up.
    Unsolved(id: id) = "unsolved" for ANYBODY;
    /// Opens it again.
    Reopen(id: id) = "reopen" for ANYBODY;
    /// Agrees to a time.
    Pick(id: id) = "pick" for ANYBODY;
    /// Shows what one has to answer and what can be taken.
    Queue = "queue" for ANSWERS;
    /// Shows whom one accompanies, to write to first.
    Accompanied = "mine" for ANSWERS;
    /// Shows the group consultations that one leads.
    Groups = "groups" for ANSWERS;
    /// Asks what a new group consultation is about.
    NewGroup = "newgroup" for ANSWERS;
    /// It is about this area; asks for the rest in one message.
    GroupArea(word: word) = "grouparea" for ANSWERS;
    /// Shows what is begun; words typed there are its four lines.
    GroupDraft = "groupdraft" for ANSWERS;
    /// It is for this subject, or for all.
    GroupSubject(word: word) = "groupsubject" for ANSWERS;
    /// Announces it and invites whoever has asked about the same.
    Announce(id: id) = "announce" for ANSWERS;
    /// Shows who has joined.
    Group(id: id) = "group" for ANSWERS;
    /// Marks that somebody came, or takes that back.
    Came(id: id, person: id) = "came" for ANSWERS;
    /// Asks for the materials that close it.
    GroupClose(id: id) = "groupclose" for ANSWERS;
    /// Calls it off.
    CallOff(id: id) = "calloff" for ANSWERS;
    /// Asks for the words that open a consultation with whoever asked this request.
    First(id: id) = "first" for ANSWERS;
    /// Shows the card of a request that can be taken.
    Card(id: id) = "card" for ANSWERS;
    /// Takes it.
    Take(id: id) = "take" for ANSWERS;
    /// Asks who else could answer.
    Pass(id: id) = "pass" for ANSWERS;
    /// It is not theirs.
    Decline(id: id) = "decline" for ANSWERS;
    /// Proposes somebody else.
    Propose(id: id, person: id) = "propose" for ANSWERS;
    /// Reminds of it later.
    Later(id: id) = "later" for ANSWERS;
    /// Shows the profile of deficits that is shared with a request.
    Profile(id: id) = "profile" for ANSWERS;
    /// Shows a request that one has taken.
    Work(id: id) = "work" for ANSWERS;
    /// Asks for the summary.
    Close(id: id) = "close" for ANSWERS;
    /// Says how many tenths of an hour it took.
    Hours(id: id, number: number) = "hours" for ANSWERS;
    /// Begins to make a published answer of it.
    Publish(id: id) = "publish" for ANSWERS;
    /// Asks for a note for oneself.
    Note(id: id) = "note" for ANSWERS;
    /// Shows the kept answers.
    Canned(id: id) = "canned" for ANSWERS;
    /// Gives a kept answer.
    Say(id: id, person: id) = "say" for ANSWERS;
    /// Asks for an answer to be kept.
    Keep(id: id) = "keep" for ANSWERS;
    /// Drops a kept answer.
    Unkeep(id: id, person: id) = "unkeep" for ANSWERS;
    /// Asks to whom it is handed over.
    Transfer(id: id) = "transfer" for ANSWERS;
    /// Asks which colleague to invite into the conversation.
    Guests(id: id) = "guests" for ANSWERS;
    /// Invites them.
    Invite(id: id, person: id) = "invite" for ANSWERS;
    /// Asks for up to three times to talk.
    Times(id: id) = "times" for ANSWERS;
    /// Puts the times that were typed to the teacher.
    Offer(id: id) = "offer" for ANSWERS;
    /// Leaves a conversation that one was invited into.
    Leave(id: id) = "leave" for ANSWERS;
    /// Hands it over, or gives it to somebody.
    Assign(id: id, person: id) = "assign" for ANSWERS;
    /// Shows the journal of a period.
    Journal(word: word) = "journal" for ANSWERS;
    /// Sends it as a sheet.
    JournalSheet(word: word) = "jsheet" for ANSWERS;
    /// Sends it as a paper.
    JournalPaper(word: word) = "jpaper" for ANSWERS;
    /// Shows the figures of a period.
    Figures(word: word) = "figures" for COORDINATES;
    /// Sends them as a sheet.
    FiguresSheet(word: word) = "fsheet" for COORDINATES;
    /// Hands it up to the regional centre.
    Up(id: id) = "up" for COORDINATES;
    /// Shows when methodologists work; lines typed there change it.
    Calendar = "calendar" for KEEPS_CALENDAR;
    /// Drops a range of days off.
    Unbreak(id: id) = "unbreak" for KEEPS_CALENDAR;
    /// Works the usual hours again.
    Usual = "usual" for KEEPS_CALENDAR;
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What teachers do.
    fn of_teachers() -> Vec<Action> {
        let id = Uuid::max();
        let word = "w".repeat(32);
        vec![
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
            Action::Fitting(id),
            Action::Join(id),
            Action::Unjoin(id),
            Action::Show(id),
            Action::Withdraw(id),
            Action::TakeBack(id),
            Action::Rate(id, 5),
            Action::Unsolved(id),
            Action::Reopen(id),
            Action::Pick(id),
        ]
    }

    /// What is done before a request is taken, and with groups.
    fn before_taking() -> Vec<Action> {
        let id = Uuid::max();
        vec![
            Action::Queue,
            Action::Accompanied,
            Action::Groups,
            Action::NewGroup,
            Action::GroupArea("lesson".to_owned()),
            Action::GroupDraft,
            Action::GroupSubject("none".to_owned()),
            Action::Announce(id),
            Action::Group(id),
            Action::Came(id, id),
            Action::GroupClose(id),
            Action::CallOff(id),
            Action::First(id),
        ]
    }

    /// What is done with a request, and what is told of all of them.
    fn with_requests() -> Vec<Action> {
        let id = Uuid::max();
        vec![
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
            Action::Calendar,
            Action::Unbreak(id),
            Action::Usual,
        ]
    }

    #[test]
    fn every_verb_is_read_written_and_guarded() {
        let actions = [of_teachers(), before_taking(), with_requests()].concat();
        assert_eq!(actions.len(), ACTIONS.len());
        for action in actions {
            let payload = Payload::from(action.clone());
            assert!(payload.fits(), "{}", payload.as_str());
            assert_eq!(Action::read(payload.as_str()), Some(action));
        }
    }
}
