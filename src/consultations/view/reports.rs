//! The journal of a methodologist and the figures of a municipality, on the screen, as a sheet and as a paper.

use chrono::NaiveDate;

use super::{Action, hours_words};
use crate::{
    consultations::model::{ConsultationFigures, ReportPeriod},
    documents::{Block, Cell, Paper, Sheet, paper_docx, sheets_xlsx},
    label,
    messenger::{Attachment, Button, Screen},
    people::menu_button,
    text,
    texts::Texts,
};

/// A line of the journal.
#[derive(Debug, Clone)]
pub struct JournalLine {
    /// The day on which it was closed.
    pub day: NaiveDate,
    /// Who answered.
    pub methodologist: String,
    /// Who asked.
    pub teacher: String,
    /// Where they worked.
    pub school: String,
    /// The question in short.
    pub question: String,
    /// The summary in short.
    pub answer: String,
    /// Tenths of an hour that it took.
    pub tenths: i64,
}

/// The columns of the journal.
const COLUMNS: [&str; 7] = ["day", "methodologist", "teacher", "school", "question", "answer", "hours"];

/// A period with its first and last day.
pub type Span = (ReportPeriod, NaiveDate, NaiveDate);

fn span_words((_, from, until): Span) -> String {
    format!("{} – {}", from.format("%d.%m.%Y"), until.format("%d.%m.%Y"))
}

fn periods(now: ReportPeriod, to: fn(String) -> Action, texts: &Texts) -> Vec<Button> {
    let others = ReportPeriod::ALL.into_iter().filter(|period| *period != now);
    let button = |period: ReportPeriod| {
        let label = label!(texts, "consultations-period", period = period.as_str());
        Button::new(label, to(period.as_str().to_owned()))
    };
    others.map(button).collect()
}

/// How many consultations and hours the period has.
#[must_use]
pub fn journal_screen(lines: &[JournalLine], span: Span, texts: &Texts) -> Screen {
    let word = || span.0.as_str().to_owned();
    let hours = hours_words(lines.iter().map(|line| line.tenths).sum());
    let text =
        text!(texts, "consultations-journal", span = span_words(span), count = lines.len(), hours = hours);
    let mut screen = Screen::of(text);
    if !lines.is_empty() {
        screen = screen.row(vec![
            Button::new("DOCX", Action::JournalPaper(word())),
            Button::new("XLSX", Action::JournalSheet(word())),
        ]);
    }
    let back = Button::new(label!(texts, "consultations-back-queue"), Action::Queue);
    screen
        .row(periods(span.0, Action::Journal, texts))
        .row(vec![back, menu_button(texts)])
        .at(Action::Journal(word()))
}

fn headings(texts: &Texts) -> Vec<String> {
    COLUMNS.map(|column| label!(texts, "consultations-journal-column", column = column)).to_vec()
}

/// The journal as a sheet.
pub fn journal_sheet(lines: &[JournalLine], span: Span, texts: &Texts) -> anyhow::Result<Attachment> {
    let row = |line: &JournalLine| -> Vec<Cell> {
        let words = [&line.methodologist, &line.teacher, &line.school, &line.question, &line.answer];
        let mut cells: Vec<Cell> = vec![line.day.into()];
        cells.extend(words.map(|words| Cell::from(words.clone())));
        cells.push(Cell::Tenths(line.tenths));
        cells
    };
    let bytes = sheets_xlsx(&[Sheet {
        name: label!(texts, "consultations-journal-tab"),
        headings: headings(texts),
        rows: lines.iter().map(row).collect(),
    }])?;
    let caption = text!(texts, "consultations-journal-caption", span = span_words(span));
    let name = label!(texts, "consultations-journal-file", ending = "xlsx");
    Ok(Attachment::File { name, bytes: bytes.into(), caption })
}

/// The journal as a paper.
pub fn journal_paper(lines: &[JournalLine], span: Span, texts: &Texts) -> anyhow::Result<Attachment> {
    let row = |line: &JournalLine| {
        let day = line.day.format("%d.%m.%Y").to_string();
        let words = [&line.methodologist, &line.teacher, &line.school, &line.question, &line.answer];
        let words = words.map(Clone::clone);
        [day].into_iter().chain(words).chain([hours_words(line.tenths)]).collect()
    };
    let hours = hours_words(lines.iter().map(|line| line.tenths).sum());
    let total = label!(texts, "consultations-journal-total", count = lines.len(), hours = hours);
    let blocks = vec![
        Block::Title(label!(texts, "consultations-journal-title", span = span_words(span))),
        Block::Table { headings: headings(texts), rows: lines.iter().map(row).collect() },
        Block::Text(total),
        Block::Right(label!(texts, "consultations-journal-signature")),
    ];
    let bytes = paper_docx(&Paper { is_landscape: true, blocks })?;
    let caption = text!(texts, "consultations-journal-caption", span = span_words(span));
    let name = label!(texts, "consultations-journal-file", ending = "docx");
    Ok(Attachment::File { name, bytes: bytes.into(), caption })
}

