//! The portfolio as a paper for attestation: what the house knows, then what the teacher has added.

use chrono::NaiveDate;

use super::{category_words, day};
use crate::{
    documents::{Block, Paper, paper_docx},
    label,
    people::Person,
    portfolio::model::{Category, EntryKind, PortfolioEntry, SelfStudy, StudyPart},
    texts::Texts,
    units::{Catalogue, Employment},
};

/// Everything the paper says. Other capabilities' facts come as words.
pub struct PaperView<'a> {
    /// Whose it is.
    pub person: &'a Person,
    /// Where they work.
    pub places: &'a [Employment],
    /// Posts and subjects.
    pub catalogue: &'a Catalogue,
    /// The category of each post.
    pub categories: &'a [Category],
    /// Courses, a line each.
    pub courses: &'a [String],
    /// Finished diagnostics: what, when. Never an answer.
    pub diagnostics: &'a [(String, NaiveDate)],
    /// Meetings, a line each.
    pub meetings: &'a [String],
    /// What colleagues said of open lessons, a line each.
    pub analyses: &'a [String],
    /// Own entries.
    pub entries: &'a [PortfolioEntry],
    /// The self-education.
    pub study: &'a SelfStudy,
    /// The day on which it is made.
    pub today: NaiveDate,
}

/// The paper. A part of which nothing is known is left out.
pub fn portfolio_docx(view: &PaperView<'_>, texts: &Texts) -> anyhow::Result<Vec<u8>> {
    let mut blocks = vec![
        Block::Title(label!(texts, "portfolio-paper-title")),
        Block::Title(view.person.name().map(|name| name.in_full()).unwrap_or_default()),
    ];
    part(&mut blocks, "general", general(view, texts), texts);
    let lines = |column: &'static str, lines: &[String]| -> Vec<Block> {
        let numbered = (1_usize..).zip(lines).map(|(number, line)| vec![number.to_string(), line.clone()]);
        table(&["number", column], numbered.collect(), texts)
    };
    part(&mut blocks, "courses", lines("course", view.courses), texts);
    let finished = view.diagnostics.iter().map(|(title, on)| vec![title.clone(), day(*on)]);
    part(&mut blocks, "diagnostics", table(&["diagnosis", "day"], finished.collect(), texts), texts);
    part(&mut blocks, "meetings", lines("meeting", view.meetings), texts);
    part(&mut blocks, "analyses", lines("meeting", view.analyses), texts);
    for kind in EntryKind::ALL {
        part(&mut blocks, kind.as_str(), entries_of(view, kind, texts), texts);
    }
    part(&mut blocks, "study", study(view.study, texts), texts);
    blocks.push(Block::Right(label!(texts, "portfolio-paper-made", day = day(view.today))));
    paper_docx(&Paper { is_landscape: false, blocks })
}

/// Adds a part under its heading, if there is anything in it.
fn part(blocks: &mut Vec<Block>, name: &str, content: Vec<Block>, texts: &Texts) {
    if !content.is_empty() {
        blocks.push(Block::Heading(label!(texts, "portfolio-paper-part", part = name)));
        blocks.extend(content);
    }
}

fn general(view: &PaperView<'_>, texts: &Texts) -> Vec<Block> {
    let places = view.places.iter().map(|place| {
        let subjects = view.catalogue.subject_titles(&place.subjects).join(", ");
        let post = view.catalogue.post_title(&place.post).to_owned();
        let words = [place.school_title.clone(), post, subjects];
        words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ")
    });
    let since = view.person.career_began_year;
    let since = since.map(|year| label!(texts, "portfolio-paper-since", year = year.to_string()));
    let categories = view.categories.iter().map(|category| category_words(category, view.catalogue, texts));
    places.chain(since).chain(categories).map(Block::Text).collect()
}

fn entries_of(view: &PaperView<'_>, kind: EntryKind, texts: &Texts) -> Vec<Block> {
    let has_role = matches!(kind, EntryKind::Event | EntryKind::Prize);
    let mut columns = vec!["day", "title"];
    columns.extend(has_role.then_some("role"));
    columns.push("words");
    let row = |entry: &PortfolioEntry| -> Vec<String> {
        let mut cells = vec![entry.day.map(day).unwrap_or_default(), entry.title.clone()];
        cells.extend(has_role.then(|| entry.role.clone().unwrap_or_default()));
        cells.push(entry.words.clone().unwrap_or_default());
        cells
    };
    let rows = view.entries.iter().filter(|entry| entry.kind == kind).map(row).collect();
    table(&columns, rows, texts)
}

fn study(study: &SelfStudy, texts: &Texts) -> Vec<Block> {
    let parts = StudyPart::ALL.into_iter().filter_map(|part| Some((part, study.part(part)?)));
    let line = |(part, words): (StudyPart, &str)| {
        Block::Text(label!(texts, "portfolio-paper-study", part = part.as_str(), words = words))
    };
    parts.map(line).collect()
}

fn table(columns: &[&str], rows: Vec<Vec<String>>, texts: &Texts) -> Vec<Block> {
    if rows.is_empty() {
        return Vec::new();
    }
    let heading = |column: &&str| label!(texts, "portfolio-paper-column", column = *column);
    vec![Block::Table { headings: columns.iter().map(heading).collect(), rows }]
}
