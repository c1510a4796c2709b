//! The audience by diagnosed area: whom a diagnosis found a difficulty for. Nothing that is ever said of it, and no two
//! things together, single out fewer than ten people.
//!
//! People lie in *cells* of at least ten. An audience is a union of cells, so whatever is made of several audiences by
//! comparing them is one too. A cell is only ever split into parts of at least ten; whoever would be fewer stays where they
//! were, also when a later diagnosis finds something else, until nine others go the same way.
//! Not here: the database, and who may ask.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Fewer people than this are never told apart.
pub const LEAST: usize = 10;

/// Whom a diagnosis found a difficulty in an area for: all of a municipality, or those of one block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AreaAudience {
    /// The area.
    pub area: String,
    /// A school or a subject, as its id spells it.
    pub block: Option<String>,
}

/// People who are never told apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Our id.
    pub id: Uuid,
    /// The block that they are counted under: empty for whatever is too small for one of its own, nothing for those who are in
    /// no audience any more.
    pub block: Option<String>,
    /// Who they are.
    pub people: BTreeSet<Uuid>,
}

/// Who is meant as things are now.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Everybody who works there, with the school or the subject that they are counted under.
    pub everybody: BTreeMap<Uuid, String>,
    /// Those of them whom the newest diagnosis found a difficulty for.
    pub found: BTreeSet<Uuid>,
}

impl Wanted {
    /// The block that each of the found is counted under. A block needs ten of the found and ten others, so that neither
    /// can be told apart; whatever is smaller is counted together, and with it the smallest blocks until they are ten.
    fn blocks(&self) -> BTreeMap<Uuid, String> {
        let mut sizes: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for (person, block) in &self.everybody {
            let (found, others) = sizes.entry(block).or_default();
            *(if self.found.contains(person) { found } else { others }) += 1;
        }
        let total = sizes.values().fold((0, 0), |sum, size| (sum.0 + size.0, sum.1 + size.1));
        if total.0 < LEAST || total.1 < LEAST {
            return BTreeMap::new();
        }
        let is_own = |size: &(usize, usize)| size.0 >= LEAST && size.1 >= LEAST;
        let (mut own, small): (Vec<_>, Vec<_>) = sizes.into_iter().partition(|(_, size)| is_own(size));
        let mut rest = small.iter().fold((0, 0), |sum, (_, size)| (sum.0 + size.0, sum.1 + size.1));
        own.sort_by_key(|(block, size)| (std::cmp::Reverse(size.0), *block));
        while rest.0 > 0 && !is_own(&rest) {
            let Some((_, size)) = own.pop() else { break };
            rest = (rest.0 + size.0, rest.1 + size.1);
        }
        let found = self.everybody.iter().filter(|(person, _)| self.found.contains(*person));
        found
            .map(|(person, block)| {
                let has_own = own.iter().any(|(name, _)| name == block);
                (*person, if has_own { block.clone() } else { String::new() })
            })
            .collect()
    }
}

/// The cells as they are from now on.
#[must_use]
pub fn renew(cells: Vec<Cell>, wanted: &Wanted) -> Vec<Cell> {
    let blocks = wanted.blocks();
    let mut renewed = Vec::new();
    let mut placed = BTreeSet::new();
    for cell in cells {
        placed.extend(cell.people.iter().copied());
        renewed.extend(split(cell, &blocks));
    }
    let mut newcomers: BTreeMap<&str, BTreeSet<Uuid>> = BTreeMap::new();
    for (person, block) in blocks.iter().filter(|(person, _)| !placed.contains(*person)) {
        newcomers.entry(block).or_default().insert(*person);
    }
    let many = newcomers.into_iter().filter(|(_, people)| people.len() >= LEAST);
    renewed.extend(many.map(|(block, people)| Cell {
        id: Uuid::now_v7(),
        block: Some(block.to_owned()),
        people,
    }));
    renewed
}

/// Splits a cell by where its people belong now, if every part has ten; else it stays as it is.
fn split(cell: Cell, blocks: &BTreeMap<Uuid, String>) -> Vec<Cell> {
    let mut parts: BTreeMap<Option<&String>, BTreeSet<Uuid>> = BTreeMap::new();
    for person in &cell.people {
        parts.entry(blocks.get(person)).or_default().insert(*person);
    }
    if parts.values().any(|people| people.len() < LEAST) {
        return vec![cell];
    }
    let is_one = parts.len() == 1;
    let part = |(block, people): (Option<&String>, BTreeSet<Uuid>)| Cell {
        id: if is_one { cell.id } else { Uuid::now_v7() },
        block: block.cloned(),
        people,
    };
    parts.into_iter().map(part).collect()
}

/// A number as it may be said: whole tens, and nothing below ten.
#[must_use]
pub fn rough(count: usize) -> usize {
    count / LEAST * LEAST
}
