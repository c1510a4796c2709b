//! Whom something is addressed to: what a person must be, and what they must not be. Pure.
//! Not here: who those people are.

mod area;
#[cfg(test)]
mod tests;

pub use area::{AreaAudience, Cell, LEAST, Wanted, renew, rough};

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    people::{is_early_career, is_under_35},
    units::Unit,
};

/// By what people are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Where they work.
    Municipality,
    /// The same.
    School,
    /// What they teach there.
    Subject,
    /// As what they work there.
    Post,
    /// What sets their school apart.
    Mark,
    /// What they belong to.
    Association,
    /// What they answer for.
    Role,
    /// They are in their first three years.
    Early,
    /// They are younger than 35.
    Young,
    /// Nothing was announced to them for so many days.
    Silent,
    /// They were named.
    Name,
}

impl Kind {
    /// Every kind, in the order of their buttons.
    pub const ALL: [Self; 11] = [
        Self::Municipality,
        Self::School,
        Self::Subject,
        Self::Post,
        Self::Association,
        Self::Role,
        Self::Mark,
        Self::Early,
        Self::Young,
        Self::Silent,
        Self::Name,
    ];

    /// The word on buttons and in the names of texts.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::School => "school",
            Self::Subject => "subject",
            Self::Post => "post",
            Self::Mark => "mark",
            Self::Association => "association",
            Self::Role => "role",
            Self::Early => "early",
            Self::Young => "young",
            Self::Silent => "silent",
            Self::Name => "name",
        }
    }

    /// Reads the word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// Whether it says something about one place of work: several such must be true of the same place.
    fn is_of_place(self) -> bool {
        matches!(self, Self::Municipality | Self::School | Self::Subject | Self::Post | Self::Mark)
    }
}

/// What is asked for: an id, or a word of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// A municipality, a school, an association, a person.
    Id(Uuid),
    /// A subject, a post, a role, a mark, a number of days; `yes` where there is nothing to choose.
    Word(String),
}

/// What a person is asked to be.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Traits(BTreeMap<Kind, BTreeSet<Value>>);

impl Traits {
    /// What is asked for of this kind.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = &Value> {
        self.0.get(&kind).into_iter().flatten()
    }

    /// The kinds of which anything is asked.
    pub fn kinds(&self) -> impl Iterator<Item = Kind> + '_ {
        self.0.keys().copied()
    }

    /// Whether nothing is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Asks for a value, or for it no more. Of days there is one number.
    pub fn toggle(&mut self, kind: Kind, value: Value) {
        let values = self.0.entry(kind).or_default();
        if !values.remove(&value) {
            if kind == Kind::Silent {
                values.clear();
            }
            values.insert(value);
        }
        if values.is_empty() {
            self.0.remove(&kind);
        }
    }

    /// Asks for a value.
    pub fn add(&mut self, kind: Kind, value: Value) {
        self.0.entry(kind).or_default().insert(value);
    }

    /// Asks for nothing of this kind any more.
    pub fn clear(&mut self, kind: Kind) {
        self.0.remove(&kind);
    }

    /// Whether somebody is all that is asked for, or was named.
    fn admits(&self, facts: &Facts, at: Moment) -> bool {
        if self.is_true(Kind::Name, facts, at) {
            return true;
        }
        let mut asked = self.kinds().filter(|kind| *kind != Kind::Name).peekable();
        if asked.peek().is_none() {
            return self.is_empty();
        }
        let of_place: Vec<Kind> = self.kinds().filter(|kind| kind.is_of_place()).collect();
        let has_place =
            || facts.places.iter().any(|place| of_place.iter().all(|kind| self.is_at(*kind, place)));
        asked.all(|kind| kind.is_of_place() || self.is_true(kind, facts, at))
            && (of_place.is_empty() || has_place())
    }

    /// Whether somebody is anything that is asked for.
    fn touches(&self, facts: &Facts, at: Moment) -> bool {
        self.kinds().any(|kind| match kind.is_of_place() {
            true => facts.places.iter().any(|place| self.is_at(kind, place)),
            false => self.is_true(kind, facts, at),
        })
    }

    fn is_at(&self, kind: Kind, place: &Place) -> bool {
        self.of(kind).any(|value| match (kind, value) {
            (Kind::Municipality, Value::Id(id)) => *id == place.municipality,
            (Kind::School, Value::Id(id)) => *id == place.school,
            (Kind::Post, Value::Word(word)) => *word == place.post,
            (Kind::Subject, Value::Word(word)) => place.subjects.contains(word),
            (Kind::Mark, Value::Word(word)) => place.marks.iter().any(|mark| mark == word),
            _ => false,
        })
    }

    fn is_true(&self, kind: Kind, facts: &Facts, at: Moment) -> bool {
        self.of(kind).any(|value| match (kind, value) {
            (Kind::Association, Value::Id(id)) => facts.associations.contains(id),
            (Kind::Role, Value::Word(word)) => facts.roles.contains(word),
            (Kind::Early, _) => facts.began.is_some_and(|year| is_early_career(year, at.today)),
            (Kind::Young, _) => facts.born.is_some_and(|born| is_under_35(born, at.today)),
            (Kind::Silent, Value::Word(days)) => is_silent(facts, days, at.now),
            (Kind::Name, Value::Id(id)) => *id == facts.person,
            _ => false,
        })
    }
}

