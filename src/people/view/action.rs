//! What the buttons of this capability do, as payloads. An action that only shows serves as the address of its screen.
//! Not here: doing it.

use uuid::Uuid;

use super::super::model::Standing::{self, Consented, Registered, Stranger};
use crate::{
    capability::{self, Who},
    messenger::{Payload, PayloadReader},
    texts::Language,
};

/// The versioned word that the payloads begin with.
pub const WORD: &str = "pe1";

/// What can be done here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Shows whatever comes first: the greeting, the present question, or the menu.
    Home,
    /// Shows the full text of the consent.
    Terms,
    /// Agrees to the text whose hash begins like this.
    Agree(String),
    /// Shows the polite end without consent.
    Later,
    /// Shows the present question.
    Step,
    /// Asks for the name again.
    Rename,
    /// Leaves the name as it is.
    KeepName,
    /// Goes back one question.
    Back,
    /// Turns to a page of the present list.
    Page(usize),
    /// Shows the whole list again.
    ShowAll,
    /// Works elsewhere than the invitation says.
    Elsewhere,
    /// Chooses a municipality.
    Municipality(Uuid),
    /// Chooses a school.
    School(Uuid),
    /// Chooses a post.
    Post(String),
    /// Ticks a subject or takes the tick away.
    Subject(String),
    /// Has ticked everything.
    SubjectsDone,
    /// Chooses the year in which the career began.
    Year(usize),
    /// Leaves the year open.
    NoYear,
    /// Shows the greeting of somebody who has just registered.
    Registered,
    /// Shows the menu.
    Menu,
    /// Shows what can be done here.
    Help,
    /// Drops what is expected now.
    Cancel,
    /// Shows the profile.
    Profile,
    /// Shows the question for another name.
    EditName,
    /// Shows a page of years to change to.
    EditYear(usize),
    /// Changes the year in which the career began.
    SetYear(usize),
    /// Forgets that year.
    DropYear,
    /// Shows the question for the birth date.
    EditBirth,
    /// Forgets the birth date.
    DropBirth,
    /// Shows a place of work.
    Place(Uuid),
    /// Begins to add a place of work.
    AddPlace,
    /// Begins to change a place of work.
    MovePlace(Uuid),
    /// Makes a place of work the main one.
    MainPlace(Uuid),
    /// Asks whether a place of work has ended.
    LeavePlace(Uuid),
    /// Ends a place of work.
    EndPlace(Uuid),
    /// Shows the settings.
    Settings,
    /// Chooses a language.
    Language(Language),
    /// Shows the time zones.
    Zones,
    /// Chooses the time zone of this city, as IANA spells it.
    Zone(String),
    /// Lets the municipality's time zone apply.
    HomeZone,
    /// Shows the hours at which quiet can begin.
    QuietFrom,
    /// Shows the hours at which quiet that began at this hour can end.
    QuietTo(usize),
    /// Sets quiet hours.
    Quiet(usize, usize),
    /// Switches quiet hours off.
    NoQuiet,
    /// Shows what is held.
    Privacy,
}

const fn may(verb: &'static str, who: Standing) -> capability::Action {
    capability::Action { verb, who: Who::Standing(who) }
}

/// Whether a payload is one of ours, whatever it asks for.
#[must_use]
pub fn is_own(payload: &str) -> bool {
    PayloadReader::open(payload).is_some_and(|reader| reader.capability == WORD)
}

/// Who may do what.
pub const ACTIONS: &[capability::Action] = &[
    may("home", Stranger),
    may("terms", Stranger),
    may("agree", Stranger),
    may("later", Stranger),
    may("help", Stranger),
    may("privacy", Stranger),
    may("step", Consented),
    may("rename", Consented),
    may("keep", Consented),
    may("back", Consented),
    may("page", Consented),
    may("all", Consented),
    may("elsewhere", Consented),
    may("municipality", Consented),
    may("school", Consented),
    may("post", Consented),
    may("subject", Consented),
    may("done", Consented),
    may("year", Consented),
    may("noyear", Consented),
    may("registered", Registered),
    may("menu", Registered),
    may("cancel", Registered),
    may("profile", Registered),
    may("editname", Registered),
    may("edityear", Registered),
    may("setyear", Registered),
    may("dropyear", Registered),
    may("editbirth", Registered),
    may("dropbirth", Registered),
    may("place", Registered),
    may("addplace", Registered),
    may("moveplace", Registered),
    may("mainplace", Registered),
    may("leaveplace", Registered),
    may("endplace", Registered),
    may("settings", Registered),
    may("language", Registered),
    may("zones", Registered),
    may("zone", Registered),
    may("homezone", Registered),
    may("quietfrom", Registered),
    may("quietto", Registered),
    may("quiet", Registered),
    may("noquiet", Registered),
];

impl Action {
    /// Reads a payload; anybody can forge one.
    #[must_use]
    pub fn read(raw: &str) -> Option<Self> {
        let mut reader = PayloadReader::open(raw).filter(|reader| reader.capability == WORD)?;
        let action = match Self::without_arguments(reader.verb) {
            Some(action) => action,
            None => Self::with_arguments(&mut reader)?,
        };
        reader.end(action)
    }

    /// Whether somebody who has come in so far may do it.
    #[must_use]
    pub fn is_open_to(&self, standing: Standing) -> bool {
        let payload = Payload::from(self.clone());
        let verb = PayloadReader::open(payload.as_str()).map(|reader| reader.verb);
        ACTIONS.iter().any(|known| Some(known.verb) == verb && known.who.admits(standing, &[]))
    }

