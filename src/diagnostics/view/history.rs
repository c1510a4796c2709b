//! Finished attempts, and deleting one. Not here: the result itself.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Action, words};
use crate::{
    label,
    messenger::{Button, Markup, Screen},
    people::menu_button,
    text,
    texts::Texts,
};

/// Attempts on one page.
const ON_PAGE: usize = 8;

/// The finished attempts with day and title, the latest first; a page that does not exist is the last one.
#[must_use]
pub fn history_screen(attempts: &[(Uuid, NaiveDate, String)], page: usize, texts: &Texts) -> Screen {
    let last = attempts.len().saturating_sub(1) / ON_PAGE;
    let page = page.min(last);
    let words = if attempts.is_empty() {
        text!(texts, "diagnostics-history-empty")
    } else {
        text!(texts, "diagnostics-history-title", count = attempts.len())
    };
    let buttons = attempts.iter().skip(page * ON_PAGE).take(ON_PAGE).map(|(id, day, title)| {
        // In digits: a narrow phone cuts a longer label before the title says anything.
        let day = day.format("%d.%m.%Y").to_string();
        Button::new(
            label!(texts, "diagnostics-history-entry", day = day, title = title),
            Action::Picture(*id),
        )
    });
    let mut turning = Vec::new();
    if page > 0 {
        turning.push(Button::new(label!(texts, "diagnostics-page-earlier"), Action::History(page - 1)));
    }
    if page < last {
        turning.push(Button::new(label!(texts, "diagnostics-page-later"), Action::History(page + 1)));
    }
    Screen::of(words)
        .column(buttons)
        .row(turning)
        .row(vec![Button::new(label!(texts, "diagnostics-history-list"), Action::Diagnosis)])
        .row(vec![menu_button(texts)])
        .at(Action::History(page))
}

/// Asks whether to delete a finished attempt; the way back comes first.
#[must_use]
pub fn erase_screen(
    attempt: Uuid,
    title: &str,
    (day, today): (NaiveDate, NaiveDate),
    texts: &Texts,
) -> Screen {
    let day = words::day(day, today, texts);
    Screen::of(text!(texts, "diagnostics-erase-text", title = title, day = day))
        .row(vec![Button::new(label!(texts, "diagnostics-erase-keep"), Action::Result(attempt))])
        .row(vec![Button::new(label!(texts, "diagnostics-erase-delete"), Action::Delete(attempt))])
        .at(Action::Erase(attempt))
}

/// The attempt is gone.
#[must_use]
pub fn deleted_screen(texts: &Texts) -> Screen {
    Screen::of(text!(texts, "diagnostics-deleted-text"))
        .row(vec![Button::new(label!(texts, "diagnostics-history-list"), Action::Diagnosis)])
        .row(vec![menu_button(texts)])
}

/// One attempt as `/privacy` tells it.
#[must_use]
pub fn told_sentence(title: &str, begun: NaiveDate, finished: Option<NaiveDate>, texts: &Texts) -> Markup {
    // Far from today on purpose: here every date carries its year.
    let day = |date| words::day(date, NaiveDate::MIN, texts);
    match finished {
        Some(finished) => text!(texts, "diagnostics-told-finished", title = title, day = day(finished)),
        None => text!(texts, "diagnostics-told-open", title = title, day = day(begun)),
    }
}
