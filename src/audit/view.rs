//! The screens of the audit: what happened in a municipality, and what happened with one's own card.
//! Not here: any decision and any statement.

use chrono_tz::Tz;

use super::{
    SEES_AUDIT,
    model::{Entry, Page},
};
use crate::{
    capability::{self, Who},
    documents::{Cell, Sheet, sheets_xlsx},
    label,
    messenger::{Attachment, Button, Markup, Payload, PayloadReader, Screen},
    people::{Standing, menu_button, privacy_address},
    text,
    texts::Texts,
    units::role_title,
};

/// The versioned word that the payloads begin with.
pub const WORD: &str = "au1";

/// What can be done here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Shows a page of what happened in one's own municipalities.
    Entries(usize),
    /// Shows a page of what others did with one's own data.
    Mine(usize),
    /// Hands out all entries as a table.
    Table,
}

/// Every verb and who may use it.
pub const ACTIONS: &[capability::Action] = &[
    capability::Action { verb: "entries", who: SEES_AUDIT },
    capability::Action { verb: "table", who: SEES_AUDIT },
    capability::Action { verb: "mine", who: Who::Standing(Standing::Registered) },
];

impl Action {
    /// Reads a payload; anybody can forge one.
    #[must_use]
    pub fn read(raw: &str) -> Option<Self> {
        let mut reader = PayloadReader::open(raw).filter(|reader| reader.capability == WORD)?;
        let action = match reader.verb {
            "entries" => Self::Entries(reader.number()?),
            "mine" => Self::Mine(reader.number()?),
            "table" => Self::Table,
            _ => return None,
        };
        reader.end(action)
    }
}

impl From<Action> for Payload {
    fn from(action: Action) -> Self {
        match action {
            Action::Entries(page) => Self::new(WORD, "entries").number(page),
            Action::Mine(page) => Self::new(WORD, "mine").number(page),
            Action::Table => Self::new(WORD, "table"),
        }
    }
}

/// The button among what somebody looks after.
#[must_use]
pub fn audit_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "audit-command-audit"), Action::Entries(0))
}

/// The button under what is held about a person.
#[must_use]
pub fn mine_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "audit-mine-button"), Action::Mine(0))
}

/// What is held here, in one sentence.
#[must_use]
pub fn told_sentence(texts: &Texts) -> Markup {
    text!(texts, "audit-told")
}

/// A page of what happened in one's own municipalities, on one's own clock, and the way back.
#[must_use]
pub fn entries_screen(page: &Page, back: Option<Button>, zone: Tz, texts: &Texts) -> Screen {
    let title =
        if page.entries.is_empty() { text!(texts, "audit-nothing") } else { text!(texts, "audit-title") };
    let text = page.entries.iter().fold(title, |text, entry| {
        let line = text!(
            texts,
            "audit-line",
            moment = moment(entry, zone),
            actor = name(entry.actor.as_deref(), texts),
            deed = entry.deed.as_str(),
            subject = name(entry.subject.as_deref(), texts),
            role = role(entry, texts),
        );
        text.paragraph(&line)
    });
    let table =
        (!page.entries.is_empty()).then(|| Button::new(label!(texts, "audit-table-button"), Action::Table));
    Screen::of(text)
        .row(turning(page, Action::Entries, texts))
        .column(table)
        .row(back.into_iter().chain([menu_button(texts)]).collect())
        .at(Action::Entries(page.number))
}

/// All entries as a table, the newest first.
pub fn table_screen(entries: &[Entry], zone: Tz, texts: &Texts) -> anyhow::Result<Screen> {
    let columns = ["moment", "actor", "deed", "subject", "role"];
    let sheet = Sheet {
        name: label!(texts, "audit-table-sheet"),
        headings: columns
            .iter()
            .map(|column| label!(texts, "audit-table-column", column = *column))
            .collect(),
        rows: entries
            .iter()
            .map(|entry| {
                let deed = label!(texts, "audit-table-deed", deed = entry.deed.as_str());
                let (actor, subject) = (entry.actor.as_deref(), entry.subject.as_deref());
                let cells =
                    [moment(entry, zone), name(actor, texts), deed, name(subject, texts), role(entry, texts)];
                cells.map(Cell::from).to_vec()
            })
            .collect(),
    };
    let table = Attachment::File {
        name: label!(texts, "audit-table-name"),
        bytes: sheets_xlsx(&[sheet])?.into(),
        caption: text!(texts, "audit-table-caption"),
    };
    let back = Button::new(label!(texts, "audit-table-back"), Action::Entries(0));
    Ok(Screen::of(text!(texts, "audit-table-text", count = entries.len()))
        .with(table)
        .row(vec![back, menu_button(texts)])
        .at(Action::Entries(0)))
}

/// A page of what others did with one's own data.
#[must_use]
pub fn mine_screen(page: &Page, zone: Tz, texts: &Texts) -> Screen {
    let title = if page.entries.is_empty() {
        text!(texts, "audit-mine-nothing")
    } else {
        text!(texts, "audit-mine-title")
    };
    let text = page.entries.iter().fold(title, |text, entry| {
        let line = text!(
            texts,
            "audit-mine-line",
            moment = moment(entry, zone),
            actor = name(entry.actor.as_deref(), texts),
            deed = entry.deed.as_str(),
            role = role(entry, texts),
        );
        text.paragraph(&line)
    });
    let back = Button::new(label!(texts, "audit-mine-back"), privacy_address());
    let screen = Screen::of(text).row(turning(page, Action::Mine, texts));
    screen.row(vec![back, menu_button(texts)]).at(Action::Mine(page.number))
}

fn turning(page: &Page, to: fn(usize) -> Action, texts: &Texts) -> Vec<Button> {
    let newer = page.number.checked_sub(1);
    let newer = newer.map(|number| Button::new(label!(texts, "audit-newer"), to(number)));
    let older = page.has_more.then(|| Button::new(label!(texts, "audit-older"), to(page.number + 1)));
    newer.into_iter().chain(older).collect()
}

fn moment(entry: &Entry, zone: Tz) -> String {
    entry.happened_at.with_timezone(&zone).format("%d.%m.%Y, %H:%M").to_string()
}

fn name(name: Option<&str>, texts: &Texts) -> String {
    name.map_or_else(|| label!(texts, "audit-left"), str::to_owned)
}

fn role(entry: &Entry, texts: &Texts) -> String {
    entry.role.map_or_else(|| label!(texts, "audit-teacher"), |role| role_title(role, texts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_is_read_written_and_guarded() {
        for action in [Action::Entries(7), Action::Mine(0), Action::Table] {
            let payload = Payload::from(action);
            assert_eq!(Action::read(payload.as_str()), Some(action));
            assert!(
                ACTIONS.iter().any(|known| payload.as_str().starts_with(&format!("{WORD}.{}", known.verb)))
            );
        }
        for raw in ["au1", "au1.entries", "au1.entries.-1", "au1.mine.1.2", "di1.mine.0"] {
            assert_eq!(Action::read(raw), None, "{raw}");
        }
    }
}
