//! One door to both engines: SQLite, the embedded default, and PostgreSQL, for a region.
//! Not here: any statement about a capability's tables; those stand in its `store.rs`.

use std::{
    io,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    str::FromStr,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use anyhow::Context;
use sqlx::{
    Connection, PgConnection, PgPool, Postgres, Sqlite, SqliteConnection, SqlitePool, Transaction,
    migrate::Migrator,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

static SQLITE_MIGRATIONS: Migrator = sqlx::migrate!("migrations/sqlite");
static POSTGRES_MIGRATIONS: Migrator = sqlx::migrate!("migrations/postgres");

/// Connections of one replica to PostgreSQL.
const CONNECTIONS: u32 = 8;
/// Connections that read an SQLite file, each with a thread, a cache and statements of its own: more of them cost memory
/// and read no faster from one disk.
const READERS: u32 = 4;
/// How long anything may wait for a connection or a lock.
const WAIT: Duration = Duration::from_secs(5);
/// How long one statement may take on PostgreSQL. A network that swallows what it is given says nothing: without an end
/// of its own, whoever asked would wait for as long as the kernel does, a quarter of an hour or for ever.
const STATEMENT: Duration = Duration::from_secs(15);
/// Before a connection changes hands it is asked for a sign of life if PostgreSQL has been silent for so long, and given
/// up if it stays silent for as long again: of eight that hear nothing, none costs the next one its whole wait.
const SILENCE: Duration = Duration::from_secs(1);

/// The database, on either engine; cheap to clone.
#[derive(Debug, Clone)]
pub enum Db {
    /// SQLite: one writer, several readers that could not write even by mistake.
    Sqlite {
        /// Read-only connections.
        read: SqlitePool,
        /// The one connection that writes.
        write: SqlitePool,
        /// Where the file lies.
        file: PathBuf,
        /// Which file was opened there.
        identity: FileIdentity,
        /// How a transaction begins whose commit lies on the disk when it returns.
        begin: &'static str,
    },
    /// PostgreSQL.
    Pg(PgPool),
}

/// A file, whatever it is called: its device and its number there.
pub type FileIdentity = (u64, u64);

/// A write transaction. On SQLite it holds the writer from its first moment (`BEGIN IMMEDIATE`): a transaction that
/// read first and wrote later would fail at once under load.
#[derive(Debug)]
pub enum Tx {
    /// On SQLite.
    Sqlite(Transaction<'static, Sqlite>),
    /// On PostgreSQL.
    Pg(Transaction<'static, Postgres>),
}

/// Runs one statement outside a transaction, on a reader: `read!(db, on => query.fetch_all(on))`.
#[macro_export]
macro_rules! read {
    ($db:expr, $on:ident => $body:expr) => {
        match $db {
            $crate::db::Db::Sqlite { read: $on, .. } => $body.await,
            $crate::db::Db::Pg($on) => $crate::db::in_time($body).await,
        }
    };
}

/// Executes one statement inside a transaction and counts the rows it touched: `execute!(tx, sqlx::query("…").bind(x))`.
#[macro_export]
macro_rules! execute {
    ($tx:expr, $query:expr) => {
        match $tx {
            $crate::db::Tx::Sqlite(transaction) => {
                $query.execute(&mut **transaction).await.map(|done| done.rows_affected())
            }
            $crate::db::Tx::Pg(transaction) => {
                let done = $crate::db::in_time($query.execute(&mut **transaction)).await;
                done.map(|done| done.rows_affected())
            }
        }
    };
}

/// Runs one statement that returns rows inside a transaction: `within!(tx, on => query.fetch_one(on))`.
#[macro_export]
macro_rules! within {
    ($tx:expr, $on:ident => $body:expr) => {
        match $tx {
            $crate::db::Tx::Sqlite(transaction) => {
                let $on = &mut **transaction;
                $body.await
            }
            $crate::db::Tx::Pg(transaction) => {
                let $on = &mut **transaction;
                $crate::db::in_time($body).await
            }
        }
    };
}

/// When PostgreSQL last answered anything.
static HEARD_AT: Mutex<Option<Instant>> = Mutex::new(None);

/// Waits for PostgreSQL, at most as long as one statement may take.
pub async fn in_time<T, E: From<sqlx::Error>>(statement: impl Future<Output = Result<T, E>>) -> Result<T, E> {
    if let Ok(done) = tokio::time::timeout(STATEMENT, statement).await {
        if done.is_ok() {
            *HEARD_AT.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
        }
        return done;
    }
    let words = "PostgreSQL did not answer in time";
    Err(sqlx::Error::Io(io::Error::new(io::ErrorKind::TimedOut, words)).into())
}

/// Whether a connection may be used again: one that nobody used for a while, or while PostgreSQL is silent, is asked for a
/// sign of life. Of one that was used just now it is not asked, since that would double the round trips of every read.
/// The pool itself would wait without an end for one that is given back, and have one connection less for as long.
async fn is_alive(line: &mut PgConnection, idle: Duration) -> sqlx::Result<bool> {
    let heard_at = *HEARD_AT.lock().unwrap_or_else(PoisonError::into_inner);
    if idle < SILENCE && heard_at.is_some_and(|at| at.elapsed() < SILENCE) {
        return Ok(true);
    }
    match tokio::time::timeout(SILENCE, line.ping()).await {
        Ok(answer) => answer.map(|()| true),
        Err(_) => Err(sqlx::Error::PoolTimedOut),
    }
}

/// Whether the writer may be used again. On a full disk or after an I/O error SQLite itself rolls the transaction back
/// (<https://www.sqlite.org/lang_transaction.html>); the library's own rollback then fails, and it would for ever believe
/// in a transaction that is none and begin no other.
async fn has_no_transaction(line: &mut SqliteConnection) -> sqlx::Result<bool> {
    if line.is_in_transaction() {
        // The rollback goes before the sign of life.
        line.ping().await?;
    }
    Ok(!line.is_in_transaction())
}

impl Db {
    /// Opens the database that `url` names: `sqlite:FILE` or `postgres://…`. Creates an SQLite file, not a database.
    pub async fn open(url: &str) -> anyhow::Result<Self> {
        if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            let options = PgConnectOptions::from_str(url)
                .context("DATABASE_URL is no PostgreSQL address")?
                // A replica that is paused inside a transaction must not keep its locks from the others.
                .options([("idle_in_transaction_session_timeout", "8s")]);
            let pool = PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(WAIT);
            let pool = pool
                .test_before_acquire(false)
                .before_acquire(|line, meta| Box::pin(is_alive(line, meta.idle_for)))
                .after_release(|line, _| Box::pin(is_alive(line, Duration::ZERO)));
            return Ok(Self::Pg(pool.connect_with(options).await.context("PostgreSQL does not answer")?));
        }
        let (url, begin) = durability(url);
        let options = SqliteConnectOptions::from_str(url)
            .context("DATABASE_URL is neither sqlite:FILE nor postgres://…")?
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            // What a person had erased is overwritten in the file, not just unlinked.
            .pragma("secure_delete", "on")
            .busy_timeout(WAIT);
        let file = options.get_filename().to_path_buf();
        // Turning WAL on waits for nobody: of two starters on a fresh file one would fail at once.
        let _held = lock_file(lock_path(&file)).await?;
        // A connection to a file does not break by itself: asking after it at every use would cost more than most statements.
        let pool = SqlitePoolOptions::new().acquire_timeout(WAIT).test_before_acquire(false);
        let write =
            pool.clone().max_connections(1).after_release(|line, _| Box::pin(has_no_transaction(line)));
        let write = write
            .connect_with(options.clone())
            .await
            .with_context(|| format!("the SQLite file {} cannot be opened", file.display()))?;
        let read = pool.max_connections(READERS);
        let read = read.connect_lazy_with(options.create_if_missing(false).read_only(true));
        let identity =
            identity_of(&file).with_context(|| format!("{} cannot be looked at", file.display()))?;
        Ok(Self::Sqlite { read, write, file, identity, begin })
    }

    /// Brings the schema up to date. Safe for any number of processes that start at once.
    pub async fn migrate(&self) -> anyhow::Result<()> {
        match self {
            Self::Sqlite { write, file, .. } => {
                let _held = lock_file(lock_path(file)).await?;
                SQLITE_MIGRATIONS.run(write).await.context("the SQLite schema cannot be brought up to date")
            }
            Self::Pg(pool) => POSTGRES_MIGRATIONS
                .run(pool)
                .await
                .context("the PostgreSQL schema cannot be brought up to date"),
        }
    }

    /// How many migrations this program knows that the database has not seen.
    pub async fn pending_migrations(&self) -> anyhow::Result<usize> {
        let known = match self {
            Self::Sqlite { .. } => SQLITE_MIGRATIONS.iter().count(),
            Self::Pg(_) => POSTGRES_MIGRATIONS.iter().count(),
        };
        let applied: Result<i64, _> = read!(self, on =>
            sqlx::query_scalar("SELECT COUNT(*) FROM _sqlx_migrations WHERE success").fetch_one(on));
        let applied = usize::try_from(applied.unwrap_or(0))?;
        Ok(known.saturating_sub(applied))
    }

    /// The path of a file that lies beside the database's own, with another ending; PostgreSQL has no such place.
    #[must_use]
    pub fn beside(&self, ending: &str) -> Option<PathBuf> {
        match self {
            Self::Sqlite { file, .. } => Some(file.with_extension(ending)),
            Self::Pg(_) => None,
        }
    }

    /// Begins a write transaction. On SQLite it fails where the file was taken away or replaced: SQLite would go on
    /// writing into what nobody will find again.
    pub async fn begin(&self) -> sqlx::Result<Tx> {
        Ok(match self {
            Self::Sqlite { write, file, identity, begin, .. } => {
                is_still_there(file, *identity)?;
                Tx::Sqlite(write.begin_with(*begin).await?)
            }
            Self::Pg(pool) => Tx::Pg(in_time(pool.begin()).await?),
        })
    }

    /// Begins a write transaction whose commit does not wait for the disk. A killed process loses nothing by it; a failure
    /// of power may take the last of them back, so it is only for what is made good by itself: who works on what, and
    /// what was seen.
    pub async fn begin_passing(&self) -> sqlx::Result<Tx> {
        Ok(match self {
            Self::Sqlite { write, file, identity, .. } => {
                is_still_there(file, *identity)?;
                Tx::Sqlite(write.begin_with(BEGIN_PASSING).await?)
            }
            Self::Pg(pool) => {
                Tx::Pg(in_time(pool.begin_with("BEGIN; SET LOCAL synchronous_commit TO OFF")).await?)
            }
        })
    }

    /// Closes every connection; work in hand is finished first.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { read, write, .. } => {
                read.close().await;
                write.close().await;
            }
            Self::Pg(pool) => pool.close().await,
        }
    }
}

