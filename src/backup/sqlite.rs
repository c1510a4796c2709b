//! A copy of an SQLite file, and back.
//! Not here: what has to be made harmless in a copy that is served again.

use std::{path::Path, str::FromStr};

use anyhow::{Context, ensure};
use sqlx::{
    ConnectOptions, Connection, SqliteConnection,
    sqlite::{SqliteConnectOptions, SqliteJournalMode},
};

/// Copies the file as it is at one moment; whoever serves it goes on (<https://www.sqlite.org/lang_vacuum.html>).
pub(super) async fn copy(url: &str, to: &Path) -> anyhow::Result<()> {
    let from = SqliteConnectOptions::from_str(url).context("DATABASE_URL is no SQLite address")?;
    let mut from = from.read_only(true).connect().await.context("the SQLite file cannot be opened")?;
    let to_text = to.to_str().context("the folder's name is no text")?;
    sqlx::query("VACUUM INTO $1").bind(to_text).execute(&mut from).await.context("the copy broke off")?;
    from.close().await?;
    check(to).await
}

/// Whether a file is a database of ours and whole.
pub(super) async fn check(file: &Path) -> anyhow::Result<()> {
    // Nothing of a copy is changed by a look: with a journal it would get files beside it.
    let mut copy =
        open(file).read_only(true).immutable(true).connect().await.context("the copy cannot be opened")?;
    let found: String = sqlx::query_scalar("PRAGMA integrity_check").fetch_one(&mut copy).await?;
    ensure!(found == "ok", "the copy is damaged: {found}");
    let migrations: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM _sqlx_migrations WHERE success")
        .fetch_one(&mut copy)
        .await
        .context("the copy is no database of this program")?;
    ensure!(migrations > 0, "the copy is no database of this program");
    Ok(copy.close().await?)
}

/// Puts a copy where a database will be served. Fails if something lies there, or a leftover of a database that did:
/// SQLite would play an old journal into it.
pub(super) async fn put_back(from: &Path, url: &str) -> anyhow::Result<()> {
    check(from).await?;
    let to = SqliteConnectOptions::from_str(url).context("DATABASE_URL is no SQLite address")?;
    let to = to.get_filename().to_path_buf();
    for ending in ["", "-wal", "-shm", "-journal"] {
        let mut name = to.clone().into_os_string();
        name.push(ending);
        let found = Path::new(&name);
        ensure!(
            !found.exists(),
            "{} is in the way: a copy is restored into an empty place only",
            found.display()
        );
    }
    if let Some(folder) = to.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    std::fs::copy(from, &to).with_context(|| format!("cannot write {}", to.display()))?;
    std::fs::File::open(&to)?.sync_all()?;
    let opened: SqliteConnection = open(&to).journal_mode(SqliteJournalMode::Wal).connect().await?;
    Ok(opened.close().await?)
}

fn open(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new().filename(file).create_if_missing(false)
}
