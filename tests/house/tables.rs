//! Whose table is whose.

use std::collections::BTreeMap;

use super::sources::{House, is_word};

/// Migrations whose name is not that of a room, and the room they belong to.
const MIGRATION_OWNERS: [(&str, &str); 5] = [
    ("employments", "units"),
    ("reach", "people"),
    ("calendar", "units"),
    ("roles", "units"),
    ("associations", "units"),
];

/// A table is named in the SQL of its owner's store, and nowhere else.
pub fn ownership(house: &House) -> Vec<String> {
    let mut broken = Vec::new();
    let owners = owners(house, &mut broken);
    for source in house.product() {
        for literal in &source.literals {
            for table in tables_named(&literal.words) {
                let Some(owner) = owners.get(table) else { continue };
                let place = format!("{}:{}", source.path, source.line(literal.at));
                if owner != source.room() {
                    broken.push(format!("{place}: {table} belongs to {owner}"));
                } else if source.floor() != "store" {
                    broken.push(format!("{place}: {table} is named outside a store"));
                }
            }
        }
    }
    broken
}

/// Each table with the room that owns it. A view is published for everybody and belongs to nobody.
fn owners(house: &House, broken: &mut Vec<String>) -> BTreeMap<String, String> {
    let rooms: Vec<_> = house.product().map(|source| source.room().to_owned()).collect();
    let mut owners = BTreeMap::new();
    for engine in ["sqlite", "postgres"] {
        for (name, sql) in house.files(&format!("migrations/{engine}"), "sql") {
            let topic = name.split_once('_').map_or("", |(_, topic)| topic.trim_end_matches(".sql"));
            let listed = MIGRATION_OWNERS.iter().find(|(other, _)| *other == topic).map(|(_, room)| *room);
            let room = rooms.iter().find(|room| topic == **room || topic.starts_with(&format!("{room}_")));
            let Some(owner) = listed.or(room.map(String::as_str)) else {
                broken.push(format!("migrations/{engine}/{name}: belongs to no room"));
                continue;
            };
            for table in words_after(&sql, &["TABLE"]) {
                owners.entry(table.to_owned()).or_insert_with(|| owner.to_owned());
            }
        }
    }
    owners
}

/// The tables that a string names, if it is SQL.
fn tables_named(words: &str) -> Vec<&str> {
    let is_sql = ["SELECT", "INSERT", "UPDATE", "DELETE", "FROM", "JOIN"];
    if !words.split(|c| !is_word(c)).any(|word| is_sql.contains(&word)) {
        return Vec::new();
    }
    words_after(words, &["FROM", "JOIN", "INTO", "UPDATE", "USING", "TABLE"])
}

/// The words that follow one of these, past `IF NOT EXISTS` and `ONLY`.
fn words_after<'a>(sql: &'a str, before: &[&str]) -> Vec<&'a str> {
    let skipped = ["IF", "NOT", "EXISTS", "ONLY"];
    let mut words = sql.split(|c: char| !is_word(c)).filter(|word| !word.is_empty()).peekable();
    let mut found = Vec::new();
    while let Some(word) = words.next() {
        if before.contains(&word) {
            while words.peek().is_some_and(|word| skipped.contains(word)) {
                words.next();
            }
            found.extend(words.peek().copied());
        }
    }
    found
}
