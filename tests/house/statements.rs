//! What SQL is made of: words of people are bound, never written into a statement.

use super::sources::{House, Source, is_word};

/// Where statements are put together, since what they name is not known before: tables and columns that the schema itself
/// names, and constants that share a piece. SQLx takes nothing but constants anywhere else.
const ASSEMBLED: [&str; 4] = [
    "src/outbox/store/letters.rs",
    "src/privacy/store/holdings.rs",
    "src/privacy/store/mod.rs",
    "src/transfer/writing.rs",
];

/// Names under which pieces of statements are handed to a builder: each is a constant where it comes from.
const PIECES: [(&str, &str); 4] = [
    ("src/broadcasts/store/deliveries.rs", "before"),
    ("src/broadcasts/store/deliveries.rs", "after"),
    ("src/meetings/store/after.rs", "column"),
    ("src/meetings/store/after.rs", "of_whom"),
];

/// Statements are constants, or made of constants; whatever else is in them is bound.
pub fn bound(house: &House) -> Vec<String> {
    house.product().flat_map(|source| assembled(source).into_iter().chain(pushed(source))).collect()
}

fn assembled(source: &Source) -> Vec<String> {
    if ASSEMBLED.contains(&source.path.as_str()) {
        return Vec::new();
    }
    let found = source.code.match_indices("AssertSqlSafe(");
    found
        .map(|(at, _)| format!("{}:{}: a statement is put together here", source.path, source.line(at)))
        .collect()
}

fn pushed(source: &Source) -> Vec<String> {
    if !source.code.contains("QueryBuilder") {
        return Vec::new();
    }
    let mut broken = Vec::new();
    for call in ["query.push(", "QueryBuilder::new(", ").push("] {
        for (at, _) in source.code.match_indices(call) {
            let piece = source.production[at + call.len()..].trim_start();
            let name = piece.split(|c| !is_word(c)).next().unwrap_or_default();
            let is_constant = !name.is_empty() && name.chars().all(|c| c.is_uppercase() || c == '_');
            let is_listed =
                PIECES.contains(&(source.path.as_str(), name)) && piece[name.len()..].starts_with(')');
            if !piece.starts_with('"') && !is_constant && !is_listed {
                broken.push(format!(
                    "{}:{}: {name} is pushed into a statement: bind it",
                    source.path,
                    source.line(at)
                ));
            }
        }
    }
    broken
}
