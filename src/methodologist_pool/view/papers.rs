//! The list as it leaves the house: the columns of letter АЗ-1061/08 as a sheet and as a paper, and the words they are made of.

use super::{day, order_words, span, year_words};
use crate::{
    documents::{Block, Cell, Paper, Sheet, paper_docx, sheets_xlsx},
    label,
    methodologist_pool::model::{Line, Member, Order, PoolCatalogue, Record, Step, Topic},
    people::Person,
    texts::Texts,
    units::{Catalogue, Employment},
};

/// Turns ids into words.
#[derive(Clone, Copy)]
pub struct Titles<'a> {
    /// Directions and backgrounds.
    pub pool: &'a PoolCatalogue,
    /// Posts and subjects.
    pub catalogue: &'a Catalogue,
}

impl Titles<'_> {
    /// Directions of work, with a semicolon between.
    pub(super) fn directions(&self, record: &Record) -> String {
        join(&self.pool.directions, &record.directions)
    }

    /// Subjects, with a comma between.
    pub(super) fn subjects(&self, record: &Record) -> String {
        self.catalogue.subject_titles(&record.subjects).join(", ")
    }

    /// What is said at a step.
    pub(super) fn field(&self, record: &Record, step: Step, texts: &Texts) -> String {
        let words = match step {
            Step::Basis => {
                record.basis.map(|basis| label!(texts, "methodologist_pool-basis", basis = basis.as_str()))
            }
            Step::Order => record.order.as_ref().map(|order| order_words(order, texts)),
            Step::Term => record.term.map(span),
            Step::Education => record.education.clone(),
            Step::Speciality => record.speciality.clone(),
            Step::Courses => record.courses.clone(),
            Step::Experience => record.experience.clone(),
            Step::Backgrounds => Some(join(&self.pool.backgrounds, &record.backgrounds)),
            Step::Directions => Some(self.directions(record)),
            Step::Subjects => Some(self.subjects(record)),
            Step::Capacity => record.capacity.map(|count| count.to_string()),
            Step::Absence => record.absence.map(span),
        };
        words.unwrap_or_default()
    }
}

fn join(topics: &[Topic], ids: &[String]) -> String {
    let known = topics.iter().filter(|topic| ids.contains(&topic.id));
    known.map(|topic| &*topic.title).collect::<Vec<_>>().join("; ")
}

/// A member as the list prints them. What they bring with them stands with their experience.
#[must_use]
pub fn describe(
    (member, person): (&Member, &Person),
    main: Option<&Employment>,
    titles: &Titles<'_>,
    texts: &Texts,
) -> Line {
    let record = &member.record;
    let field = |step| titles.field(record, step, texts);
    let experience = [field(Step::Experience), field(Step::Backgrounds)];
    let experience: Vec<String> = experience.into_iter().filter(|words| !words.is_empty()).collect();
    Line {
        name: person.name().map(|name| name.in_full()).unwrap_or_default(),
        birth_date: person.birth_date,
        education: field(Step::Education),
        speciality: field(Step::Speciality),
        courses: field(Step::Courses),
        workplace: main.map(|place| place.school_title.clone()).unwrap_or_default(),
        post: main.map(|place| titles.catalogue.post_title(&place.post).to_owned()).unwrap_or_default(),
        experience: experience.join("; "),
        directions: field(Step::Directions),
        subjects: field(Step::Subjects),
        basis: field(Step::Basis),
        order: field(Step::Order),
        term: field(Step::Term),
    }
}

/// The list as a sheet with every column.
pub fn list_xlsx(lines: &[Line], texts: &Texts) -> anyhow::Result<Vec<u8>> {
    const COLUMNS: [&str; 14] = [
        "number",
        "name",
        "birth",
        "education",
        "speciality",
        "courses",
        "workplace",
        "post",
        "experience",
        "direction",
        "subject",
        "basis",
        "order",
        "term",
    ];
    let row = |(number, line): (i64, &Line)| -> Vec<Cell> {
        vec![
            number.into(),
            line.name.clone().into(),
            line.birth_date.into(),
            line.education.clone().into(),
            line.speciality.clone().into(),
            line.courses.clone().into(),
            line.workplace.clone().into(),
            line.post.clone().into(),
            line.experience.clone().into(),
            line.directions.clone().into(),
            line.subjects.clone().into(),
            line.basis.clone().into(),
            line.order.clone().into(),
            line.term.clone().into(),
        ]
    };
    sheets_xlsx(&[Sheet {
        name: label!(texts, "methodologist_pool-sheet-name"),
        headings: COLUMNS.map(|column| heading(column, texts)).to_vec(),
        rows: (1..).zip(lines).map(row).collect(),
    }])
}

/// The list as a paper in the letter's form: its columns in its order, then what the municipality adds. What is
/// published has no birth dates.
pub fn list_docx(
    lines: &[Line],
    (year, order): (i32, Option<&Order>),
    is_public: bool,
    texts: &Texts,
) -> anyhow::Result<Vec<u8>> {
    let mut columns = vec!["number", "name"];
    columns.extend((!is_public).then_some("birth"));
    columns.extend(["education", "speciality", "courses", "workplace", "post", "experience", "consulting"]);
    let row = |(number, line): (usize, &Line)| -> Vec<String> {
        let birth = line.birth_date.map(day).unwrap_or_default();
        let consulting = [&*line.directions, &*line.subjects];
        let consulting: Vec<&str> = consulting.into_iter().filter(|words| !words.is_empty()).collect();
        let mut cells = vec![number.to_string(), line.name.clone()];
        cells.extend((!is_public).then_some(birth));
        let rest = [&line.education, &line.speciality, &line.courses, &line.workplace, &line.post];
        cells.extend(rest.map(Clone::clone));
        cells.extend([line.experience.clone(), consulting.join("; ")]);
        cells
    };
    let mut blocks = Vec::new();
    if let Some(order) = order {
        blocks.push(Block::Right(label!(
            texts,
            "methodologist_pool-paper-annex",
            order = order_words(order, texts)
        )));
    }
    blocks.push(Block::Title(label!(texts, "methodologist_pool-paper-title")));
    blocks.push(Block::Title(label!(texts, "methodologist_pool-paper-year", year = year_words(year))));
    blocks.push(Block::Table {
        headings: columns.into_iter().map(|column| heading(column, texts)).collect(),
        rows: (1..).zip(lines).map(row).collect(),
    });
    paper_docx(&Paper { is_landscape: true, blocks })
}

fn heading(column: &str, texts: &Texts) -> String {
    label!(texts, "methodologist_pool-column", column = column)
}
