//! What people take along: a paper to read and a file for machines. The file holds every column of every row; the paper
//! leaves out what means nothing to people. Not here: looking it up.

use std::{collections::HashMap, sync::Arc};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde_json::{Map, Value, json};

use super::{Action, back_button, table_title};
use crate::{
    documents::{Block, Paper, paper_docx},
    label,
    messenger::{Attachment, Button, Markup, Screen},
    people::{GivenConsent, privacy_address},
    text,
    texts::Texts,
    units::{Catalogue, Role, role_title},
};

/// Files sent with one press: more would keep whoever waits for their own answer waiting.
pub const FILES_AT_ONCE: usize = 5;

/// Columns that only machines need; they stand in the file.
const TECHNICAL: [&str; 21] = [
    "cause",
    "claim_number",
    "claimed_by",
    "dedup_key",
    "granted_by",
    "hash",
    "held_until",
    "is_calling",
    "is_over_budget",
    "is_planned",
    "is_untold_end",
    "lane",
    "live_message",
    "looking_at",
    "matter",
    "message",
    "position",
    "said_with",
    "text_hash",
    "version_hash",
    "wish",
];

/// Everything that is held about a person.
pub struct Everything {
    /// When this was put together, on the person's clock.
    pub made_at: DateTime<Tz>,
    /// The services that hold it.
    pub operators: Vec<String>,
    /// What each capability says of it in words.
    pub told: Vec<Markup>,
    /// The consents, with their texts.
    pub consents: Vec<GivenConsent>,
    /// Each table with the person's rows.
    pub tables: Vec<(String, Vec<Value>)>,
    /// The rows of tables whose columns alone say little, a line for each; the paper shows these instead.
    pub words: HashMap<&'static str, Vec<String>>,
    /// Posts and subjects.
    pub catalogue: Arc<Catalogue>,
    /// How many files are kept.
    pub files: usize,
}

/// The button under what is held.
#[must_use]
pub fn take_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "privacy-take-button"), Action::Take)
}

/// Nothing is held about whoever asks.
#[must_use]
pub fn nothing_screen(texts: &Texts) -> Screen {
    Screen::of(text!(texts, "privacy-take-nothing")).row(vec![back_button(texts)]).at(privacy_address())
}

/// Both files, and the way to the files that the person once sent.
pub fn taken_screen(everything: &Everything, texts: &Texts) -> anyhow::Result<Screen> {
    let paper = Attachment::File {
        name: label!(texts, "privacy-take-paper"),
        bytes: paper_docx(&paper(everything, texts))?.into(),
        caption: text!(texts, "privacy-take-paper-caption"),
    };
    let file = Attachment::File {
        name: label!(texts, "privacy-take-file"),
        bytes: serde_json::to_vec_pretty(&data(everything))?.into(),
        caption: text!(texts, "privacy-take-file-caption"),
    };
    let files = (everything.files > 0).then(|| {
        Button::new(label!(texts, "privacy-take-files", count = everything.files), Action::Files(0))
    });
    Ok(Screen::of(text!(texts, "privacy-take-text"))
        .with(paper)
        .with(file)
        .column(files)
        .row(vec![back_button(texts)])
        .at(privacy_address()))
}

/// A page of the files that the person once sent; the files themselves are added by whoever has them.
#[must_use]
pub fn files_screen(page: usize, count: usize, texts: &Texts) -> Screen {
    let has_more = page.saturating_add(1).saturating_mul(FILES_AT_ONCE) < count;
    let more = has_more.then(|| Button::new(label!(texts, "privacy-files-more"), Action::Files(page + 1)));
    Screen::of(text!(texts, "privacy-files-text", count = count))
        .column(more)
        .row(vec![back_button(texts)])
        .at(privacy_address())
}

/// The same for machines: tables as they are.
fn data(everything: &Everything) -> Value {
    let consents = everything.consents.iter().map(|consent| {
        json!({
            "version": consent.version,
            "sha256": consent.text_hash,
            "messenger": consent.messenger,
            "given_at": consent.given_at,
            "text": consent.text,
        })
    });
    let consents = Value::from(consents.collect::<Vec<_>>());
    let tables: Map<String, Value> =
        everything.tables.iter().map(|(table, rows)| (table.clone(), rows.clone().into())).collect();
    json!({
        "made_at": everything.made_at.to_rfc3339(),
        "operators": everything.operators,
        "consents": consents,
        "tables": tables,
    })
}

