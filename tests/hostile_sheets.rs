//! Every kind of hostile file is refused with its own reason, at once and in little memory. Each is read by a process of
//! its own, whose peak is printed beside the time.
//! Not here: files that are merely wrong; `src/sheets/tests.rs` has them.

#![expect(clippy::expect_used, reason = "a test may end with a sentence")]

use std::{
    io::{Cursor, Write},
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use metodist::sheets::{self, SheetFault};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// What reading may take above an idle process.
const MOST_KIB: u64 = 64 * 1_024;
/// A refusal takes a tenth of this in a build that is made to be fast.
const MOST_TIME: Duration = Duration::from_secs(10);

const BOOK: &str = r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const ROOT: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const RELATIONS: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// An archive of these parts.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        writer.start_file(*name, options).expect("a part");
        writer.write_all(bytes).expect("its bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

/// A workbook whose one sheet holds this, with other parts beside it.
fn workbook(sheet: &str, beside: &[(&str, &[u8])]) -> Vec<u8> {
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("_rels/.rels", ROOT.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    parts.extend(beside);
    archive(&parts)
}

fn sheet(rows: &str) -> String {
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}

fn word(at: &str, row: u32) -> String {
    format!(r#"<row r="{row}"><c r="{at}" t="inlineStr"><is><t>я</t></is></c></row>"#)
}

/// The same archive saying that its largest part unpacks to ten bytes.
fn lying(mut bytes: Vec<u8>, size: u32) -> Vec<u8> {
    let (said, lie) = (size.to_le_bytes(), 10_u32.to_le_bytes());
    while let Some(at) = bytes.windows(4).position(|window| window == said) {
        bytes[at..at + 4].copy_from_slice(&lie);
    }
    bytes
}

/// Rows of unlike names, which no packer shrinks much.
fn rows(count: u32) -> String {
    (1..=count).fold(String::new(), |rows, row| {
        rows + &word(&format!("A{row}"), row).replace('я', &format!("Имя{}", row.wrapping_mul(2_654_435_761)))
    })
}

/// A workbook whose sheet lies in a part of this name.
fn elsewhere(name: &str, part: &[u8]) -> Vec<u8> {
    let relations = RELATIONS.replace("worksheets/sheet1.xml", name);
    archive(&[
        ("_rels/.rels", ROOT.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        (format!("xl/{name}").as_str(), part),
    ])
}

/// Every hostile kind with the reason for which it is refused.
fn kinds() -> Vec<(&'static str, SheetFault, Vec<u8>)> {
    use SheetFault as Fault;
    let plain = sheet(&word("A1", 1));
    let huge = sheet(&"<row><c/></row>".repeat(34 * 1_024 * 1_024));
    let thirty = sheet(&" ".repeat(30 * 1_024 * 1_024));
    let size = u32::try_from(thirty.len()).expect("small");
    let many: Vec<(String, &[u8])> = (0..60_000).map(|number| (format!("xl/{number}"), &b""[..])).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    let long = format!("xl/{}.xml", "я".repeat(300));
    let nothing = &b"x"[..];
    let shared = r#"<sst uniqueCount="99999999999"><si><t>я</t></si></sst>"#.as_bytes();
    let tiny = format!("<sst>{}</sst>", "<si><t/></si>".repeat(600_000));
    let deep = format!("<worksheet>{}</worksheet>", "<a>".repeat(2_000_000));
    let tag = format!("<worksheet a=\"{}\"/>", rows(9_000).replace(['<', '>', '"'], ""));
    let entity = r#"<!DOCTYPE a [<!ENTITY b "cc">]><worksheet/>"#;
    let far = |at: &str, row| workbook(&sheet(&word(at, row)), &[]);
    let named = |name: &str| workbook(&plain, &[(name, nothing)]);
    vec![
        ("512 MiB in half a megabyte", Fault::Bomb, workbook(&huge, &[])),
        ("lies about its size", Fault::Broken, lying(workbook(&thirty, &[]), size)),
        ("60,000 parts", Fault::Bomb, archive(&many)),
        ("announces 10¹¹ words", Fault::Bomb, workbook(&plain, &[("xl/sharedStrings.xml", shared)])),
        ("many empty words", Fault::Bomb, workbook(&plain, &[("xl/sharedStrings.xml", tiny.as_bytes())])),
        ("one tag of megabytes", Fault::Bomb, workbook(&tag, &[])),
        ("a tag of megabytes in a picture", Fault::Bomb, elsewhere("media/1.png", tag.as_bytes())),
        (
            "a picture that lies about its size",
            Fault::Broken,
            lying(elsewhere("media/1.png", thirty.as_bytes()), size),
        ),
        ("entities in a picture", Fault::Odd, elsewhere("media/1.png", b"<!DOCTYPE a><worksheet/>")),
        ("elements without an end", Fault::Bomb, workbook(&deep, &[])),
        ("an archive in an archive", Fault::NotASheet, archive(&[("inner.zip", &workbook(&plain, &[]))])),
        ("a cell at XFD1048576", Fault::TooWide, far("XFD1048576", 1_048_576)),
        ("a cell at XFD1", Fault::TooWide, far("XFD1", 1)),
        ("a million rows", Fault::Bomb, workbook(&sheet(&word("A1", 1).repeat(1_000_000)), &[])),
        ("sixty thousand rows", Fault::TooWide, workbook(&sheet(&rows(60_000)), &[])),
        ("encrypted", Fault::Locked, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1EncryptedPackage".to_vec()),
        ("macros", Fault::Macros, named("xl/vbaProject.bin")),
        ("a text document", Fault::OtherDocument, archive(&[("word/document.xml", nothing)])),
        ("a picture called XLSX", Fault::NotASheet, b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR".to_vec()),
        ("a path out", Fault::Odd, named("../../etc/cron.d/x")),
        ("an absolute path", Fault::Odd, named("/etc/passwd")),
        ("a path of another system", Fault::Odd, named("..\\..\\x.xml")),
        ("a name with a zero", Fault::Odd, named("xl/a\0b.xml")),
        ("a name that runs backwards", Fault::Odd, named("xl/\u{202E}lmx.exe")),
        ("a name of 300 letters", Fault::Odd, named(&long)),
        ("entities", Fault::Odd, workbook(entity, &[])),
        ("text with a million columns", Fault::TooWide, b"a,".repeat(1_000_000)),
        ("text with a million rows", Fault::TooWide, b"a,b\n".repeat(1_000_000)),
        ("one quoted line without an end", Fault::TooWide, [&b"\""[..], &b"a\n".repeat(2_000_000)].concat()),
        ("an endless record", Fault::TooWide, b"\"\n\",".repeat(1_400_000)),
    ]
}

/// A number of KiB that Linux tells of this process.
fn kib(line: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux tells");
    let found = status.lines().find_map(|known| known.strip_prefix(line)).expect("the line is there");
    found.trim().trim_end_matches(" kB").parse().expect("a number")
}

#[test]
#[ignore = "is run by the other test, in a process of its own"]
fn reads_one_file() {
    let Some(path) = std::env::var_os("METODIST_HOSTILE_FILE") else { return };
    let idle = kib("VmHWM:");
    let bytes = std::fs::read(path).expect("the file");
    let began = Instant::now();
    let outcome = sheets::read(&bytes).map(|table| table.rows.len());
    let took = began.elapsed().as_millis();
    println!("{}|{took}|{outcome:?}|", kib("VmHWM:") - idle);
}

fn read_apart(path: &Path) -> (u64, u64, String) {
    let this = std::env::current_exe().expect("this test");
    let run = Command::new(this)
        .args(["--exact", "reads_one_file", "--ignored", "--nocapture"])
        .env("METODIST_HOSTILE_FILE", path)
        .output()
        .expect("a process");
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    let line = said.lines().find(|line| line.ends_with('|')).unwrap_or_else(|| panic!("it died: {said}"));
    let mut parts = line.rsplit(['|', ' ']).skip(1);
    let outcome = parts.next().unwrap_or_default().to_owned();
    let mut number = || parts.next().and_then(|word| word.parse().ok()).expect("a number");
    let took = number();
    (number(), took, outcome)
}

#[test]
fn hostile_files_are_refused_at_once_and_in_little_memory() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut broken = Vec::new();
    for (name, fault, bytes) in kinds() {
        let path = folder.path().join("file.xlsx");
        std::fs::write(&path, &bytes).expect("written");
        let (peak, took, outcome) = read_apart(&path);
        println!("{name:32} {:7} KiB sent {peak:6} KiB peak {took:5} ms  {outcome}", bytes.len() / 1_024);
        let is_quick = Duration::from_millis(took) <= MOST_TIME;
        if outcome != format!("Err({fault:?})") || peak > MOST_KIB || !is_quick {
            broken.push(format!("{name}: {outcome}, {peak} KiB, {took} ms"));
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}