    fn without_arguments(verb: &str) -> Option<Self> {
        Some(match verb {
            "home" => Self::Home,
            "terms" => Self::Terms,
            "later" => Self::Later,
            "step" => Self::Step,
            "rename" => Self::Rename,
            "keep" => Self::KeepName,
            "back" => Self::Back,
            "all" => Self::ShowAll,
            "elsewhere" => Self::Elsewhere,
            "done" => Self::SubjectsDone,
            "noyear" => Self::NoYear,
            "registered" => Self::Registered,
            "menu" => Self::Menu,
            "help" => Self::Help,
            "cancel" => Self::Cancel,
            "profile" => Self::Profile,
            "editname" => Self::EditName,
            "dropyear" => Self::DropYear,
            "editbirth" => Self::EditBirth,
            "dropbirth" => Self::DropBirth,
            "addplace" => Self::AddPlace,
            "settings" => Self::Settings,
            "zones" => Self::Zones,
            "homezone" => Self::HomeZone,
            "quietfrom" => Self::QuietFrom,
            "noquiet" => Self::NoQuiet,
            "privacy" => Self::Privacy,
            _ => return None,
        })
    }

    fn with_arguments(reader: &mut PayloadReader<'_>) -> Option<Self> {
        Some(match reader.verb {
            "agree" => Self::Agree(reader.word()?.to_owned()),
            "page" => Self::Page(reader.number()?),
            "municipality" => Self::Municipality(reader.id()?),
            "school" => Self::School(reader.id()?),
            "post" => Self::Post(reader.word()?.to_owned()),
            "subject" => Self::Subject(reader.word()?.to_owned()),
            "year" => Self::Year(reader.number()?),
            "edityear" => Self::EditYear(reader.number()?),
            "setyear" => Self::SetYear(reader.number()?),
            "place" => Self::Place(reader.id()?),
            "moveplace" => Self::MovePlace(reader.id()?),
            "mainplace" => Self::MainPlace(reader.id()?),
            "leaveplace" => Self::LeavePlace(reader.id()?),
            "endplace" => Self::EndPlace(reader.id()?),
            "language" => Self::Language(Language::from_tag(reader.word()?)?),
            "zone" => Self::Zone(reader.word()?.to_owned()),
            "quietto" => Self::QuietTo(reader.number()?),
            "quiet" => Self::Quiet(reader.number()?, reader.number()?),
            _ => return None,
        })
    }
}

impl From<Action> for Payload {
    fn from(action: Action) -> Self {
        let verb = |verb| Payload::new(WORD, verb);
        match action {
            Action::Home => verb("home"),
            Action::Terms => verb("terms"),
            Action::Agree(hash) => verb("agree").word(&hash),
            Action::Later => verb("later"),
            Action::Step => verb("step"),
            Action::Rename => verb("rename"),
            Action::KeepName => verb("keep"),
            Action::Back => verb("back"),
            Action::Page(page) => verb("page").number(page),
            Action::ShowAll => verb("all"),
            Action::Elsewhere => verb("elsewhere"),
            Action::Municipality(id) => verb("municipality").id(id),
            Action::School(id) => verb("school").id(id),
            Action::Post(id) => verb("post").word(&id),
            Action::Subject(id) => verb("subject").word(&id),
            Action::SubjectsDone => verb("done"),
            Action::Year(year) => verb("year").number(year),
            Action::NoYear => verb("noyear"),
            Action::Registered => verb("registered"),
            Action::Menu => verb("menu"),
            Action::Help => verb("help"),
            Action::Cancel => verb("cancel"),
            Action::Profile => verb("profile"),
            Action::EditName => verb("editname"),
            Action::EditYear(page) => verb("edityear").number(page),
            Action::SetYear(year) => verb("setyear").number(year),
            Action::DropYear => verb("dropyear"),
            Action::EditBirth => verb("editbirth"),
            Action::DropBirth => verb("dropbirth"),
            Action::Place(id) => verb("place").id(id),
            Action::AddPlace => verb("addplace"),
            Action::MovePlace(id) => verb("moveplace").id(id),
            Action::MainPlace(id) => verb("mainplace").id(id),
            Action::LeavePlace(id) => verb("leaveplace").id(id),
            Action::EndPlace(id) => verb("endplace").id(id),
            Action::Settings => verb("settings"),
            Action::Language(language) => verb("language").word(language.code()),
            Action::Zones => verb("zones"),
            Action::Zone(city) => verb("zone").word(&city),
            Action::HomeZone => verb("homezone"),
            Action::QuietFrom => verb("quietfrom"),
            Action::QuietTo(from) => verb("quietto").number(from),
            Action::Quiet(from, to) => verb("quiet").number(from).number(to),
            Action::NoQuiet => verb("noquiet"),
            Action::Privacy => verb("privacy"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_is_read_written_and_guarded() {
        for known in ACTIONS {
            let id = "AAAAAAAAAAAAAAAAAAAAAA";
            let arguments = ["", ".ru", ".7", ".7.8", &format!(".{id}")];
            let action =
                arguments.iter().find_map(|rest| Action::read(&format!("{WORD}.{}{rest}", known.verb)));
            let action = action.unwrap_or_else(|| panic!("{} is never read", known.verb));
            let payload = Payload::from(action.clone());
            assert!(payload.fits() && action.is_open_to(Registered), "{}", known.verb);
            assert_eq!(Action::read(payload.as_str()), Some(action));
        }
    }

    #[test]
    fn the_longest_id_of_a_content_file_fits_on_a_button() {
        assert!(Payload::from(Action::Subject("x".repeat(40))).fits());
    }

    #[test]
    fn forged_payloads_are_nothing() {
        for raw in ["pe1", "pe1.", "pe1.menu.now", "dg1.menu", "pe1.school.1", "pe1.page.-1", "pe1.quiet.1"] {
            assert_eq!(Action::read(raw), None, "{raw}");
        }
    }
}
