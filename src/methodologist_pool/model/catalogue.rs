//! Directions of work and what people bring with them, as the content file lists them.
//! Not here: who works in which direction.

use std::collections::HashSet;

use serde::Deserialize;
use toml::Spanned;

use crate::content::Content;

/// Something to tick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Kept with members.
    pub id: String,
    /// As a paper says it.
    pub title: String,
    /// As a button says it.
    pub short_title: String,
}

/// What can be ticked in the pool.
#[derive(Debug, Clone, Default)]
pub struct PoolCatalogue {
    /// Directions of work (the guidelines of Leningrad oblast, section 3.1, name seven).
    pub directions: Vec<Topic>,
    /// What people bring with them: examples, not a condition.
    pub backgrounds: Vec<Topic>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    direction: Vec<Entry>,
    background: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: Spanned<String>,
    title: String,
    short: String,
}

impl PoolCatalogue {
    /// Reads `methodologist_pool.toml`; an error names the file and the line.
    pub fn read(content: &Content) -> anyhow::Result<Self> {
        let file = content.file("methodologist_pool.toml")?;
        let lists: File = file.parse()?;
        for list in [&lists.direction, &lists.background] {
            let mut seen = HashSet::new();
            if let Some(twice) = list.iter().find(|entry| !seen.insert(entry.id.get_ref())) {
                return Err(file.fault(twice.id.span().start, "this id stands there twice"));
            }
        }
        let topics = |list: Vec<Entry>| list.into_iter().map(Topic::from).collect();
        Ok(Self { directions: topics(lists.direction), backgrounds: topics(lists.background) })
    }
}

impl From<Entry> for Topic {
    fn from(entry: Entry) -> Self {
        Self { id: entry.id.into_inner(), title: entry.title, short_title: entry.short }
    }
}
