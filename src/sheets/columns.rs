//! Which column of a sheet holds what, told by its headings in any order.
//! Not here: which headings there are, and what stands in the rows.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Row, Table};

/// Rows from the top among which the headings are looked for: lists often begin with a title.
const HEAD_ROWS: usize = 15;

/// Where the headings stand, and which column holds what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Columns<F: Ord> {
    /// The place of the row of headings among the rows of the table.
    pub head: usize,
    /// The column of each field that there is, from 0.
    pub columns: BTreeMap<F, usize>,
}

impl<F: Ord> Default for Columns<F> {
    fn default() -> Self {
        Self { head: 0, columns: BTreeMap::new() }
    }
}

impl<F: Ord> Columns<F> {
    /// Tells the columns by their headings: of the first rows the one with the most headings that are known.
    #[must_use]
    pub fn find(table: &Table, of_heading: impl Fn(&str) -> Option<F>) -> Self {
        let mut best = Self::default();
        for (place, row) in table.rows.iter().take(HEAD_ROWS).enumerate() {
            let columns = known_columns(row, &of_heading);
            if columns.len() > best.columns.len() {
                best = Self { head: place, columns };
            }
        }
        best
    }

    /// The columns that hold nothing known, with their headings.
    #[must_use]
    pub fn unknown<'a>(&self, table: &'a Table) -> Vec<(usize, &'a str)> {
        let Some(head) = table.rows.get(self.head) else { return Vec::new() };
        let headings = head.cells.iter().enumerate();
        let unknown = headings.filter(|(column, words)| {
            !words.is_empty() && !self.columns.values().any(|known| known == column)
        });
        unknown.map(|(column, words)| (column, words.as_str())).collect()
    }

    /// What stands in a row under a field; empty words where there is no such column.
    #[must_use]
    pub fn cell<'a>(&self, row: &'a Row, field: F) -> &'a str {
        self.columns.get(&field).map_or("", |column| row.cell(*column))
    }

    /// The rows below the headings.
    #[must_use]
    pub fn body<'a>(&self, table: &'a Table) -> &'a [Row] {
        table.rows.get(self.head + 1..).unwrap_or_default()
    }
}

/// The first column of each field that a row of headings names.
fn known_columns<F: Ord>(row: &Row, of_heading: impl Fn(&str) -> Option<F>) -> BTreeMap<F, usize> {
    let mut columns = BTreeMap::new();
    for (column, heading) in row.cells.iter().enumerate() {
        if let Some(field) = of_heading(heading) {
            columns.entry(field).or_insert(column);
        }
    }
    columns
}
