//! `metodist demo`: the bot against an emulated messenger on this machine, with phones in a browser page.
//! Not here: the emulator and the page; those are the `sandbox`.

mod cast;
mod crowd;
pub mod district;
mod office;
mod year;

use std::sync::Arc;

use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use clap::Args;
use futures::future::BoxFuture;
use sandbox::{Sandbox, Time};
use secrecy::SecretString;
use tokio_util::sync::CancellationToken;

use self::district::{District, MISTAKES, SHIPPED_SCHOOLS};
use crate::{app::App, clock::Clock, config::Config, dispatch, inbox::Limits, messenger::telegram::Client};

/// How the demo is started.
#[derive(Debug, Clone, Args)]
pub struct Options {
    /// Port of the page with the phones.
    #[arg(long, default_value_t = 8020)]
    pub port: u16,
    /// Start with an empty district.
    #[arg(long)]
    pub empty: bool,
    /// Do without the colleagues whose phones nobody holds; announcements have hardly anybody to go to then.
    #[arg(long)]
    pub alone: bool,
    /// Write a list of 5,000 people with 137 mistakes into this folder, for the coordinator to send.
    #[arg(long)]
    pub district: bool,
}

/// The emulated bot's token; it opens nothing anywhere.
const TOKEN: &str = "100200300:demo-token-of-no-value";

/// The list that a visitor can send as the coordinator, in the working folder.
const DISTRICT_FILE: &str = "Район, 5000 человек.xlsx";

/// Runs the demo until `stop`. Its database lives in a temporary folder and goes with it.
pub async fn run(config: &Config, options: Options, stop: CancellationToken) -> anyhow::Result<()> {
    if options.district {
        write_district()?;
    }
    let clock = Clock::real();
    if !options.empty {
        clock.jump(-cast::MONTHS_BEFORE);
    }
    let sandbox = Sandbox::start(sandbox::Options {
        token: TOKEN.to_owned(),
        bot_username: "metodist_demo_bot".to_owned(),
        bot_name: "Методист".to_owned(),
        port: options.port,
        time: Arc::new(EmulatedTime(clock.clone())),
        ..sandbox::Options::default()
    })
    .await
    .with_context(|| format!("port {} is taken; try --port", options.port))?;
    let folder = std::env::temp_dir().join(format!("metodist-demo-{}", std::process::id()));
    std::fs::create_dir_all(&folder).context("make a temporary folder")?;
    let database_url = SecretString::from(format!("sqlite:{}", folder.join("demo.db").display()));
    let token = Some(TOKEN.to_owned().into());
    let first = (!options.empty).then(|| cast::First::new(&sandbox));
    let owners = first.iter().map(cast::First::owner).collect();
    // The emulator sets no pace here, and the cast plays faster than people do.
    let config = Config {
        database_url,
        token,
        proxy: None,
        sends_per_second: 0,
        events_per_minute: 0,
        owners,
        ..config.clone()
    };

    let played = async {
        let app = App::build(&config, clock.clone(), dispatch::capabilities()).await?;
        let tree = dispatch::tree(&app);
        let client = Client::new(&TOKEN.to_owned().into(), &sandbox.api_url(), None)?;
        let serving = tokio::spawn(app.serve(client, tree, Limits::default(), stop.clone()));
        if let Some(first) = first {
            println!("\n  Знакомлю бота с районом: пара секунд…");
            let (stage, time) = (sandbox.clone(), clock.clone());
            if tokio::spawn(async move { cast::play(&stage, &time, &first).await }).await.is_err() {
                tracing::error!("not all of the demo's people could come in");
            }
            clock.return_to_present();
        }
        println!("\n  Телефоны открыты: {}\n  Остановить: Ctrl+C\n", sandbox.page_url());
        if !options.empty && !options.alone {
            tokio::spawn(crowd::live(sandbox.clone()));
        }
        serving.await?
    };
    let result = played.await;
    sandbox.stop();
    let _ = std::fs::remove_dir_all(&folder);
    result
}

/// Writes the list of a district, the same each time.
fn write_district() -> anyhow::Result<()> {
    let list = District::of(5_000, &SHIPPED_SCHOOLS, 20_261_122);
    std::fs::write(DISTRICT_FILE, list.workbook()?)
        .with_context(|| format!("write «{DISTRICT_FILE}» into this folder"))?;
    println!("\n  Список района лежит здесь: «{DISTRICT_FILE}», с ошибками строк: {MISTAKES}.");
    println!("  Пришлите его файлом с телефона координатора: Наталья Кравцова.");
    Ok(())
}

/// A clock of ours, as the emulator reads and moves it: in the demo from its page, in tests from a story.
pub struct EmulatedTime(pub Clock);

impl Time for EmulatedTime {
    fn now(&self) -> DateTime<Utc> {
        self.0.now()
    }

    fn advance(&self, by: TimeDelta) -> BoxFuture<'_, ()> {
        Box::pin(self.0.advance(by))
    }

    fn jump(&self, by: TimeDelta) -> BoxFuture<'_, ()> {
        self.0.jump(by);
        Box::pin(std::future::ready(()))
    }
}