impl Tx {
    /// Makes everything in it durable.
    pub async fn commit(self) -> sqlx::Result<()> {
        match self {
            Self::Sqlite(transaction) => transaction.commit().await,
            Self::Pg(transaction) => in_time(transaction.commit()).await,
        }
    }
}

/// How transactions begin: each says itself how long its commit waits, so that none can leave the next one without.
const BEGIN: &str = "PRAGMA synchronous = FULL; BEGIN IMMEDIATE";
const BEGIN_PASSING: &str = "PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE";

/// How ordinary transactions begin. `?synchronous=normal` is for measuring what waiting for the disk costs, and for
/// nothing else.
fn durability(url: &str) -> (&str, &'static str) {
    match url.strip_suffix("?synchronous=normal") {
        Some(url) => (url, BEGIN_PASSING),
        None => (url, BEGIN),
    }
}

fn identity_of(file: &Path) -> io::Result<FileIdentity> {
    std::fs::metadata(file).map(|found| (found.dev(), found.ino()))
}

fn is_still_there(file: &Path, identity: FileIdentity) -> io::Result<()> {
    if identity_of(file).ok() == Some(identity) {
        return Ok(());
    }
    let words = "the database file was taken away or replaced while it was served";
    Err(io::Error::new(io::ErrorKind::NotFound, words))
}

