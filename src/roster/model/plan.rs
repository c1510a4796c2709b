//! What a list would change: who of it is new, who is known, what of them differs, and which rows contradict each other.
//! The same list planned again after it was taken in changes nothing.
//! Not here: reading a row, and carrying anything out.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Entry, RowFault, name_key};

/// Somebody of the municipality, with every place of work there.
#[derive(Debug, Clone)]
pub struct Known {
    /// Our id of the person.
    pub person: Uuid,
    /// Фамилия имя отчество.
    pub name: String,
    /// What lists called them before they came in.
    pub listed_names: Vec<String>,
    /// When they were born, if it is known.
    pub birth: Option<NaiveDate>,
    /// Whether they came in themselves: then their words count, not the list's.
    pub is_registered: bool,
    /// Where they work in this municipality.
    pub places: Vec<KnownPlace>,
}

/// A place of work as it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPlace {
    /// Our id.
    pub employment: Uuid,
    /// The school.
    pub school: Uuid,
    /// Id of the post.
    pub post: String,
    /// Ids of the subjects, in order.
    pub subjects: Vec<String>,
    /// The share of a full post, in percent.
    pub share_percent: Option<i64>,
}

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Somebody new, with their first place of work.
    Begin(Uuid, Entry),
    /// One more place of work of somebody known, or of somebody who begins in an earlier row.
    AddPlace(Uuid, Entry),
    /// A place of work, or the birth date, becomes as the row says.
    Amend(Uuid, Uuid, Entry),
    /// All of it is known.
    Keep,
    /// Nothing can be done with it.
    Refuse(Vec<RowFault>),
}

/// A row as it was read: its number in the sheet, and what it means.
pub type ReadRow = (u32, Result<Entry, Vec<RowFault>>);

/// How many rows become what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// New people.
    pub added: i64,
    /// Changed, or with one more place of work.
    pub changed: i64,
    /// As they were.
    pub kept: i64,
    /// Refused.
    pub refused: i64,
}

impl Counts {
    /// Counts what these steps do.
    #[must_use]
    pub fn of(steps: &[Step]) -> Self {
        let mut counts = Self::default();
        for step in steps {
            *match step {
                Step::Begin(..) => &mut counts.added,
                Step::AddPlace(..) | Step::Amend(..) => &mut counts.changed,
                Step::Keep => &mut counts.kept,
                Step::Refuse(_) => &mut counts.refused,
            } += 1;
        }
        counts
    }

    /// All rows together.
    #[must_use]
    pub fn total(&self) -> i64 {
        self.added + self.changed + self.kept + self.refused
    }
}

type AtSchool = (String, Uuid);

/// Says what becomes of each row.
#[must_use]
pub fn plan(rows: Vec<ReadRow>, known: &[Known]) -> Vec<Step> {
    let clashes = clashes(&rows);
    let mut people = People::of(known);
    let mut entries: Vec<Result<(Uuid, bool, Entry), Vec<RowFault>>> = Vec::new();
    for (place, (_, row)) in rows.into_iter().enumerate() {
        entries.push(match (row, clashes.get(&place)) {
            (Err(faults), _) => Err(faults),
            (Ok(_), Some(fault)) => Err(vec![*fault]),
            (Ok(entry), None) => match people.find_or_begin(&entry) {
                Some((person, is_new)) => Ok((person, is_new, entry)),
                None => Err(vec![RowFault::Namesakes]),
            },
        });
    }
    let claimed: HashSet<(Uuid, Uuid, String)> = entries
        .iter()
        .flatten()
        .map(|(person, _, entry)| (*person, entry.school, entry.post.clone()))
        .collect();
    let known: HashMap<Uuid, &Known> = known.iter().map(|known| (known.person, known)).collect();
    let decide = |(person, is_new, entry): (Uuid, bool, Entry)| {
        if is_new {
            return Step::Begin(person, entry);
        }
        match known.get(&person) {
            Some(known) => differ(known, entry, &claimed),
            None => Step::AddPlace(person, entry),
        }
    };
    entries.into_iter().map(|entry| entry.map_or_else(Step::Refuse, decide)).collect()
}

/// Rows of one name at one school that are the same, or that nothing tells apart.
fn clashes(rows: &[ReadRow]) -> HashMap<usize, RowFault> {
    let mut groups: HashMap<AtSchool, Vec<usize>> = HashMap::new();
    for (place, (_, row)) in rows.iter().enumerate() {
        if let Ok(entry) = row {
            groups.entry((key_of(entry), entry.school)).or_default().push(place);
        }
    }
    let mut clashes = HashMap::new();
    for group in groups.into_values().filter(|group| group.len() > 1) {
        let entry = |place: usize| rows[place].1.as_ref().ok();
        let mut distinct: Vec<usize> = Vec::new();
        for place in group {
            let same = distinct.iter().find(|earlier| match (entry(**earlier), entry(place)) {
                (Some(one), Some(other)) => is_repeated(one, other),
                _ => false,
            });
            match same {
                Some(earlier) => {
                    clashes.insert(place, RowFault::SameAsRow(rows[*earlier].0));
                }
                None => distinct.push(place),
            }
        }
        if distinct.len() > 1 {
            let unborn =
                distinct.into_iter().filter(|place| entry(*place).is_some_and(|entry| entry.birth.is_none()));
            clashes.extend(unborn.map(|place| (place, RowFault::Namesakes)));
        }
    }
    clashes
}

