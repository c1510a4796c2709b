//! Calling a meeting: what can be called, the draft, each thing that can be said of it, and the question before people are
//! called.

use chrono_tz::Tz;
use uuid::Uuid;

use super::{
    Action, Deed, Side, YearDeed, to_meeting,
    words::{agenda, head, kind_words, moment_words, name_words, short_when},
};
use crate::{
    label,
    meetings::model::{Meeting, MeetingKinds},
    messenger::{Button, Markup, Payload, Screen},
    people::menu_button,
    text,
    texts::Texts,
};

/// Leads here from what somebody looks after.
#[must_use]
pub fn home_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "meetings-command-meeting"), Action::Home(None))
}

/// Everything that the beginning shows.
pub struct HomeView<'a> {
    /// The unit in whose name people are called, by its innermost id, and what it is called.
    pub place: (Uuid, &'a str),
    /// Other units of whoever calls.
    pub others: &'a [(Uuid, String)],
    /// The kinds there are.
    pub kinds: &'a MeetingKinds,
    /// The last meeting that they called there.
    pub last: Option<&'a Meeting>,
}

/// What can be called.
#[must_use]
pub fn home_screen(view: &HomeView<'_>, texts: &Texts) -> Screen {
    let (place, title) = view.place;
    let again = view.last.map(|last| {
        let name = name_words(&last.programme, view.kinds, texts);
        Button::new(label!(texts, "meetings-home-again", name = name), Action::Again(place))
    });
    let kind = |kind: &crate::meetings::model::MeetingKind| {
        Button::new(kind.title.clone(), Action::Begin(place, kind.id.clone()))
    };
    let others = view.others.iter().map(|(id, title)| {
        Button::new(label!(texts, "meetings-home-place", place = title), Action::Home(Some(*id)))
    });
    Screen::of(text!(texts, "meetings-home-text", place = title))
        .row(again.into_iter().collect())
        .column(view.kinds.all().iter().map(kind))
        .column(others)
        .row(vec![
            Button::new(label!(texts, "meetings-home-year"), Action::Year(place, YearDeed::Ask)),
            Button::new(label!(texts, "meetings-home-called"), Action::Called),
        ])
        .row(vec![Button::new(label!(texts, "meetings-back-mine"), Action::Meetings), menu_button(texts)])
        .at(Action::Home(Some(place)))
}

/// Everything a draft shows.
pub struct ComposeView<'a> {
    /// The draft.
    pub draft: &'a Meeting,
    /// The kinds there are.
    pub kinds: &'a MeetingKinds,
    /// Who is called, in words with their number.
    pub audience: Markup,
    /// The address of the editor of who is called; nobody edits who belongs to an association.
    pub edit: Payload,
    /// The zone of its place.
    pub zone: Tz,
}

/// A draft.
#[must_use]
pub fn compose_screen(view: &ComposeView<'_>, texts: &Texts) -> Screen {
    let draft = view.draft;
    let button = |label: String, deed: Deed| Button::new(label, Action::On(draft.id, deed));
    let text = text!(texts, "meetings-compose-title").paragraph(&head(&draft.programme, view.kinds, texts));
    let text = if draft.programme.when.is_none() {
        text.line(&text!(texts, "meetings-compose-no-time"))
    } else {
        text
    };
    let text = text
        .paragraph(&agenda(&draft.programme, texts))
        .paragraph(&view.audience)
        .paragraph(&terms(view, texts));
    Screen::of(text)
        .row(vec![button(label!(texts, "meetings-compose-call"), Deed::Ask)])
        .row(vec![
            button(label!(texts, "meetings-compose-when"), Deed::When),
            button(label!(texts, "meetings-compose-place"), Deed::Place),
        ])
        .row(vec![
            Button::new(label!(texts, "meetings-compose-audience"), view.edit.clone()),
            button(label!(texts, "meetings-compose-agenda"), Deed::Agenda),
        ])
        .row(vec![
            button(label!(texts, "meetings-compose-more"), Deed::More),
            button(label!(texts, "meetings-compose-drop"), Deed::Drop),
        ])
        .row(vec![Button::new(label!(texts, "meetings-back-called"), Action::Called)])
        .at(Action::On(draft.id, Deed::Show))
}

/// Seats, the end of answers, and whether others may come.
fn terms(view: &ComposeView<'_>, texts: &Texts) -> Markup {
    let draft = view.draft;
    let mut words = Markup::default();
    if let Some(seats) = draft.capacity {
        words = text!(texts, "meetings-terms-seats", seats = seats);
    }
    if let Some(until) = draft.answer_by {
        words = words.line(&text!(texts, "meetings-terms-until", at = moment_words(until, view.zone, texts)));
    }
    if draft.is_open {
        words = words.line(&text!(texts, "meetings-terms-open"));
    }
    words
}

