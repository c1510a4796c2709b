//! How much the bot carries: the real program over HTTP through the emulated Bot API, with people who wait for each
//! answer, beside a bot of the bare library that writes the same. It prints figures and judges nothing.
//! `perf/run` builds both bots and starts this on a processor of its own; the figures of a run stand in `docs/figures.md`.

mod bot;
mod fill;
mod measure;
mod people;

use std::{path::PathBuf, time::Duration};

use anyhow::Context;
use bot::Which;
use clap::{Parser, Subcommand};
use fill::Stock;
use measure::{Figures, Setting, percentile};

/// Measures the bot under load.
#[derive(Debug, Parser)]
struct Line {
    #[command(subcommand)]
    task: Task,
    /// People at once.
    #[arg(long, global = true, default_value_t = 1_000)]
    people: usize,
    /// How long each measurement counts.
    #[arg(long, global = true, default_value_t = 15)]
    seconds: u64,
    /// Where databases are made; on the disk that is to be measured.
    #[arg(long, global = true, default_value = "/tmp/metodist-perf")]
    folder: PathBuf,
    /// A PostgreSQL server's database, to measure that engine too; each measurement takes a database of its own.
    #[arg(long, global = true, env = "METODIST_TEST_POSTGRES")]
    postgres: Option<String>,
}

#[derive(Debug, Clone, Copy, Subcommand)]
enum Task {
    /// Everybody answers a questionnaire: the product beside the bare bot, waiting for the disk and not.
    Answers,
    /// People take a questionnaire, ask a methodologist, and talk.
    Life,
    /// How cost, memory and start grow with people and answers.
    Growth,
    /// Fills the databases that `growth` measures.
    Fill,
}

/// What `growth` compares: people and answers.
const STOCKS: [(usize, usize); 5] =
    [(1_000, 10_000), (1_000, 1_000_000), (100_000, 10_000), (1_000_000, 10_000), (1_000_000, 1_000_000)];

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let line = Line::parse();
    std::fs::create_dir_all(&line.folder)?;
    match line.task {
        Task::Answers => line.answers().await,
        Task::Life => line.life().await,
        Task::Growth => line.growth().await,
        Task::Fill => line.fill().await,
    }
}

impl Line {
    async fn answers(&self) -> anyhow::Result<()> {
        let stock = self.stock(self.people, 10_000);
        heading();
        for synchronous in ["", "?synchronous=normal"] {
            let how = if synchronous.is_empty() { "FULL" } else { "NORMAL" };
            let bare =
                self.answering(Which::Bare, &format!("{}{synchronous}", self.file("bare")?), stock).await?;
            row(&format!("bare, SQLite {how}"), &bare, None);
            let ours =
                self.answering(Which::Ours, &format!("{}{synchronous}", self.file("ours")?), stock).await?;
            row(&format!("Metodist, SQLite {how}"), &ours, Some(&bare));
            if let (Some(server), "") = (&self.postgres, synchronous) {
                let url = own_database(server).await?;
                let ours = self.answering(Which::Ours, &url, stock).await?;
                row("Metodist, PostgreSQL", &ours, Some(&bare));
            }
        }
        Ok(())
    }

    async fn answering(&self, which: Which, url: &str, stock: Stock) -> anyhow::Result<Figures> {
        measure::answering(Setting { which, url, stock, span: Duration::from_secs(self.seconds) }).await
    }

    async fn life(&self) -> anyhow::Result<()> {
        let half = self.people / 2;
        let stock = Stock { people: self.people, answers: 10_000, phones: self.people, methodologists: half };
        let mut urls = vec![("SQLite FULL", self.file("life")?)];
        if let Some(server) = &self.postgres {
            urls.push(("PostgreSQL", own_database(server).await?));
        }
        heading();
        for (name, url) in urls {
            let span = Duration::from_secs(self.seconds);
            let lived = measure::living(Setting { which: Which::Ours, url: &url, stock, span }).await?;
            row(&format!("Metodist, {name}"), &lived, None);
            let [median, late, longest] = [50, 99, 100].map(|percent| percentile(&lived.relayed, percent));
            println!(
                "\n{} messages from phone to phone: median {median:.0?}, p99 {late:.0?}, longest {longest:.0?}\n",
                lived.relayed.len()
            );
        }
        Ok(())
    }

