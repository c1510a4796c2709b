//! What SQL is made of: words of people are bound, never written into a statement.

use super::sources::{House, Source, is_word};

/// Where statements are put together of more than constants: tables and columns that the schema itself names.
const ASSEMBLED: [&str; 2] = ["src/privacy/store/holdings.rs", "src/transfer/writing.rs"];

/// What tells that a text is a piece of SQL.
const SQL: [&str; 5] = ["SELECT ", "WHERE ", "RETURNING ", "UPDATE ", "VALUES "];

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

/// SQLx takes nothing but constants, unless it is told that a text is safe. Where it is told so, the text is made of
/// constants, which have names in capitals.
fn assembled(source: &Source) -> Vec<String> {
    if ASSEMBLED.contains(&source.path.as_str()) || !source.code.contains("AssertSqlSafe(") {
        return Vec::new();
    }
    let mut broken = Vec::new();
    for literal in
        source.literals.iter().filter(|literal| SQL.iter().any(|word| literal.words.contains(word)))
    {
        let names = literal.words.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0));
        let odd = names.filter(|name| !is_constant(name));
        broken.extend(odd.map(|name| {
            format!(
                "{}:{}: {name} is written into a statement: bind it",
                source.path,
                source.line(literal.at)
            )
        }));
    }
    broken
}

fn is_constant(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_uppercase() || c == '_')
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
            let is_listed =
                PIECES.contains(&(source.path.as_str(), name)) && piece[name.len()..].starts_with(')');
            if !piece.starts_with('"') && !is_constant(name) && !is_listed {
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
