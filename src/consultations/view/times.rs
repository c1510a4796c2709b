//! Times to talk: asking for them, what was understood, what the teacher chooses from, and the file for a calendar.
//! Not here: reading them.

use chrono::{DateTime, Datelike, Utc};
use uuid::Uuid;

use super::{Action, Told, Words, about, title};
use crate::{
    consultations::model::{CalledName, ConsultationRequest, ProposedTime},
    documents::{CalendarEvent, Method, Span, event_ics},
    label,
    messenger::{Attachment, Button, Markup, Screen},
    outbox::Wording,
    people::menu_button,
    text,
    texts::Texts,
    threads,
};

/// The calendar's own alarm.
const ALARM_MINUTES: u32 = 60;

/// «среда, 25.11, 15:00–15:30».
pub(super) fn time_words(time: &ProposedTime, texts: &Texts) -> String {
    let begins = time.begins();
    label!(
        texts,
        "consultations-time",
        weekday = i64::from(begins.weekday().num_days_from_monday()),
        day = begins.format("%d.%m").to_string(),
        from = begins.format("%H:%M").to_string(),
        until = time.ends().format("%H:%M").to_string(),
    )
}

/// Asks for up to three times, a line each.
#[must_use]
pub fn times_screen(request: &ConsultationRequest, texts: &Texts) -> Screen {
    let text = text!(texts, "consultations-times-ask", title = title(request, texts));
    let back = Button::new(label!(texts, "consultations-card-back"), Action::Work(request.id));
    Screen::of(text).row(vec![back, menu_button(texts)]).at(Action::Times(request.id))
}

/// What was understood; typed again it is replaced.
#[must_use]
pub fn understood_screen(request: &ConsultationRequest, times: &[ProposedTime], texts: &Texts) -> Screen {
    let drafted = times.iter().filter(|time| time.state == "drafted");
    let text = drafted.fold(text!(texts, "consultations-times-understood"), |text, time| {
        text.line(&Markup::plain(&time_words(time, texts)))
    });
    let send = Button::new(label!(texts, "consultations-times-send"), Action::Offer(request.id));
    let back = Button::new(label!(texts, "consultations-card-back"), Action::Work(request.id));
    Screen::of(text).row(vec![send]).row(vec![back, menu_button(texts)]).at(Action::Times(request.id))
}

/// What the teacher chooses from.
#[must_use]
pub fn times_letter(told: &Told, offered: &[ProposedTime], words: Words<'_>) -> Wording {
    let texts = words.2;
    let title = title(&told.request, texts);
    let text = text!(texts, "consultations-times-offered", title = title.as_str(), name = told.taker(texts));
    let times = offered.iter().map(|time| Button::new(time_words(time, texts), Action::Pick(time.id)));
    let other = told.thread.map(|thread| {
        vec![Button::new(label!(texts, "consultations-times-other"), threads::write_address(thread))]
    });
    let mut screen = Screen::of(text.clone()).column(times);
    screen.rows.extend(other);
    let button =
        Button::new(label!(texts, "consultations-home", title = title), Action::Show(told.request.id));
    Wording { screen, brief: text, button }
}

fn talk_words(told: &Told, what: &str, texts: &Texts) -> Markup {
    let time = told.agreed.as_ref().map(|time| time_words(time, texts)).unwrap_or_default();
    text!(texts, "consultations-talk", what = what, title = title(&told.request, texts), time = time)
}

/// The teacher has chosen.
#[must_use]
pub fn agreed_screen(told: &Told, (_, _, texts): Words<'_>) -> Screen {
    let home = label!(texts, "consultations-home", title = title(&told.request, texts));
    Screen::of(talk_words(told, "agreed", texts))
        .row(vec![Button::new(home, Action::Show(told.request.id)), menu_button(texts)])
        .at(Action::Show(told.request.id))
}

/// A time was agreed, or it is near.
#[must_use]
pub fn talk_letter(told: &Told, (reader, is_new): (Uuid, bool), (_, _, texts): Words<'_>) -> Wording {
    let (request, what) = (&told.request, if is_new { "agreed" } else { "soon" });
    let text = talk_words(told, what, texts);
    let target =
        if request.teacher_id == Some(reader) { Action::Show(request.id) } else { Action::Work(request.id) };
    let button = Button::new(label!(texts, "consultations-home", title = title(request, texts)), target);
    Wording { screen: Screen::of(text.clone()).row(vec![button.clone()]), brief: text, button }
}

/// The time that was agreed, for a calendar.
#[must_use]
pub fn calendar_file(told: &Told, now: DateTime<Utc>, words: Words<'_>) -> Option<Attachment> {
    let texts = words.2;
    let time = told.agreed.as_ref()?;
    let (from, until) = time.span(told.zone);
    let event = CalendarEvent {
        uid: format!("consultation-{}@metodist", told.request.id),
        // Minutes of the clock: whatever is agreed later is newer.
        sequence: u32::try_from(now.timestamp() / 60).unwrap_or_default(),
        method: Method::Request,
        made_at: now,
        span: Span::Timed(from, until),
        title: title(&told.request, texts),
        details: about(&told.request, words),
        place: String::new(),
        link: None,
        organiser: told.name(told.request.taken_by).map(CalledName::address).unwrap_or_default(),
        alarm_minutes: Some(ALARM_MINUTES),
    };
    let caption = text!(texts, "consultations-talk-caption");
    let name = label!(texts, "consultations-talk-file");
    Some(Attachment::File { name, bytes: event_ics(&event).into(), caption })
}
