//! Entries: the list, one of them, the steps through its fields, deleting it.

use uuid::Uuid;

use super::{Action, day, home::to_home};
use crate::{
    label,
    messenger::{Button, Markup, Screen},
    people::menu_button,
    portfolio::model::{EntryFault, EntryKind, EntryStep, PortfolioEntry},
    text,
    texts::Texts,
};

/// Entries on a page.
const PER_PAGE: usize = 8;

/// A page of the entries.
#[must_use]
pub fn entries_screen(entries: &[PortfolioEntry], page: usize, texts: &Texts) -> Screen {
    let last = entries.len().saturating_sub(1) / PER_PAGE;
    let page = page.min(last);
    let shown = entries.iter().skip(page * PER_PAGE).take(PER_PAGE).map(|entry| {
        let label =
            label!(texts, "portfolio-entries-entry", kind = entry.kind.as_str(), title = &entry.title,);
        Button::new(label, Action::Entry(entry.id))
    });
    let turn = |label: String, page: usize| Button::new(label, Action::Entries(page));
    let earlier = (page > 0).then(|| turn(label!(texts, "portfolio-list-earlier"), page - 1));
    let later = (page < last).then(|| turn(label!(texts, "portfolio-list-later"), page + 1));
    Screen::of(text!(texts, "portfolio-entries-text", count = entries.len()))
        .column(shown)
        .row(earlier.into_iter().chain(later).collect())
        .row(vec![Button::new(label!(texts, "portfolio-home-add"), Action::Kinds)])
        .row(vec![to_home(texts), menu_button(texts)])
        .at(Action::Entries(page))
}

/// Asks for the kind of a new entry.
#[must_use]
pub fn kinds_screen(texts: &Texts) -> Screen {
    let kinds = EntryKind::ALL.map(|kind| {
        Button::new(label!(texts, "portfolio-kind-button", kind = kind.as_str()), Action::Begin(kind))
    });
    Screen::of(text!(texts, "portfolio-kinds-question"))
        .column(kinds)
        .row(vec![to_home(texts), menu_button(texts)])
        .at(Action::Kinds)
}

/// Asks for the title of a new entry.
#[must_use]
pub fn begin_screen(kind: EntryKind, texts: &Texts) -> Screen {
    Screen::of(text!(texts, "portfolio-title-question", kind = kind.as_str()))
        .row(vec![to_home(texts), menu_button(texts)])
        .at(Action::Begin(kind))
}

/// An entry, with its fields to change.
#[must_use]
pub fn entry_screen(entry: &PortfolioEntry, texts: &Texts) -> Screen {
    let mut text = text!(texts, "portfolio-entry-title", title = &entry.title, kind = entry.kind.as_str());
    for (field, words) in [("day", entry.day.map(day)), ("role", entry.role.clone())] {
        if let Some(words) = words {
            text = text.line(&text!(texts, "portfolio-entry-field", field = field, words = words));
        }
    }
    if let Some(words) = &entry.words {
        text = text.paragraph(&Markup::plain(words));
    }
    let fields: Vec<Button> = EntryStep::of(entry.kind)
        .map(|step| {
            let label = label!(texts, "portfolio-field", field = step.as_str());
            Button::new(label, Action::Step(entry.id, step))
        })
        .collect();
    let open = Button::new(label!(texts, "portfolio-entry-open"), Action::File(entry.id));
    fields
        .chunks(3)
        .fold(Screen::of(text), |screen, three| screen.row(three.to_vec()))
        .column(entry.attachment_id.is_some().then_some(open))
        .row(vec![Button::new(label!(texts, "portfolio-entry-drop"), Action::Drop(entry.id))])
        .row(vec![Button::new(label!(texts, "portfolio-back-entries"), Action::Entries(0)), to_home(texts)])
        .at(Action::Entry(entry.id))
}

/// Asks for a field of an entry.
#[must_use]
pub fn step_screen(entry: &PortfolioEntry, step: EntryStep, texts: &Texts) -> Screen {
    let question = match step {
        EntryStep::Title => text!(texts, "portfolio-title-question", kind = entry.kind.as_str()),
        _ => text!(texts, "portfolio-step-question", field = step.as_str()),
    };
    let skip = step.next(entry.kind).map(|next| {
        let label = if entry.is_empty_at(step) {
            label!(texts, "portfolio-step-skip")
        } else {
            label!(texts, "portfolio-step-next")
        };
        Button::new(label, Action::Step(entry.id, next))
    });
    Screen::of(text!(texts, "portfolio-step-title", title = &entry.title).paragraph(&question))
        .column(skip)
        .row(vec![to_entry(entry.id, texts), menu_button(texts)])
        .at(Action::Step(entry.id, step))
}

/// Asks whether to delete an entry.
#[must_use]
pub fn drop_screen(entry: &PortfolioEntry, texts: &Texts) -> Screen {
    Screen::of(text!(texts, "portfolio-drop-question", title = &entry.title))
        .row(vec![Button::new(label!(texts, "portfolio-drop-yes"), Action::Delete(entry.id))])
        .row(vec![to_entry(entry.id, texts), menu_button(texts)])
        .at(Action::Drop(entry.id))
}

/// Says why what was typed was not taken.
#[must_use]
pub fn fault_word(fault: EntryFault, texts: &Texts) -> Markup {
    let fault = match fault {
        EntryFault::TooLong => "long",
        EntryFault::Unreadable => "unreadable",
    };
    text!(texts, "portfolio-step-fault", fault = fault)
}

fn to_entry(id: Uuid, texts: &Texts) -> Button {
    Button::new(label!(texts, "portfolio-back-entry"), Action::Entry(id))
}
