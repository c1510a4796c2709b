//! Every screen here can be shown and leads on, in every language; the files can be opened.

use std::{collections::HashMap, io::Cursor, sync::Arc};

use calamine::{Reader, Xlsx};
use chrono::{DateTime, TimeDelta};
use serde_json::json;
use uuid::Uuid;

use super::*;
use crate::{
    content::Content,
    messenger::{Attachment, Screen},
    people::GivenConsent,
    privacy::model::{Erasure, Periods, Reason},
    texts::{Language, Texts},
    units::Catalogue,
};

fn bytes(screen: &Screen, place: usize) -> Vec<u8> {
    match &screen.attachments[place] {
        Attachment::File { bytes, .. } => bytes.to_vec(),
        other => panic!("{other:?} is no file"),
    }
}

fn erasure() -> Erasure {
    Erasure {
        id: Uuid::from_u128(1),
        person_id: Uuid::from_u128(2),
        municipality: Some(Uuid::from_u128(3)),
        reason: Reason::Withdrawn,
        categories: vec!["persons".into(), "answers".into()],
        erased_at: DateTime::UNIX_EPOCH + TimeDelta::days(20_000),
    }
}

fn everything() -> Everything {
    let consent = GivenConsent {
        version: "3".into(),
        text_hash: "ab".into(),
        messenger: "telegram".into(),
        given_at: DateTime::UNIX_EPOCH,
        text: Some("# Согласие\n\n**Кому.** Службе".into()),
    };
    let person = json!({ "id": "0193", "family_name": "Петрова", "created_at": "2026-11-22T08:00:00+00:00" });
    Everything {
        made_at: DateTime::UNIX_EPOCH.with_timezone(&chrono_tz::Europe::Moscow),
        operators: vec!["Служба".into()],
        told: Vec::new(),
        consents: vec![consent],
        tables: vec![("persons".into(), vec![person]), ("drafts".into(), Vec::new())],
        words: HashMap::from([("answers", vec!["Вопрос — Ответ".to_owned()])]),
        catalogue: Arc::new(Catalogue::read(&Content::open(None)).expect("a catalogue")),
        files: 7,
    }
}

#[test]
fn every_screen_can_be_shown_and_leads_on() {
    let periods = Periods::read(&Content::open(None)).expect("periods");
    let zone = chrono_tz::Europe::Moscow;
    let many = vec![erasure(); 20];
    for language in Language::ALL {
        let texts = Texts::load().expect("texts").in_language(language);
        let screens = [
            periods_screen(&periods, &texts),
            withdraw_screen(&periods, &texts),
            farewell_screen(&texts),
            nothing_screen(&texts),
            files_screen(0, 7, &texts),
            files_screen(usize::MAX, 7, &texts),
            taken_screen(&everything(), &texts).expect("files"),
            acts_screen(&[], (0, zone), None, &texts),
            acts_screen(&many, (1, zone), None, &texts),
            act_screen(&many[0], &HashMap::new(), zone, &texts).expect("a paper"),
            log_screen(&many, zone, &texts).expect("a table"),
        ];
        for screen in screens {
            screen.check().expect("it can be shown");
            assert!(!screen.rows.is_empty() && screen.address.is_some(), "{:?}", screen.text);
        }
    }
}

#[test]
fn what_is_taken_along_is_for_people_and_for_machines() {
    let texts = Texts::load().expect("texts").in_language(Language::Ru);
    let screen = taken_screen(&everything(), &texts).expect("files");
    let paper = docx_rs::read_docx(&bytes(&screen, 0)).expect("a paper").json();
    for words in ["Петрова", "22.11.2026, 11:00", "Кому. Службе"] {
        assert!(paper.contains(words), "{words} is not in the paper");
    }
    assert!(!paper.contains("0193"), "an id means nothing to people");
    let file: serde_json::Value = serde_json::from_slice(&bytes(&screen, 1)).expect("JSON");
    assert_eq!(file["tables"]["persons"][0]["id"], "0193");
    assert_eq!(file["consents"][0]["text"], "# Согласие\n\n**Кому.** Службе");
}

#[test]
fn an_act_has_the_fields_of_order_179() {
    let texts = Texts::load().expect("texts").in_language(Language::Ru);
    let operator = Operator { title: "ММС района".into(), address: "г. Лугобор".into() };
    let operators = HashMap::from([(Uuid::from_u128(3), operator)]);
    let zone = chrono_tz::Europe::Moscow;
    let screen = act_screen(&erasure(), &operators, zone, &texts).expect("a paper");
    let paper = docx_rs::read_docx(&bytes(&screen, 0)).expect("a paper").json();
    let id = Uuid::from_u128(2).to_string();
    for words in ["ММС района", "г. Лугобор", &id, "04.10.2024", "Способ уничтожения", "Причина", "подпись"]
    {
        assert!(paper.contains(words), "{words} is not in the act");
    }
    let screen = log_screen(&[erasure()], zone, &texts).expect("a table");
    let mut table: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes(&screen, 0))).expect("opens");
    let name = table.sheet_names()[0].clone();
    let range = table.worksheet_range(&name).expect("a sheet");
    assert_eq!((range.height(), range.width()), (2, 5));
}
