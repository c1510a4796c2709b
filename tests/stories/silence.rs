//! What the log never says, whatever it is asked to tell: the token, and what people are called, type and send. Through an
//! ordinary day and through every kind of failure. And whatever comes from outside, an event stays one line.
//! Not here: what `metodist check` prints; that is `checking`.

use std::{
    process::{Command, Stdio},
    time::Duration,
};

use clap::Parser;
use metodist::config::Config;
use sandbox::{Fault, Match, Sandbox, Sent};

use crate::{
    house::{Database, Engine},
    letters::on_both_engines,
    process::{Process, command},
    service::{free_port, until_well},
    teacher::Teacher,
};

/// What stands in whatever Anna types or sends, and nowhere else.
const MARKS: [&str; 3] = ["Приметн", "приметн", "7990001122"];
const CONTENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/content");

/// The real program that tells all it can, behind a webhook or not.
async fn talkative(sandbox: &Sandbox, database: &Database, by_webhook: bool) -> (Process, String) {
    let address = format!("127.0.0.1:{}", free_port());
    let url = format!("http://{address}");
    let mut line = command(sandbox.token(), &sandbox.api_url(), &database.url);
    line.arg("serve")
        .env("RUST_LOG", "trace")
        .env("METODIST_CONTENT", CONTENT)
        .env("METODIST_LISTEN", &address);
    if by_webhook {
        line.env("METODIST_WEBHOOK_URL", &url).env("METODIST_LOG_FORMAT", "json");
    }
    let process = Process::start(line);
    until_well(&url, true).await;
    (process, url)
}

/// An ordinary day: Anna comes in, looks for her school, answers, sends things, says something nobody expects.
async fn an_ordinary_day(sandbox: &Sandbox) -> Teacher {
    let mut anna = Teacher::new(sandbox.person("Приметнанна Приметнова"));
    anna.phone.says("/start");
    anna.taps("Даю согласие").await;
    anna.phone.waits_for("Как Вас зовут").await;
    anna.types("Приметнова Анна Приметновна");
    anna.phone.waits_for("где Вы работаете").await;
    anna.types("Приметная школа");
    anna.phone.waits_for("«Приметная школа»").await;
    anna.taps("Показать все").await;
    for label in ["Школа № 1", "Учитель", "Математика", "Готово", "2015", "В меню"]
    {
        anna.taps(label).await;
    }
    anna.phone.says("/diagnosis");
    for label in ["Пограничная", "Начать", "Да", "Много"] {
        anna.taps(label).await;
    }
    anna.phone.waits_for("Чего хочется?").await;
    anna.types("Приметных слов");
    anna.phone.waits_for("Сколько часов?").await;
    anna.phone.sends(Sent::Document { name: "приметный.docx".to_owned(), bytes: vec![1, 2] });
    anna.phone.sends(Sent::Picture {
        bytes: vec![0xFF, 0xD8, 0xFF, 0xD9], caption: "Приметная".to_owned()
    });
    anna.phone.sends(Sent::Contact { phone: "+79990001122".to_owned() });
    anna.phone.sends(Sent::Forwarded {
        from: "Приметный".to_owned(), text: "приметное".to_owned()
    });
    anna.phone.says("/start приметная-ссылка");
    help(&anna).await;
    anna
}

async fn help(anna: &Teacher) {
    let sent = anna.phone.says("/help");
    let answered =
        |chat: &[sandbox::Bubble]| chat.iter().any(|bubble| bubble.from_bot && bubble.message_id > sent);
    anna.phone.waits_until("an answer", answered).await;
}

/// Whatever can go wrong with a call, each once for a send and once for whatever comes next.
fn failures() -> Vec<Fault> {
    let describe = |code, text: &str| Fault::Description { code, text: text.to_owned() };
    vec![
        Fault::CloseBefore,
        Fault::CloseAfter,
        Fault::TruncatedJson,
        Fault::Status { code: 502, body: "<html>Приметный шлюз</html>".to_owned() },
        Fault::TooMany { retry_after: 1, global: false },
        describe(500, "Internal Server Error"),
        describe(400, "Bad Request: something new"),
        describe(403, "Forbidden: bot was blocked by the user"),
    ]
}

async fn a_bad_day(sandbox: &Sandbox, anna: &Teacher) {
    for fault in failures() {
        let sends = Match { method: Some("sendMessage"), chat: Some(anna.phone.id()) };
        sandbox.faults().next(sends, fault.clone());
        sandbox.faults().next(Match { method: Some("getUpdates"), chat: None }, fault);
        anna.phone.says("Приметные слова в недобрый час");
        tokio::time::sleep(Duration::from_millis(400)).await;
        sandbox.faults().clear();
        anna.phone.blocks();
        anna.phone.unblocks();
    }
    tokio::time::sleep(Duration::from_secs(2)).await;
    help(anna).await;
}

