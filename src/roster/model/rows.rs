//! One row of a list: a person at a place of work, or the reasons why it is none.
//! Not here: whether we know the person; that is the plan's affair.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Field, Lookup, Mapping};
use crate::{
    people::{DateFault, FullName, NameFault, read_birth_date},
    sheets::Row,
    units::search_key,
};

/// What is wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowFault {
    /// A heading in between, a sum, a remark: nobody is meant.
    NobodyMeant,
    /// No family name.
    NoFamilyName,
    /// No first name.
    NoGivenName,
    /// Letters of another alphabet, which look alike and are not the same.
    ForeignLetters,
    /// Initials.
    Initials,
    /// Digits or signs in the name.
    NotAName,
    /// No school.
    NoSchool,
    /// No such school.
    UnknownSchool,
    /// A school of another municipality.
    SchoolElsewhere,
    /// More than one school may be meant.
    UnclearSchool,
    /// No post.
    NoPost,
    /// No such post, or more than one may be meant.
    UnknownPost,
    /// No such subject for this post.
    UnknownSubject,
    /// No such day in any calendar.
    NoSuchDay,
    /// Born in the future.
    BornInFuture,
    /// Nobody of that age works.
    BornAbsurdly,
    /// No share, or more than two posts' worth.
    ShareOutOfRange,
    /// The same as the row with this number.
    SameAsRow(u32),
    /// Two people of this name at this school, and nothing to tell them apart.
    Namesakes,
}

/// A person at a place of work, as a row names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What they are called.
    pub name: FullName,
    /// When they were born.
    pub birth: Option<NaiveDate>,
    /// Where they work.
    pub school: Uuid,
    /// Id of the post.
    pub post: String,
    /// Ids of the subjects, in order.
    pub subjects: Vec<String>,
    /// The share of a full post, in percent.
    pub share_percent: Option<i64>,
}

/// The share of a post, in percent, that anybody can have.
const SHARES: std::ops::RangeInclusive<f64> = 1.0..=200.0;

/// Reads a row; of one that nobody can use every reason is told at once.
pub fn read_row(
    row: &Row,
    mapping: &Mapping,
    lookup: &mut Lookup<'_>,
    today: NaiveDate,
) -> Result<Entry, Vec<RowFault>> {
    if means_nobody(row, mapping) {
        return Err(vec![RowFault::NobodyMeant]);
    }
    let cell = |field| mapping.cell(row, field);
    let name = read_name(row, mapping);
    let birth = read_birth(cell(Field::Birth), today);
    let school = lookup.school(cell(Field::School));
    let post = lookup.post(cell(Field::Post));
    let share = read_share(cell(Field::Share));
    let subjects = match &post {
        Ok((post, rest)) => read_subjects(cell(Field::Subjects), (post, rest), lookup),
        Err(_) => Ok(Vec::new()),
    };
    let faults = [
        name.as_ref().err(),
        birth.as_ref().err(),
        school.as_ref().err(),
        post.as_ref().err(),
        subjects.as_ref().err(),
        share.as_ref().err(),
    ];
    let faults: Vec<RowFault> = faults.into_iter().flatten().copied().collect();
    match (name, birth, school, post, (subjects, share)) {
        (Ok(name), Ok(birth), Ok(school), Ok((post, _)), (Ok(subjects), Ok(share_percent))) => {
            Ok(Entry { name, birth, school, post, subjects, share_percent })
        }
        _ => Err(faults),
    }
}

/// A lone cell, or a word such as «итого», is no person.
fn means_nobody(row: &Row, mapping: &Mapping) -> bool {
    let filled = row.cells.iter().filter(|cell| !cell.is_empty()).count();
    let first = [Field::Name, Field::Family].into_iter().map(|field| search_key(mapping.cell(row, field)));
    let is_sum = |key: String| ["итого", "всего"].iter().any(|word| key.starts_with(word));
    let is_known = |field: &Field| Field::of_heading(mapping.cell(row, *field)) == Some(*field);
    let is_head = mapping.columns.keys().filter(|field| is_known(field)).count() > 1;
    filled < 2 || is_head || first.into_iter().any(is_sum)
}

