//! Copies of the database that can be trusted: made while people are served, checked, rotated; and restored into an
//! empty place so that nothing old is said again.
//! Not here: what a copy is not for, which is moving to the other engine (`transfer`); when copies are made, which is the
//! system's timer.
//! Promises: a copy that has its name is whole; of what lay unsent in it nothing that was due by the moment of restoring
//! is said, and no old event is handled; whoever was erased since stays erased, by the book beside the new place.

mod postgres;
mod restoring;
mod sqlite;

pub use restoring::{Quarantine, Restored, restore};

use std::{
    fmt,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::Context;
use chrono::{DateTime, Utc};
use clap::Args;
use secrecy::ExposeSecret;

use crate::{clock::Clock, config::Config, db::Db};

/// How a copy is made.
#[derive(Debug, Clone, Args)]
pub struct Options {
    /// Folder for the copies; it is made if it is not there.
    pub folder: PathBuf,
    /// How many copies stay there; older ones of this program's are deleted.
    #[arg(long, default_value_t = 14, value_parser = clap::value_parser!(u16).range(1..))]
    pub keep: u16,
}

/// A copy that was made.
#[derive(Debug)]
pub struct Copy {
    /// Where it lies.
    pub file: PathBuf,
    /// Its size.
    pub bytes: u64,
    /// How long it took.
    pub took: Duration,
    /// Older copies that were deleted.
    pub dropped: usize,
}

impl fmt::Display for Copy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, bytes, took, dropped } = self;
        write!(
            f,
            "{}: {bytes} bytes in {} ms, whole; {dropped} older copies deleted",
            file.display(),
            took.as_millis()
        )
    }
}

/// What copies are called, apart from their moment.
const PREFIX: &str = "metodist-";
const SQLITE_ENDING: &str = "db";
const POSTGRES_ENDING: &str = "dump";

/// Makes a copy, checks it, and drops the oldest beyond those to keep. The database may be served meanwhile.
pub async fn back_up(config: &Config, options: &Options) -> anyhow::Result<Copy> {
    let began = std::time::Instant::now();
    let url = config.database_url.expose_secret();
    let folder = &options.folder;
    std::fs::create_dir_all(folder)
        .with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let ending = if is_postgres(url) { POSTGRES_ENDING } else { SQLITE_ENDING };
    let file = folder.join(name(Clock::real().now(), ending));
    // Whoever looks into the folder meanwhile must not take half a copy for a whole one.
    let unfinished = file.with_extension("unfinished");
    let made = async {
        if is_postgres(url) {
            postgres::copy(url, &unfinished).await?;
        } else {
            sqlite::copy(url, &unfinished).await?;
        }
        settle(&unfinished, &file)
    };
    if let Err(error) = made.await {
        let _ = std::fs::remove_file(&unfinished);
        return Err(error);
    }
    let bytes = std::fs::metadata(&file)?.len();
    let dropped = rotate(folder, ending, usize::from(options.keep))?;
    Ok(Copy { file, bytes, took: began.elapsed(), dropped })
}

fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres:") || url.starts_with("postgresql:")
}

/// Names sort by their moments.
fn name(at: DateTime<Utc>, ending: &str) -> String {
    format!("{PREFIX}{}.{ending}", at.format("%Y-%m-%dT%H-%M-%S%.3fZ"))
}

/// Gives a finished copy its name, once it will outlive a power cut.
fn settle(unfinished: &Path, file: &Path) -> anyhow::Result<()> {
    std::fs::File::open(unfinished)?.sync_all().context("the copy cannot be made durable")?;
    std::fs::rename(unfinished, file).context("the copy cannot be named")?;
    if let Some(folder) = file.parent() {
        std::fs::File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Deletes the oldest copies beyond those to keep; nothing that has another name is touched.
fn rotate(folder: &Path, ending: &str, keep: usize) -> anyhow::Result<usize> {
    let mut copies: Vec<PathBuf> = std::fs::read_dir(folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .filter(|path| {
            path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with(PREFIX))
        })
        .collect();
    copies.sort();
    let surplus = copies.len().saturating_sub(keep);
    for copy in &copies[..surplus] {
        std::fs::remove_file(copy).with_context(|| format!("cannot delete {}", copy.display()))?;
    }
    Ok(surplus)
}

/// Whether nothing was ever kept in this database.
async fn is_empty(db: &Db) -> anyhow::Result<bool> {
    let tables: i64 = match db {
        Db::Sqlite { write, .. } => {
            sqlx::query_scalar("SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table'")
                .fetch_one(write)
                .await?
        }
        Db::Pg(pool) => {
            sqlx::query_scalar(
                "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema()",
            )
            .fetch_one(pool)
            .await?
        }
    };
    Ok(tables == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_copies_go_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let moments = (1..=5).map(|day| format!("2026-11-{day:02}T03:00:00Z").parse().expect("an instant"));
        let names: Vec<String> = moments.map(|at| name(at, SQLITE_ENDING)).collect();
        let others = ["notes.txt", "metodist-2020-01-01T00-00-00.000Z.dump", "other.db"].map(str::to_owned);
        for name in names.iter().chain(&others) {
            std::fs::write(folder.path().join(name), b"x").expect("a file");
        }
        assert_eq!(rotate(folder.path(), SQLITE_ENDING, 3).expect("rotates"), 2);
        let is_there = |name: &String| folder.path().join(name).exists();
        assert_eq!(names.iter().map(is_there).collect::<Vec<_>>(), [false, false, true, true, true]);
        assert!(others.iter().all(is_there));
    }
}
