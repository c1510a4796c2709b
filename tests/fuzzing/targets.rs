//! What is fed with anything at all: one function for each parser of what comes from outside. Shared by the tests and by
//! the fuzzer.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use metodist::{
    diagnostics,
    messenger::{
        Markup, Messenger, PayloadReader,
        telegram::{Bot, Client, Telegram},
    },
    sheets, typed,
};
use secrecy::SecretString;

/// Feeds a parser.
pub type Target = fn(&[u8]);

/// All of them, by the names of their corpora.
pub const ALL: [(&str, Target); 7] = [
    ("phrases", phrases),
    ("payloads", payloads),
    ("updates", updates),
    ("links", links),
    ("questionnaires", questionnaires),
    ("sheets", sheets),
    ("markup", markup),
];

fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 24).and_then(|day| day.and_hms_opt(12, 0, 0)).unwrap_or_default()
}

/// What people type when they mean a day and a time.
pub fn phrases(data: &[u8]) {
    let phrase = String::from_utf8_lossy(data);
    let read = typed::read_when(&phrase, now());
    // The same words mean the same.
    assert_eq!(format!("{read:?}"), format!("{:?}", typed::read_when(&phrase, now())));
}

/// What a button carries back.
pub fn payloads(data: &[u8]) {
    let raw = String::from_utf8_lossy(data);
    let Some(mut reader) = PayloadReader::open(&raw) else { return };
    let _ = (reader.id(), reader.number(), reader.word().map(str::len));
    let _ = reader.end(());
}

/// What Telegram delivers.
pub fn updates(data: &[u8]) {
    read(&String::from_utf8_lossy(data));
}

/// What a link that opens the conversation ends in.
pub fn links(data: &[u8]) {
    let words = serde_json::Value::from(format!("/start {}", String::from_utf8_lossy(data)));
    read(&format!(
        r#"{{"update_id":7,"message":{{"message_id":1,"date":1,"chat":{{"id":5,"type":"private","first_name":"A"}},
        "from":{{"id":5,"is_bot":false,"first_name":"A"}},"text":{words}}}}}"#
    ));
}

fn read(content: &str) {
    thread_local! {
        static TELEGRAM: Option<Telegram> = Client::new(&SecretString::from("1:a".to_owned()), "http://localhost", None)
            .ok()
            .map(|client| Telegram::new(client, Bot { id: 1, username: "bot".to_owned(), first_name: "Бот".to_owned() }));
    }
    let at = DateTime::<Utc>::UNIX_EPOCH;
    TELEGRAM.with(|telegram| telegram.as_ref().and_then(|telegram| telegram.read(content, at)));
}

/// A file with a questionnaire.
pub fn questionnaires(data: &[u8]) {
    let _ = diagnostics::parse(&String::from_utf8_lossy(data));
}

/// A sheet: XLSX, CSV, or anything else.
pub fn sheets(data: &[u8]) {
    if let Ok(table) = sheets::read(data) {
        // What was taken in can be looked through.
        let _ = format!("{table:?}").len();
    }
}

/// Our markup, and words of people in it.
pub fn markup(data: &[u8]) {
    let words = String::from_utf8_lossy(data);
    assert_eq!(Markup::plain(&words).visible(), words, "what somebody typed is shown as it is");
    let spans = Markup::trusted(words).spans();
    let count = |is: fn(&metodist::messenger::Span) -> bool| spans.iter().filter(|span| is(span)).count();
    let (open, close) = (
        count(|span| matches!(span, metodist::messenger::Span::Open(..))),
        count(|span| matches!(span, metodist::messenger::Span::Close(_))),
    );
    assert_eq!(open, close, "every tag is closed");
}
