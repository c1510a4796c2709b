//! The migrations of both engines go in step, end in the same tables, and apply to databases with people in them.

#![expect(clippy::expect_used, reason = "a test may end with a sentence")]

use std::{collections::BTreeMap, path::Path};

use fresh::{Database, Engine};
use sqlx::{AssertSqlSafe, PgPool, Row, SqlitePool, migrate::Migrator, sqlite::SqliteConnectOptions};
use uuid::Uuid;

/// Table or view → column → whether it may be empty.
type Schema = BTreeMap<String, BTreeMap<String, bool>>;

async fn migrator(engine: &str) -> Migrator {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(engine);
    Migrator::new(folder).await.expect("the migrations are readable")
}

async fn fresh_sqlite(folder: &tempfile::TempDir) -> SqlitePool {
    let options = SqliteConnectOptions::new().filename(folder.path().join("m.db")).create_if_missing(true);
    SqlitePool::connect_with(options.foreign_keys(true)).await.expect("a fresh SQLite file")
}

async fn fresh_postgres() -> PgPool {
    let database = Database::empty(Engine::Postgres).await.expect("a database");
    PgPool::connect(&database.url).await.expect("it opens")
}

/// Sample rows for a migration, written once for both engines: `{uuid:7}` stands for an id.
fn sample(version: i64, description: &str, sqlite: bool) -> String {
    let name = format!("{version}_{}.sql", description.replace(' ', "_"));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/migrations").join(&name);
    let mut text = std::fs::read_to_string(&path)
        .unwrap_or_else(|_| panic!("a migration without sample rows: write tests/data/migrations/{name}"));
    while let Some(start) = text.find("{uuid:") {
        let end = start + text[start..].find('}').expect("a closed brace");
        let number: u128 = text[start + 6..end].parse().expect("a number in {uuid:N}");
        let id = Uuid::from_u128(number);
        let literal = if sqlite { format!("x'{}'", id.simple()) } else { format!("'{id}'") };
        text.replace_range(start..=end, &literal);
    }
    text
}

#[tokio::test]
async fn every_migration_applies_to_a_database_with_people_in_it() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (sqlite, postgres) = (fresh_sqlite(&folder).await, fresh_postgres().await);
    let (for_sqlite, for_postgres) = (migrator("sqlite").await, migrator("postgres").await);
    for migration in for_sqlite.iter() {
        for_sqlite.run_to(migration.version, &sqlite).await.expect("applies on SQLite");
        for_postgres.run_to(migration.version, &postgres).await.expect("applies on PostgreSQL");
        let rows = sample(migration.version, &migration.description, true);
        sqlx::raw_sql(AssertSqlSafe(rows)).execute(&sqlite).await.expect("the sample fits SQLite");
        let rows = sample(migration.version, &migration.description, false);
        sqlx::raw_sql(AssertSqlSafe(rows)).execute(&postgres).await.expect("the sample fits PostgreSQL");
    }
    let broken: Vec<String> = sqlx::query_scalar("SELECT \"table\" FROM pragma_foreign_key_check")
        .fetch_all(&sqlite)
        .await
        .expect("a check");
    assert!(broken.is_empty(), "broken references in {broken:?}");
}

#[tokio::test]
async fn both_engines_go_in_step() {
    let names = |migrator: &Migrator| -> Vec<(i64, String)> {
        migrator.iter().map(|migration| (migration.version, migration.description.to_string())).collect()
    };
    assert_eq!(names(&migrator("sqlite").await), names(&migrator("postgres").await));

    let folder = tempfile::tempdir().expect("a temporary folder");
    let (sqlite, postgres) = (fresh_sqlite(&folder).await, fresh_postgres().await);
    migrator("sqlite").await.run(&sqlite).await.expect("all apply on SQLite");
    migrator("postgres").await.run(&postgres).await.expect("all apply on PostgreSQL");
    assert_eq!(sqlite_schema(&sqlite).await, postgres_schema(&postgres).await);
}

async fn sqlite_schema(pool: &SqlitePool) -> Schema {
    let rows = sqlx::query(
        "SELECT m.name AS t, c.name AS c, c.\"notnull\" = 0 AND c.pk = 0 AS empty
         FROM sqlite_master m JOIN pragma_table_info(m.name) c
         WHERE m.type IN ('table', 'view') AND m.name NOT LIKE '\\_sqlx%' ESCAPE '\\' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .fetch_all(pool)
    .await
    .expect("the schema is readable");
    let mut schema = Schema::new();
    for row in rows {
        let columns = schema.entry(row.get("t")).or_default();
        columns.insert(row.get("c"), row.get("empty"));
    }
    schema
}

async fn postgres_schema(pool: &PgPool) -> Schema {
    let rows = sqlx::query(
        "SELECT table_name::text AS t, column_name::text AS c, is_nullable = 'YES' AS empty
         FROM information_schema.columns WHERE table_schema = current_schema() AND table_name NOT LIKE '\\_sqlx%'",
    )
    .fetch_all(pool)
    .await
    .expect("the schema is readable");
    let mut schema = Schema::new();
    for row in rows {
        let columns = schema.entry(row.get("t")).or_default();
        columns.insert(row.get("c"), row.get("empty"));
    }
    schema
}

/// The migration before quiet hours began at nine.
const BEFORE_REACH: i64 = 20_261_121_000_600;

#[tokio::test]
async fn quiet_hours_that_nobody_chose_follow_the_new_default() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (sqlite, postgres) = (fresh_sqlite(&folder).await, fresh_postgres().await);
    let (for_sqlite, for_postgres) = (migrator("sqlite").await, migrator("postgres").await);
    for_sqlite.run_to(BEFORE_REACH, &sqlite).await.expect("applies on SQLite");
    for_postgres.run_to(BEFORE_REACH, &postgres).await.expect("applies on PostgreSQL");
    let person = "INSERT INTO persons (id, quiet_from_minute, quiet_to_minute, created_at)
        VALUES ($1, $2, $3, '2026-09-01T08:00:00+00:00')";
    for (from, to) in [(22 * 60, 7 * 60), (22 * 60, 8 * 60), (0, 0)] {
        let id = Uuid::now_v7();
        sqlx::query(person).bind(id).bind(from).bind(to).execute(&sqlite).await.expect("fits SQLite");
        sqlx::query(person).bind(id).bind(from).bind(to).execute(&postgres).await.expect("fits PostgreSQL");
    }
    for_sqlite.run(&sqlite).await.expect("all apply on SQLite");
    for_postgres.run(&postgres).await.expect("all apply on PostgreSQL");
    let quiet = "SELECT quiet_from_minute, quiet_to_minute FROM rhythms ORDER BY person_id";
    let now: [(i64, i64); 3] = [(21 * 60, 8 * 60), (22 * 60, 8 * 60), (0, 0)];
    let found: Vec<(i64, i64)> = sqlx::query_as(quiet).fetch_all(&sqlite).await.expect("a view");
    assert_eq!(found, now, "SQLite");
    let found: Vec<(i64, i64)> = sqlx::query_as(quiet).fetch_all(&postgres).await.expect("a view");
    assert_eq!(found, now, "PostgreSQL");
}
