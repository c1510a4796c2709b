//! The rules of the house, read off its sources. Each rule is shown to hold, and to speak up when it is broken in a
//! scratch copy. Not here: what the compiler and clippy already see to.

use std::{
    collections::HashMap,
    sync::{LazyLock, Mutex, PoisonError},
};

#[cfg(test)]
mod house {
    pub mod glossary;
    pub mod logs;
    pub mod migrations;
    pub mod names;
    pub mod plates;
    pub mod promises;
    pub mod rooms;
    pub mod scratch;
    pub mod sizes;
    pub mod sources;
    pub mod statements;
    pub mod switches;
    pub mod tables;
    pub mod texts;
}

use house::{
    glossary, logs, migrations, names, plates, promises, rooms, scratch::Scratch, sizes, sources::House,
    statements, switches, tables, texts,
};

/// One rule: reads the house and says what breaks it.
type Rule = fn(&House) -> Vec<String>;

/// What a rule says of the house as it stands.
fn said_here(rule: Rule) -> Vec<String> {
    static HERE: LazyLock<House> = LazyLock::new(House::here);
    static SAID: LazyLock<Mutex<HashMap<usize, Vec<String>>>> = LazyLock::new(Mutex::default);
    SAID.lock()
        .unwrap_or_else(PoisonError::into_inner)
        .entry(rule as usize)
        .or_insert_with(|| rule(&HERE))
        .clone()
}

