//! Moves everything from an SQLite file to an empty PostgreSQL database, and proves that nothing was lost on the way.
//! Not here: copies for bad days, which is `backup`; serving, which has to rest meanwhile.
//! Promise: the new database is complete and equal, table by table, or empty as before; the file is brought up to date
//! and then only read.

mod cells;
mod reading;
mod writing;

use std::fmt;

use anyhow::{Context, bail, ensure};
use sqlx::{Connection, PgPool, SqliteConnection};

use crate::db::{Db, hold_alone};
use cells::Digest;

/// A table as both engines know it.
#[derive(Debug, Clone)]
struct Table {
    name: String,
    columns: Vec<Column>,
}

#[derive(Debug, Clone)]
struct Column {
    name: String,
    kind: cells::Kind,
}

/// What was moved of one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Its name.
    pub table: String,
    /// How many rows.
    pub rows: u64,
    /// The same on both sides: of all cells of all rows, in whatever order.
    pub checksum: String,
}

impl fmt::Display for Moved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:8} rows  {}  {}", self.rows, self.checksum, self.table)
    }
}

/// Moves everything from the file at `from` to the database at `to`. Nobody may serve the file meanwhile, and the new
/// database must be empty.
pub async fn transfer(from: &str, to: &str) -> anyhow::Result<Vec<Moved>> {
    let source = Db::open(from).await?;
    let Db::Sqlite { write, .. } = &source else { bail!("the first address is no SQLite file") };
    let _alone =
        hold_alone(&source).context("stop the service first: what came in meanwhile would be lost")?;
    source.migrate().await?;
    let target = Db::open(to).await?;
    let Db::Pg(pool) = &target else { bail!("the second address is no PostgreSQL") };
    ensure!(writing::is_empty(pool).await?, "the PostgreSQL database is not empty");
    target.migrate().await?;
    let mut file = write.acquire().await?;
    let moved = move_all(&mut file, pool).await;
    if moved.is_err() {
        writing::clear(pool).await.context("the new database could not be emptied again")?;
    }
    drop(file);
    source.close().await;
    target.close().await;
    moved
}

/// All tables in one transaction, with the references between them checked when all are there.
async fn move_all(file: &mut SqliteConnection, pool: &PgPool) -> anyhow::Result<Vec<Moved>> {
    let tables = reading::list_tables(file, pool).await?;
    let mut snapshot = file.begin().await?;
    let mut target = pool.begin().await?;
    let references = writing::drop_references(&mut target).await?;
    let mut moved = Vec::with_capacity(tables.len());
    for table in &tables {
        let sent = writing::copy(&mut snapshot, &mut target, table)
            .await
            .with_context(|| format!("move the table {}", table.name))?;
        let arrived = writing::digest(&mut target, table).await?;
        ensure!(
            sent == arrived,
            "the table {} arrived otherwise than it left: {sent:?}, {arrived:?}",
            table.name
        );
        let Digest { rows, .. } = sent;
        moved.push(Moved { table: table.name.clone(), rows, checksum: sent.to_string() });
    }
    writing::restore_references(&mut target, &references)
        .await
        .context("a row refers to what is not there")?;
    writing::go_on_counting(&mut target, &tables).await?;
    target.commit().await?;
    snapshot.rollback().await?;
    Ok(moved)
}
