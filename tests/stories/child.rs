//! The bot as a process of its own that knows the stories' capability, which the real program does not have: this very
//! test binary, told by its environment where to serve, and where on the road it is to die.
//! Not here: the real program; that is `process`.

use std::{
    net::SocketAddr,
    process::{Command, Stdio},
    sync::atomic::{AtomicU64, Ordering},
};

use chrono::TimeDelta;
use metodist::{
    app::App,
    clock::Clock,
    config::Config,
    inbox::Limits,
    messenger::telegram::Client,
    road::{self, Milestone},
};
use secrecy::SecretString;
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;
use tracing::{
    Event, Level, Subscriber,
    field::{Field, Visit},
};
use tracing_subscriber::{
    Layer,
    filter::{LevelFilter, Targets},
    layer::{Context, SubscriberExt},
    util::SubscriberInitExt,
};

use crate::{
    house::{House, config},
    letters::proof,
    process::Process,
    taps,
};

const DATABASE: &str = "METODIST_STORY_DATABASE";
const API: &str = "METODIST_STORY_API";
const AHEAD: &str = "METODIST_STORY_CLOCK_AHEAD_MICROSECONDS";
const PACE: &str = "METODIST_STORY_SENDS_PER_SECOND";
const DIES_AT: &str = "METODIST_STORY_DIES_AT";
const LISTEN: &str = "METODIST_STORY_LISTEN";
const WEBHOOK: &str = "METODIST_STORY_WEBHOOK";
/// Hardly slower than none, but with a pace no more is in hand than in any installation that has one.
const NO_HASTE: u32 = 500;

/// How a process lives.
#[derive(Default)]
pub struct Life {
    /// Letters a second.
    pub pace: Option<u32>,
    /// The milestone at which it dies, and at the how manieth passing.
    pub dies_at: Option<(Milestone, u64)>,
    /// Where its doors are, and where the messenger finds them; without it updates are fetched.
    pub webhook: Option<(SocketAddr, String)>,
    /// Another way to the house's database.
    pub database_url: Option<String>,
}

/// Serves in this house from a process of its own, at the house's own time.
pub fn serve(house: &House) -> Process {
    serve_for(house, &Life::default())
}

/// The same with so many letters a second.
pub fn serve_at_pace(house: &House, sends_per_second: u32) -> Process {
    serve_for(house, &Life { pace: Some(sends_per_second), ..Life::default() })
}

/// The same with such a life.
pub fn serve_for(house: &House, life: &Life) -> Process {
    let ahead = (house.clock.now() - Clock::real().now()).num_microseconds().expect("some days");
    let mut command = Command::new(std::env::current_exe().expect("this binary"));
    command
        .args(["--exact", "child::serves_until_killed", "--ignored", "--nocapture"])
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env(DATABASE, life.database_url.as_ref().unwrap_or(&house.database.url))
        .env(API, house.sandbox.api_url())
        .env(AHEAD, ahead.to_string())
        .env(PACE, life.pace.unwrap_or(NO_HASTE).to_string())
        .current_dir(std::env::temp_dir())
        .stdin(Stdio::null())
        .stdout(Stdio::null());
    if let Some((milestone, passing)) = life.dies_at {
        command.env(DIES_AT, format!("{} {passing}", milestone.number()));
    }
    if let Some((address, url)) = &life.webhook {
        command.env(LISTEN, address.to_string()).env(WEBHOOK, url);
    }
    Process::start(command)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "is no test: stories start it as a process of its own"]
async fn serves_until_killed() {
    let [Ok(database), Ok(api), Ok(ahead), Ok(pace)] = [DATABASE, API, AHEAD, PACE].map(std::env::var) else {
        return;
    };
    let log = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_ansi(false);
    let road = Targets::new().with_target(road::TARGET, Level::TRACE);
    tracing_subscriber::registry()
        .with(log.with_filter(LevelFilter::INFO))
        .with(Death::told().with_filter(road))
        .init();
    let clock = Clock::real();
    clock.jump(TimeDelta::microseconds(ahead.parse().expect("a number")));
    let mut capabilities = metodist::dispatch::capabilities();
    capabilities.push(proof(&[]));
    let config = Config {
        sends_per_second: pace.parse().expect("a number"),
        listen: std::env::var(LISTEN).ok().map(|address| address.parse().expect("an address")),
        webhook_url: std::env::var(WEBHOOK).ok(),
        ..config(&database, None)
    };
    let app = App::build(&config, clock, capabilities).await.expect("the app builds");
    let token = SecretString::from(sandbox::Options::default().token);
    let client = Client::new(&token, &api, None).expect("a client");
    let tree = taps::tree(&app);
    let (stop, mut told) = (CancellationToken::new(), signal(SignalKind::terminate()).expect("a signal"));
    let stopping = stop.clone();
    tokio::spawn(async move {
        told.recv().await;
        stopping.cancel();
    });
    app.serve(client, tree, Limits::default(), stop).await.expect("it serves");
}

/// Ends the process as `kill -9` does, within a passing of a milestone: nothing more is said, written or closed.
struct Death {
    milestone: u64,
    passings_left: AtomicU64,
}

impl Death {
    /// As the environment says; a milestone that nobody passes if it says nothing.
    fn told() -> Option<Self> {
        let told = std::env::var(DIES_AT).ok()?;
        let (milestone, passing) = told.split_once(' ').expect("a milestone and a number");
        let number = |word: &str| word.parse().expect("a number");
        Some(Self { milestone: number(milestone), passings_left: AtomicU64::new(number(passing)) })
    }
}

impl<S: Subscriber> Layer<S> for Death {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut passed = Passed(0);
        event.record(&mut passed);
        if passed.0 == self.milestone && self.passings_left.fetch_sub(1, Ordering::SeqCst) == 1 {
            eprintln!("{}", last_words(self.milestone));
            std::process::abort();
        }
    }
}

/// What a process says last when it dies where it was told to.
pub fn last_words(milestone: u64) -> String {
    format!("dies at milestone {milestone}.")
}

/// The number of the milestone in an event.
struct Passed(u64);

impl Visit for Passed {
    fn record_u64(&mut self, field: &Field, value: u64) {
        if field.name() == "milestone" {
            self.0 = value;
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn std::fmt::Debug) {}
}