#[track_caller]
fn holds(rule: Rule) {
    let broken = said_here(rule);
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

/// Breaks the house in a scratch copy and expects to hear of exactly that, beyond what it said before.
#[track_caller]
fn hears(rule: Rule, break_it: impl FnOnce(&Scratch), expected: &str) {
    let before = said_here(rule);
    let scratch = Scratch::copy();
    break_it(&scratch);
    let mut news = rule(&scratch.house());
    news.retain(|line| !before.contains(line));
    assert!(news.iter().any(|line| line.contains(expected)), "expected {expected:?}, heard {news:#?}");
}

/// Breaks the house by lines at the end of a file, which is made if there is none.
#[track_caller]
fn hears_of_lines(rule: Rule, path: &str, lines: &str, expected: &str) {
    hears(rule, |scratch| scratch.append(path, lines), expected);
}

#[test]
fn rooms_use_only_what_they_may() {
    holds(rooms::neighbours);
    hears_of_lines(
        rooms::neighbours,
        "src/clock.rs",
        "use crate::people::Person;",
        "clock may not use people",
    );
    hears_of_lines(
        rooms::neighbours,
        "src/people/mod.rs",
        "fn f() { crate::dispatch::tree() }",
        "people may not use dispatch",
    );
    hears_of_lines(rooms::neighbours, "src/attic/mod.rs", "//! A room nobody knows.", "attic has no row");
}

#[test]
fn rooms_do_not_use_each_other_in_circles() {
    let none: [String; 0] = [];
    assert_eq!(rooms::circles(&rooms::MAY_USE), none);
    let broken = [("people", "texts units"), ("units", "people")];
    assert_eq!(rooms::circles(&broken), ["people and units use each other in a circle"]);
}

#[test]
fn a_capability_is_entered_by_its_door() {
    holds(rooms::doors);
    let line = "use crate::people::store::find_person;";
    hears_of_lines(rooms::doors, "src/diagnostics/chat.rs", line, "people::store is not its door");
    hears_of_lines(rooms::doors, "src/people/mod.rs", "pub mod model;", "a capability's rooms are its own");
}

#[test]
fn models_stores_and_views_keep_to_themselves() {
    holds(rooms::floors);
    let broken = [
        ("src/people/model.rs", "fn f() { sqlx::query(\"SELECT 1\"); }", "a model may not use sqlx::query"),
        ("src/people/model.rs", "use super::store;", "a model may not use super::store"),
        ("src/people/model.rs", "fn f() { let now = Utc::now(); }", "a model is given `now`"),
        ("src/people/model.rs", "use crate::clock::Clock;", "a model may not use crate::clock"),
        ("src/people/store.rs", "use super::view;", "a store may not use super::view"),
        ("src/people/store.rs", "use crate::turn::Turn;", "a store may not use crate::turn"),
        ("src/people/view.rs", "use crate::db::Db;", "a view may not use crate::db"),
        ("src/people/view.rs", "use super::{store, model::Person};", "a view may not use super::store"),
    ];
    for (path, lines, expected) in broken {
        hears_of_lines(rooms::floors, path, lines, expected);
    }
}

#[test]
fn only_the_edge_knows_telegram() {
    holds(rooms::edge);
    let line = "use teloxide::types::Message;";
    hears_of_lines(rooms::edge, "src/people/chat.rs", line, "src/people/chat.rs");
    hears_of_lines(
        rooms::edge,
        "src/inbox/store.rs",
        "fn f() { teloxide::Bot::new(\"\") }",
        "src/inbox/store.rs",
    );
}

#[test]
fn files_and_functions_stay_small() {
    holds(sizes::files);
    let long = "// a line\n".repeat(401);
    hears_of_lines(sizes::files, "src/people/chat.rs", &long, "src/people/chat.rs");
    hears_of_lines(sizes::files, "src/dispatch.rs", &long[..1_000], "src/dispatch.rs");
    hears_of_lines(sizes::files, "tests/long.rs", &long.repeat(2), "tests/long.rs");
    holds(sizes::functions);
    let body = format!("fn endless() {{\n{}}}\n", "    step();\n".repeat(60));
    hears_of_lines(sizes::functions, "src/people/chat.rs", &body, "endless");
    holds(sizes::parameters);
    let crowded = "struct S; impl S { fn crowded(&self, a: u8, b: u8, c: u8, d: u8, e: u8) {} }";
    hears_of_lines(sizes::parameters, "src/people/chat.rs", crowded, "crowded takes 5");
}

#[test]
fn every_file_has_a_door_plate() {
    holds(plates::door_plates);
    hears_of_lines(plates::door_plates, "src/people/attic.rs", "fn f() {}", "src/people/attic.rs");
}

#[test]
fn a_table_is_named_in_its_owners_store_only() {
    holds(tables::ownership);
    let foreign = "const Q: &str = \"SELECT id FROM persons\";";
    hears_of_lines(tables::ownership, "src/diagnostics/store.rs", foreign, "persons belongs to people");
    hears_of_lines(tables::ownership, "src/people/chat.rs", foreign, "outside a store");
    let orphan = "CREATE TABLE orphans (id BLOB);";
    hears_of_lines(
        tables::ownership,
        "migrations/sqlite/20990101000000_nobody.sql",
        orphan,
        "belongs to no room",
    );
}

#[test]
fn words_of_people_are_bound_and_never_written_into_statements() {
    holds(statements::bound);
    let path = "src/people/store.rs";
    let written = "fn f(n: &str) { sqlx::AssertSqlSafe(format!(\"SELECT 1 WHERE name = '{n}'\")); }";
    hears_of_lines(statements::bound, path, written, "n is written into a statement");
    let pushed = "fn f(name: &str) { let mut query = QueryBuilder::new(\"…\"); query.push(name); }";
    hears_of_lines(statements::bound, path, pushed, "name is pushed into a statement");
}

#[test]
fn the_log_has_no_field_for_words_of_people() {
    holds(logs::fields);
    let path = "src/people/chat.rs";
    let words = "fn f(words: &str) { tracing::info!(words, \"they said\"); }";
    hears_of_lines(logs::fields, path, words, "words is no field of the log");
    let raw = "fn f(turn: &Turn) { tracing::info!(place = ?turn.incoming(), \"an event\"); }";
    hears_of_lines(logs::fields, path, raw, "in the form for programmers");
}

#[test]
fn tests_that_the_pages_name_are_there() {
    holds(promises::kept);
    let renamed = "shown by `tests/house.rs::nothing_of_the_kind` and `tests/attic.rs`";
    hears_of_lines(promises::kept, "SECURITY.md", renamed, "tests/house.rs has no nothing_of_the_kind");
    hears_of_lines(promises::kept, "docs/figures.md", renamed, "tests/attic.rs is not there");
}

#[test]
fn texts_stand_in_every_language_and_each_is_used() {
    holds(texts::languages);
    let (ru, en) = ("locales/ru/people.ftl", "locales/en/people.ftl");
    hears_of_lines(texts::languages, ru, "people-only-russian = Да\n", "people-only-russian");
    let arguments = |scratch: &Scratch| {
        scratch.append(ru, "people-args = { $name }\n");
        scratch.append(en, "people-args = { $town }\n");
    };
    hears(texts::languages, arguments, "people-args");
    holds(texts::uses);
    hears_of_lines(texts::uses, ru, "people-unused = Да\n", "people-unused is used nowhere");
    let used = "fn f() { text!(texts, \"people-unheard-of\") }";
    hears_of_lines(texts::uses, "src/people/view.rs", used, "people-unheard-of");
    let arguments = |scratch: &Scratch| {
        scratch.append(ru, "people-args = { $name }\n");
        scratch.append("src/people/view.rs", "fn f() { text!(texts, \"people-args\", town = 1) }\n");
    };
    hears(texts::uses, arguments, "people-args");
}

#[test]
fn texts_are_well_formed() {
    holds(texts::plurals);
    let plural = "people-days = { $days ->\n    [one] день\n   *[other] дней\n}\n";
    hears_of_lines(texts::plurals, "locales/ru/people.ftl", plural, "people-days");
    holds(texts::markup);
    hears_of_lines(texts::markup, "locales/ru/people.ftl", "people-open = <b>Да\n", "people-open");
    hears_of_lines(texts::markup, "locales/en/people.ftl", "people-odd = a <br> b\n", "people-odd");
    let label = |scratch: &Scratch| {
        scratch.append("locales/ru/people.ftl", "people-label = <b>Да</b>\n");
        scratch.append("src/people/view.rs", "fn f() { label!(texts, \"people-label\") }\n");
    };
    hears(texts::markup, label, "people-label stands on a button");
}

#[test]
fn names_say_what_things_are() {
    holds(names::words);
    let broken = [
        ("src/people/utils.rs", "//! Odds and ends.", "src/people/utils.rs"),
        ("src/people/chat.rs", "struct PersonManager;", "PersonManager"),
        ("src/people/store.rs", "fn get_person() {}", "get_person"),
        ("src/people/chat.rs", "// TODO: later", "TODO"),
        ("src/people/chat.rs", "fn f() { x().unwrap(); }", "unwrap"),
        ("src/people/chat.rs", "fn f() { x().expect(\"it is there\"); }", "expect"),
        ("src/people/chat.rs", "#[allow(dead_code)] fn f() {}", "allow"),
    ];
    for (path, lines, expected) in broken {
        hears_of_lines(names::words, path, lines, expected);
    }
}

#[test]
fn every_noun_stands_in_the_glossary() {
    holds(glossary::nouns);
    let line = "pub struct Samovar;";
    hears_of_lines(glossary::nouns, "src/people/model.rs", line, "Samovar");
    hears_of_lines(glossary::nouns, "src/people/model/tea.rs", "pub enum TeaKind { Black }", "TeaKind");
}

#[test]
fn migrations_are_the_same_on_both_engines() {
    holds(migrations::pairs);
    let sql = "CREATE TABLE teas (id BLOB);";
    hears_of_lines(
        migrations::pairs,
        "migrations/sqlite/20990101000000_people.sql",
        sql,
        "20990101000000_people.sql",
    );
    hears_of_lines(migrations::pairs, "migrations/postgres/20990101_people.sql", sql, "20990101_people.sql");
}

#[test]
fn the_laws_of_the_compiler_are_switched_on() {
    holds(switches::lints);
    let without = |scratch: &Scratch| scratch.replace("Cargo.toml", "unwrap_used = \"warn\"\n", "");
    hears(switches::lints, without, "unwrap_used");
    let loose = |scratch: &Scratch| scratch.replace("sandbox/Cargo.toml", "[lints]\nworkspace = true\n", "");
    hears(switches::lints, loose, "sandbox/Cargo.toml");
    holds(switches::checks);
    let other = |scratch: &Scratch| scratch.replace("justfile", "    .ci/run\n", "    cargo test\n");
    hears(switches::checks, other, "justfile");
}
