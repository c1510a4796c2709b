//! Acts of destruction: the list, one as a paper with the fields of order 179 of Roskomnadzor (28.10.2022), all as a
//! table with the fields that it asks of an extract from the log. Not here: any name.

use std::collections::HashMap;

use chrono_tz::Tz;
use uuid::Uuid;

use super::{Action, table_title};
use crate::{
    documents::{Block, Paper, Sheet, paper_docx, sheets_xlsx},
    label,
    messenger::{Attachment, Button, Screen},
    people::menu_button,
    privacy::model::Erasure,
    text,
    texts::Texts,
};

/// Acts on a page: what a phone shows without much scrolling.
const PER_PAGE: usize = 8;

/// Who holds the data, as the law calls them.
pub struct Operator {
    /// The service.
    pub title: String,
    /// Where it sits; empty where nobody wrote it down.
    pub address: String,
}

/// The button among what somebody looks after.
#[must_use]
pub fn acts_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "privacy-acts-button"), Action::Acts(0))
}

/// A page of the acts, the newest first, and all of them as a table.
#[must_use]
pub fn acts_screen(
    acts: &[Erasure],
    (page, zone): (usize, Tz),
    back: Option<Button>,
    texts: &Texts,
) -> Screen {
    let last = acts.len().saturating_sub(1) / PER_PAGE;
    let page = page.min(last);
    let shown = acts.iter().skip(page * PER_PAGE).take(PER_PAGE).map(|act| {
        let reason = act.reason.as_str();
        Button::new(
            label!(texts, "privacy-acts-line", day = day(act, zone), reason = reason),
            Action::Act(act.id),
        )
    });
    let turn = |label: String, page: usize| Button::new(label, Action::Acts(page));
    let newer = (page > 0).then(|| turn(label!(texts, "privacy-acts-newer"), page - 1));
    let older = (page < last).then(|| turn(label!(texts, "privacy-acts-older"), page + 1));
    let log = (!acts.is_empty()).then(|| Button::new(label!(texts, "privacy-acts-log"), Action::Log));
    Screen::of(text!(texts, "privacy-acts-text", count = acts.len()))
        .column(shown)
        .row(newer.into_iter().chain(older).collect())
        .column(log)
        .row(back.into_iter().chain([menu_button(texts)]).collect())
        .at(Action::Acts(page))
}

/// One act as a paper to print and sign.
pub fn act_screen(
    act: &Erasure,
    operators: &HashMap<Uuid, Operator>,
    zone: Tz,
    texts: &Texts,
) -> anyhow::Result<Screen> {
    let paper = Attachment::File {
        name: label!(texts, "privacy-act-paper", day = day(act, zone)),
        bytes: paper_docx(&act_paper(act, operators, zone, texts))?.into(),
        caption: text!(texts, "privacy-act-caption"),
    };
    Ok(Screen::of(text!(texts, "privacy-act-text")).with(paper).row(back(texts)).at(Action::Acts(0)))
}

/// All acts as a table.
pub fn log_screen(acts: &[Erasure], zone: Tz, texts: &Texts) -> anyhow::Result<Screen> {
    let fields = ["subject", "categories", "system", "reason", "day"];
    let sheet = Sheet {
        name: label!(texts, "privacy-log-sheet"),
        headings: fields.iter().map(|field| label!(texts, "privacy-act-field", field = *field)).collect(),
        rows: acts
            .iter()
            .map(|act| fields.iter().map(|field| value(act, field, zone, texts).into()).collect())
            .collect(),
    };
    let table = Attachment::File {
        name: label!(texts, "privacy-log-table"),
        bytes: sheets_xlsx(&[sheet])?.into(),
        caption: text!(texts, "privacy-log-caption"),
    };
    Ok(Screen::of(text!(texts, "privacy-log-text")).with(table).row(back(texts)).at(Action::Acts(0)))
}

fn back(texts: &Texts) -> Vec<Button> {
    vec![Button::new(label!(texts, "privacy-acts-back"), Action::Acts(0)), menu_button(texts)]
}

fn act_paper(act: &Erasure, operators: &HashMap<Uuid, Operator>, zone: Tz, texts: &Texts) -> Paper {
    let own = act.municipality.and_then(|municipality| operators.get(&municipality));
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut add = |field: &str, words: String| {
        let words = if words.is_empty() { label!(texts, "privacy-act-by-hand") } else { words };
        rows.push(vec![label!(texts, "privacy-act-field", field = field), words]);
    };
    let titles = || operators.values().map(|operator| operator.title.clone()).collect::<Vec<_>>().join("; ");
    add("operator", own.map_or_else(titles, |operator| operator.title.clone()));
    add("address", own.map(|operator| operator.address.clone()).unwrap_or_default());
    add("processor", String::new());
    for field in ["subject", "categories", "system", "way", "reason", "day"] {
        add(field, value(act, field, zone, texts));
    }
    add("who", String::new());
    Paper {
        is_landscape: false,
        blocks: vec![
            Block::Title(label!(texts, "privacy-act-title")),
            Block::Table {
                headings: vec![label!(texts, "privacy-act-head"), label!(texts, "privacy-act-words")],
                rows,
            },
            Block::Text(label!(texts, "privacy-act-basis")),
            Block::Text(label!(texts, "privacy-act-signature")),
        ],
    }
}

/// What an act says in a field.
fn value(act: &Erasure, field: &str, zone: Tz, texts: &Texts) -> String {
    match field {
        "subject" => label!(texts, "privacy-act-subject", id = act.person_id.to_string()),
        "categories" => {
            let titles: Vec<_> = act.categories.iter().map(|table| table_title(table, texts)).collect();
            titles.join("; ")
        }
        "system" => label!(texts, "privacy-act-system"),
        "way" => label!(texts, "privacy-act-way"),
        "reason" => label!(texts, "privacy-act-reason", reason = act.reason.as_str()),
        _ => act.erased_at.with_timezone(&zone).format("%d.%m.%Y, %H:%M").to_string(),
    }
}

fn day(act: &Erasure, zone: Tz) -> String {
    act.erased_at.with_timezone(&zone).format("%d.%m.%Y").to_string()
}