/// What else can be said.
#[must_use]
pub fn more_screen(view: &ComposeView<'_>, texts: &Texts) -> Screen {
    let draft = view.draft;
    let button = |label: String, deed: Deed| Button::new(label, Action::On(draft.id, deed));
    let seats = draft.capacity.map(|seats| seats.to_string()).unwrap_or_default();
    let limited = if draft.capacity.is_some() { "yes" } else { "no" };
    let open = if draft.is_open { "yes" } else { "no" };
    let terms = terms(view, texts);
    Screen::of(text!(texts, "meetings-more-text").paragraph(&terms))
        .row(vec![button(label!(texts, "meetings-more-title"), Deed::Title)])
        .row(vec![button(
            label!(texts, "meetings-more-seats", limited = limited, seats = seats),
            Deed::Seats,
        )])
        .row(vec![button(label!(texts, "meetings-more-until"), Deed::Until)])
        .row(vec![button(label!(texts, "meetings-more-open", open = open), Deed::Opening)])
        .row(vec![Button::new(label!(texts, "meetings-fields-button"), Side::Fields(draft.id))])
        .row(vec![to_meeting(draft, texts)])
        .at(Action::On(draft.id, Deed::More))
}

/// A question that is answered by typing, with the way back.
fn question(text: Markup, (meeting, deed): (&Meeting, Deed), texts: &Texts) -> Screen {
    Screen::of(text).row(vec![to_meeting(meeting, texts)]).at(Action::On(meeting.id, deed))
}

/// Asks what it is called; its kind is title enough.
#[must_use]
pub fn title_screen(draft: &Meeting, kinds: &MeetingKinds, texts: &Texts) -> Screen {
    let kind = kind_words(&draft.programme, kinds, texts);
    let untitled = label!(texts, "meetings-title-untitled", kind = &kind);
    Screen::of(text!(texts, "meetings-title-question", kind = kind))
        .row(vec![Button::new(untitled, Action::On(draft.id, Deed::Untitled))])
        .row(vec![to_meeting(draft, texts)])
        .at(Action::On(draft.id, Deed::Title))
}

/// Asks where it is.
#[must_use]
pub fn place_screen(draft: &Meeting, texts: &Texts) -> Screen {
    question(text!(texts, "meetings-place-question"), (draft, Deed::Place), texts)
}

/// Asks for the agenda.
#[must_use]
pub fn agenda_screen(draft: &Meeting, texts: &Texts) -> Screen {
    let text = text!(texts, "meetings-agenda-question").paragraph(&agenda(&draft.programme, texts));
    question(text, (draft, Deed::Agenda), texts)
}

/// Asks how many find a seat.
#[must_use]
pub fn seats_screen(draft: &Meeting, texts: &Texts) -> Screen {
    let unlimited = label!(texts, "meetings-seats-unlimited");
    Screen::of(text!(texts, "meetings-seats-question"))
        .row(vec![Button::new(unlimited, Action::On(draft.id, Deed::Unlimited))])
        .row(vec![to_meeting(draft, texts)])
        .at(Action::On(draft.id, Deed::Seats))
}

/// Asks until when people can answer.
#[must_use]
pub fn until_screen(draft: &Meeting, texts: &Texts) -> Screen {
    question(text!(texts, "meetings-until-question"), (draft, Deed::Until), texts)
}

/// The question before people are called, which names their number and says the day in full.
#[must_use]
pub fn confirm_screen(view: &ComposeView<'_>, people: usize, texts: &Texts) -> Screen {
    let draft = view.draft;
    let text = text!(texts, "meetings-confirm-question")
        .paragraph(&head(&draft.programme, view.kinds, texts))
        .paragraph(&view.audience)
        .paragraph(&terms(view, texts));
    let call = (people > 0).then(|| {
        Button::new(label!(texts, "meetings-confirm-call", count = people), Action::Go(draft.id, people))
    });
    Screen::of(text)
        .row(call.into_iter().collect())
        .row(vec![to_meeting(draft, texts)])
        .at(Action::On(draft.id, Deed::Ask))
}

/// A meeting on a button: when, and what it is called.
pub(super) fn entry(
    programme: &crate::meetings::model::Programme,
    kinds: &MeetingKinds,
    texts: &Texts,
) -> String {
    let name = name_words(programme, kinds, texts);
    match &programme.when {
        Some(span) => format!("{} {name}", short_when(span)),
        None => name,
    }
}
