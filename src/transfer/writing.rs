//! Rows on their way, and the state in which PostgreSQL takes them.
//! Not here: what a cell looks like.

use futures::TryStreamExt;
use sqlx::{AssertSqlSafe, PgConnection, PgPool, Row, SqliteConnection, postgres::PgRow, sqlite::SqliteRow};

use super::{
    Column, Table,
    cells::{Digest, Kind},
};

/// Rows in one statement; of tables with files in them, one.
const BATCH: usize = 500;

/// A reference between tables: on which table, by which name, and what it says.
pub(super) struct Reference {
    table: String,
    name: String,
    definition: String,
}

pub(super) async fn is_empty(pool: &PgPool) -> sqlx::Result<bool> {
    let tables: i64 = sqlx::query_scalar(
        "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema()",
    )
    .fetch_one(pool)
    .await?;
    Ok(tables == 0)
}

/// Takes away everything in the schema, so that the next try finds it as the first did.
pub(super) async fn clear(pool: &PgPool) -> sqlx::Result<()> {
    let schema: String =
        sqlx::query_scalar("SELECT quote_ident(current_schema()::text)").fetch_one(pool).await?;
    sqlx::raw_sql(AssertSqlSafe(format!("DROP SCHEMA {schema} CASCADE; CREATE SCHEMA {schema}")))
        .execute(pool)
        .await?;
    Ok(())
}

/// Takes the references between tables away, so that rows may come in any order.
pub(super) async fn drop_references(target: &mut PgConnection) -> sqlx::Result<Vec<Reference>> {
    let references: Vec<(String, String, String)> = sqlx::query_as(
        "SELECT c.conrelid::regclass::text, quote_ident(c.conname), pg_get_constraintdef(c.oid)
         FROM pg_constraint AS c JOIN pg_class AS t ON t.oid = c.conrelid
         WHERE c.contype = 'f' AND t.relnamespace = current_schema()::regnamespace ORDER BY 1, 2",
    )
    .fetch_all(&mut *target)
    .await?;
    let references: Vec<Reference> = references
        .into_iter()
        .map(|(table, name, definition)| Reference { table, name, definition })
        .collect();
    for Reference { table, name, .. } in &references {
        sqlx::raw_sql(AssertSqlSafe(format!("ALTER TABLE {table} DROP CONSTRAINT {name}")))
            .execute(&mut *target)
            .await?;
    }
    Ok(references)
}

/// Puts them back; PostgreSQL looks at every row when it does.
pub(super) async fn restore_references(
    target: &mut PgConnection,
    references: &[Reference],
) -> sqlx::Result<()> {
    for Reference { table, name, definition } in references {
        let statement = format!("ALTER TABLE {table} ADD CONSTRAINT {name} {definition}");
        sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut *target).await?;
    }
    Ok(())
}

/// Lets every count that PostgreSQL keeps go on where the file's ended.
pub(super) async fn go_on_counting(target: &mut PgConnection, tables: &[Table]) -> sqlx::Result<()> {
    for table in tables {
        for Column { name, .. } in table.columns.iter().filter(|column| column.kind == Kind::Number) {
            let sequence: Option<String> = sqlx::query_scalar("SELECT pg_get_serial_sequence($1, $2)")
                .bind(format!("\"{}\"", table.name))
                .bind(name)
                .fetch_one(&mut *target)
                .await?;
            let Some(sequence) = sequence else { continue };
            let statement = format!(
                "SELECT setval('{sequence}', COALESCE(MAX(\"{name}\"), 0) + 1, false) FROM \"{}\"",
                table.name
            );
            sqlx::query(AssertSqlSafe(statement)).execute(&mut *target).await?;
        }
    }
    Ok(())
}

/// Copies the rows of a table and returns what was sent.
pub(super) async fn copy(
    file: &mut SqliteConnection,
    target: &mut PgConnection,
    table: &Table,
) -> anyhow::Result<Digest> {
    let has_files = table.columns.iter().any(|column| column.kind == Kind::Bytes);
    let most = if has_files { 1 } else { BATCH };
    let mut digest = Digest::default();
    let mut rows = sqlx::query(AssertSqlSafe(selection(table, Kind::read_from_sqlite))).fetch(file);
    let mut batch = Vec::with_capacity(most);
    let insertion = insertion(table);
    while let Some(row) = rows.try_next().await? {
        let row = canonical(table, &sqlite_cells(&row)?)?;
        digest.add(&row);
        batch.push(row);
        if batch.len() == most {
            insert(target, &insertion, table, &mut batch).await?;
        }
    }
    insert(target, &insertion, table, &mut batch).await?;
    Ok(digest)
}

/// What lies in the new table.
pub(super) async fn digest(target: &mut PgConnection, table: &Table) -> anyhow::Result<Digest> {
    let mut digest = Digest::default();
    let mut rows = sqlx::query(AssertSqlSafe(selection(table, Kind::read_from_postgres))).fetch(target);
    while let Some(row) = rows.try_next().await? {
        digest.add(&canonical(table, &postgres_cells(&row)?)?);
    }
    Ok(digest)
}

fn selection(table: &Table, read: fn(Kind, &str) -> String) -> String {
    let columns: Vec<_> = table.columns.iter().map(|column| read(column.kind, &column.name)).collect();
    format!("SELECT {} FROM \"{}\"", columns.join(", "), table.name)
}

/// One statement for any number of rows: each column comes as an array of texts.
fn insertion(table: &Table) -> String {
    let names: Vec<_> = table.columns.iter().map(|column| format!("\"{}\"", column.name)).collect();
    let places = 1..=table.columns.len();
    let arrays: Vec<_> = places.clone().map(|place| format!("${place}::text[]")).collect();
    let cells: Vec<_> = places.map(|place| format!("c{place}")).collect();
    let values: Vec<_> =
        table.columns.iter().zip(&cells).map(|(column, cell)| column.kind.write_to_postgres(cell)).collect();
    format!(
        "INSERT INTO \"{}\" ({}) SELECT {} FROM UNNEST({}) AS row ({})",
        table.name,
        names.join(", "),
        values.join(", "),
        arrays.join(", "),
        cells.join(", ")
    )
}

async fn insert(
    target: &mut PgConnection,
    insertion: &str,
    table: &Table,
    batch: &mut Vec<Vec<Option<String>>>,
) -> sqlx::Result<()> {
    if batch.is_empty() {
        return Ok(());
    }
    let mut query = sqlx::query(AssertSqlSafe(insertion.to_owned()));
    for place in 0..table.columns.len() {
        let column: Vec<Option<String>> = batch.iter_mut().map(|row| row[place].take()).collect();
        query = query.bind(column);
    }
    query.execute(target).await?;
    batch.clear();
    Ok(())
}

fn sqlite_cells(row: &SqliteRow) -> sqlx::Result<Vec<Option<String>>> {
    (0..row.len()).map(|place| row.try_get(place)).collect()
}

fn postgres_cells(row: &PgRow) -> sqlx::Result<Vec<Option<String>>> {
    (0..row.len()).map(|place| row.try_get(place)).collect()
}

fn canonical(table: &Table, cells: &[Option<String>]) -> anyhow::Result<Vec<Option<String>>> {
    let pairs = table.columns.iter().zip(cells);
    pairs.map(|(column, cell)| cell.as_deref().map(|cell| column.kind.canonical(cell)).transpose()).collect()
}
