//! The command line: serve, demo, migrate, check. Not here: anything they do.

use anyhow::Context;
use clap::{Parser, Subcommand};
use metodist::{app::App, check, clock::Clock, config::Config, db::Db, demo, dispatch, inbox::Limits};
use secrecy::ExposeSecret;
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;
use tracing_subscriber::EnvFilter;

/// A messenger bot for a municipal teacher-support service.
#[derive(Debug, Parser)]
#[command(version)]
struct CommandLine {
    #[command(subcommand)]
    task: Option<Task>,
    #[command(flatten)]
    config: Config,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Serve the bot (the default).
    Serve,
    /// Try everything on this machine: no token, no internet, no database server.
    Demo(demo::Options),
    /// Bring the database up to date and stop.
    Migrate,
    /// Say in plain words what is wrong with the configuration, if anything.
    Check,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    match dotenvy::dotenv() {
        Ok(_) => {}
        Err(error) if error.not_found() => {}
        Err(_) => anyhow::bail!("the file .env cannot be read: each line must be NAME=value"),
    }
    let line = CommandLine::parse();
    start_logging(&line.config.log)?;
    match line.task.unwrap_or(Task::Serve) {
        Task::Serve => serve(&line.config).await,
        Task::Demo(options) => demo::run(&line.config, options, until_told_to_stop()?).await,
        Task::Migrate => {
            let db = Db::open(line.config.database_url.expose_secret()).await?;
            db.migrate().await?;
            db.close().await;
            println!("the database is up to date");
            Ok(())
        }
        Task::Check => {
            let findings = check::run(&line.config).await;
            findings.iter().for_each(|finding| println!("{finding}"));
            let broken = findings.iter().any(check::Finding::is_trouble);
            std::process::exit(i32::from(broken))
        }
    }
}

async fn serve(config: &Config) -> anyhow::Result<()> {
    let client = App::client(config)?;
    let app = App::build(config, Clock::real(), dispatch::capabilities()).await?;
    let tree = dispatch::tree(&app);
    app.serve(client, tree, Limits::default(), until_told_to_stop()?).await
}

fn start_logging(filter: &str) -> anyhow::Result<()> {
    let filter = EnvFilter::try_new(filter).context("RUST_LOG is no log filter")?;
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    // A panic's own words may hold what a person typed: only its place is told.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a panic");
    }));
    Ok(())
}

/// A token that SIGINT or SIGTERM cancels; the second one ends the process at once.
fn until_told_to_stop() -> anyhow::Result<CancellationToken> {
    let stop = CancellationToken::new();
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    let told = stop.clone();
    tokio::spawn(async move {
        for _ in 0..2 {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
            if told.is_cancelled() {
                std::process::exit(130);
            }
            told.cancel();
        }
    });
    Ok(stop)
}
