//! The list of people line by line: one for each place of work, and one for whoever only answers for something.
//! Not here: the words of the columns.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::{Entry, PlaceRow, RoleRow};

/// A line of the table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// Фамилия, имя, отчество; the last is empty for whoever has none.
    pub name: [String; 3],
    /// The school's name on a button; empty for whoever works elsewhere.
    pub school: String,
    /// Id of the post; empty for whoever works elsewhere.
    pub post: String,
    /// Ids of the subjects.
    pub subjects: Vec<String>,
    /// The stored words of the roles.
    pub roles: Vec<String>,
}

/// The lines of these people in their order, each person's main place first.
#[must_use]
pub fn table(people: &[Entry], places: &[PlaceRow], roles: &[RoleRow]) -> Vec<Line> {
    let mut held: HashMap<Uuid, Vec<&RoleRow>> = HashMap::new();
    for row in roles {
        held.entry(row.person_id).or_default().push(row);
    }
    let mut at: HashMap<Uuid, Vec<&PlaceRow>> = HashMap::new();
    for row in places {
        at.entry(row.person_id).or_default().push(row);
    }
    let mut lines = Vec::new();
    for person in people.iter().map(|entry| entry.person_id) {
        let held = held.remove(&person).unwrap_or_default();
        let words = words_of(&held);
        let mut at = at.remove(&person).unwrap_or_default();
        at.sort_by_key(|row| !row.is_main);
        // Who sees the same place by two roles of their own reads it once.
        let mut seen = HashSet::new();
        at.retain(|row| seen.insert((&row.school_short_title, &row.post, &row.subjects)));
        if let (Some(row), true) = (held.first(), at.is_empty()) {
            let name = [&row.family_name, &row.given_name].map(Clone::clone);
            lines.push(Line {
                name: in_full(name, row.patronymic.as_deref()),
                roles: words.clone(),
                ..Line::default()
            });
        }
        lines.extend(at.into_iter().map(|row| place_line(row, &words)));
    }
    lines
}

fn words_of(held: &[&RoleRow]) -> Vec<String> {
    let mut words: Vec<String> = held.iter().map(|row| row.role.clone()).collect();
    words.sort();
    words.dedup();
    words
}

fn place_line(row: &PlaceRow, roles: &[String]) -> Line {
    let name = [&row.family_name, &row.given_name].map(Clone::clone);
    let subjects = row.subjects.iter().flat_map(|subjects| subjects.split(','));
    Line {
        name: in_full(name, row.patronymic.as_deref()),
        school: row.school_short_title.clone(),
        post: row.post.clone(),
        subjects: subjects.map(str::to_owned).collect(),
        roles: roles.to_vec(),
    }
}

fn in_full([family, given]: [String; 2], patronymic: Option<&str>) -> [String; 3] {
    [family, given, patronymic.unwrap_or_default().to_owned()]
}
