//! Looks at an XLSX before anything parses it: what is in the archive, how large it really is, and whether it was built
//! as an office builds it. Nothing is written anywhere.
//! Not here: what stands in the cells.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::SheetFault;

/// Parts of the archive; a real workbook has a few dozen.
const MOST_PARTS: usize = 1_000;
/// Characters of a part's name.
const LONGEST_NAME: usize = 200;
/// What all parts together may unpack to, as the archive says of itself.
const MOST_UNPACKED: u64 = 48 * 1_024 * 1_024;
/// What a sheet may unpack to; 25,000 rows of ten columns take about half of it.
const MOST_OF_SHEET: u64 = 24 * 1_024 * 1_024;
/// What any other part that is read may unpack to.
const MOST_OF_PART: u64 = 6 * 1_024 * 1_024;
/// What all parts that are read may unpack to.
const MOST_READ: u64 = 32 * 1_024 * 1_024;
/// XML of offices shrinks ten to thirty times.
const MOST_RATIO: u64 = 150;
/// Below this size the ratio says nothing.
const SMALL: u64 = 1_024 * 1_024;
/// Bytes of one tag, or of the words between two: buffers grow with them.
const LONGEST_RUN: usize = 128 * 1_024;
/// The number of shared words that a part may announce: room is made for them before they are read.
const MOST_SHARED: u64 = 500_000;

/// The signature of an entry of the central directory (APPNOTE.TXT, section 4.3.12).
const ENTRY: &[u8] = b"PK\x01\x02";

/// A part of the archive as its directory shows it.
struct Part {
    name: String,
    size: u64,
    packed: u64,
    is_encrypted: bool,
}

/// Refuses what should not be parsed.
pub(super) fn inspect(bytes: &[u8]) -> Result<(), SheetFault> {
    // Counted before the directory is read: its entries take more memory than they have bytes.
    if bytes.windows(ENTRY.len()).filter(|window| *window == ENTRY).count() > MOST_PARTS {
        return Err(SheetFault::Bomb);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| SheetFault::Broken)?;
    let parts = list(&mut archive)?;
    check_directory(&parts)?;
    let (mut read, mut others) = (0, 0);
    let mut text = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        text.clear();
        let most = match (is_read(&part.name), is_sheet(&part.name)) {
            (true, true) => MOST_OF_SHEET.min(MOST_READ - read),
            (true, false) => MOST_OF_PART.min(MOST_READ - read),
            (false, _) => MOST_OF_SHEET.min(MOST_UNPACKED - others),
        };
        let unpacked = archive.by_index(index).map_err(|_| SheetFault::Broken)?;
        unpacked.take(most + 1).read_to_end(&mut text).map_err(|_| SheetFault::Broken)?;
        let size = u64::try_from(text.len()).unwrap_or(u64::MAX);
        // What the directory says of a size is the sender's word: an archive that lies is unpacked no further.
        if size > most || size != part.size {
            return Err(SheetFault::Bomb);
        }
        if is_read(&part.name) {
            read += size;
        } else {
            others += size;
        }
        // The reader goes where a relationship leads, whatever the part there is called.
        if is_read(&part.name) || text.trim_ascii_start().starts_with(b"<") {
            check_markup(&part.name, &text)?;
        }
    }
    Ok(())
}

fn list(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<Vec<Part>, SheetFault> {
    let parts = (0..archive.len()).map(|index| {
        let entry = archive.by_index_raw(index).map_err(|_| SheetFault::Broken)?;
        let name = entry.name().map_err(|_| SheetFault::Odd)?.into_owned();
        let is_encrypted = entry.encrypted();
        Ok(Part { name, size: entry.size(), packed: entry.compressed_size(), is_encrypted })
    });
    parts.collect()
}

fn check_directory(parts: &[Part]) -> Result<(), SheetFault> {
    let total = parts.iter().fold(0_u64, |sum, part| sum.saturating_add(part.size));
    let swells = |part: &Part| part.size > SMALL && part.size / MOST_RATIO > part.packed;
    let has = |test: &dyn Fn(&str) -> bool| parts.iter().any(|part| test(&part.name.to_lowercase()));
    if parts.iter().any(|part| is_tricky(&part.name)) {
        return Err(SheetFault::Odd);
    }
    if parts.iter().any(|part| part.is_encrypted) || has(&|name| name.ends_with("encryptedpackage")) {
        return Err(SheetFault::Locked);
    }
    if total > MOST_UNPACKED || parts.iter().any(swells) {
        return Err(SheetFault::Bomb);
    }
    if has(&|name| name.ends_with("vbaproject.bin") || name.contains("/macrosheets/")) {
        return Err(SheetFault::Macros);
    }
    let is_document = has(&|name| {
        name == "mimetype"
            || name == "word/document.xml"
            || name.starts_with("ppt/")
            || name == "xl/workbook.bin"
    });
    match has(&|name| name.starts_with("xl/") && name.ends_with(".xml")) {
        true if !is_document => Ok(()),
        _ if is_document => Err(SheetFault::OtherDocument),
        _ => Err(SheetFault::NotASheet),
    }
}

/// A name that would lead out of a folder, or that shows otherwise than it is.
fn is_tricky(name: &str) -> bool {
    let is_hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    name.chars().count() > LONGEST_NAME
        || name.starts_with('/')
        || name.contains(['\\', ':'])
        || name.split('/').any(|step| step == "..")
        || name.chars().any(is_hidden)
}

/// Whether the reader of workbooks opens such a part of one that an office built.
fn is_read(name: &str) -> bool {
    let name = name.to_lowercase();
    name.ends_with(".xml") || name.ends_with(".rels")
}

fn is_sheet(name: &str) -> bool {
    name.to_lowercase().starts_with("xl/worksheets/")
}

/// Offices write tags and words, nothing else; both are short.
fn check_markup(name: &str, text: &[u8]) -> Result<(), SheetFault> {
    if text.split(|byte| *byte == b'<').any(|run| run.first() == Some(&b'!')) {
        return Err(SheetFault::Odd);
    }
    if text.split(|byte| matches!(byte, b'<' | b'>')).any(|run| run.len() > LONGEST_RUN) {
        return Err(SheetFault::Bomb);
    }
    if name.to_lowercase().ends_with("sharedstrings.xml") && announced(text) > MOST_SHARED {
        return Err(SheetFault::Bomb);
    }
    Ok(())
}

/// The largest number of shared words that is announced anywhere in a part.
fn announced(text: &[u8]) -> u64 {
    const WORD: &[u8] = b"niqueCount";
    let numbers =
        text.windows(WORD.len()).enumerate().filter(|(_, window)| *window == WORD).map(|(at, _)| {
            let behind = text[at..]
                .iter()
                .skip(WORD.len())
                .skip_while(|byte| !byte.is_ascii_digit() && **byte != b'>');
            behind.take_while(|byte| byte.is_ascii_digit()).fold(0_u64, |number, digit| {
                number.saturating_mul(10).saturating_add(u64::from(digit - b'0'))
            })
        });
    numbers.max().unwrap_or_default()
}
