//! What will be sent to many, and one announcement that waits for its moment or is held back.
//! Not here: what is on its way or was sent; that is a report.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use super::{Action, Deed, headline, moment};
use crate::{
    broadcasts::model::{Broadcast, Repeat, State, moment_in_line},
    capability::UpcomingSend,
    label,
    messenger::{Button, Markup, Screen},
    people::menu_button,
    text,
    texts::Texts,
};

/// Sends on a page.
const PER_PAGE: usize = 8;

/// A page of what a place will send to many, on its own clock.
#[must_use]
pub fn upcoming_screen(
    (place, title): (Option<Uuid>, &str),
    (sends, page): (&[UpcomingSend], usize),
    zone: Tz,
    texts: &Texts,
) -> Screen {
    let last = sends.len().saturating_sub(1) / PER_PAGE;
    let page = page.min(last);
    let text = if sends.is_empty() {
        text!(texts, "broadcasts-upcoming-nothing", place = title)
    } else {
        text!(texts, "broadcasts-upcoming-text", place = title, count = sends.len(), zone = zone.name())
    };
    let listed = sends.iter().skip(page * PER_PAGE).take(PER_PAGE).map(|send| entry(send, zone, texts));
    let turn = |is: bool, key: &'static str, to: usize| {
        is.then(|| Button::new(texts.plain(key, &[]), Action::Upcoming(place, to)))
    };
    let turning = [
        turn(page > 0, "broadcasts-upcoming-before", page.saturating_sub(1)),
        turn(page < last, "broadcasts-upcoming-after", page + 1),
    ];
    let back = Button::new(label!(texts, "broadcasts-back-home"), Action::Home(place));
    Screen::of(text)
        .column(listed)
        .row(turning.into_iter().flatten().collect())
        .row(vec![back, menu_button(texts)])
        .at(Action::Upcoming(place, page))
}

fn entry(send: &UpcomingSend, zone: Tz, texts: &Texts) -> Button {
    let state = match (send.is_held, send.is_begun) {
        (true, _) => "held",
        (false, true) => "begun",
        (false, false) => "waits",
    };
    let at = send.at.with_timezone(&zone).format("%d.%m %H:%M").to_string();
    let label = label!(texts, "broadcasts-upcoming-entry", state = state, at = at, title = &send.title);
    Button::new(label, send.opens.clone())
}

/// An announcement that was confirmed and has not begun: when, to whom, and what can be done about it.
#[must_use]
pub fn waiting_screen(
    broadcast: &Broadcast,
    audience: &Markup,
    (zone, now): (Tz, DateTime<Utc>),
    texts: &Texts,
) -> Screen {
    let button = |label: String, deed: Deed| Button::new(label, Action::On(broadcast.id, deed));
    let is_held = broadcast.state == State::Paused;
    let in_line = broadcast.starts_at.and_then(|at| moment_in_line((at, broadcast.repeats), zone, now));
    let hold = button(label!(texts, "broadcasts-waiting-hold"), Deed::Hold);
    let queue = button(label!(texts, "broadcasts-waiting-queue"), Deed::Queue);
    let hold = if is_held { in_line.map(|_| queue) } else { Some(hold) };
    let start = button(label!(texts, "broadcasts-waiting-start"), Deed::AskStart);
    let stop = button(label!(texts, "broadcasts-waiting-stop"), Deed::AskStop);
    let place = broadcast.municipality;
    let back = Button::new(label!(texts, "broadcasts-upcoming-back"), Action::Upcoming(place, 0));
    let text = waiting_text(broadcast, in_line.or(broadcast.starts_at), zone, texts);
    Screen::of(text.paragraph(audience))
        .row(vec![start])
        .row(hold.into_iter().chain([stop]).collect())
        .row(vec![back, Button::new(label!(texts, "broadcasts-back-home"), Action::Home(place))])
        .at(Action::On(broadcast.id, Deed::Show))
}

fn waiting_text(broadcast: &Broadcast, at: Option<DateTime<Utc>>, zone: Tz, texts: &Texts) -> Markup {
    let head = text!(
        texts,
        "broadcasts-waiting-head",
        state = broadcast.state.as_str(),
        why = broadcast.pause.as_deref().unwrap_or("wished"),
        words = headline(broadcast, texts),
    );
    let Some(at) = at.map(|at| moment(at, zone)) else { return head };
    let rule = broadcast.repeats.map_or("once", Repeat::as_str);
    head.paragraph(&text!(texts, "broadcasts-waiting-moment", rule = rule, at = at, zone = zone.name()))
}
