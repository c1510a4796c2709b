//! The screens of whoever answers: the card, the queue, the work on a request, kept answers.

use uuid::Uuid;

use super::{
    Action, Told, Words, about, head,
    history::{history_words, hours_row, profile_row},
    title,
};
use crate::{
    consultations::model::{CannedAnswer, ConsultationRequest, ReportPeriod, RequestState},
    label,
    messenger::{Button, Markup, Screen},
    people::menu_button,
    text,
    texts::Texts,
    threads,
};

/// What is needed to decide, nothing more.
pub(super) fn card_words(told: &Told, words: Words<'_>) -> Markup {
    let texts = words.2;
    let who = text!(
        texts,
        "consultations-card-who",
        teacher = told.teacher(texts),
        school = told.school.clone().unwrap_or_default(),
        has = if told.school.is_some() { "yes" } else { "no" },
    );
    let marks = told.marks.iter().map(|mark| text!(texts, "consultations-mark", mark = mark.as_str()));
    let who = marks.fold(who, |who, mark| who.line(&mark));
    let who = match &told.request.wish {
        Some(wish) => who.line(&text!(texts, "consultations-card-wish", wish = wish)),
        None => who,
    };
    let card = head(&told.request, words).line(&who).paragraph(&told.question(texts));
    if !told.request.state.is_open() {
        return card;
    }
    let due = text!(texts, "consultations-card-due", due = told.moment(told.request.due_at()));
    card.paragraph(&due)
}

/// «Беру», «Не моё», «Позже».
pub(super) fn card_rows(told: &Told, texts: &Texts) -> Vec<Vec<Button>> {
    let id = told.request.id;
    let mut rows = vec![
        vec![Button::new(label!(texts, "consultations-take"), Action::Take(id))],
        vec![
            Button::new(label!(texts, "consultations-pass"), Action::Pass(id)),
            Button::new(label!(texts, "consultations-later"), Action::Later(id)),
        ],
    ];
    rows.extend(profile_row(told, texts));
    if told.said.iter().any(|message| !message.files.is_empty()) {
        rows.push(vec![Button::new(label!(texts, "consultations-card-files"), Action::Card(id))]);
    }
    rows
}

/// The card as a screen.
#[must_use]
pub fn card_screen(told: &Told, coordinates: bool, words: Words<'_>) -> Screen {
    let texts = words.2;
    let id = told.request.id;
    if told.request.state != RequestState::Sent {
        let gone = super::letters::gone_words(told, texts);
        return Screen::of(gone).row(vec![queue_button(texts), menu_button(texts)]).at(Action::Queue);
    }
    let mut screen = Screen::of(card_words(told, words)).at(Action::Card(id));
    screen.rows = card_rows(told, texts);
    screen.rows.truncate(2);
    screen.rows.extend(profile_row(told, texts));
    if coordinates {
        let assign = Button::new(label!(texts, "consultations-assign"), Action::Transfer(id));
        screen = screen.row(vec![assign, up_button(id, texts)]);
    }
    screen.row(vec![queue_button(texts), menu_button(texts)])
}

fn up_button(id: Uuid, texts: &Texts) -> Button {
    Button::new(label!(texts, "consultations-up"), Action::Up(id))
}

pub(super) fn queue_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "consultations-back-queue"), Action::Queue)
}

/// It is put off until then.
#[must_use]
pub fn later_screen(told: &Told, until: &str, texts: &Texts) -> Screen {
    let text = text!(texts, "consultations-later-said", title = title(&told.request, texts), until = until);
    let card = Button::new(label!(texts, "consultations-card-back"), Action::Card(told.request.id));
    Screen::of(text).row(vec![card]).row(vec![queue_button(texts), menu_button(texts)]).at(Action::Queue)
}