fn paper(everything: &Everything, texts: &Texts) -> Paper {
    let made_at = everything.made_at.format("%d.%m.%Y, %H:%M").to_string();
    let operators = everything.operators.join("; ");
    let mut blocks = vec![
        Block::Title(label!(texts, "privacy-paper-title")),
        Block::Text(label!(texts, "privacy-paper-made", moment = made_at, operators = operators)),
        Block::Heading(label!(texts, "privacy-paper-short")),
    ];
    blocks.extend(everything.told.iter().map(|sentence| Block::Text(sentence.visible())));
    let zone = everything.made_at.timezone();
    let values = Values { zone, catalogue: &everything.catalogue };
    for (table, rows) in everything.tables.iter().filter(|(_, rows)| !rows.is_empty()) {
        blocks.push(Block::Heading(table_title(table, texts)));
        match everything.words.get(&**table) {
            Some(lines) => blocks.extend(lines.iter().cloned().map(Block::Text)),
            None => blocks.extend(rows.iter().filter_map(|row| row_block(row, &values, texts))),
        }
    }
    for consent in &everything.consents {
        let given_at = consent.given_at.with_timezone(&zone).format("%d.%m.%Y, %H:%M").to_string();
        let (version, messenger) = (&consent.version, &consent.messenger);
        blocks.push(Block::Heading(label!(
            texts,
            "privacy-paper-consent",
            version = version,
            moment = given_at,
            messenger = messenger
        )));
        let words = consent.text.as_deref().unwrap_or(&consent.text_hash);
        blocks.extend(words.lines().filter(|line| !line.trim().is_empty()).map(plain_line));
    }
    Paper { is_landscape: false, blocks }
}

/// A line of the little Markdown in which the consent is written.
fn plain_line(line: &str) -> Block {
    let words = line.trim_start_matches(['#', ' ']).replace("**", "");
    if line.starts_with('#') { Block::Heading(words) } else { Block::Text(words) }
}

/// What values mean: instants on the person's clock, ids of posts and subjects, words that the database keeps.
struct Values<'a> {
    zone: Tz,
    catalogue: &'a Catalogue,
}

/// One row: a line for each column that means something to people; nothing where none does.
fn row_block(row: &Value, values: &Values<'_>, texts: &Texts) -> Option<Block> {
    let is_for_people =
        |column: &str| column != "id" && !column.ends_with("_id") && !TECHNICAL.contains(&column);
    let columns = row.as_object()?.iter().filter(|(column, value)| is_for_people(column) && !value.is_null());
    let lines: Vec<String> = columns
        .map(|(column, value)| {
            let title = label!(texts, "privacy-column", column = column);
            format!("{title}: {}", values.shown(column, value, texts))
        })
        .collect();
    (!lines.is_empty()).then(|| Block::Text(lines.join("\n")))
}

impl Values<'_> {
    /// A value as people read it. SQLite keeps yes and no as numbers.
    fn shown(&self, column: &str, value: &Value, texts: &Texts) -> String {
        let is_said = |is: bool| label!(texts, "privacy-said", is = if is { "true" } else { "false" });
        let words = match value {
            Value::String(words) => words,
            Value::Bool(is) => return is_said(*is),
            Value::Number(number) if column.starts_with("is_") => return is_said(number.as_i64() == Some(1)),
            other => return other.to_string(),
        };
        match column {
            "post" => return self.catalogue.post_title(words).to_owned(),
            "subject" => {
                let title = self.catalogue.subject_titles(std::slice::from_ref(words)).concat();
                return if title.is_empty() { words.clone() } else { title };
            }
            "role" => {
                let role = Role::from_word(words).map(|role| role_title(role, texts));
                return role.unwrap_or_else(|| words.clone());
            }
            _ => {}
        }
        match DateTime::parse_from_rfc3339(words) {
            Ok(at) => at.with_timezone(&Utc).with_timezone(&self.zone).format("%d.%m.%Y, %H:%M").to_string(),
            Err(_) => label!(texts, "privacy-word", word = words),
        }
    }
}
