//! The cells of an XLSX, one by one; a sheet is never laid out in memory as a rectangle.
//! Not here: whether the file may be parsed at all; `package` has looked at it before.

use std::io::Cursor;

use calamine::{DataRef, Reader, Sheet, SheetType, SheetVisible, Xlsx, XlsxError};
use chrono::NaiveTime;

use super::{SheetFault, Table, table::Growing};

/// Sheets that are looked through for one with anything in it.
const MOST_SHEETS: usize = 20;

/// The first visible sheet with anything in it.
pub(super) fn read(bytes: &[u8]) -> Result<Table, SheetFault> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| fault(&error))?;
    let is_shown =
        |sheet: &&Sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible;
    let sheets = workbook.sheets_metadata().iter().filter(is_shown).take(MOST_SHEETS);
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
    for name in names {
        let table = read_sheet(&mut workbook, &name)?;
        if !table.rows.is_empty() {
            return Ok(table);
        }
    }
    Ok(Table::default())
}

fn read_sheet(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Table, SheetFault> {
    let mut cells = workbook.worksheet_cells_reader(name).map_err(|error| fault(&error))?;
    let mut growing = Growing::default();
    while let Some(cell) = cells.next_cell().map_err(|error| fault(&error))? {
        let (row, column) = cell.get_position();
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        growing.put(row.saturating_add(1), column, &words(cell.get_value()))?;
    }
    Ok(growing.finish())
}

/// A cell as a person would type it.
fn words(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(words) | DataRef::DateTimeIso(words) | DataRef::DurationIso(words) => words.clone(),
        DataRef::SharedString(words) => (*words).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(is_so) => if *is_so { "да" } else { "нет" }.to_owned(),
        DataRef::DateTime(at) => match at.as_datetime() {
            Some(time) if at.is_datetime() && at.as_f64() < 1.0 => time.format("%H:%M").to_string(),
            Some(day) if at.is_datetime() && day.time() == NaiveTime::MIN => {
                day.format("%d.%m.%Y").to_string()
            }
            Some(moment) if at.is_datetime() => moment.format("%d.%m.%Y %H:%M").to_string(),
            _ => at.as_f64().to_string(),
        },
        DataRef::Error(error) => error.to_string(),
    }
}

fn fault(error: &XlsxError) -> SheetFault {
    match error {
        XlsxError::Password => SheetFault::Locked,
        _ => SheetFault::Broken,
    }
}