/// What one has taken and what can be taken, each by its term.
#[must_use]
pub fn queue_screen(
    (own, others, coordinates): (&[Told], &[Told], bool),
    now: chrono::DateTime<chrono::Utc>,
    words: Words<'_>,
) -> Screen {
    let texts = words.2;
    let line = |told: &Told, target: Action| {
        let request = &told.request;
        let label = label!(
            texts,
            "consultations-queue-line",
            late = if request.is_late(now) { "yes" } else { "no" },
            number = request.number.unwrap_or_default(),
            due = told.moment(request.due_at()),
            about = about(request, words),
            state = request.state.as_str(),
            waits = if request.waiting_since.is_some() { "yes" } else { "no" },
        );
        Button::new(label, target)
    };
    let own_lines = own.iter().map(|told| line(told, Action::Work(told.request.id)));
    let other_lines = others.iter().map(|told| match told.request.state {
        RequestState::Sent => line(told, Action::Card(told.request.id)),
        _ => line(told, Action::Work(told.request.id)),
    });
    let text = text!(texts, "consultations-queue", own = own.len(), others = others.len());
    let screen = Screen::of(text).column(own_lines.chain(other_lines).take(MOST_LINES));
    let month = || ReportPeriod::Month.as_str().to_owned();
    let mut reports =
        vec![Button::new(label!(texts, "consultations-journal-button"), Action::Journal(month()))];
    if coordinates {
        reports.push(Button::new(label!(texts, "consultations-figures-button"), Action::Figures(month())));
    }
    let first = Button::new(label!(texts, "consultations-accompanied-button"), Action::Accompanied);
    let groups = Button::new(label!(texts, "consultations-groups-button"), Action::Groups);
    let mut last = vec![first, groups];
    if coordinates {
        last.push(Button::new(label!(texts, "consultations-calendar-button"), Action::Calendar));
    }
    screen.row(reports).row(last).row(vec![menu_button(texts)]).at(Action::Queue)
}

/// Lines in a queue that a thumb still scrolls through.
pub(super) const MOST_LINES: usize = 30;

/// Where somebody sits in a consultation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seat {
    /// They have taken it.
    Taker,
    /// They were invited into it.
    Guest,
    /// They look after it.
    Above,
}

/// A request that one has taken, was invited into, or looks after. Words typed here go to the teacher where one is in it.
#[must_use]
pub fn work_screen(told: &Told, (seat, note): (Seat, Option<&str>), words: Words<'_>) -> Screen {
    let (request, texts) = (&told.request, words.2);
    let mut screen = Screen::of(work_words(told, note, words));
    let is_open = request.state.is_open();
    let thread = told.thread.filter(|_| seat != Seat::Above);
    if let Some(thread) = thread {
        let what = if is_open { "write" } else { "read" };
        let label = label!(texts, "consultations-thread", what = what);
        screen = screen.row(vec![Button::new(label, threads::write_address(thread))]);
    }
    if is_open && seat != Seat::Above {
        screen.text = screen.text.paragraph(&text!(texts, "consultations-work-ask"));
    }
    screen.rows.extend(work_rows(told, seat, texts));
    let screen = screen.row(vec![queue_button(texts), menu_button(texts)]);
    match thread.filter(|_| is_open) {
        Some(thread) => screen.at(threads::write_address(thread)),
        None => screen.at(Action::Work(request.id)),
    }
}

fn work_words(told: &Told, note: Option<&str>, words: Words<'_>) -> Markup {
    let (request, texts) = (&told.request, words.2);
    let state = text!(
        texts,
        "consultations-work-state",
        state = request.state.as_str(),
        name = told.taker(texts),
        waits = if request.waiting_since.is_some() { "yes" } else { "no" },
    );
    let mut text = told.with_guests(card_words(told, words).line(&state), texts);
    if let Some(note) = note {
        text = text.paragraph(&text!(texts, "consultations-note", words = note));
    }
    if let Some(summary) = &request.summary {
        let summary = Markup::trusted(summary.as_str());
        text = text.paragraph(&text!(texts, "consultations-summary", summary = summary));
    }
    text.paragraph(&history_words(told, texts))
}

