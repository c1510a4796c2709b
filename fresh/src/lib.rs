//! Databases for one test alone, on both engines. One that is up to date is copied from a template that the first test
//! made: bringing hundreds of databases up to date one by one would take longer than the tests themselves.
//! Not here: anything that knows the product; it brings its own databases up to date.

use std::{
    env,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
};

use anyhow::Context;
use sqlx::{
    AssertSqlSafe, ConnectOptions, Connection, Executor, PgConnection,
    migrate::Migrator,
    postgres::PgConnectOptions,
    sqlite::{SqliteConnectOptions, SqliteJournalMode},
};
use tempfile::TempDir;
use uuid::Uuid;

static SQLITE_MIGRATIONS: Migrator = sqlx::migrate!("../migrations/sqlite");
static POSTGRES_MIGRATIONS: Migrator = sqlx::migrate!("../migrations/postgres");

/// Names the server on which tests may make databases; `scripts/test` starts one and sets it.
const SERVER: &str = "METODIST_TEST_POSTGRES";

/// While one test makes the template, the others wait for it.
const TEMPLATE_LOCK: i64 = 0x6d65_746f_6469_7374;

/// The two engines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// A file in a temporary folder.
    Sqlite,
    /// A database on the tests' server. It goes with the server.
    Postgres,
}

/// A database of its own. An SQLite file is deleted with it.
#[derive(Debug)]
pub struct Database {
    /// What the product is told: `sqlite:FILE` or `postgres://…`.
    pub url: String,
    _folder: TempDir,
}

impl Database {
    /// A database without a table; the SQLite file is not there yet.
    ///
    /// # Errors
    /// If there is no PostgreSQL server for tests, which is never a reason to skip one.
    pub async fn empty(engine: Engine) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir()?;
        let url = match engine {
            Engine::Sqlite => sqlite_url(&folder.path().join("test.db")),
            Engine::Postgres => empty_on(&server()?).await?,
        };
        Ok(Self { url, _folder: folder })
    }

    /// A database that is up to date and has no rows.
    ///
    /// # Errors
    /// As [`Database::empty`], and if a migration does not apply.
    pub async fn up_to_date(engine: Engine) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir()?;
        let url = match engine {
            Engine::Sqlite => {
                let file = folder.path().join("test.db");
                std::fs::copy(sqlite_template().await?, &file)?;
                sqlite_url(&file)
            }
            Engine::Postgres => {
                let server = server()?;
                make_on(&server, &postgres_template(&server).await?).await?
            }
        };
        Ok(Self { url, _folder: folder })
    }
}

/// Makes one test per engine of each async function that takes the URL of a database that is up to date.
#[macro_export]
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {
        $(mod $name {
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                let database = $crate::Database::up_to_date($crate::Engine::Sqlite).await.expect("a database");
                super::$name(&database.url).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                let database = $crate::Database::up_to_date($crate::Engine::Postgres).await.expect("a database");
                super::$name(&database.url).await;
            }
        })+
    };
}

fn sqlite_url(file: &Path) -> String {
    format!("sqlite:{}", file.display())
}

/// What all migrations of an engine come to: another migration, another template.
fn fingerprint(migrations: &Migrator) -> String {
    let mut hasher = DefaultHasher::new();
    migrations.iter().for_each(|migration| migration.checksum.hash(&mut hasher));
    format!("{:016x}", hasher.finish())
}

/// The file that SQLite databases are copied from. Of several tests that make it at once the last one wins, unnoticed.
async fn sqlite_template() -> anyhow::Result<PathBuf> {
    let file = env::temp_dir().join(format!("metodist-template-{}.db", fingerprint(&SQLITE_MIGRATIONS)));
    if !file.exists() {
        let folder = tempfile::tempdir_in(env::temp_dir())?;
        let unfinished = folder.path().join("template.db");
        let options = SqliteConnectOptions::new().filename(&unfinished).create_if_missing(true);
        // Not yet WAL: whoever opens a copy turns it on, and one file is all there is to copy.
        let mut connection = options.journal_mode(SqliteJournalMode::Delete).connect().await?;
        SQLITE_MIGRATIONS.run(&mut connection).await.context("migrate the template")?;
        connection.close().await?;
        std::fs::rename(&unfinished, &file)?;
    }
    Ok(file)
}

/// A new database without a table on this PostgreSQL server, for benchmarks. Returns its address.
///
/// # Errors
/// If the server does not answer, or makes no database for us.
pub async fn empty_on(server: &str) -> anyhow::Result<String> {
    make_on(server, "template0").await
}

fn server() -> anyhow::Result<String> {
    env::var(SERVER).with_context(|| {
        format!("{SERVER} names no PostgreSQL server: run scripts/test, which starts one for the tests")
    })
}

async fn connect(server: &str) -> anyhow::Result<(PgConnectOptions, PgConnection)> {
    let options: PgConnectOptions = server.parse()?;
    let connection = options.connect().await.context("the PostgreSQL server does not answer")?;
    Ok((options, connection))
}

async fn make_on(server: &str, template: &str) -> anyhow::Result<String> {
    let (options, mut connection) = connect(server).await?;
    let name = format!("t_{}", Uuid::now_v7().simple());
    connection.execute(AssertSqlSafe(format!("CREATE DATABASE {name} TEMPLATE {template}"))).await?;
    connection.close().await?;
    Ok(options.database(&name).to_url_lossy().to_string())
}

/// The database that PostgreSQL databases are copied from. Nobody may be connected to it while it is copied.
async fn postgres_template(server: &str) -> anyhow::Result<String> {
    let (options, mut connection) = connect(server).await?;
    let name = format!("template_{}", fingerprint(&POSTGRES_MIGRATIONS));
    sqlx::query("SELECT pg_advisory_lock($1)").bind(TEMPLATE_LOCK).execute(&mut connection).await?;
    let there = sqlx::query("SELECT 1 FROM pg_database WHERE datname = $1").bind(&name);
    if there.fetch_optional(&mut connection).await?.is_none() {
        let unfinished = format!("{name}_unfinished");
        connection
            .execute(AssertSqlSafe(format!("DROP DATABASE IF EXISTS {unfinished} WITH (FORCE)")))
            .await?;
        connection.execute(AssertSqlSafe(format!("CREATE DATABASE {unfinished} TEMPLATE template0"))).await?;
        let mut inside = options.database(&unfinished).connect().await?;
        POSTGRES_MIGRATIONS.run(&mut inside).await.context("migrate the template")?;
        inside.close().await?;
        connection.execute(AssertSqlSafe(format!("ALTER DATABASE {unfinished} RENAME TO {name}"))).await?;
    }
    // Closing gives the lock back.
    connection.close().await?;
    Ok(name)
}
