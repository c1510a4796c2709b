//! The bot as a process of its own: this program, started again with its task in the environment.
//! Not here: what is measured.

use std::process::{Child, Command, Stdio};

use anyhow::Context;
use chrono::TimeDelta;
use clap::Parser;
use futures::{FutureExt, StreamExt};
use metodist::{
    app::App,
    capability::{Capability, Outcome, Tree},
    clock::Clock,
    config::Config,
    dispatch,
    inbox::Limits,
    messenger::{
        Button, ContactKey, Markup, Messenger, MessengerKind, Payload, Post, Screen,
        telegram::{Client, Telegram},
    },
    outbox::{self, Class, Letter, NewLetter, Told, Wish, Wording},
    texts::Texts,
    turn::Turn,
};
use sandbox::Sandbox;
use secrecy::SecretString;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::conversations;

/// The variable that makes this program the bot.
pub const CHILD: &str = "METODIST_BENCH_BOT";
/// The words on which the bot owes everybody a letter.
pub const ANNOUNCE: &str = "разошли";
/// The words on which it owes everybody a letter for tomorrow.
pub const ANNOUNCE_FOR_TOMORROW: &str = "разошли завтра";
/// The words on which it sends everybody a message without writing anything down.
pub const CALL_BARELY: &str = "разошли без записи";
/// What everybody gets.
pub const WORDS: &str = "Добрый день, коллеги";

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    config: Config,
}

/// A bot beside the bench; it ends with this value.
pub struct BotProcess(Child);

impl BotProcess {
    /// Starts it on this database.
    pub fn start(sandbox: &Sandbox, url: &str, sends_per_second: u32) -> anyhow::Result<Self> {
        let child = Command::new(std::env::current_exe()?)
            .env(CHILD, "1")
            .env("TELOXIDE_TOKEN", sandbox.token())
            .env("TELOXIDE_API_URL", sandbox.api_url())
            .env("DATABASE_URL", url)
            .env("METODIST_SENDS_PER_SECOND", sends_per_second.to_string())
            // Whoever measures at night would measure the quiet hours; nobody here has any, but Sundays rest too.
            .env("METODIST_WEEKLY_BUDGET", "1000")
            .stdin(Stdio::null())
            .spawn()
            .context("start the bot")?;
        Ok(Self(child))
    }

    /// The most memory it ever held (`VmHWM`, <https://man7.org/linux/man-pages/man5/proc_pid_status.5.html>).
    pub fn peak_mebibytes(&self) -> anyhow::Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.0.id()))?;
        let line =
            status.lines().find(|line| line.starts_with("VmHWM:")).context("the kernel tells VmHWM")?;
        let kibibytes: u64 = line.split_whitespace().nth(1).context("a number")?.parse()?;
        Ok(kibibytes / 1_024)
    }
}