/// Whether a row says of a person and a post what an earlier one has said.
fn is_repeated(one: &Entry, other: &Entry) -> bool {
    let is_same_work = one.birth == other.birth && one.post == other.post;
    is_same_work && (one.birth.is_some() || one.subjects == other.subjects)
}

fn key_of(entry: &Entry) -> String {
    name_key(&entry.name.in_full())
}

/// Everybody who may be meant, by name and birth date and by name and school.
struct People {
    births: HashMap<Uuid, Option<NaiveDate>>,
    by_birth: HashMap<(String, NaiveDate), Vec<Uuid>>,
    by_school: HashMap<AtSchool, Vec<Uuid>>,
}

impl People {
    fn of(known: &[Known]) -> Self {
        let mut people = Self { births: HashMap::new(), by_birth: HashMap::new(), by_school: HashMap::new() };
        for person in known {
            let names = std::iter::once(&person.name).chain(&person.listed_names);
            for key in names.map(|name| name_key(name)).collect::<HashSet<_>>() {
                let schools = person.places.iter().map(|place| place.school);
                people.learn(person.person, &key, person.birth, schools);
            }
        }
        people
    }

    fn learn(
        &mut self,
        person: Uuid,
        key: &str,
        birth: Option<NaiveDate>,
        schools: impl Iterator<Item = Uuid>,
    ) {
        self.births.insert(person, birth);
        if let Some(birth) = birth {
            self.by_birth.entry((key.to_owned(), birth)).or_default().push(person);
        }
        for school in schools {
            let there = self.by_school.entry((key.to_owned(), school)).or_default();
            if !there.contains(&person) {
                there.push(person);
            }
        }
    }

    /// The person whom a row means and whether it is their first; nobody if it may mean two.
    fn find_or_begin(&mut self, entry: &Entry) -> Option<(Uuid, bool)> {
        let key = key_of(entry);
        let by_birth = entry.birth.and_then(|birth| self.by_birth.get(&(key.clone(), birth)));
        let at_school = self.by_school.get(&(key.clone(), entry.school)).into_iter().flatten().copied();
        let may_be = |person: &Uuid| match (self.births.get(person).copied().flatten(), entry.birth) {
            (Some(known), Some(said)) => known == said,
            _ => true,
        };
        let found: Vec<Uuid> = match by_birth {
            Some(found) => found.clone(),
            None => at_school.filter(may_be).collect(),
        };
        match *found {
            [] => {
                let person = Uuid::now_v7();
                self.learn(person, &key, entry.birth, [entry.school].into_iter());
                Some((person, true))
            }
            [person] => {
                self.learn_place(person, key, entry.school);
                Some((person, false))
            }
            _ => None,
        }
    }

    fn learn_place(&mut self, person: Uuid, key: String, school: Uuid) {
        let there = self.by_school.entry((key, school)).or_default();
        if !there.contains(&person) {
            there.push(person);
        }
    }
}

/// What a row changes about somebody known. Where one post at a school became another, the place of work is the same.
fn differ(known: &Known, entry: Entry, claimed: &HashSet<(Uuid, Uuid, String)>) -> Step {
    if known.is_registered {
        return Step::Keep;
    }
    let there: Vec<&KnownPlace> = known.places.iter().filter(|place| place.school == entry.school).collect();
    let is_claimed = |place: &KnownPlace| claimed.contains(&(known.person, place.school, place.post.clone()));
    let same = there.iter().find(|place| place.post == entry.post).copied();
    let moved = || match *there {
        [only] if !is_claimed(only) => Some(only),
        _ => None,
    };
    let Some(place) = same.or_else(moved) else {
        return Step::AddPlace(known.person, entry);
    };
    let is_new = |said: bool, same: bool| said && !same;
    let differs = place.post != entry.post
        || is_new(!entry.subjects.is_empty(), place.subjects == entry.subjects)
        || is_new(entry.share_percent.is_some(), place.share_percent == entry.share_percent)
        || is_new(entry.birth.is_some(), known.birth.is_some());
    if differs { Step::Amend(known.person, place.employment, entry) } else { Step::Keep }
}

#[cfg(test)]
mod tests;
