//! Many people at once, and a messenger that refuses whatever comes faster than it takes.

use std::{path::Path, time::Duration};

use clap::Parser;
use metodist::{
    app::App, clock::Clock, config::Config, dispatch, inbox::Limits, messenger::telegram::Client,
};
use sandbox::{Options, Sandbox};
use secrecy::SecretString;
use tokio_util::sync::CancellationToken;

use crate::{
    house::{Engine, OwnDatabase},
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

/// Runs the bot as it is configured by default against this sandbox; ends with the token.
async fn serve(sandbox: &Sandbox, database: &OwnDatabase) -> CancellationToken {
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
    let database = OwnDatabase::make(Engine::Sqlite).await;
    let options = Options {
        limits: documented(),
        callback_seconds: 300,
        latency: Duration::from_millis(20),
        ..Options::default()
    };
    let sandbox = Sandbox::start(options).await.expect("the emulator starts");
    let stop = serve(&sandbox, &database).await;
    let pressing: Vec<_> = (0..30)
        .map(|number| {
            let mut teacher = Teacher::new(sandbox.person(&format!("Коллега {number}")));
            tokio::spawn(async move { teacher.registers("Петрова Анна Сергеевна").await })
        })
        .collect();
    for person in pressing {
        person.await.expect("everybody comes in");
    }
    let calls = sandbox.calls();
    assert!(calls.iter().all(|call| call.status != 429), "the messenger had to refuse");
    let sends =
        calls.iter().filter(|call| call.method.starts_with("send") || call.method.starts_with("edit"));
    assert!(sends.count() >= 30 * 8, "everybody was shown every screen");
    stop.cancel();
}
