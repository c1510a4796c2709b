//! Good files in every spelling, and that nothing makes reading panic.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::{MOST_BYTES, Row, SheetFault, Table, read};
use crate::documents::{Cell, Sheet, sheets_xlsx};

fn cells(table: &Table) -> Vec<Vec<&str>> {
    table.rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect()
}

fn workbook() -> Vec<u8> {
    let day = NaiveDate::from_ymd_opt(1985, 3, 7).expect("a day");
    let rows = vec![
        vec![Cell::from("Петрова"), Cell::from(day), Cell::from(18)],
        vec![Cell::Empty, Cell::Empty, Cell::Empty],
        vec![Cell::from("  Ооржак "), Cell::Empty, Cell::from("0,5")],
    ];
    let headings = ["Фамилия", "Дата рождения", "Ставка"].map(str::to_owned).to_vec();
    sheets_xlsx(&[Sheet { name: "Список".into(), headings, rows }]).expect("a workbook")
}

#[test]
fn a_workbook_is_read_as_a_person_would_type_it() {
    let table = read(&workbook()).expect("readable");
    assert_eq!(
        cells(&table),
        [
            vec!["Фамилия", "Дата рождения", "Ставка"],
            vec!["Петрова", "07.03.1985", "18"],
            vec!["Ооржак", "", "0,5"]
        ]
    );
    assert_eq!(table.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 2, 4]);
    assert_eq!(table.rows[2].cell(9), "");
}

#[test]
fn text_is_read_in_every_encoding_and_with_every_separator() {
    let expected =
        [vec!["ФИО", "Школа"], vec!["Петрова, Анна", "Школа № 1; корпус 2"], vec!["Ооржак Ч.", "5"]];
    for separator in [',', ';', '\t'] {
        let text = format!(
            "ФИО{separator}Школа\r\n\"Петрова, Анна\"{separator}\"Школа № 1; корпус 2\"\r\nОоржак Ч.{separator}5\r\n"
        );
        let (cp1251, _, _) = encoding_rs::WINDOWS_1251.encode(&text);
        let utf16: Vec<u8> =
            "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        for bytes in
            [text.clone().into_bytes(), format!("\u{FEFF}{text}").into_bytes(), cp1251.into_owned(), utf16]
        {
            let table = read(&bytes).unwrap_or_else(|fault| panic!("{separator:?}: {fault}"));
            assert_eq!(cells(&table), expected, "{separator:?}");
        }
    }
}

#[test]
fn what_is_no_sheet_is_told_apart() {
    for (bytes, fault) in [
        (&b""[..], SheetFault::Empty),
        (b"\n\n ; ;\n", SheetFault::Empty),
        (b"%PDF-1.7", SheetFault::OtherDocument),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...", SheetFault::Locked),
        (b"\x89PNG\r\n\x1A\n\0\0", SheetFault::NotASheet),
        (b"PK\x03\x04", SheetFault::Broken),
        (b"<html><table>", SheetFault::OtherDocument),
    ] {
        assert_eq!(read(bytes), Err(fault), "{bytes:?}");
    }
    assert_eq!(read(&vec![b'a'; MOST_BYTES + 1]), Err(SheetFault::TooLarge));
    assert_eq!(read(&b"a;".repeat(80)), Err(SheetFault::TooWide));
}

#[test]
fn rows_of_text_are_numbered_as_an_office_shows_them() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["", "ФИО;Школа", "", "", "\"Петрова", "Анна\";1", "Ооржак Ч.;5", " ; ", "", "Белов И.;2"]
            .join(end);
        let table = read(text.as_bytes()).expect("readable");
        let numbers: Vec<u32> = table.rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [2, 5, 6, 9], "{end:?}: words over two lines are one row");
    }
}

#[test]
fn commas_inside_of_words_divide_nothing() {
    let address = "Иванова;г. Лугобор, ул. Мира, д. 1, кв. 2;учитель";
    for text in
        [address.to_owned(), format!("ФИО;Адрес;Должность\n{address}\nПетрова;с. Ключевое, 5;методист\n")]
    {
        let table = read(text.as_bytes()).expect("readable");
        assert!(table.rows.iter().all(|row| row.cells.len() == 3), "{table:?}");
    }
}

#[test]
fn a_single_column_is_one() {
    let table = read("Петрова Анна\nОоржак Чечена\n".as_bytes()).expect("readable");
    assert_eq!(table.rows[1], Row { number: 2, cells: vec!["Ооржак Чечена".into()] });
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), magic in 0_usize..3) {
        let start = [&b""[..], b"PK\x03\x04", b"\xEF\xBB\xBF"][magic];
        let _ = read(&[start, &bytes].concat());
    }

    #[test]
    fn no_mutation_of_a_good_file_makes_it_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12), cut in any::<prop::sample::Index>()
    ) {
        let mut bytes = workbook();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read(&bytes);
        let _ = read(&bytes[..cut.index(bytes.len())]);
    }
}