/// The file whose lock starters take in turn.
fn lock_path(file: &Path) -> PathBuf {
    file.with_extension("starting")
}

/// Holds a lock file until dropped. SQLite's own migrations take no lock, so two starters would race.
async fn lock_file(path: PathBuf) -> anyhow::Result<std::fs::File> {
    tokio::task::spawn_blocking(move || {
        let file =
            std::fs::File::create(&path).with_context(|| format!("cannot write {}", path.display()))?;
        file.lock().with_context(|| format!("cannot lock {}", path.display()))?;
        Ok(file)
    })
    .await?
}

/// Makes this process the only one that serves an SQLite file; the hold ends with the process, however it ends.
/// `None` on PostgreSQL, where replicas share the work by leases.
pub fn hold_alone(db: &Db) -> anyhow::Result<Option<std::fs::File>> {
    let Db::Sqlite { file, .. } = db else {
        return Ok(None);
    };
    let path = file.with_extension("serving");
    let lock = std::fs::File::create(&path).with_context(|| format!("cannot write {}", path.display()))?;
    match lock.try_lock() {
        Ok(()) => Ok(Some(lock)),
        Err(std::fs::TryLockError::WouldBlock) => {
            anyhow::bail!("another process already serves {}", file.display())
        }
        Err(std::fs::TryLockError::Error(error)) => {
            Err(error).with_context(|| format!("cannot lock {}", path.display()))
        }
    }
}
