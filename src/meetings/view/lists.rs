//! A meeting in a list, and what is held about somebody.
//! Not here: the lists.

use super::{Action, compose::entry};
use crate::{
    label,
    meetings::model::{MeetingKinds, Programme, Reply},
    messenger::{Button, Markup},
    text,
    texts::Texts,
};

/// A meeting on a button, with how the reader stands to it.
pub(super) fn read_button(
    (id, programme, reply): &(uuid::Uuid, &Programme, Option<Reply>),
    kinds: &MeetingKinds,
    texts: &Texts,
) -> Button {
    let reply = reply.map_or("none", Reply::as_str);
    let label = label!(texts, "meetings-list-entry", reply = reply, name = entry(programme, kinds, texts));
    Button::new(label, Action::Read(*id))
}

/// What is held about somebody here.
#[must_use]
pub fn told_sentence((invited, called): (i64, i64), texts: &Texts) -> Markup {
    text!(texts, "meetings-told", invited = invited, called = called)
}
