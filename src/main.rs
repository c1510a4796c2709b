//! The command line: serve, demo, migrate, check, backup, restore, transfer. Not here: anything they do.

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use metodist::{
    app::App, backup, check, clock::Clock, config::Config, db::Db, demo, dispatch, inbox::Limits, logging,
    transfer,
};
use secrecy::ExposeSecret;
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

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
    /// Copy the database into a folder while it is served.
    Backup(backup::Options),
    /// Put a copy into an empty place; nothing old is said again.
    Restore {
        /// The copy.
        file: PathBuf,
    },
    /// Move everything from an SQLite file to an empty PostgreSQL database; the service has to rest meanwhile.
    Transfer {
        /// The new database: postgres://USER:PASSWORD@HOST/NAME.
        #[arg(long, env = "METODIST_TRANSFER_TO", hide_env_values = true)]
        to: String,
    },
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    match dotenvy::dotenv() {
        Ok(_) => {}
        Err(error) if error.not_found() => {}
        Err(_) => anyhow::bail!("the file .env cannot be read: each line must be NAME=value"),
    }
    let line = CommandLine::parse();
    logging::start(&line.config)?;
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
        Task::Backup(options) => {
            let copy = backup::back_up(&line.config, &options).await?;
            println!("{copy}");
            Ok(())
        }
        Task::Restore { file } => {
            let now = Clock::real().now();
            println!("{}", backup::restore(&line.config, &file, &dispatch::capabilities(), now).await?);
            Ok(())
        }
        Task::Transfer { to } => {
            let moved = transfer::transfer(line.config.database_url.expose_secret(), &to).await?;
            moved.iter().for_each(|table| println!("{table}"));
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
