//! One glossary between the Russian screens and the English code.

use super::{names::type_name, sources::House};

/// Every public noun of a model has its row in the glossary.
pub fn nouns(house: &House) -> Vec<String> {
    let glossary = house.file("docs/glossary.md");
    let mut broken = Vec::new();
    for source in house.product().filter(|source| source.floor() == "model") {
        let public = source.code.lines().filter(|line| line.starts_with("pub "));
        for name in public.filter_map(type_name) {
            if !glossary.contains(&format!("`{name}`")) {
                broken.push(format!("{}: {name} has no row in docs/glossary.md", source.path));
            }
        }
    }
    broken
}