fn is_silent(facts: &Facts, days: &str, now: DateTime<Utc>) -> bool {
    let Ok(days) = days.parse::<i64>() else { return false };
    facts.told_at.is_none_or(|at| at < now - TimeDelta::days(days))
}

/// The moment for which it is asked who is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The instant.
    pub now: DateTime<Utc>,
    /// The day that it is there.
    pub today: NaiveDate,
}

/// Who is meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Definition {
    /// Whoever is this and not that; everybody where nothing is asked for.
    People {
        /// All of this, or named.
        of: Traits,
        /// Any of this.
        without: Traits,
    },
    /// Whoever a diagnosis found a difficulty in an area for.
    Area(AreaAudience),
}

impl Default for Definition {
    fn default() -> Self {
        Self::People { of: Traits::default(), without: Traits::default() }
    }
}

impl Definition {
    /// Whether somebody is meant. Nobody is where it goes by an area: that is not asked person by person.
    #[must_use]
    pub fn means(&self, facts: &Facts, at: Moment) -> bool {
        match self {
            Self::People { of, without } => of.admits(facts, at) && !without.touches(facts, at),
            Self::Area(_) => false,
        }
    }

    /// Since when it matters what people were told.
    #[must_use]
    pub fn looks_back_days(&self) -> Option<i64> {
        let Self::People { of, without } = self else { return None };
        let values = of.of(Kind::Silent).chain(without.of(Kind::Silent));
        values.filter_map(|value| if let Value::Word(days) = value { days.parse().ok() } else { None }).max()
    }

    /// The same without somebody who is to be forgotten; `None` if they were not in it.
    #[must_use]
    pub fn without_person(&self, person: Uuid) -> Option<Self> {
        let Self::People { of, without } = self else { return None };
        let value = Value::Id(person);
        let (mut of, mut without, mut found) = (of.clone(), without.clone(), false);
        for traits in [&mut of, &mut without] {
            if traits.of(Kind::Name).any(|named| *named == value) {
                traits.toggle(Kind::Name, value.clone());
                found = true;
            }
        }
        found.then_some(Self::People { of, without })
    }
}

/// A place of work, as far as audiences know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Where.
    pub municipality: Uuid,
    /// Where.
    pub school: Uuid,
    /// As what.
    pub post: String,
    /// What is taught.
    pub subjects: Vec<String>,
    /// Words of the school's marks.
    pub marks: Vec<&'static str>,
}

/// A person, as far as audiences know of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Our id.
    pub person: Uuid,
    /// Where they work now, the main place first.
    pub places: Vec<Place>,
    /// What they belong to.
    pub associations: Vec<Uuid>,
    /// Words of the roles that they hold here.
    pub roles: Vec<String>,
    /// The year in which their career began, if they said so.
    pub began: Option<i64>,
    /// When they were born, if they said so.
    pub born: Option<NaiveDate>,
    /// When something was last announced to them, as far back as was asked.
    pub told_at: Option<DateTime<Utc>>,
    /// Whether messages reach them.
    pub is_reachable: bool,
}

/// The word of the mark of a school with low results.
pub const LOW_RESULTS: &str = "low_results";
/// The word of the mark of a school in difficult conditions.
pub const DIFFICULT: &str = "difficult_conditions";
/// The numbers of days that silence is offered in.
pub const SILENCES: [i64; 4] = [7, 14, 30, 90];

/// An audience that was begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audience {
    /// Our id.
    pub id: Uuid,
    /// The unit within which it lies.
    pub unit: Unit,
    /// Its name, once it was saved.
    pub title: Option<String>,
    /// Who is meant.
    pub definition: Definition,
    /// The address of the screen that asked for it.
    pub back: String,
}

/// How many people an audience means.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// All of them; of an audience by area at least so many.
    pub people: usize,
    /// Those whom messages do not reach now; of an audience by area nothing is said.
    pub unreachable: usize,
    /// Only rough numbers may be said of it, and no names.
    pub is_rough: bool,
}
