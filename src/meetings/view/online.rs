//! The list of a video conference: asking for it, and what it comes to before anybody is marked.
//! Not here: reading it.

use super::{Action, After, to_meeting};
use crate::{
    label,
    meetings::model::{Meeting, OnlineList},
    messenger::{Button, Markup, Screen},
    text,
    texts::Texts,
};

/// Names of a kind that are shown; the rest are counted.
const SHOWN: usize = 12;

/// Asks for the list.
#[must_use]
pub fn online_screen(meeting: &Meeting, texts: &Texts) -> Screen {
    Screen::of(text!(texts, "meetings-online-question"))
        .row(vec![to_attendance(meeting, texts), to_meeting(meeting, texts)])
        .at(After::Online(meeting.id))
}

fn to_attendance(meeting: &Meeting, texts: &Texts) -> Button {
    Button::new(label!(texts, "meetings-online-back"), Action::Attendance(meeting.id, 0))
}

/// What a list comes to: who is found, who may be meant, who is not known.
#[must_use]
pub fn tried_screen(meeting: &Meeting, list: &OnlineList, texts: &Texts) -> Screen {
    let id = meeting.id;
    let (meant, unknown) = (list.meant().len(), list.unknown.len());
    let names = list.unknown.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    let more = unknown.saturating_sub(SHOWN);
    let text = text!(texts, "meetings-online-found", sure = list.sure.len(), unsure = list.unsure.len());
    let strangers = text!(texts, "meetings-online-unknown", count = unknown, names = names, more = more);
    let text = text.paragraph(&if unknown > 0 { strangers } else { Markup::default() });
    let unsure = list.unsure.iter().enumerate().take(SHOWN).map(|(place, one)| {
        let chosen = if one.is_meant { "yes" } else { "no" };
        let (typed, name) = (&one.typed, &one.name);
        let label = label!(texts, "meetings-online-unsure", chosen = chosen, typed = typed, name = name);
        Button::new(label, After::Meant(id, place))
    });
    let chosen = if list.are_visitors { "yes" } else { "no" };
    let visitors = label!(texts, "meetings-online-visitors", chosen = chosen, count = unknown);
    let visitors = (unknown > 0).then(|| Button::new(visitors, After::AsVisitors(id)));
    let take = Button::new(label!(texts, "meetings-online-take", count = meant), After::TakeList(id));
    let is_any = meant > 0 || (list.are_visitors && unknown > 0);
    Screen::of(text)
        .column(unsure)
        .row(visitors.into_iter().collect())
        .row(is_any.then_some(take).into_iter().collect())
        .row(vec![to_attendance(meeting, texts), to_meeting(meeting, texts)])
        .at(After::Tried(id))
}
