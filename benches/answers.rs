//! How quick answers are: alone, beside one person's flood, and beside a handler that hangs; ratios from one run.
//! `cargo bench --bench answers`. It prints figures and judges nothing.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use clap::Parser;
use metodist::{
    app::App,
    capability::{Outcome, Tree},
    clock::Clock,
    config::Config,
    dispatch,
    inbox::Limits,
    messenger::telegram::Client,
    turn::Turn,
};
use sandbox::{Phone, Sandbox};
use secrecy::SecretString;
use tokio_util::sync::CancellationToken;

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    config: Config,
}

const PEOPLE: usize = 20;
const ROUNDS: usize = 25;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let sqlite = format!("sqlite:{}", folder.path().join("bench.db").display());
    measure("SQLite, synchronous=FULL", &sqlite).await?;
    match std::env::var("METODIST_BENCH_POSTGRES") {
        Ok(url) => measure("PostgreSQL", &url).await?,
        Err(_) => println!("PostgreSQL: set METODIST_BENCH_POSTGRES to an empty database to measure it too"),
    }
    Ok(())
}

async fn measure(engine: &str, url: &str) -> anyhow::Result<()> {
    let sandbox = Sandbox::start(sandbox::Options::default()).await?;
    let line = Line::parse_from(["bench", "--database-url", url, "--sends-per-second", "0"]);
    let app = App::build(&line.config, Clock::real(), dispatch::capabilities()).await?;
    let client = Client::new(&SecretString::from(sandbox.token().to_owned()), &sandbox.api_url(), None)?;
    let stop = CancellationToken::new();
    let tree = with_a_hanging_word(&app);
    let serving = tokio::spawn(app.serve(client, tree, Limits::default(), stop.clone()));
    let people: Arc<Vec<Phone>> =
        Arc::new((0..PEOPLE).map(|number| sandbox.person(&format!("Коллега {number}"))).collect());

    let alone = answer_times(&people).await;
    let flooder = sandbox.person("Потоп");
    (0..1_000).for_each(|number| {
        flooder.says(&format!("слово {number}"));
    });
    let beside_flood = answer_times(&people).await;
    sandbox.person("Зависший").says("зависни");
    let beside_hang = answer_times(&people).await;

    println!("{engine}: {PEOPLE} people at once, {ROUNDS} answers each");
    for (name, times) in
        [("alone", &alone), ("beside a flood of 1,000", &beside_flood), ("beside a hang", &beside_hang)]
    {
        let ratio = median(times).as_secs_f64() / median(&alone).as_secs_f64();
        println!(
            "  {name:<26} median {:>8.2?}  p99 {:>8.2?}  ×{ratio:.2}",
            median(times),
            percentile(times, 99)
        );
    }
    stop.cancel();
    serving.await??;
    sandbox.stop();
    Ok(())
}

fn with_a_hanging_word(app: &App) -> Tree {
    let hangs = dptree::filter(|turn: Turn| turn.words() == Some("зависни")).endpoint(hang);
    dptree::entry().branch(hangs).branch(dispatch::tree(app))
}

async fn hang(_turn: Turn) -> Outcome {
    std::future::pending().await
}

/// Everybody sends `/help` and waits for the answer, again and again; returns all waits, sorted.
async fn answer_times(people: &Arc<Vec<Phone>>) -> Vec<Duration> {
    let tasks = people.iter().cloned().map(|phone| {
        tokio::spawn(async move {
            let mut times = Vec::with_capacity(ROUNDS);
            for _ in 0..ROUNDS {
                let (seen, began) = (bubbles_of_bot(&phone), Instant::now());
                phone.says("/help");
                phone
                    .waits_until("an answer", |chat| {
                        chat.iter().filter(|bubble| bubble.from_bot).count() > seen
                    })
                    .await;
                times.push(began.elapsed());
            }
            times
        })
    });
    let mut times: Vec<Duration> =
        futures::future::join_all(tasks).await.into_iter().flat_map(Result::unwrap_or_default).collect();
    times.sort();
    times
}

fn bubbles_of_bot(phone: &Phone) -> usize {
    phone.chat().iter().filter(|bubble| bubble.from_bot).count()
}

fn median(times: &[Duration]) -> Duration {
    percentile(times, 50)
}

fn percentile(times: &[Duration], percent: usize) -> Duration {
    let place = (times.len() * percent / 100).min(times.len().saturating_sub(1));
    times.get(place).copied().unwrap_or_default()
}
