//! Rows of words, how many there may be, and why a file is none.
//! Not here: reading any kind of file.

use serde::{Deserialize, Serialize};

use super::MOST_BYTES;

/// The most rows with anything in them.
const MOST_ROWS: usize = 50_000;
/// The last row and column in which anything may stand: beyond them a sheet is a trap, or a mistake.
const LAST_ROW: u32 = 200_000;
const LAST_COLUMN: usize = 64;
/// The most cells with anything in them, all rows together.
const MOST_CELLS: usize = 400_000;
/// The most bytes of one cell; names and lists of subjects are far shorter.
const MOST_OF_CELL: usize = 4_096;

/// What stood in a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The rows with anything in them, from the top.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its number as the office shows it, from 1.
    pub number: u32,
    /// What stands in its cells, without spaces at the ends; empty words for an empty cell. Dates are `DD.MM.YYYY`.
    pub cells: Vec<String>,
}

impl Row {
    /// What stands in a column; empty words where nothing does.
    #[must_use]
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

/// Why a file is no sheet that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SheetFault {
    /// More bytes than are taken.
    #[error("more than {MOST_BYTES} bytes")]
    TooLarge,
    /// Nothing stands in it.
    #[error("nothing stands in it")]
    Empty,
    /// Neither a sheet nor a text: a picture, a program, an archive of something else.
    #[error("neither XLSX nor CSV")]
    NotASheet,
    /// A document of another office or of another kind.
    #[error("a document of another kind")]
    OtherDocument,
    /// Encrypted, or the office format of before 2007.
    #[error("encrypted, or an old office format")]
    Locked,
    /// Carries programs.
    #[error("carries macros")]
    Macros,
    /// Unpacks to far more than it shows.
    #[error("unpacks to too much")]
    Bomb,
    /// Built as no office builds it: names with paths, declarations that no sheet needs.
    #[error("built as no office builds it")]
    Odd,
    /// More rows than are taken, or something in a row or column far outside.
    #[error("too many rows or columns")]
    TooWide,
    /// Damaged.
    #[error("damaged")]
    Broken,
}

impl SheetFault {
    /// The key of the sentence that helps whoever sent the file.
    #[must_use]
    pub fn text_key(self) -> &'static str {
        match self {
            Self::TooLarge => "sheets-too-large",
            Self::Empty => "sheets-empty",
            Self::NotASheet => "sheets-not-a-sheet",
            Self::OtherDocument => "sheets-other-document",
            Self::Locked => "sheets-locked",
            Self::Macros => "sheets-macros",
            Self::Bomb => "sheets-bomb",
            Self::Odd => "sheets-odd",
            Self::TooWide => "sheets-too-wide",
            Self::Broken => "sheets-broken",
        }
    }
}

/// A table that is being read, cell by cell, and refuses to grow beyond bounds.
#[derive(Default)]
pub(super) struct Growing {
    table: Table,
    cells: usize,
}

impl Growing {
    /// Puts words into a cell; row numbers from 1, columns from 0. Blank words leave no trace.
    pub(super) fn put(&mut self, row: u32, column: usize, words: &str) -> Result<(), SheetFault> {
        let words = words.trim();
        if words.is_empty() {
            return Ok(());
        }
        self.cells += 1;
        let is_beyond = row > LAST_ROW || column >= LAST_COLUMN || words.len() > MOST_OF_CELL;
        if is_beyond || self.cells > MOST_CELLS {
            return Err(SheetFault::TooWide);
        }
        if self.table.rows.last().is_none_or(|last| last.number < row) {
            if self.table.rows.len() == MOST_ROWS {
                return Err(SheetFault::TooWide);
            }
            self.table.rows.push(Row { number: row, cells: Vec::new() });
        }
        // Cells come in order; a file in which they do not is none that an office wrote.
        let last = self.table.rows.last_mut().filter(|last| last.number == row).ok_or(SheetFault::Odd)?;
        if last.cells.len() <= column {
            last.cells.resize(column + 1, String::new());
        }
        last.cells[column] = words.to_owned();
        Ok(())
    }

    /// The table as it was read.
    pub(super) fn finish(self) -> Table {
        self.table
    }
}
