//! Reading whatever a table holds about a person: statements are made of the schema that the database itself tells, so
//! that no column is forgotten. Not here: which rows are whose; that is the model's.

use serde_json::Value;
use uuid::Uuid;

use crate::{
    db::Db,
    privacy::model::{Column, Holding, Reference, Schema, Way},
    read,
};

const SQLITE_COLUMNS: &str = "SELECT t.name, c.name, LOWER(c.type) FROM sqlite_schema AS t
     JOIN pragma_table_info(t.name) AS c WHERE t.type = 'table' ORDER BY t.name, c.cid";

const POSTGRES_COLUMNS: &str = "SELECT table_name::text, column_name::text, data_type::text
     FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY 1, ordinal_position";

const SQLITE_REFERENCES: &str = "SELECT t.name, r.\"from\", r.\"table\", COALESCE(r.\"to\", 'id')
     FROM sqlite_schema AS t JOIN pragma_foreign_key_list(t.name) AS r WHERE t.type = 'table' ORDER BY 1, 2";

const POSTGRES_REFERENCES: &str = "SELECT t.relname::text, a.attname::text, o.relname::text, b.attname::text
     FROM pg_constraint AS c JOIN pg_class AS t ON t.oid = c.conrelid JOIN pg_class AS o ON o.oid = c.confrelid
     JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     JOIN pg_attribute AS b ON b.attrelid = c.confrelid AND b.attnum = c.confkey[1]
     WHERE c.contype = 'f' AND t.relnamespace = current_schema()::regnamespace ORDER BY 1, 2";

/// The tables of the database as they are.
pub async fn read_schema(db: &Db) -> sqlx::Result<Schema> {
    let (columns, references) = match db {
        Db::Sqlite { .. } => (SQLITE_COLUMNS, SQLITE_REFERENCES),
        Db::Pg(_) => (POSTGRES_COLUMNS, POSTGRES_REFERENCES),
    };
    let columns: Vec<(String, String, String)> = read!(db, on => sqlx::query_as(columns).fetch_all(on))?;
    let references: Vec<(String, String, String, String)> =
        read!(db, on => sqlx::query_as(references).fetch_all(on))?;
    let column = |(table, name, kind): (String, String, String)| Column {
        table,
        name,
        may_be_id: ["blob", "uuid"].contains(&&*kind),
        is_binary: ["blob", "bytea"].contains(&&*kind),
    };
    let reference = |(table, column, to_table, to_column)| Reference { table, column, to_table, to_column };
    Ok(Schema {
        columns: columns.into_iter().map(column).collect(),
        references: references.into_iter().map(reference).collect(),
    })
}

/// Every row of a person in a table, with all its columns. Bytes stand as hexadecimal digits, long ones as their number.
pub async fn list_rows(db: &Db, holding: &Holding, person: Uuid) -> sqlx::Result<Vec<Value>> {
    let query = match db {
        Db::Sqlite { .. } => sqlite_rows(holding),
        Db::Pg(_) => postgres_rows(holding),
    };
    let rows: Vec<String> =
        read!(db, on => sqlx::query_scalar(sqlx::AssertSqlSafe(query)).bind(person).fetch_all(on))?;
    rows.iter()
        .map(|row| serde_json::from_str(row).map_err(|error| sqlx::Error::Decode(error.into())))
        .collect()
}

/// The tables that hold anything about a person.
pub async fn list_kept(db: &Db, holdings: &[Holding], person: Uuid) -> sqlx::Result<Vec<String>> {
    let mut kept = Vec::new();
    for holding in holdings {
        let query =
            format!("SELECT EXISTS (SELECT 1 FROM {} WHERE {})", holding.table, condition(&holding.way));
        let is_kept: bool =
            read!(db, on => sqlx::query_scalar(sqlx::AssertSqlSafe(query)).bind(person).fetch_one(on))?;
        if is_kept {
            kept.push(holding.table.clone());
        }
    }
    Ok(kept)
}

/// Which rows are those of the person `$1`.
fn condition(way: &Way) -> String {
    match way {
        Way::Is(columns) => {
            let columns: Vec<_> = columns.iter().map(|column| format!("{column} = $1")).collect();
            format!("({})", columns.join(" OR "))
        }
        Way::Through(column, table, key, rest) => {
            format!("{column} IN (SELECT {key} FROM {table} WHERE {})", condition(rest))
        }
    }
}

fn sqlite_rows(holding: &Holding) -> String {
    let columns = holding.columns.iter().map(|column| {
        let name = &column.name;
        if !column.is_binary {
            return format!("'{name}', {name}");
        }
        format!(
            "'{name}', CASE WHEN LENGTH({name}) = 16 THEN LOWER(SUBSTR(HEX({name}), 1, 8) || '-'
                 || SUBSTR(HEX({name}), 9, 4) || '-' || SUBSTR(HEX({name}), 13, 4) || '-'
                 || SUBSTR(HEX({name}), 17, 4) || '-' || SUBSTR(HEX({name}), 21))
             WHEN LENGTH({name}) > 64 THEN LENGTH({name}) || ' bytes' ELSE LOWER(HEX({name})) END"
        )
    });
    let columns = columns.collect::<Vec<_>>().join(", ");
    format!(
        "SELECT json_object({columns}) FROM {} WHERE {} ORDER BY rowid",
        holding.table,
        condition(&holding.way)
    )
}

fn postgres_rows(holding: &Holding) -> String {
    let columns = holding.columns.iter().map(|column| {
        let name = &column.name;
        if !column.is_binary {
            return name.clone();
        }
        format!(
            "CASE WHEN OCTET_LENGTH({name}) > 64 THEN OCTET_LENGTH({name}) || ' bytes'
             ELSE ENCODE({name}, 'hex') END AS {name}"
        )
    });
    let columns = columns.collect::<Vec<_>>().join(", ");
    let table = &holding.table;
    format!(
        "SELECT row_to_json(own)::text FROM (SELECT {columns} FROM {table} WHERE {}) AS own",
        condition(&holding.way)
    )
}
