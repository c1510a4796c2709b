//! Looking around: the meetings of somebody, those that are over, those which they called.

use super::{Action, Deed, compose::entry, sheets::lessons_button};
use crate::{
    label,
    meetings::model::{MeetingKinds, Programme, Reply},
    messenger::{Button, Markup, Screen},
    people::menu_button,
    text,
    texts::Texts,
};

/// Everything that the list shows: id, what is told, how the reader stands to it.
pub struct ListsView<'a> {
    /// Meetings to which they were called.
    pub mine: Vec<(uuid::Uuid, &'a Programme, Option<Reply>)>,
    /// Meetings to which they may come.
    pub open: Vec<(uuid::Uuid, &'a Programme, Option<Reply>)>,
    /// The kinds there are.
    pub kinds: &'a MeetingKinds,
    /// Whether they may call people themselves.
    pub calls: bool,
}

pub(super) fn read_button(
    (id, programme, reply): &(uuid::Uuid, &Programme, Option<Reply>),
    kinds: &MeetingKinds,
    texts: &Texts,
) -> Button {
    let reply = reply.map_or("none", Reply::as_str);
    let label = label!(texts, "meetings-list-entry", reply = reply, name = entry(programme, kinds, texts));
    Button::new(label, Action::Read(*id))
}

/// What is ahead: one's own meetings, and those that are open to all.
#[must_use]
pub fn meetings_screen(view: &ListsView<'_>, texts: &Texts) -> Screen {
    let text = text!(texts, "meetings-list-text", mine = view.mine.len(), open = view.open.len());
    let buttons = view.mine.iter().chain(&view.open).map(|meeting| read_button(meeting, view.kinds, texts));
    let call = Button::new(label!(texts, "meetings-list-call"), Action::Home(None));
    Screen::of(text)
        .column(buttons)
        .row(view.calls.then_some(call).into_iter().collect())
        .row(vec![lessons_button(texts)])
        .row(vec![Button::new(label!(texts, "meetings-list-past"), Action::Past), menu_button(texts)])
        .at(Action::Meetings)
}

/// What is over.
#[must_use]
pub fn past_screen(view: &ListsView<'_>, texts: &Texts) -> Screen {
    Screen::of(text!(texts, "meetings-past-text", count = view.mine.len()))
        .column(view.mine.iter().map(|meeting| read_button(meeting, view.kinds, texts)))
        .row(vec![Button::new(label!(texts, "meetings-back-mine"), Action::Meetings), menu_button(texts)])
        .at(Action::Past)
}

/// What somebody called, with its state.
#[must_use]
pub fn called_screen(
    meetings: &[(uuid::Uuid, Programme, String)],
    kinds: &MeetingKinds,
    texts: &Texts,
) -> Screen {
    let buttons = meetings.iter().map(|(id, programme, state)| {
        let name = entry(programme, kinds, texts);
        let label = label!(texts, "meetings-called-entry", state = state, name = name);
        Button::new(label, Action::On(*id, Deed::Show))
    });
    Screen::of(text!(texts, "meetings-called-text", count = meetings.len()))
        .column(buttons)
        .row(vec![Button::new(label!(texts, "meetings-list-call"), Action::Home(None)), menu_button(texts)])
        .at(Action::Called)
}

/// What is held about somebody here.
#[must_use]
pub fn told_sentence((invited, called): (i64, i64), texts: &Texts) -> Markup {
    text!(texts, "meetings-told", invited = invited, called = called)
}
