//! What is owed, under load: the pace of an announcement with people pressing buttons meanwhile, recorded deliveries
//! against bare calls, what writing 10,000 letters costs in memory and in answers, and 500 conversations at once.
//! `cargo bench --bench letters`, or with `-- pace`, `deliveries`, `writing` or `conversations` one of them. It prints
//! figures and judges nothing. The bot is a process of its own, so that its memory is not the emulator's.
#![expect(clippy::disallowed_methods, reason = "bare calls are what recorded ones are compared with")]

mod bot;
mod conversations;
mod crowd;

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use bot::BotProcess;
use crowd::{Crowd, press_times};
use metodist::db::Db;
use sandbox::{Limits, Options, Sandbox};

/// How long anything measured here may take.
const PATIENCE: Duration = Duration::from_secs(300);

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    if std::env::var_os(bot::CHILD).is_some() {
        return bot::serve().await;
    }
    let folder = tempfile::tempdir()?;
    let sqlite = |name: &str| format!("sqlite:{}", folder.path().join(name).display());
    println!("SQLite, synchronous=FULL");
    for measured in wanted() {
        measure(measured, &sqlite(&format!("{measured}.db"))).await?;
    }
    let Ok(url) = std::env::var("METODIST_BENCH_POSTGRES") else {
        println!("PostgreSQL: set METODIST_BENCH_POSTGRES to a server's database to measure it too");
        return Ok(());
    };
    println!("PostgreSQL");
    for measured in wanted() {
        measure(measured, &fresh::empty_on(&url).await?).await?;
    }
    Ok(())
}

/// What is measured: all, unless the command line names some.
fn wanted() -> Vec<&'static str> {
    let named: Vec<String> = std::env::args().skip(1).collect();
    let all = ["pace", "deliveries", "writing", "conversations"];
    let named = all.into_iter().filter(|one| named.iter().any(|name| name == one)).collect::<Vec<_>>();
    if named.is_empty() { all.to_vec() } else { named }
}

async fn measure(what: &str, url: &str) -> anyhow::Result<()> {
    match what {
        "pace" => pace(url).await,
        "deliveries" => deliveries(url).await,
        "conversations" => conversations::measure(url).await,
        _ => writing(url).await,
    }
}

/// 1,500 recipients against a messenger that takes 30 sends a second, takes 30 ms for each, and shuts for three
/// seconds when it is sent more; 20 people press a button every ten seconds.
async fn pace(url: &str) -> anyhow::Result<()> {
    let limits =
        Limits { per_second: Some(30), violation_closes: Some(Duration::from_secs(3)), ..Limits::default() };
    let options = Options { limits, latency: Duration::from_millis(30), ..Options::default() };
    let sandbox = Sandbox::start(options).await?;
    let bot = BotProcess::start(&sandbox, url, 28)?;
    let crowd = Crowd::come(&sandbox, &bot, url, 1_500).await?;
    let pressers = Arc::new(crowd.pressers(20).await);
    let before = sandbox.calls().len();
    let began = Instant::now();
    crowd.announce();
    let presses = tokio::spawn(press_times(Arc::clone(&pressers), Duration::from_secs(10), crowd.end()));
    let took = crowd.until_all_have_it(began, PATIENCE).await?;
    let presses = presses.await?;
    let refused = sandbox.calls().iter().skip(before).filter(|call| call.status == 429).count();
    println!("  1,500 recipients in {took:.1?} (49 s would be 30 a second with nobody pressing)");
    println!(
        "  meanwhile {} presses, {} unanswered, median {:.1?}, p99 {:.1?}; calls refused with 429: {refused}",
        presses.answered.len() + presses.unanswered,
        presses.unanswered,
        crowd::percentile(&presses.answered, 50),
        crowd::percentile(&presses.answered, 99),
    );
    drop(bot);
    sandbox.stop();
    Ok(())
}

/// Recorded deliveries against bare calls of the same client, both with at most 64 in flight and no pace.
async fn deliveries(url: &str) -> anyhow::Result<()> {
    const LETTERS: usize = 4_000;
    let sandbox = Sandbox::start(Options::default()).await?;
    let bot = BotProcess::start(&sandbox, url, 0)?;
    let crowd = Crowd::come(&sandbox, &bot, url, LETTERS).await?;
    let began = Instant::now();
    crowd.call_barely();
    let bare = crowd.until_all_have_it(began, PATIENCE).await?;
    crowd.forget();
    let db = Db::open(url).await?;
    let began = Instant::now();
    crowd.announce();
    let recorded = crowd.until_all_recorded(began, &db, PATIENCE).await?;
    let rate = |took: Duration| LETTERS as f64 / took.as_secs_f64();
    println!(
        "  deliveries a second: {:.0} recorded, {:.0} bare calls, ratio {:.2}",
        rate(recorded),
        rate(bare),
        rate(recorded) / rate(bare)
    );
    drop(bot);
    sandbox.stop();
    Ok(())
}

/// 10,000 letters for tomorrow are written and get their moments, again and again, while 20 people go on pressing, far
/// below the messenger's pace.
async fn writing(url: &str) -> anyhow::Result<()> {
    const LETTERS: i64 = 10_000;
    const EVERY: Duration = Duration::from_secs(2);
    let sandbox = Sandbox::start(Options::default()).await?;
    let bot = BotProcess::start(&sandbox, url, 28)?;
    let crowd = Crowd::come(&sandbox, &bot, url, usize::try_from(LETTERS)?).await?;
    let pressers = Arc::new(crowd.pressers(20).await);
    let idle = press_times(Arc::clone(&pressers), EVERY, in_a_while()).await;
    let db = Db::open(url).await?;
    let meanwhile = tokio::spawn(press_times(pressers, EVERY, crowd.end()));
    let mut written = Vec::new();
    for round in 1..=10 {
        let began = Instant::now();
        crowd.announce_for_tomorrow();
        written.push(crowd.until_written(&db, LETTERS * round, began).await?);
    }
    crowd.end().cancel();
    let busy = meanwhile.await?;
    written.sort();
    println!(
        "  10,000 letters for tomorrow written and planned in {:.1?} (median of ten); the bot's memory at its peak: {} MiB",
        crowd::percentile(&written, 50),
        bot.peak_mebibytes()?
    );
    for (name, times) in [("idle", &idle), ("meanwhile", &busy)] {
        let (median, late) = (crowd::percentile(&times.answered, 50), crowd::percentile(&times.answered, 99));
        println!(
            "  {:>4} answers {name:<9} median {median:>6.1?}  p99 {late:>6.1?}  unanswered {}",
            times.answered.len(),
            times.unanswered
        );
    }
    drop(bot);
    sandbox.stop();
    Ok(())
}

fn in_a_while() -> tokio_util::sync::CancellationToken {
    let end = tokio_util::sync::CancellationToken::new();
    let ends = end.clone();
    tokio::spawn(async move {
        tokio::time::sleep(Duration::from_secs(15)).await;
        ends.cancel();
    });
    end
}
