//! What whoever calls can do with one meeting, and with a plan of them, with the verbs of the buttons.
//! Not here: doing it.

/// What whoever calls can do with one meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Shows it: the draft, or how it stands.
    Show,
    /// Asks what it is called.
    Title,
    /// It is called like its kind.
    Untitled,
    /// Asks when it is.
    When,
    /// Asks where it is.
    Place,
    /// Asks for its agenda.
    Agenda,
    /// Shows what else can be said.
    More,
    /// Asks how many find a seat.
    Seats,
    /// Asks until when people can answer.
    Until,
    /// Others may come too, or no more.
    Opening,
    /// Asks whether to call people.
    Ask,
    /// Deletes the draft.
    Drop,
    /// Asks when it is now.
    Move,
    /// Moves it to what was said.
    Moving,
    /// Asks whether to call it off.
    AskCancel,
    /// Calls it off.
    Cancel,
    /// Hands out who comes, as a table.
    Table,
    /// Goes on with it in one's own name.
    TakeOver,
    /// Calls people to a meeting of a plan before its moment.
    CallNow,
    /// Shows the word of the door.
    Code,
    /// Asks for the names of visitors.
    Visitors,
    /// Everybody finds a seat.
    Unlimited,
    /// Shows the minutes.
    Minutes,
    /// Hands the minutes out as a paper.
    Paper,
}

/// Every deed with its verb.
pub(super) const DEEDS: [(Deed, &str); 24] = [
    (Deed::Show, "show"),
    (Deed::Title, "title"),
    (Deed::Untitled, "untitled"),
    (Deed::When, "when"),
    (Deed::Place, "place"),
    (Deed::Agenda, "agenda"),
    (Deed::More, "more"),
    (Deed::Seats, "seats"),
    (Deed::Until, "until"),
    (Deed::Opening, "opening"),
    (Deed::Ask, "ask"),
    (Deed::Drop, "drop"),
    (Deed::Move, "move"),
    (Deed::Moving, "moving"),
    (Deed::AskCancel, "off"),
    (Deed::Cancel, "cancel"),
    (Deed::Table, "table"),
    (Deed::TakeOver, "over"),
    (Deed::CallNow, "callnow"),
    (Deed::Code, "code"),
    (Deed::Visitors, "visitors"),
    (Deed::Unlimited, "free"),
    (Deed::Minutes, "minutes"),
    (Deed::Paper, "paper"),
];

/// The verb of a deed.
pub(super) fn verb_of(deed: Deed) -> &'static str {
    DEEDS.iter().find(|(known, _)| *known == deed).map_or("show", |(_, verb)| verb)
}

/// What can be done with a plan of meetings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearDeed {
    /// Asks for the sheet.
    Ask,
    /// Hands the template out.
    Template,
    /// Shows what the sheet would call.
    Tried,
    /// Calls it.
    Take,
}

/// Every one with its verb.
pub(super) const YEAR_DEEDS: [(YearDeed, &str); 4] = [
    (YearDeed::Ask, "year"),
    (YearDeed::Template, "yearsheet"),
    (YearDeed::Tried, "yeartried"),
    (YearDeed::Take, "yeartake"),
];