impl Drop for BotProcess {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Serves as the bot until killed.
pub async fn serve() -> anyhow::Result<()> {
    let line = Line::parse_from(["bench"]);
    let mut capabilities = dispatch::capabilities();
    capabilities.extend([announcer(), conversations::owner()]);
    let clock = Clock::real();
    // A Tuesday at noon, whenever this runs.
    let now = clock.now();
    let weekday = i64::from(chrono::Datelike::weekday(&now).num_days_from_monday());
    let noon =
        (now + TimeDelta::days(8 - weekday)).date_naive().and_hms_opt(9, 0, 0).context("noon exists")?;
    clock.jump(noon.and_utc() - now);
    let app = App::build(&line.config, clock, capabilities).await?;
    let tree = with_own_words(&app);
    let client = App::client(&line.config)?;
    app.serve(client, tree, Limits::default(), CancellationToken::new()).await
}

fn announcer() -> Capability {
    Capability {
        letters: Some(|_: &App, _: &Letter, _: &Texts| {
            let button = Button::new("Открыть", Payload::new("pe1", "menu"));
            let brief = Markup::plain(WORDS);
            let screen = Screen::of(brief.clone()).row(vec![button.clone()]);
            async move { Ok(Told::Say(Wording { screen, brief, button })) }.boxed()
        }),
        ..Capability::named("announcer", "an1")
    }
}

fn with_own_words(app: &App) -> Tree {
    let said = |words: &'static str| dptree::filter(move |turn: Turn| turn.words() == Some(words));
    dptree::entry()
        .branch(said(ANNOUNCE).endpoint(|turn| announce(turn, TimeDelta::zero())))
        .branch(said(ANNOUNCE_FOR_TOMORROW).endpoint(|turn| announce(turn, TimeDelta::days(1))))
        .branch(said(conversations::ACQUAINT).endpoint(conversations::acquaint))
        .branch(said(CALL_BARELY).endpoint(call_barely))
        .branch(dispatch::tree(app))
}

/// Everybody, with the id that the messenger knows them by.
pub async fn people(app: &App) -> anyhow::Result<Vec<(Uuid, String)>> {
    Ok(metodist::read!(&app.db, on => sqlx::query_as(
        "SELECT person_id, external_id FROM addresses ORDER BY external_id").fetch_all(on))?)
}

async fn announce(turn: Turn, later: TimeDelta) -> Outcome {
    let app = turn.app().clone();
    tokio::spawn(async move {
        if let Err(error) = owe_everybody(&app, later).await {
            eprintln!("the announcement could not be written: {error:#}");
        }
    });
    Ok(Screen::of(Markup::plain("Отправляю")))
}

async fn owe_everybody(app: &App, later: TimeDelta) -> anyhow::Result<()> {
    let now = app.clock.now();
    let letters = people(app).await?.into_iter().map(|(person_id, _)| NewLetter {
        person_id,
        capability: "announcer",
        matter: serde_json::Value::Null,
        class: Class::Bulk,
        is_urgent: false,
        wish: Wish::Instant(now + later),
        event_at: None,
        useless_after: now + TimeDelta::days(7),
        dedup_key: format!("announcer/{now}/{person_id}"),
        cause: "announcer".to_owned(),
    });
    let letters: Vec<_> = letters.collect();
    for chunk in letters.chunks(100) {
        let began = std::time::Instant::now();
        let mut tx = app.db.begin().await?;
        outbox::owe_all(&mut tx, chunk, now).await?;
        tx.commit().await?;
        app.bell.ring();
        // As long again the database is left to others.
        tokio::time::sleep(began.elapsed()).await;
    }
    Ok(())
}

async fn call_barely(turn: Turn) -> Outcome {
    let app = turn.app().clone();
    tokio::spawn(async move {
        if let Err(error) = call_everybody(&app).await {
            eprintln!("the bare calls failed: {error:#}");
        }
    });
    Ok(Screen::of(Markup::plain("Отправляю")))
}

async fn call_everybody(app: &App) -> anyhow::Result<()> {
    let variable = |name| std::env::var(name).with_context(|| format!("{name} is set"));
    let token = SecretString::from(variable("TELOXIDE_TOKEN")?);
    let client = Client::new(&token, &variable("TELOXIDE_API_URL")?, None)?;
    let bot = client.who_am_i().await?;
    let telegram = Telegram::new(client, bot);
    let button = Button::new("Открыть", Payload::new("pe1", "menu"));
    let post = Post::Text { text: Markup::plain(WORDS), rows: vec![vec![button]] };
    let calls =
        people(app).await?.into_iter().map(|(_, external_id)| {
            let (telegram, post) = (telegram.clone(), post.clone());
            async move {
                telegram.send(&ContactKey { messenger: MessengerKind::Telegram, external_id }, &post).await
            }
        });
    futures::stream::iter(calls).buffer_unordered(64).for_each(|sent| async { drop(sent) }).await;
    Ok(())
}
