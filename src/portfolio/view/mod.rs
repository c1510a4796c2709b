//! The screens of the portfolio, and the portfolio as a paper.
//! Not here: any decision and any statement.

mod action;
mod attestation;
mod entries;
mod home;
mod paper;

pub use action::{ACTIONS, Action, WORD};
pub use attestation::{DueWords, due_button, due_file, due_screen, reminder_letter};
pub use entries::{
    begin_screen, drop_screen, entries_screen, entry_screen, fault_word, kinds_screen, step_screen,
};
pub use home::{
    HomeView, category_screen, days_screen, grades_screen, home_screen, part_screen, study_screen,
};
pub use paper::{PaperView, portfolio_docx};

use chrono::NaiveDate;

use super::model::{Category, PortfolioEntry, SelfStudy, StudyPart};
use crate::{
    capability::TableInWords,
    label,
    messenger::{Attachment, Markup},
    text,
    texts::Texts,
    units::Catalogue,
};

fn day(date: NaiveDate) -> String {
    date.format("%d.%m.%Y").to_string()
}

/// A category in one line: the post, the category, its days.
fn category_words(category: &Category, catalogue: &Catalogue, texts: &Texts) -> String {
    let dated = match (category.given_on, category.until) {
        (None, _) => "no",
        (Some(_), None) => "given",
        (Some(_), Some(_)) => "both",
    };
    label!(
        texts,
        "portfolio-category-words",
        post = catalogue.post_title(&category.post),
        grade = category.grade.as_str(),
        dated = dated,
        given = category.given_on.map(day).unwrap_or_default(),
        until = category.until.map(day).unwrap_or_default(),
    )
}

/// An entry in one line.
fn entry_words(entry: &PortfolioEntry, texts: &Texts) -> String {
    let kind = label!(texts, "portfolio-kind", kind = entry.kind.as_str());
    let parts = [Some(kind), Some(entry.title.clone()), entry.role.clone(), entry.day.map(day)];
    let words = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    [Some(words), entry.words.clone()].into_iter().flatten().collect::<Vec<_>>().join(". ")
}

/// What is held about a person here, a sentence for each thing.
#[must_use]
pub fn told_sentences(
    entries: &[PortfolioEntry],
    categories: &[Category],
    study: &SelfStudy,
    (catalogue, texts): (&Catalogue, &Texts),
) -> Vec<Markup> {
    let entry = |entry| text!(texts, "portfolio-told-entry", words = entry_words(entry, texts));
    let category = |category| {
        text!(texts, "portfolio-told-category", words = category_words(category, catalogue, texts))
    };
    let parts = StudyPart::ALL.into_iter().filter_map(|part| Some((part, study.part(part)?)));
    let study =
        parts.map(|(part, words)| text!(texts, "portfolio-told-study", part = part.as_str(), words = words));
    entries.iter().map(entry).chain(categories.iter().map(category)).chain(study).collect()
}

/// The same table by table, for the paper that the person takes along.
#[must_use]
pub fn rows_in_words(
    entries: &[PortfolioEntry],
    categories: &[Category],
    study: &SelfStudy,
    (catalogue, texts): (&Catalogue, &Texts),
) -> Vec<TableInWords> {
    let parts = StudyPart::ALL.into_iter().filter_map(|part| Some((part, study.part(part)?)));
    let study = parts
        .map(|(part, words)| label!(texts, "portfolio-paper-study", part = part.as_str(), words = words));
    vec![
        ("portfolio_entries", entries.iter().map(|entry| entry_words(entry, texts)).collect()),
        (
            "portfolio_categories",
            categories.iter().map(|category| category_words(category, catalogue, texts)).collect(),
        ),
        ("portfolio_studies", study.collect()),
    ]
}

/// What stands under the file of an entry.
#[must_use]
pub fn file_caption(entry: &PortfolioEntry, texts: &Texts) -> Markup {
    text!(texts, "portfolio-file-caption", title = &entry.title)
}

/// The portfolio as it is sent.
#[must_use]
pub fn paper_file(bytes: Vec<u8>, texts: &Texts) -> Attachment {
    let caption = text!(texts, "portfolio-paper-caption");
    Attachment::File { name: label!(texts, "portfolio-paper-file"), bytes: bytes.into(), caption }
}
