//! What there is to move: the tables as both engines know them.
//! Not here: moving their rows.

use std::collections::BTreeMap;

use anyhow::ensure;
use sqlx::{PgPool, SqliteConnection};

use super::{Column, Table, cells::Kind};

/// sqlx keeps its own book on each side.
const BOOK: &str = "_sqlx_migrations";

/// Every table with its columns. Fails where the engines do not know the same ones.
pub(super) async fn list_tables(file: &mut SqliteConnection, pool: &PgPool) -> anyhow::Result<Vec<Table>> {
    let here: Vec<(String, String)> = sqlx::query_as(
        "SELECT t.name, c.name FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND t.name <> $1 ORDER BY 1, 2",
    )
    .bind(BOOK)
    .fetch_all(file)
    .await?;
    let there: Vec<(String, String, String)> = sqlx::query_as(
        "SELECT c.table_name::text, c.column_name::text, c.data_type::text
         FROM information_schema.columns AS c JOIN information_schema.tables AS t
             ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
         WHERE c.table_schema = current_schema() AND c.table_name <> $1 ORDER BY 1, 2",
    )
    .bind(BOOK)
    .fetch_all(pool)
    .await?;
    let mut tables: BTreeMap<String, Vec<Column>> = BTreeMap::new();
    for (table, name, kind) in &there {
        let column = Column { name: name.clone(), kind: Kind::of(kind)? };
        tables.entry(table.clone()).or_default().push(column);
    }
    let mut known: Vec<_> = there.into_iter().map(|(table, column, _)| (table, column)).collect();
    let mut found = here;
    known.sort();
    found.sort();
    ensure!(known == found, "the two engines do not have the same tables: is this file of this version?");
    Ok(tables.into_iter().map(|(name, columns)| Table { name, columns }).collect())
}
