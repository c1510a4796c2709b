//! A copy of a PostgreSQL database by its own tools (<https://www.postgresql.org/docs/current/app-pgdump.html>).
//! Not here: what has to be made harmless in a copy that is served again.
//! Promise: the password is in no list of processes.

use std::{path::Path, process::Stdio};

use anyhow::{Context, bail, ensure};
use reqwest::Url;
use tokio::process::Command;

use crate::db::Db;

/// Copies the schema that the address leads to, as it is at one moment; whoever serves it goes on.
pub(super) async fn copy(url: &str, to: &Path) -> anyhow::Result<()> {
    let db = Db::open(url).await?;
    let schema = current_schema(&db).await;
    db.close().await;
    let mut dump = tool("pg_dump", url)?;
    dump.args(["--format=custom", "--no-owner", "--no-privileges", "--schema", &schema?, "--file"]).arg(to);
    run(dump, "pg_dump").await?;
    let mut list = Command::new(program("pg_restore"));
    list.arg("--list").arg(to).stdout(Stdio::null());
    run(list, "pg_restore --list").await.context("the copy is damaged")
}

/// Puts a copy into an empty database, all of it or nothing.
pub(super) async fn put_back(from: &Path, url: &str) -> anyhow::Result<()> {
    let db = Db::open(url).await?;
    let is_empty = super::is_empty(&db).await;
    db.close().await;
    ensure!(is_empty?, "the database is not empty: a copy is restored into an empty place only");
    let mut restore = tool("pg_restore", url)?;
    let database = Url::parse(url)?.path().trim_start_matches('/').to_owned();
    restore.args(["--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error"]);
    // Every new database has a schema `public`, and the copy brings its own.
    restore.args(["--clean", "--if-exists", "--dbname"]).arg(database).arg(from);
    run(restore, "pg_restore").await
}

async fn current_schema(db: &Db) -> anyhow::Result<String> {
    let Db::Pg(pool) = db else { bail!("this is no PostgreSQL") };
    let schema: Option<String> = sqlx::query_scalar("SELECT current_schema()::text").fetch_one(pool).await?;
    schema.context("the database has no schema")
}

/// A tool that finds its way by its environment.
fn tool(name: &str, url: &str) -> anyhow::Result<Command> {
    let url = Url::parse(url).context("DATABASE_URL is no PostgreSQL address")?;
    let mut command = Command::new(program(name));
    let decoded = |words: &str| percent_decoded(words);
    command
        .env("PGHOST", url.host_str().unwrap_or("localhost"))
        .env("PGPORT", url.port().unwrap_or(5432).to_string())
        .env("PGUSER", decoded(url.username()))
        .env("PGDATABASE", decoded(url.path().trim_start_matches('/')))
        .env("PGCONNECT_TIMEOUT", "10");
    if let Some(password) = url.password() {
        command.env("PGPASSWORD", decoded(password));
    }
    for (name, value) in url.query_pairs() {
        match &*name {
            "host" => command.env("PGHOST", &*value),
            "sslmode" => command.env("PGSSLMODE", &*value),
            "sslrootcert" => command.env("PGSSLROOTCERT", &*value),
            _ => &mut command,
        };
    }
    Ok(command)
}

/// `%20` and its like as the signs they stand for.
fn percent_decoded(words: &str) -> String {
    let pair = format!("x={}", words.replace('+', "%2B"));
    url_decoded(&pair).unwrap_or_else(|| words.to_owned())
}

fn url_decoded(pair: &str) -> Option<String> {
    let mut address = Url::parse("x:/").ok()?;
    address.set_query(Some(pair));
    address.query_pairs().next().map(|(_, value)| value.into_owned())
}

/// Debian keeps the newest version's tools beside the server; elsewhere they are on the path.
fn program(name: &str) -> std::path::PathBuf {
    let newest = std::fs::read_dir("/usr/lib/postgresql").ok().and_then(|versions| {
        let version = |entry: std::fs::DirEntry| {
            Some((entry.file_name().to_str()?.parse::<u32>().ok()?, entry.path().join("bin").join(name)))
        };
        versions.filter_map(|entry| version(entry.ok()?)).filter(|(_, path)| path.exists()).max()
    });
    newest.map_or_else(|| name.into(), |(_, path)| path)
}

async fn run(mut command: Command, name: &str) -> anyhow::Result<()> {
    let ended = command.stdin(Stdio::null()).stderr(Stdio::piped()).output().await;
    let ended = ended.with_context(|| format!("{name} cannot be run: install PostgreSQL's client tools"))?;
    if ended.status.success() {
        return Ok(());
    }
    bail!("{name}: {}", String::from_utf8_lossy(&ended.stderr).trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_in_a_password_are_read_as_they_were_meant() {
        assert_eq!(percent_decoded("p%40ss%2Fw+rd"), "p@ss/w+rd");
        assert_eq!(percent_decoded("plain"), "plain");
    }
}