/// Figures under a name, such as an area or a school; none where few people asked.
pub type NamedFigures = (String, Option<ConsultationFigures>);

/// The figures of a municipality, each part with what is asked most first.
#[derive(Debug, Clone)]
pub struct FiguresView {
    /// Of everything.
    pub all: ConsultationFigures,
    /// By area.
    pub areas: Vec<NamedFigures>,
    /// By school.
    pub schools: Vec<NamedFigures>,
    /// By whoever answered.
    pub methodologists: Vec<NamedFigures>,
}

/// Areas shown on the screen; the sheet has all of them.
const MOST_AREAS: usize = 5;

fn hours(minutes: Option<i64>) -> String {
    minutes.map_or_else(|| "—".to_owned(), |minutes| format!("{},{}", minutes / 60, minutes % 60 * 10 / 60))
}

fn rating(figures: &ConsultationFigures) -> String {
    let hundredths = figures.rating_hundredths;
    hundredths.map_or_else(|| "—".to_owned(), |mean| format!("{},{:02}", mean / 100, mean % 100))
}

/// The figures in words, and what is asked about most.
#[must_use]
pub fn figures_screen(figures: &FiguresView, span: Span, texts: &Texts) -> Screen {
    let all = &figures.all;
    let mut text = text!(
        texts,
        "consultations-figures",
        span = span_words(span),
        asked = all.asked,
        answered = all.answered,
        closed = all.closed,
        reopened = all.reopened,
        median = hours(all.median_minutes),
        ninetieth = hours(all.ninetieth_minutes),
        rating = rating(all),
        rated = all.rated,
    );
    for (number, (area, of_area)) in (1_usize..).zip(figures.areas.iter().take(MOST_AREAS)) {
        let line = match of_area {
            Some(figures) => {
                let count = figures.asked;
                text!(texts, "consultations-figures-area", number = number, area = area, count = count)
            }
            None => text!(texts, "consultations-figures-few", number = number, area = area),
        };
        text = text.line(&line);
    }
    let word = || span.0.as_str().to_owned();
    let back = Button::new(label!(texts, "consultations-back-queue"), Action::Queue);
    Screen::of(text)
        .row(vec![Button::new("XLSX", Action::FiguresSheet(word()))])
        .row(periods(span.0, Action::Figures, texts))
        .row(vec![back, menu_button(texts)])
        .at(Action::Figures(word()))
}

/// The figures as sheets: by area, by school, by methodologist.
pub fn figures_file(figures: &FiguresView, span: Span, texts: &Texts) -> anyhow::Result<Attachment> {
    let columns =
        ["name", "asked", "answered", "closed", "reopened", "median", "ninetieth", "rated", "rating"];
    let headings = columns.map(|column| label!(texts, "consultations-figures-column", column = column));
    let few = label!(texts, "consultations-figures-few-cell");
    let row = |(name, figures): &NamedFigures| -> Vec<Cell> {
        let Some(figures) = figures else { return vec![name.clone().into(), few.clone().into()] };
        let counts = [figures.asked, figures.answered, figures.closed, figures.reopened];
        let mut cells: Vec<Cell> = vec![name.clone().into()];
        cells.extend(counts.map(Cell::from));
        cells.push(hours(figures.median_minutes).into());
        cells.push(hours(figures.ninetieth_minutes).into());
        cells.push(figures.rated.into());
        cells.push(rating(figures).into());
        cells
    };
    let parts =
        [("areas", &figures.areas), ("schools", &figures.schools), ("people", &figures.methodologists)];
    let sheets = parts.map(|(part, lines)| Sheet {
        name: label!(texts, "consultations-figures-tab", part = part),
        headings: headings.to_vec(),
        rows: lines.iter().map(row).collect(),
    });
    let bytes = sheets_xlsx(&sheets)?;
    let caption = text!(texts, "consultations-figures-caption", span = span_words(span));
    Ok(Attachment::File { name: label!(texts, "consultations-figures-file"), bytes: bytes.into(), caption })
}
