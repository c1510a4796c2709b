//! Many people at once, and a messenger that refuses whatever comes faster than it takes.

use std::{path::Path, time::Duration};

use chrono::TimeDelta;
use clap::Parser;
use metodist::{
    app::App, clock::Clock, config::Config, dispatch, inbox::Limits, messenger::telegram::Client,
};
use sandbox::{Call, Fault, Match, Options, Sandbox};
use secrecy::SecretString;
use tokio_util::sync::CancellationToken;

use crate::{
    house::{Database, Engine},
    teacher::Teacher,
};

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    config: Config,
}

/// What Telegram documents, with the short bursts to one chat that it allows.
fn documented() -> sandbox::Limits {
    sandbox::Limits {
        per_chat_per_second: Some(6),
        violation_closes: Some(Duration::from_secs(3)),
        ..sandbox::Limits::telegram()
    }
}

/// An emulator that closes for three seconds whenever it is sent too much.
async fn strict() -> Sandbox {
    let options = Options {
        limits: documented(),
        callback_seconds: 300,
        latency: Duration::from_millis(20),
        ..Options::default()
    };
    Sandbox::start(options).await.expect("the emulator starts")
}

/// Lets thirty people come in as quickly as they can tap. Returns what was sent to them.
async fn thirty_come_in(sandbox: &Sandbox) -> Vec<Call> {
    let database = Database::up_to_date(Engine::Sqlite).await.expect("a database");
    let stop = serve(sandbox, &database).await;
    let pressing: Vec<_> = (0..30)
        .map(|number| {
            let mut teacher = Teacher::new(sandbox.person(&format!("Коллега {number}")));
            tokio::spawn(async move { teacher.registers("Петрова Анна Сергеевна").await })
        })
        .collect();
    for person in pressing {
        person.await.expect("everybody comes in");
    }
    stop.cancel();
    let mut calls = sandbox.calls();
    calls.retain(|call| call.method.starts_with("send") || call.method.starts_with("edit"));
    calls
}

/// Runs the bot as it is configured by default against this sandbox; ends with the token.
async fn serve(sandbox: &Sandbox, database: &Database) -> CancellationToken {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/content");
    let line = Line::parse_from(["story", "--database-url", &database.url]);
    let config = Config { content: Some(content), ..line.config };
    let app = App::build(&config, Clock::real(), dispatch::capabilities()).await.expect("the app builds");
    let token = SecretString::from(sandbox.token().to_owned());
    let client = Client::new(&token, &sandbox.api_url(), None).expect("a client");
    let tree = dispatch::tree(&app);
    let stop = CancellationToken::new();
    tokio::spawn(app.serve(client, tree, Limits::default(), stop.clone()));
    stop
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn thirty_quick_people_never_meet_a_refusal() {
    let calls = thirty_come_in(&strict().await).await;
    assert!(calls.iter().all(|call| call.status != 429), "the messenger had to refuse");
    assert!(calls.len() >= 30 * 8, "everybody was shown every screen");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn once_refused_nobody_knocks_before_the_time() {
    let sandbox = strict().await;
    let closes = sandbox.clone();
    tokio::spawn(async move {
        tokio::time::sleep(Duration::from_secs(3)).await;
        let any_edit = Match { method: Some("editMessageText"), ..Match::default() };
        closes.faults().next(any_edit, Fault::TooMany { retry_after: 3, global: true });
    });
    let calls = thirty_come_in(&sandbox).await;
    let refused: Vec<_> = calls.iter().filter(|call| call.status == 429).collect();
    assert!(!refused.is_empty(), "the messenger closed once");
    // The first refusal may mean its chat alone; the second, of another chat, means everything. What was on its way
    // then comes within a second, and nothing after that until the time that the first of them was told.
    for (place, first) in refused.iter().enumerate() {
        let mut later = refused[place + 1..].iter().filter(|call| call.at - first.at < TimeDelta::seconds(3));
        let Some(second) = later.by_ref().find(|call| call.chat != first.chat) else { continue };
        let knock = later.find(|call| call.at - second.at > TimeDelta::seconds(1));
        let seen: Vec<_> = refused.iter().map(|call| (call.at, call.chat)).collect();
        assert!(knock.is_none(), "{seen:#?}");
    }
}
