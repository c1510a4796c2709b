//! What a cell holds, written the same way whichever engine it comes from.
//! Not here: reading and writing them.

use std::fmt;

use anyhow::{Context, bail};
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use sha2::{Digest as _, Sha256};

/// What a column holds, as PostgreSQL knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Number,
    Fraction,
    Boolean,
    Uuid,
    Bytes,
    Instant,
    Date,
    Json,
}

impl Kind {
    /// By PostgreSQL's name of the type (`information_schema.columns.data_type`).
    pub(super) fn of(name: &str) -> anyhow::Result<Self> {
        Ok(match name {
            "text" => Self::Text,
            "bigint" => Self::Number,
            "double precision" => Self::Fraction,
            "boolean" => Self::Boolean,
            "uuid" => Self::Uuid,
            "bytea" => Self::Bytes,
            "timestamp with time zone" => Self::Instant,
            "date" => Self::Date,
            "jsonb" => Self::Json,
            other => bail!("nobody has said how to move a column of the type {other}"),
        })
    }

    /// The cell as text, said to SQLite.
    pub(super) fn read_from_sqlite(self, column: &str) -> String {
        match self {
            // What hex makes of nothing is a text without a letter.
            Self::Uuid | Self::Bytes => {
                format!("CASE WHEN \"{column}\" IS NOT NULL THEN lower(hex(\"{column}\")) END")
            }
            _ => format!("CAST(\"{column}\" AS TEXT)"),
        }
    }

    /// The cell as text, said to PostgreSQL.
    pub(super) fn read_from_postgres(self, column: &str) -> String {
        match self {
            Self::Uuid => format!("replace(\"{column}\"::text, '-', '')"),
            Self::Bytes => format!("encode(\"{column}\", 'hex')"),
            Self::Boolean => format!("\"{column}\"::int::text"),
            Self::Instant => {
                format!("to_char(\"{column}\" AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
            }
            _ => format!("\"{column}\"::text"),
        }
    }

    /// From text to the type, said to PostgreSQL.
    pub(super) fn write_to_postgres(self, cell: &str) -> String {
        match self {
            Self::Text => cell.to_owned(),
            Self::Number => format!("{cell}::bigint"),
            Self::Fraction => format!("{cell}::double precision"),
            Self::Boolean => format!("{cell}::int::boolean"),
            Self::Uuid => format!("{cell}::uuid"),
            Self::Bytes => format!("decode({cell}, 'hex')"),
            Self::Instant => format!("{cell}::timestamptz"),
            Self::Date => format!("{cell}::date"),
            Self::Json => format!("{cell}::jsonb"),
        }
    }

    /// The one way to write this cell: instants to the microsecond in UTC, JSON with its keys in order.
    pub(super) fn canonical(self, cell: &str) -> anyhow::Result<String> {
        let unreadable = || format!("a cell that should hold {self:?} does not");
        Ok(match self {
            Self::Instant => {
                instant(cell).with_context(unreadable)?.to_rfc3339_opts(SecondsFormat::Micros, true)
            }
            Self::Date => cell.parse::<NaiveDate>().with_context(unreadable)?.to_string(),
            Self::Fraction => cell.parse::<f64>().with_context(unreadable)?.to_string(),
            Self::Json => {
                serde_json::from_str::<serde_json::Value>(cell).with_context(unreadable)?.to_string()
            }
            _ => cell.to_owned(),
        })
    }
}

/// SQLite's columns hold instants as their writer wrote them, with a `T` or a space, and any number of decimals.
fn instant(cell: &str) -> anyhow::Result<DateTime<Utc>> {
    let cell = cell.replacen(' ', "T", 1);
    if let Ok(instant) = DateTime::parse_from_rfc3339(&cell) {
        return Ok(rounded(instant.to_utc()));
    }
    Ok(rounded(cell.parse::<chrono::NaiveDateTime>()?.and_utc()))
}

/// PostgreSQL keeps microseconds; what lies between them is rounded, as it does itself.
fn rounded(instant: DateTime<Utc>) -> DateTime<Utc> {
    use chrono::SubsecRound;
    instant.round_subsecs(6)
}

/// Of many rows, in whatever order they come: how many, and the sum of what each comes to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Digest {
    pub(super) rows: u64,
    sum: u128,
}

impl Digest {
    /// Adds a row of canonical cells.
    pub(super) fn add(&mut self, row: &[Option<String>]) {
        let mut hash = Sha256::new();
        for cell in row {
            match cell {
                None => hash.update([0]),
                Some(words) => {
                    hash.update([1]);
                    hash.update(words.len().to_be_bytes());
                    hash.update(words);
                }
            }
        }
        let digest: [u8; 32] = hash.finalize().into();
        let half = digest.iter().take(16).fold(0_u128, |sum, byte| (sum << 8) | u128::from(*byte));
        self.sum = self.sum.wrapping_add(half);
        self.rows += 1;
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.sum)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_cell_is_written_the_same_way() {
        let instants =
            ["2026-11-22T10:00:00.5+00:00", "2026-11-22 10:00:00.500000", "2026-11-22T13:00:00.5+03:00"];
        for cell in instants {
            assert_eq!(Kind::Instant.canonical(cell).expect("reads"), "2026-11-22T10:00:00.500000Z");
        }
        let json = Kind::Json.canonical("{\"b\": 1,\"a\":[ ]}").expect("reads");
        assert_eq!(json, Kind::Json.canonical("{\"a\":[],\"b\":1}").expect("reads"));
        assert!(Kind::Instant.canonical("soon").is_err());
    }

    #[test]
    fn a_digest_knows_no_order_but_every_cell() {
        let row = |one: &str, other: Option<&str>| vec![Some(one.to_owned()), other.map(str::to_owned)];
        let of = |rows: &[Vec<Option<String>>]| {
            let mut digest = Digest::default();
            rows.iter().for_each(|row| digest.add(row));
            digest
        };
        let (a, b) = (row("a", None), row("b", Some("")));
        assert_eq!(of(&[a.clone(), b.clone()]), of(&[b.clone(), a.clone()]));
        assert_ne!(of(&[a.clone(), b.clone()]), of(&[a.clone(), row("b", None)]));
        assert_ne!(of(std::slice::from_ref(&a)), of(&[a.clone(), a.clone()]));
        assert_ne!(of(&[row("ab", Some("c"))]), of(&[row("a", Some("bc"))]));
    }
}