fn read_name(row: &Row, mapping: &Mapping) -> Result<FullName, RowFault> {
    let cell = |field| mapping.cell(row, field);
    let (whole, family, given) = (cell(Field::Name), cell(Field::Family), cell(Field::Given));
    let patronymic = cell(Field::Patronymic);
    if [whole, family, given, patronymic].concat().bytes().any(|byte| byte.is_ascii_alphabetic()) {
        return Err(RowFault::ForeignLetters);
    }
    let name = if mapping.columns.contains_key(&Field::Name) {
        if whole.is_empty() {
            return Err(RowFault::NoFamilyName);
        }
        FullName::read(whole)
    } else {
        match (family.is_empty(), given.is_empty()) {
            (true, _) => return Err(RowFault::NoFamilyName),
            (_, true) => return Err(RowFault::NoGivenName),
            _ => FullName::of_parts(family, given, patronymic),
        }
    };
    name.map_err(|fault| match fault {
        NameFault::OneWord => RowFault::NoGivenName,
        NameFault::NoFamilyName => RowFault::NoFamilyName,
        NameFault::Initials => RowFault::Initials,
        NameFault::NotLetters | NameFault::TooLong => RowFault::NotAName,
    })
}

fn read_birth(words: &str, today: NaiveDate) -> Result<Option<NaiveDate>, RowFault> {
    if matches!(words, "" | "-" | "—") {
        return Ok(None);
    }
    read_birth_date(words, today).map(Some).map_err(|fault| match fault {
        DateFault::Unreadable => RowFault::NoSuchDay,
        DateFault::Future => RowFault::BornInFuture,
        DateFault::Absurd => RowFault::BornAbsurdly,
    })
}

fn read_subjects(
    words: &str,
    (post, rest): (&str, &str),
    lookup: &mut Lookup<'_>,
) -> Result<Vec<String>, RowFault> {
    if matches!(words, "" | "-" | "—") {
        // What stands behind the post may be a subject, and may be anything else.
        return Ok(lookup.subjects(post, rest).unwrap_or_default());
    }
    lookup.subjects(post, words)
}

/// A share as a part of one (0,5) or in percent (50 %).
fn read_share(words: &str) -> Result<Option<i64>, RowFault> {
    let bare =
        words.to_lowercase().replace(',', ".").replace("ставки", "").replace("ставка", "").replace("ст.", "");
    let (number, factor) = match bare.trim().strip_suffix('%') {
        Some(percent) => (percent.trim(), 1.0),
        None => (bare.trim(), 100.0),
    };
    if matches!(number, "" | "-" | "—") {
        return Ok(None);
    }
    let percent = number.parse::<f64>().map_or(f64::NAN, |number| (number * factor).round());
    if !SHARES.contains(&percent) {
        return Err(RowFault::ShareOutOfRange);
    }
    // Between 1 and 200 nothing is cut off.
    format!("{percent:.0}").parse().map(Some).map_err(|_| RowFault::ShareOutOfRange)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_parts_or_percents() {
        for (words, share) in [
            ("", Ok(None)),
            ("1", Ok(Some(100))),
            ("0,5", Ok(Some(50))),
            ("0.75 ставки", Ok(Some(75))),
            ("50 %", Ok(Some(50))),
            ("1,25 ст.", Ok(Some(125))),
            ("18", Err(RowFault::ShareOutOfRange)),
            ("0", Err(RowFault::ShareOutOfRange)),
            ("-1", Err(RowFault::ShareOutOfRange)),
            ("половина", Err(RowFault::ShareOutOfRange)),
            ("nan", Err(RowFault::ShareOutOfRange)),
        ] {
            assert_eq!(read_share(words), share, "{words}");
        }
    }
}
