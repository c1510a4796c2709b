//! Papers as a DOCX file: titles, paragraphs, tables; what an office opens and edits.
//! Not here: which paper it is, and every word of it.

use std::io::Cursor;

use anyhow::Context;
use docx_rs::{
    AlignmentType, Docx, PageMargin, PageOrientationType, Paragraph, Run, RunFonts, Table, TableCell,
    TableRow, WidthType,
};

/// Half points: the size of the text, and of the head of a table.
const TEXT_SIZE: usize = 24;
const TABLE_SIZE: usize = 20;
/// Twentieths of a point: a table, and a column of it where no cell has more than so many characters.
const TABLE_WIDTH: usize = 9_355;
const NARROW: usize = 700;
const SHORT: usize = 4;
/// A4 in twentieths of a point, and its margins: 2 cm, on the left 3 cm for the binding.
const A4: (u32, u32) = (11_906, 16_838);
const MARGINS: PageMargin =
    PageMargin { top: 1_134, left: 1_701, bottom: 1_134, right: 850, header: 708, footer: 708, gutter: 0 };
/// The customary face of official papers; an office without it takes a similar one.
const FACE: &str = "Times New Roman";

/// A piece of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A line in the middle, bold.
    Title(String),
    /// A heading over a part.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A paragraph at the right edge, such as an approval.
    Right(String),
    /// Rows under headings; every row has a cell for each heading.
    Table {
        /// The headings.
        headings: Vec<String>,
        /// The rows.
        rows: Vec<Vec<String>>,
    },
}

/// A paper.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paper {
    /// The wide side is the lower one, for wide tables.
    pub is_landscape: bool,
    /// What stands on it, in order.
    pub blocks: Vec<Block>,
}

/// The paper as the bytes of a DOCX file.
pub fn paper_docx(paper: &Paper) -> anyhow::Result<Vec<u8>> {
    let face = RunFonts::new().ascii(FACE).hi_ansi(FACE).cs(FACE);
    let mut docx = Docx::new().default_fonts(face).default_size(TEXT_SIZE).page_margin(MARGINS);
    docx = if paper.is_landscape {
        docx.page_size(A4.1, A4.0).page_orient(PageOrientationType::Landscape)
    } else {
        docx.page_size(A4.0, A4.1)
    };
    docx = with_blocks(docx, &paper.blocks);
    let mut bytes = Cursor::new(Vec::new());
    docx.build().pack(&mut bytes)?;
    Ok(bytes.into_inner())
}

/// Pieces of a paper as they stand in the XML of a document, which says how large and in which face they are.
pub(super) fn blocks_xml(blocks: &[Block]) -> anyhow::Result<String> {
    let xml = String::from_utf8(with_blocks(Docx::new(), blocks).build().document)?;
    let (_, behind) = xml.split_once("<w:body>").context("a document has a body")?;
    let (body, _) = behind.rsplit_once("<w:sectPr").context("a body ends with its section")?;
    Ok(without_ids(body))
}

/// Ids of paragraphs are for offices that compare versions; in another document their prefix is unknown, and an office
/// refuses the whole file.
fn without_ids(xml: &str) -> String {
    let mut parts = xml.split(" w14:paraId=\"");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once('"').map_or("", |(_, rest)| rest))
}

fn with_blocks(mut docx: Docx, blocks: &[Block]) -> Docx {
    for block in blocks {
        docx = match block {
            Block::Title(words) => docx.add_paragraph(line(words, true).align(AlignmentType::Center)),
            Block::Heading(words) => docx.add_paragraph(line(words, true).keep_next(true)),
            Block::Text(words) => docx.add_paragraph(line(words, false)),
            Block::Right(words) => docx.add_paragraph(line(words, false).align(AlignmentType::Right)),
            Block::Table { headings, rows } => {
                docx.add_table(table(headings, rows)).add_paragraph(Paragraph::new())
            }
        };
    }
    docx
}

/// A paragraph; a line break in the words stays one.
fn line(words: &str, is_bold: bool) -> Paragraph {
    let mut run = if is_bold { Run::new().bold() } else { Run::new() };
    for (number, part) in words.lines().enumerate() {
        if number > 0 {
            run = run.add_break(docx_rs::BreakType::TextWrapping);
        }
        run = run.add_text(printable(part));
    }
    Paragraph::new().add_run(run)
}

fn table(headings: &[String], rows: &[Vec<String>]) -> Table {
    let widths = widths(headings, rows);
    let cell = |(words, width): (&String, &usize), is_head: bool| {
        let paragraph = line(words, is_head).size(TABLE_SIZE);
        let paragraph = if is_head { paragraph.align(AlignmentType::Center) } else { paragraph };
        TableCell::new().width(*width, WidthType::Dxa).add_paragraph(paragraph)
    };
    let row = |cells: &[String], is_head| {
        TableRow::new(cells.iter().zip(&widths).map(|each| cell(each, is_head)).collect()).cant_split()
    };
    let head = std::iter::once(row(headings, true));
    Table::new(head.chain(rows.iter().map(|cells| row(cells, false))).collect())
        .width(5_000, WidthType::Pct)
        .set_grid(widths.clone())
}

/// The widths of columns: what is short, such as numbers, is narrow, and the others share the rest.
fn widths(headings: &[String], rows: &[Vec<String>]) -> Vec<usize> {
    let is_narrow = |column: usize| {
        let cells = rows.iter().filter_map(|cells| cells.get(column));
        headings.iter().skip(column).take(1).chain(cells).all(|words| words.chars().count() <= SHORT)
    };
    let narrow: Vec<bool> = (0..headings.len()).map(is_narrow).collect();
    let wide = narrow.iter().filter(|is_narrow| !**is_narrow).count().max(1);
    let rest = TABLE_WIDTH.saturating_sub((narrow.len() - wide.min(narrow.len())) * NARROW);
    narrow.into_iter().map(|is_narrow| if is_narrow { NARROW } else { rest / wide }).collect()
}

/// XML has no place for most control characters (<https://www.w3.org/TR/xml/#charsets>).
fn printable(words: &str) -> String {
    words.chars().filter(|character| !character.is_control() || *character == '\t').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let paper = Paper {
            is_landscape: true,
            blocks: vec![
                Block::Title("ПОРТФОЛИО".to_owned()),
                Block::Text("Анна & <Петровна>\u{1}\nвторая строка".to_owned()),
                Block::Table { headings: vec!["№".to_owned()], rows: vec![vec!["1".to_owned()]] },
            ],
        };
        let bytes = paper_docx(&paper).expect("written");
        let read = docx_rs::read_docx(&bytes).expect("a document");
        let json = read.json();
        for words in ["ПОРТФОЛИО", "Анна & <Петровна>", "вторая строка", "№"]
        {
            assert!(json.contains(words), "{words} in {json}");
        }
    }
}