    async fn growth(&self) -> anyhow::Result<()> {
        heading();
        let mut first = None;
        for (people, answers) in STOCKS {
            let url = self.kept(people, answers);
            let figures = self.answering(Which::Ours, &url, self.stock(people, answers)).await?;
            row(&format!("{people} people, {answers} answers"), &figures, None);
            let base = *first.get_or_insert(figures.cpu_per_update);
            let mut starts = Vec::new();
            for _ in 0..10 {
                starts.push(measure::start(&url).await?);
            }
            starts.sort();
            println!(
                "    cost per update × {:.2}; from start to first poll: median of ten {:.0?}, longest {:.0?}",
                figures.cpu_per_update / base,
                percentile(&starts, 50),
                percentile(&starts, 100),
            );
        }
        Ok(())
    }

    async fn fill(&self) -> anyhow::Result<()> {
        for (people, answers) in STOCKS {
            let began = std::time::Instant::now();
            measure::provide(&self.kept(people, answers), self.stock(people, answers)).await?;
            println!("{people} people and {answers} answers: {:.1?}", began.elapsed());
        }
        Ok(())
    }

    fn stock(&self, people: usize, answers: usize) -> Stock {
        Stock { people, answers, phones: self.people, methodologists: 0 }
    }

    /// An SQLite file that is not there yet.
    fn file(&self, name: &str) -> anyhow::Result<String> {
        for entry in std::fs::read_dir(&self.folder)? {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with(&format!("{name}.")) {
                std::fs::remove_file(entry.path()).context("remove what a run before left")?;
            }
        }
        Ok(format!("sqlite:{}", self.folder.join(format!("{name}.db")).display()))
    }

    /// An SQLite file that stays for the next time.
    fn kept(&self, people: usize, answers: usize) -> String {
        format!("sqlite:{}", self.folder.join(format!("kept-{people}-{answers}.db")).display())
    }
}

/// A new database on this PostgreSQL server, which says whether it waits for the disk.
async fn own_database(server: &str) -> anyhow::Result<String> {
    let url = fresh::empty_on(server).await?;
    let pool = sqlx::PgPool::connect(&url).await?;
    let fsync: String = sqlx::query_scalar("SHOW fsync").fetch_one(&pool).await?;
    println!("(PostgreSQL with fsync {fsync})");
    pool.close().await;
    Ok(url)
}

fn heading() {
    println!(
        "| | updates/s | of the bare bot | p50 | p90 | p99 | longest | ms of CPU per update | bot, emulator busy | peak MiB | not answered |"
    );
    println!("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
}

fn row(name: &str, figures: &Figures, bare: Option<&Figures>) {
    let ratio = bare.map_or_else(String::new, |bare| {
        let rate = figures.updates_per_second / bare.updates_per_second;
        let cost = bare.cpu_per_update / figures.cpu_per_update;
        format!("{rate:.2} (by CPU {cost:.2})")
    });
    let [p50, p90, p99, longest] = [50, 90, 99, 100].map(|percent| percentile(&figures.waits, percent));
    println!(
        "| {name} | {:.0} | {ratio} | {p50:.0?} | {p90:.0?} | {p99:.0?} | {longest:.0?} | {:.3} | {:.0} %, {:.0} % | {:.0} | {} |",
        figures.updates_per_second,
        figures.cpu_per_update,
        figures.busy.0 * 100.0,
        figures.busy.1 * 100.0,
        figures.peak_mebibytes,
        figures.unanswered,
    );
}