/// What can be done with it from this seat.
fn work_rows(told: &Told, seat: Seat, texts: &Texts) -> Vec<Vec<Button>> {
    let (request, id) = (&told.request, told.request.id);
    let button = |key, action| Button::new(texts.plain(key, &[]), action);
    let note = button("consultations-note-button", Action::Note(id));
    let mut rows = Vec::new();
    match seat {
        Seat::Taker => rows.extend(profile_row(told, texts)),
        Seat::Guest => rows.push(vec![button("consultations-leave", Action::Leave(id))]),
        Seat::Above => {}
    }
    match (request.state, seat) {
        (RequestState::Closed, Seat::Taker) => {
            rows.push(hours_row(request, texts));
            rows.push(vec![note, button("consultations-publish", Action::Publish(id))]);
        }
        (state, Seat::Taker) if state.is_open() => rows.extend([
            vec![note, button("consultations-canned-button", Action::Canned(id))],
            vec![
                button("consultations-times-button", Action::Times(id)),
                button("consultations-guests-button", Action::Guests(id)),
            ],
            vec![
                button("consultations-transfer", Action::Transfer(id)),
                button("consultations-close", Action::Close(id)),
            ],
        ]),
        (state, Seat::Above) if state.is_open() => {
            rows.push(vec![note]);
            rows.push(vec![button("consultations-assign", Action::Transfer(id)), up_button(id, texts)]);
        }
        _ => rows.push(vec![note]),
    }
    rows
}

fn back_to_work(screen: Screen, id: Uuid, texts: &Texts) -> Screen {
    let back = Button::new(label!(texts, "consultations-card-back"), Action::Work(id));
    screen.row(vec![back, menu_button(texts)])
}

/// Asks for the summary.
#[must_use]
pub fn close_screen(request: &ConsultationRequest, texts: &Texts) -> Screen {
    let text = text!(texts, "consultations-close-ask", title = title(request, texts));
    back_to_work(Screen::of(text), request.id, texts).at(Action::Close(request.id))
}

/// Asks for a note for oneself.
#[must_use]
pub fn note_screen(request: &ConsultationRequest, texts: &Texts) -> Screen {
    let text = text!(texts, "consultations-note-ask", title = title(request, texts));
    back_to_work(Screen::of(text), request.id, texts).at(Action::Note(request.id))
}

/// The kept answers: each is given by a tap, one's own are dropped by another.
#[must_use]
pub fn canned_screen(id: Uuid, (all, may_share): (&[CannedAnswer], bool), texts: &Texts) -> Screen {
    let mut screen = Screen::of(text!(texts, "consultations-canned", count = all.len()));
    for canned in all {
        let shared = if canned.owner_id.is_none() { "yes" } else { "no" };
        let label = label!(texts, "consultations-canned-line", title = &canned.title, shared = shared);
        let mut row = vec![Button::new(label, Action::Say(id, canned.id))];
        if canned.owner_id.is_some() || may_share {
            row.push(Button::new("✕", Action::Unkeep(id, canned.id)));
        }
        screen = screen.row(row);
    }
    let keep = Button::new(label!(texts, "consultations-canned-keep"), Action::Keep(id));
    back_to_work(screen.row(vec![keep]), id, texts).at(Action::Canned(id))
}

/// Asks for an answer to be kept.
#[must_use]
pub fn keep_screen(id: Uuid, is_shared: bool, texts: &Texts) -> Screen {
    let shared = if is_shared { "yes" } else { "no" };
    let text = text!(texts, "consultations-canned-ask", shared = shared);
    let back = Button::new(label!(texts, "consultations-canned-button"), Action::Canned(id));
    Screen::of(text).row(vec![back, menu_button(texts)]).at(Action::Keep(id))
}
