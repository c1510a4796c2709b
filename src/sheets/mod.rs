//! From a file that anybody may have sent to rows of words: XLSX and CSV, read so that no file can exhaust or escape.
//! Pure: bytes in, rows out. Not here: what the columns of a list mean, and where the bytes come from.
//!
//! What a file is, its bytes say; its name is never believed. An XLSX is looked at before it is unpacked, unpacked once
//! under a cap before anything parses it, and read cell by cell: a lone cell at the far end of the sheet costs nothing.

mod columns;
mod delimited;
mod package;
mod table;
mod workbook;

use std::panic::{AssertUnwindSafe, catch_unwind};

pub use columns::Columns;
pub use table::{Row, SheetFault, Table};

/// The most bytes of a file that is read: five times what a list of 25,000 people takes.
pub const MOST_BYTES: usize = 8 * 1_024 * 1_024;

/// The first bytes of the OLE container of an old or encrypted office file ([MS-CFB], section 2.2).
const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
/// The first bytes of a ZIP archive, and of an empty one (APPNOTE.TXT, sections 4.3.7 and 4.3.16).
const ZIP: [&[u8]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];

/// Reads the first sheet with anything in it.
///
/// # Errors
/// Says why the file is none that can be read. Takes at most 64 MiB and a few seconds whatever the bytes are.
pub fn read(bytes: &[u8]) -> Result<Table, SheetFault> {
    if bytes.len() > MOST_BYTES {
        return Err(SheetFault::TooLarge);
    }
    // Libraries that read broken files may stumble over them; that must not take the process's work along.
    catch_unwind(AssertUnwindSafe(|| read_kind(bytes))).unwrap_or(Err(SheetFault::Broken))
}

fn read_kind(bytes: &[u8]) -> Result<Table, SheetFault> {
    if bytes.starts_with(OLE) {
        return Err(SheetFault::Locked);
    }
    let table = if ZIP.iter().any(|magic| bytes.starts_with(magic)) {
        package::inspect(bytes)?;
        workbook::read(bytes)?
    } else {
        delimited::read(bytes)?
    };
    if table.rows.is_empty() { Err(SheetFault::Empty) } else { Ok(table) }
}

#[cfg(test)]
mod tests;
