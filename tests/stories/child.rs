//! The bot as a process of its own that knows the stories' capability, which the real program does not have: this very
//! test binary, told by its environment where to serve. It can be killed while it sends letters.
//! Not here: the real program; that is `process`.

use std::process::{Command, Stdio};

use chrono::TimeDelta;
use metodist::{
    app::App, clock::Clock, config::Config, dispatch, inbox::Limits, messenger::telegram::Client,
};
use secrecy::SecretString;
use tokio_util::sync::CancellationToken;

use crate::{
    house::{House, config},
    letters::proof,
    process::Process,
};

const DATABASE: &str = "METODIST_STORY_DATABASE";
const API: &str = "METODIST_STORY_API";
const AHEAD: &str = "METODIST_STORY_CLOCK_AHEAD_MICROSECONDS";
const PACE: &str = "METODIST_STORY_SENDS_PER_SECOND";
/// Hardly slower than none, but with a pace no more is in hand than in any installation that has one.
const NO_HASTE: u32 = 500;

/// Serves in this house from a process of its own, at the house's own time.
pub fn serve(house: &House) -> Process {
    serve_at_pace(house, NO_HASTE)
}

/// The same with so many letters a second.
pub fn serve_at_pace(house: &House, sends_per_second: u32) -> Process {
    let ahead = (house.clock.now() - Clock::real().now()).num_microseconds().expect("some days");
    let mut command = Command::new(std::env::current_exe().expect("this binary"));
    command
        .args(["--exact", "child::serves_until_killed", "--ignored", "--nocapture"])
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env(DATABASE, &house.database.url)
        .env(API, house.sandbox.api_url())
        .env(AHEAD, ahead.to_string())
        .env(PACE, sends_per_second.to_string())
        .current_dir(std::env::temp_dir())
        .stdin(Stdio::null())
        .stdout(Stdio::null());
    Process::start(command)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "is no test: stories start it as a process of its own"]
async fn serves_until_killed() {
    let [Ok(database), Ok(api), Ok(ahead), Ok(pace)] = [DATABASE, API, AHEAD, PACE].map(std::env::var) else {
        return;
    };
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_ansi(false).init();
    let clock = Clock::real();
    clock.jump(TimeDelta::microseconds(ahead.parse().expect("a number")));
    let mut capabilities = dispatch::capabilities();
    capabilities.push(proof(&[]));
    let config = Config { sends_per_second: pace.parse().expect("a number"), ..config(&database, None) };
    let app = App::build(&config, clock, capabilities).await.expect("the app builds");
    let token = SecretString::from(sandbox::Options::default().token);
    let client = Client::new(&token, &api, None).expect("a client");
    let tree = dispatch::tree(&app);
    app.serve(client, tree, Limits::default(), CancellationToken::new()).await.expect("it serves");
}