async fn the_log_keeps_what_people_say_to_itself(engine: Engine) {
    // Fetched updates and a log to read on the one engine, delivered ones and a log for machines on the other.
    let by_webhook = engine == Engine::Postgres;
    let database = Database::up_to_date(engine).await.expect("a database");
    let sandbox = Sandbox::start(sandbox::Options::default()).await.expect("the emulator starts");
    let (process, url) = talkative(&sandbox, &database, by_webhook).await;
    let anna = an_ordinary_day(&sandbox).await;
    a_bad_day(&sandbox, &anna).await;
    for body in ["{\"приметное\":", "{\"update_id\":1,\"message\":\"Приметное\"}"] {
        let forged = reqwest::Client::new().post(format!("{url}/telegram")).body(body);
        let _ = forged.header("x-telegram-bot-api-secret-token", "приметный".as_bytes()).send().await;
    }
    let id = anna.phone.id().to_string();
    // Nobody is there any more to speak to.
    sandbox.stop();
    tokio::time::sleep(Duration::from_secs(1)).await;
    let log = process.log();
    let marks = MARKS.iter().copied().chain(["AAsandbox", &id]);
    let hits: Vec<_> = marks
        .filter_map(|mark| log.lines().find(|line| line.contains(mark)).map(|line| (mark, line)))
        .collect();
    println!(
        "{engine:?}, by webhook: {by_webhook}: {} lines of log, {} hits",
        log.lines().count(),
        hits.len()
    );
    assert!(hits.is_empty(), "{hits:#?}");
    assert!(log.contains("no updates can be fetched") || by_webhook, "the failures were told of");
}

on_both_engines!(the_log_keeps_what_people_say_to_itself);

/// Words of the messenger, or of whoever stands in front of it, that would look like lines of the log or steer a terminal.
const FORGED: [&str; 5] = [
    "Bad Request: \n2026-11-24T00:00:00Z ERROR metodist: forged",
    "Bad Request: \r\n{\"level\":\"ERROR\",\"fields\":{\"message\":\"forged\"}}",
    "Bad Request: \u{1b}[2J\u{1b}[31mforged\u{1b}[0m",
    "Bad Request: \u{9b}31mforged\u{7}\u{8}",
    "Bad Request: \"forged\"} \u{202e}'; DROP TABLE persons; --",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_outside_writes_a_line_of_the_log() {
    for format in ["text", "json"] {
        let database = Database::up_to_date(Engine::Sqlite).await.expect("a database");
        let sandbox = Sandbox::start(sandbox::Options::default()).await.expect("the emulator starts");
        let mut line = command(sandbox.token(), &sandbox.api_url(), &database.url);
        line.arg("serve").env("RUST_LOG", "info").env("METODIST_LOG_FORMAT", format);
        let process = Process::start(line);
        process.until_it_serves().await;
        let anna = Teacher::new(sandbox.person("Анна"));
        for words in FORGED {
            let refused = Fault::Description { code: 400, text: words.to_owned() };
            let sends = Match { method: Some("sendMessage"), chat: Some(anna.phone.id()) };
            sandbox.faults().next(sends, refused);
            anna.phone.says("/help");
            until_refused(&sandbox).await;
        }
        help(&anna).await;
        let log = process.log();
        let told = log.lines().filter(|line| line.contains("forged")).count();
        let odd: Vec<_> = log.lines().filter(|line| !is_ours(line, format)).collect();
        println!(
            "{format}: {} lines, {told} with words from outside, {} not ours",
            log.lines().count(),
            odd.len()
        );
        assert_eq!(told, FORGED.len(), "{log}");
        assert!(odd.is_empty(), "{odd:#?}");
        assert!(!log.contains(['\u{1b}', '\u{9b}', '\u{7}', '\u{8}', '\r']), "{log:?}");
    }
}

async fn until_refused(sandbox: &Sandbox) {
    for _ in 0..500 {
        if sandbox.faults().waiting() == 0 {
            return tokio::time::sleep(Duration::from_millis(100)).await;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("nobody was called");
}

/// An event begins with its instant, and the level and the place follow; or it is an object of its own.
fn is_ours(line: &str, format: &str) -> bool {
    if format == "json" {
        let object: Option<serde_json::Value> = serde_json::from_str(line).ok();
        return object.is_some_and(|object| object["target"].is_string());
    }
    let mut words = line.split_whitespace();
    let instant = words.next().and_then(|word| word.parse::<chrono::DateTime<chrono::Utc>>().ok());
    let level = words.next().is_some_and(|word| ["INFO", "WARN", "ERROR"].contains(&word));
    instant.is_some_and(|instant| instant.timestamp_subsec_nanos() > 0) && level
}

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    config: Config,
}

#[test]
#[ignore = "is no test: the next one starts it as a process of its own"]
fn panics_with_words() {
    let Line { config } = Line::parse_from(["story"]);
    metodist::logging::start(&config).expect("a log");
    let panicked = std::panic::catch_unwind(|| panic!("Приметные слова"));
    assert!(panicked.is_err());
}

#[test]
fn a_panic_tells_its_place_and_not_its_words() {
    let mut command = Command::new(std::env::current_exe().expect("this binary"));
    command.args(["--exact", "silence::panics_with_words", "--ignored", "--nocapture"]);
    let output = command.stdin(Stdio::null()).output().expect("it runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && told.contains("a panic") && told.contains("silence.rs"), "{told}");
    assert!(!told.contains("Приметн"), "{told}");
}
