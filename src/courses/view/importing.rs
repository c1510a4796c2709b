//! A sheet of courses: the question for it, what it would change, and what it has changed.

use super::Action;
use crate::{
    courses::model::LineFault,
    documents::{Cell, Sheet, sheets_xlsx},
    label,
    messenger::{Attachment, Button, Payload, Screen},
    people::menu_button,
    text,
    texts::Texts,
};

/// Refused rows that are told on the screen; the sheet has them all.
const TOLD: usize = 3;
/// The columns of the template, in order.
const COLUMNS: [&str; 8] = ["name", "birth", "title", "provider", "hours", "began", "ended", "register"];

/// Leads to sending a sheet of courses.
#[must_use]
pub fn import_button(texts: &Texts) -> Button {
    Button::new(label!(texts, "courses-import-button"), Action::Import)
}

/// Asks for a sheet.
#[must_use]
pub fn import_screen(back: Payload, texts: &Texts) -> Screen {
    Screen::of(text!(texts, "courses-import-text"))
        .row(vec![Button::new(label!(texts, "courses-import-template"), Action::Template)])
        .row(vec![Button::new(label!(texts, "courses-import-back"), back), menu_button(texts)])
        .at(Action::Import)
}

/// The template: every heading, and a row that shows what is meant.
pub fn template_file(texts: &Texts) -> anyhow::Result<Attachment> {
    let title = |column: &str| label!(texts, "courses-import-column", column = column);
    let example =
        COLUMNS.iter().map(|column| Cell::from(label!(texts, "courses-import-example", column = *column)));
    let sheet = Sheet {
        name: label!(texts, "courses-import-tab"),
        headings: COLUMNS.map(title).to_vec(),
        rows: vec![example.collect()],
    };
    file((label!(texts, "courses-import-file"), "template"), &sheet, texts)
}

/// The refused rows as a file.
pub fn returned_file(sheet: &Sheet, texts: &Texts) -> anyhow::Result<Attachment> {
    file((label!(texts, "courses-import-refused-file"), "refused"), sheet, texts)
}

fn file((name, about): (String, &str), sheet: &Sheet, texts: &Texts) -> anyhow::Result<Attachment> {
    let caption = text!(texts, "courses-import-caption", about = about);
    Ok(Attachment::File { name, bytes: sheets_xlsx(std::slice::from_ref(sheet))?.into(), caption })
}

/// What a sheet would change: new courses, known ones, refused rows.
#[must_use]
pub fn tried_screen(
    (added, kept, refused): (usize, usize, usize),
    first: &[(usize, u32, Vec<LineFault>)],
    texts: &Texts,
) -> Screen {
    let counts = text!(texts, "courses-import-counts", added = added, kept = kept, refused = refused);
    let text = first.iter().take(TOLD).fold(counts, |text, (_, number, faults)| {
        let reasons = line_faults(faults, texts);
        text.line(&text!(texts, "courses-import-row", number = i64::from(*number), reasons = reasons))
    });
    let take = Button::new(label!(texts, "courses-import-take", count = added), Action::Take);
    let leave = Button::new(label!(texts, "courses-import-leave"), Action::Leave);
    Screen::of(text)
        .column((added > 0).then_some(take))
        .row(vec![leave, menu_button(texts)])
        .at(Action::Tried)
}

/// Every reason why a row was refused, in words.
#[must_use]
pub fn line_faults(faults: &[LineFault], texts: &Texts) -> String {
    let reasons = faults.iter().map(|fault| label!(texts, "courses-import-fault", fault = fault.as_str()));
    reasons.collect::<Vec<_>>().join("; ")
}

/// What was taken in.
#[must_use]
pub fn taken_screen((added, refused): (usize, usize), back: Payload, texts: &Texts) -> Screen {
    let again = Button::new(label!(texts, "courses-import-again"), Action::Import);
    Screen::of(text!(texts, "courses-import-done", added = added, refused = refused))
        .row(vec![again])
        .row(vec![Button::new(label!(texts, "courses-import-back"), back), menu_button(texts)])
        .at(Action::Import)
}
