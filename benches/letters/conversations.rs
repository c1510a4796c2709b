//! Five hundred conversations at once: how long words take from one phone to the other, and whether each arrives once
//! and in order.

use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use futures::FutureExt;
use metodist::{
    app::App,
    capability::{Capability, Outcome},
    db::Tx,
    messenger::{Button, Markup, Payload, Screen},
    texts::Texts,
    threads::{self, Face, Heard, NewThread, ThreadOwner},
    turn::Turn,
};
use sandbox::{Options, Phone, Sandbox};
use uuid::Uuid;

use crate::{
    bot::{BotProcess, people},
    crowd::{Crowd, percentile},
};

/// The words on which each two people have a conversation opened.
pub const ACQUAINT: &str = "познакомь";
/// Who opens them.
const OWNER: &str = "acquaintance";

const PAIRS: usize = 500;
/// What each side of a conversation says.
const SAID_BY_EACH: usize = 4;
/// A pair says something this often, both sides by turns: 50 messages a second in all.
const PAUSE: Duration = Duration::from_secs(10);

/// The capability whose conversations these are.
pub fn owner() -> Capability {
    Capability {
        threads: Some(ThreadOwner {
            face: |_: &App, _: Uuid, _: Uuid, _: &Texts| async { Ok(Some(face())) }.boxed(),
            heard: |_: &App, _: &mut Tx, _: Heard| async { Ok(()) }.boxed(),
        }),
        ..Capability::named(OWNER, "aq1")
    }
}

fn face() -> Face {
    let home = Button::new("Открыть", Payload::new("pe1", "menu"));
    Face { title: "Разговор".to_owned(), names: Vec::new(), home, takes_words: true }
}

/// Opens a conversation of each two people, as their numbers follow.
pub async fn acquaint(turn: Turn) -> Outcome {
    let app = turn.app();
    let mut all = people(app).await?;
    // A coordinator and pressers came in too; whoever talks comes first, by the number of their phone.
    all.sort_by_key(|(_, external_id)| external_id.parse::<i64>().unwrap_or(i64::MAX));
    for pair in all.chunks_exact(2).collect::<Vec<_>>().chunks(50) {
        let mut tx = app.db.begin().await?;
        for two in pair {
            let new = NewThread { owner: OWNER, cause: two[0].0, of_person: two[0].0 };
            let thread = threads::open_thread(&mut tx, new, turn.now()).await?;
            threads::join(&mut tx, thread, two[1].0, turn.now()).await?;
        }
        tx.commit().await?;
    }
    Ok(Screen::of(Markup::plain("Готово")))
}

/// Everybody talks; prints how long words took, and fails where one is lost, doubled or out of its place.
pub async fn measure(url: &str) -> anyhow::Result<()> {
    let sandbox = Sandbox::start(Options::default()).await?;
    let bot = BotProcess::start(&sandbox, url, 0)?;
    let crowd = Crowd::come(&sandbox, &bot, url, 2 * PAIRS).await?;
    crowd.get_acquainted().await;
    let began = Instant::now();
    let pairs = (0_u32..).zip(crowd.pairs()).map(|(number, pair)| {
        let first = PAUSE / u32::try_from(PAIRS).unwrap_or(1) * number;
        tokio::spawn(async move {
            tokio::time::sleep(first).await;
            talk(&pair).await
        })
    });
    let mut times: Vec<Duration> = Vec::new();
    for talked in futures::future::join_all(pairs).await {
        times.extend(talked.context("somebody waited in vain")??);
    }
    let took = began.elapsed();
    times.sort();
    println!(
        "  {PAIRS} conversations, {} messages in {took:.0?}, each once and in order; from phone to phone: median {:.0?}, p90 {:.0?}, p99 {:.0?}, longest {:.0?}",
        times.len(),
        percentile(&times, 50),
        percentile(&times, 90),
        percentile(&times, 99),
        times.last().copied().unwrap_or_default(),
    );
    drop(bot);
    sandbox.stop();
    Ok(())
}

/// Both sides talk by turns; returns how long each message took.
async fn talk(pair: &[Phone; 2]) -> anyhow::Result<Vec<Duration>> {
    let mut times = Vec::new();
    for number in 0..2 * SAID_BY_EACH {
        let (from, to) = (&pair[number % 2], &pair[(number + 1) % 2]);
        let words = format!("Реплика {number}.");
        let began = Instant::now();
        from.says(&words);
        to.waits_for(&words).await;
        times.push(began.elapsed());
        tokio::time::sleep(PAUSE.saturating_sub(began.elapsed())).await;
    }
    for (side, phone) in pair.iter().enumerate() {
        let heard: Vec<usize> =
            phone.chat().iter().filter(|bubble| bubble.from_bot).filter_map(number_of).collect();
        let said: Vec<usize> = (0..2 * SAID_BY_EACH).filter(|number| number % 2 != side).collect();
        ensure!(heard == said, "heard {heard:?} of {said:?}");
    }
    Ok(times)
}

fn number_of(bubble: &sandbox::Bubble) -> Option<usize> {
    bubble.text.split_once("Реплика ")?.1.split_once('.')?.0.parse().ok()
}
