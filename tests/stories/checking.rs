//! `metodist check` says in plain words what is wrong, and nothing ever prints a secret.

use std::process::Output;

use sandbox::{Options, Sandbox};

use crate::{
    house::{Database, Engine},
    process::{Process, command},
};

const SECRET: &str = "7000000001:AAsandboxsandboxsandboxsandboxsandb";

fn words(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

async fn check(api_url: &str, token: &str, more: &[(&str, &str)]) -> (bool, String) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let database = format!("sqlite:{}", folder.path().join("check.db").display());
    let mut command = command(token, api_url, &database);
    command.arg("check").envs(more.iter().copied());
    let output =
        tokio::task::spawn_blocking(move || command.output()).await.expect("joined").expect("it runs");
    (output.status.success(), words(&output))
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_in_order_is_said_so() {
    let sandbox = Sandbox::start(Options::default()).await.expect("the emulator starts");
    let (fine, words) = check(&sandbox.api_url(), SECRET, &[]).await;
    assert!(fine, "{words}");
    assert!(words.contains("@sandbox_bot") && words.contains("3 questionnaires"), "{words}");
    assert!(!words.contains("erasures:"), "beside an SQLite file the book lies by itself: {words}");
}

/// Server, token, more of the environment, and what must be said.
type Case<'a> = (&'a str, &'a str, Vec<(&'a str, &'a str)>, &'a str);

#[tokio::test(flavor = "multi_thread")]
async fn each_trouble_has_its_words_and_no_secret() {
    let sandbox = Sandbox::start(Options::default()).await.expect("the emulator starts");
    let api = sandbox.api_url();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let broken = folder.path().join("questionnaires");
    std::fs::create_dir(&broken).expect("a folder");
    std::fs::write(broken.join("mine.toml"), "format = 1\nid = \"mine\"\ntitle = 5\n").expect("a file");
    let broken_content = folder.path().display().to_string();
    let cases: [Case; 6] = [
        (&api, "", vec![], "token"),
        (&api, "7000000001:wrong-but-well-formed", vec![], "refused"),
        (
            &api,
            SECRET,
            vec![("DATABASE_URL", "postgres://u:sesame@127.0.0.1:1/none")],
            "database: unreachable",
        ),
        (&api, SECRET, vec![("METODIST_CONTENT", broken_content.as_str())], "mine.toml:3"),
        (&api, SECRET, vec![("TELOXIDE_PROXY", "http://user:sesame@127.0.0.1:1")], "through the proxy"),
        ("http://127.0.0.1:1", SECRET, vec![], "cannot be reached"),
    ];
    for (api_url, token, more, expected) in cases {
        let (fine, words) = check(api_url, token, &more).await;
        assert!(!fine, "{expected}: {words}");
        assert!(words.contains(expected), "{expected} is not in: {words}");
        assert!(!words.contains("sesame") && !words.contains("AAsandbox"), "a secret was printed: {words}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_without_its_tables_is_noticed() {
    let database = Database::empty(Engine::Postgres).await.expect("a database");
    let sandbox = Sandbox::start(Options::default()).await.expect("the emulator starts");
    let (fine, words) = check(&sandbox.api_url(), SECRET, &[("DATABASE_URL", &database.url)]).await;
    assert!(!fine && words.contains("migrations are missing"), "{words}");
    assert!(words.contains("WARNING  erasures: METODIST_ERASURE_BOOK"), "{words}");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let book = folder.path().join("erased").display().to_string();
    let named = [("DATABASE_URL", database.url.as_str()), ("METODIST_ERASURE_BOOK", &book)];
    let (_, words) = check(&sandbox.api_url(), SECRET, &named).await;
    assert!(!words.contains("erasures:"), "{words}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_personal_and_no_token_reach_the_log() {
    let database = Database::up_to_date(Engine::Sqlite).await.expect("a database");
    let sandbox = Sandbox::start(Options::default()).await.expect("the emulator starts");
    let process = Process::serve(&sandbox, &database.url, "trace");
    let anna = sandbox.person("Аннаприметная Петровапримeтная");
    anna.says("/start");
    anna.waits_until("an answer", |chat| chat.iter().any(|bubble| bubble.from_bot)).await;
    anna.says("Словапримeтные, которых в журнале быть не должно");
    anna.waits_until("two answers", |chat| chat.iter().filter(|bubble| bubble.from_bot).count() > 1).await;
    let log = process.log();
    assert!(log.contains("serving"), "the log is being read");
    for mark in ["AAsandbox", "приметн", "примeтн", &anna.id().to_string()] {
        let line = log.lines().find(|line| line.contains(mark));
        assert!(line.is_none(), "{mark} stands in the log: {}", line.unwrap_or_default());
    }
}
