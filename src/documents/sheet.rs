//! Tables as an XLSX file: a row of headings that stays in sight, a filter, widths that fit.
//! Not here: which columns there are, and reading sheets.

use chrono::NaiveDate;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

/// The most characters a column is made wide for; longer words are wrapped.
const WIDEST: usize = 60;

/// What stands in a cell. Words are never read as a formula by an office: they are stored as words.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Words(String),
    /// A whole number.
    Number(i64),
    /// A number in tenths: 15 is written as 1.5.
    Tenths(i64),
    /// A day.
    Date(NaiveDate),
}

impl From<&str> for Cell {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<String> for Cell {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<NaiveDate> for Cell {
    fn from(day: NaiveDate) -> Self {
        Self::Date(day)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(cell: Option<T>) -> Self {
        cell.map_or(Self::Empty, Into::into)
    }
}

/// One sheet of a file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// What stands on its tab: at most 31 characters, none of `[]:*?/\`.
    pub name: String,
    /// The headings of the columns.
    pub headings: Vec<String>,
    /// The rows, each with a cell for each heading.
    pub rows: Vec<Vec<Cell>>,
}

/// The sheets as the bytes of an XLSX file. Fails on a name that no tab may have and on more rows than a sheet holds.
pub fn sheets_xlsx(sheets: &[Sheet]) -> anyhow::Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    for sheet in sheets {
        write_sheet(workbook.add_worksheet(), sheet)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn write_sheet(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    worksheet.set_name(&sheet.name)?;
    let head = Format::new().set_bold().set_text_wrap();
    let (words, day) = (Format::new().set_text_wrap(), Format::new().set_num_format("dd.mm.yyyy"));
    for (column, heading) in (0_u16..).zip(&sheet.headings) {
        worksheet.write_string_with_format(0, column, heading, &head)?;
        worksheet.set_column_width(column, width(sheet, column.into()))?;
    }
    for (row, cells) in (1_u32..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Empty => {}
                Cell::Words(text) => {
                    worksheet.write_string_with_format(row, column, text, &words)?;
                }
                #[expect(clippy::cast_precision_loss, reason = "a sheet knows only such numbers")]
                Cell::Number(number) => {
                    worksheet.write_number(row, column, *number as f64)?;
                }
                #[expect(clippy::cast_precision_loss, reason = "a sheet knows only such numbers")]
                Cell::Tenths(tenths) => {
                    worksheet.write_number(row, column, *tenths as f64 / 10.0)?;
                }
                Cell::Date(date) => {
                    worksheet.write_datetime_with_format(row, column, date, &day)?;
                }
            }
        }
    }
    worksheet.set_freeze_panes(1, 0)?;
    if let (Some(last_row), Some(last_column)) =
        (u32::try_from(sheet.rows.len()).ok(), u16::try_from(sheet.headings.len()).ok())
        && last_column > 0
    {
        worksheet.autofilter(0, 0, last_row, last_column - 1)?;
    }
    Ok(())
}

/// Characters of the widest words in a column, and some air.
#[expect(clippy::cast_precision_loss, reason = "widths are small")]
fn width(sheet: &Sheet, column: usize) -> f64 {
    let heading = sheet.headings.get(column).map_or(0, |heading| heading.chars().count());
    let cells = sheet.rows.iter().filter_map(|row| match row.get(column)? {
        Cell::Words(words) => Some(words.chars().count()),
        Cell::Number(_) | Cell::Tenths(_) | Cell::Date(_) => Some(10),
        Cell::Empty => None,
    });
    (cells.chain([heading]).max().unwrap_or_default().clamp(4, WIDEST) + 2) as f64
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};

    use super::*;

    #[test]
    fn what_is_written_is_read_back_and_formulas_stay_words() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let sheet = Sheet {
            name: "Педагоги".to_owned(),
            headings: vec!["Фамилия".to_owned(), "Часы".to_owned(), "Дата".to_owned()],
            rows: vec![
                vec!["=1+1".into(), 72.into(), day.into()],
                vec![Cell::Empty, Cell::Empty, Cell::Empty],
            ],
        };
        let bytes = sheets_xlsx(&[sheet]).expect("written");
        let mut read: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("opens");
        let range = read.worksheet_range("Педагоги").expect("the sheet");
        assert_eq!(range.get_value((0, 0)), Some(&Data::String("Фамилия".to_owned())));
        assert_eq!(range.get_value((1, 0)), Some(&Data::String("=1+1".to_owned())));
        assert_eq!(range.get_value((1, 1)), Some(&Data::Float(72.0)));
        assert!(read.worksheet_formula("Педагоги").expect("read").is_empty(), "nothing is a formula");
    }
}
