//! Odd updates, by the thousand, through the whole of the real program: nothing panics, nothing is set aside, people are
//! answered meanwhile, and no word of an update reaches the log.
//! Not here: a million of them through the parser alone; that is `tests/fuzzing.rs`.

#[path = "../fuzzing/odd_updates.rs"]
mod odd_updates;

use std::time::{Duration, Instant};

use futures::StreamExt;
use metodist::db::Db;
use sandbox::Sandbox;
use sha2::{Digest, Sha256};

use crate::{
    house::{Database, Engine},
    letters::on_both_engines,
    process::{Process, command},
    proofs::{Chance, rounds, seed},
    service::{free_port, until_well},
    teacher::Teacher,
};

const UPDATES: usize = 5_000;
const AT_ONCE: usize = 16;
/// Stands wherever somebody's words could.
const MARK: &str = "Приметнослов";
/// What an answer may take beside the flood of oddities; on a quiet machine a fiftieth.
const LONGEST: Duration = Duration::from_secs(5);

async fn odd_updates_stop_nobody(engine: Engine) {
    let (count, mut chance) = (rounds(UPDATES), Chance::new(seed()));
    let database = Database::up_to_date(engine).await.expect("a database");
    let sandbox = Sandbox::start(sandbox::Options::default()).await.expect("a sandbox");
    let address = format!("127.0.0.1:{}", free_port());
    let url = format!("http://{address}");
    let mut line = command(sandbox.token(), &sandbox.api_url(), &database.url);
    line.arg("serve").env("RUST_LOG", "debug,metodist=trace").env("METODIST_EVENTS_PER_MINUTE", "0");
    line.env("METODIST_LISTEN", &address).env("METODIST_WEBHOOK_URL", &url);
    let process = Process::start(line);
    until_well(&url, true).await;
    let mut teacher = Teacher::new(sandbox.person("Анна"));
    teacher.registers("Петрова Анна Сергеевна").await;
    let updates: Vec<String> =
        (0..count as u64).map(|number| odd_updates::odd_update(&mut chance, number, MARK)).collect();
    let client = reqwest::Client::new();
    let digest = Sha256::digest(format!("{}/webhook", sandbox.token()));
    let secret: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    let deliver = |update: String| {
        let request = client.post(format!("{url}/telegram")).body(update);
        let request = request.header("x-telegram-bot-api-secret-token", &secret);
        async move { request.send().await.expect("an answer").status().as_u16() }
    };
    let flood = async {
        futures::stream::iter(updates.into_iter().map(deliver))
            .buffer_unordered(AT_ONCE)
            .collect::<Vec<_>>()
            .await
    };
    let (statuses, waits) = tokio::join!(flood, asks(&teacher));
    let slowest = waits.iter().max().expect("some answers");
    let (taken, refused) = (
        statuses.iter().filter(|status| **status == 200).count(),
        statuses.iter().filter(|status| **status == 400).count(),
    );
    println!(
        "{engine:?}: {count} odd updates, {taken} taken, {refused} refused; meanwhile {} answers, the slowest in {slowest:?}",
        waits.len()
    );
    assert_eq!(taken + refused, count, "{statuses:?}");
    all_are_done(&database.url).await;
    let log = process.log();
    for word in ["a panic", "a handler crashed", "was set aside"] {
        assert!(!log.contains(word), "{}", log.lines().find(|line| line.contains(word)).unwrap_or_default());
    }
    let line = log.lines().find(|line| line.contains(MARK));
    assert_eq!(line, None, "words of an update stand in the log");
    assert!(*slowest < LONGEST, "{slowest:?}");
}

/// Asks one thing after another. Returns how long each answer took.
async fn asks(teacher: &Teacher) -> Vec<Duration> {
    let mut waits = Vec::new();
    for _ in 0..20 {
        let began = Instant::now();
        let sent = teacher.phone.says("/help");
        let answered =
            |chat: &[sandbox::Bubble]| chat.iter().any(|bubble| bubble.from_bot && bubble.message_id > sent);
        teacher.phone.waits_until("an answer", answered).await;
        waits.push(began.elapsed());
    }
    waits
}

async fn all_are_done(database_url: &str) {
    let db = Db::open(database_url).await.expect("the database opens");
    for _ in 0..1_200 {
        if metodist::inbox::count_open(&db).await.expect("it can be counted") == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("not all are done after a minute");
}

on_both_engines!(odd_updates_stop_nobody);
