//! Text with columns: commas, semicolons or tabs between them, in the encodings that offices write.
//! Not here: workbooks.

use std::{borrow::Cow, collections::HashMap};

use csv::{ByteRecord, ReaderBuilder};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1251};

use super::{SheetFault, Table, table::Growing};

/// Bytes of text; the same list takes more of them than packed in a workbook does.
const MOST_TEXT: usize = 6 * 1_024 * 1_024;
/// Bytes of one line.
const LONGEST_LINE: usize = 32 * 1_024;
/// What may stand between columns, in the order in which a tie is decided: a comma also stands inside words.
const SEPARATORS: [u8; 3] = [b'\t', b';', b','];
/// Lines from which the separator is told.
const SAMPLE: usize = 20;

/// The rows of a text.
pub(super) fn read(bytes: &[u8]) -> Result<Table, SheetFault> {
    if bytes.is_empty() {
        return Err(SheetFault::Empty);
    }
    if is_other(bytes) {
        return Err(SheetFault::OtherDocument);
    }
    if bytes.len() > MOST_TEXT {
        return Err(SheetFault::TooLarge);
    }
    let text = decode(bytes)?;
    if text.lines().any(|line| line.len() > LONGEST_LINE) {
        return Err(SheetFault::TooWide);
    }
    rows(&text, separator(&text))
}

fn rows(text: &str, separator: u8) -> Result<Table, SheetFault> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let (mut growing, mut record) = (Growing::default(), ByteRecord::new());
    let mut number = 0;
    while reader.read_byte_record(&mut record).map_err(|_| SheetFault::Broken)? {
        let from = record.position().and_then(|position| usize::try_from(position.byte()).ok());
        number += 1 + blank_lines(text.as_bytes(), from.unwrap_or_default());
        for (column, cell) in record.iter().enumerate() {
            growing.put(number, column, &String::from_utf8_lossy(cell))?;
        }
    }
    Ok(growing.finish())
}

/// The lines without anything in them between the end of a record and the next: the reader passes over them, but an
/// office shows them as rows.
fn blank_lines(text: &[u8], from: usize) -> u32 {
    let (before, after) = text.split_at(from.min(text.len()));
    // The reader stops in the middle of the two bytes that end a line.
    let after = after.strip_prefix(b"\n").filter(|_| before.ends_with(b"\r")).unwrap_or(after);
    let ends = after.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    let (returns, feeds) = ends.fold((0, 0), |(returns, feeds), byte| match byte {
        b'\n' => (returns, feeds + 1),
        _ => (returns + 1, feeds),
    });
    feeds.max(returns)
}

/// A page, a PDF, or rich text under the name of a sheet.
fn is_other(bytes: &[u8]) -> bool {
    let start: Vec<u8> = bytes.iter().take(512).map(u8::to_ascii_lowercase).collect();
    let words = start.trim_ascii_start();
    [&b"%pdf"[..], b"{\\rtf", b"<html", b"<!doctype", b"<?xml", b"<table"]
        .iter()
        .any(|magic| words.starts_with(magic))
}

/// UTF-8 or UTF-16 by its mark, else UTF-8 if it is, else Windows-1251. Bytes that no text has are none.
fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, SheetFault> {
    let marked = Encoding::for_bom(bytes);
    let encoding = match marked {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => WINDOWS_1251,
    };
    let (text, had_errors) = encoding.decode_with_bom_removal(bytes);
    let is_control =
        |c: char| c.is_control() && !matches!(c, '\t' | '\r' | '\n' | '\u{1A}' | '\u{85}' | '\u{A0}');
    if (had_errors && marked.is_none()) || text.chars().any(is_control) {
        return Err(SheetFault::NotASheet);
    }
    Ok(text)
}

/// What divides the most lines into the same number of columns; semicolons where nothing divides anything.
fn separator(text: &str) -> u8 {
    let alike = |separator: u8| -> usize {
        let mut lines: HashMap<usize, usize> = HashMap::new();
        for line in text.lines().take(SAMPLE) {
            let columns = outside_quotes(line).filter(|byte| *byte == separator).count();
            *lines.entry(columns).or_default() += usize::from(columns > 0);
        }
        lines.into_values().max().unwrap_or_default()
    };
    let best = SEPARATORS.into_iter().rev().max_by_key(|separator| alike(*separator));
    best.filter(|separator| alike(*separator) > 0).unwrap_or(b';')
}

fn outside_quotes(line: &str) -> impl Iterator<Item = u8> {
    let mut is_quoted = false;
    line.bytes().filter(move |byte| {
        is_quoted ^= *byte == b'"';
        !is_quoted
    })
}
