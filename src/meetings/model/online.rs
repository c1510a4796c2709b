//! The list of names that a video conference leaves behind, and whom of those who were called each name means.
//! Not here: marking them, and reading a file.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Likeness, Participant, likeness};
use crate::{
    sheets::{Columns, Row, Table},
    units::search_key,
};

/// The most names of a list.
pub const MOST_NAMES: usize = 3_000;
/// The most people that one name is held against in a question.
const MOST_MEANT: usize = 3;
/// The most characters of a name.
const LONGEST: usize = 100;

/// A name that may mean somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsure {
    /// What stood in the list.
    pub typed: String,
    /// Who may be meant.
    pub person: Uuid,
    /// What they are called.
    pub name: String,
    /// Whether somebody said that they are.
    pub is_meant: bool,
}

/// What a list comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnlineList {
    /// Who was there without a doubt.
    pub sure: Vec<Uuid>,
    /// Who may have been there.
    pub unsure: Vec<Unsure>,
    /// Names that mean nobody who was called.
    pub unknown: Vec<String>,
    /// Whether those are written down as visitors.
    pub are_visitors: bool,
}

impl OnlineList {
    /// Everybody who is marked if this is taken as it stands.
    #[must_use]
    pub fn meant(&self) -> Vec<Uuid> {
        let said = self.unsure.iter().filter(|one| one.is_meant).map(|one| one.person);
        let all: HashSet<Uuid> = self.sure.iter().copied().chain(said).collect();
        let mut all: Vec<Uuid> = all.into_iter().collect();
        all.sort_unstable();
        all
    }
}

/// Which of these people the names of a list mean. A name that fits two of them equally well is a question.
#[must_use]
pub fn read_online(names: &[String], people: &[Participant]) -> OnlineList {
    let mut list = OnlineList::default();
    let (mut seen, mut open) = (HashSet::new(), Vec::new());
    for typed in names.iter().filter(|typed| seen.insert(search_key(typed))) {
        let fits: Vec<(&Participant, Likeness)> =
            people.iter().map(|one| (one, likeness(&one.name, typed))).collect();
        let same: Vec<Uuid> =
            fits.iter().filter(|(_, fit)| *fit == Likeness::Same).map(|(one, _)| one.person).collect();
        match same[..] {
            [only] if !list.sure.contains(&only) => list.sure.push(only),
            [_] => {}
            _ => open.push((typed, fits)),
        }
    }
    for (typed, fits) in open {
        let meant =
            fits.iter().filter(|(one, fit)| *fit > Likeness::Other && !list.sure.contains(&one.person));
        let meant: Vec<Unsure> = meant
            .take(MOST_MEANT)
            .map(|(one, _)| Unsure {
                typed: typed.clone(),
                person: one.person,
                name: one.name.clone(),
                is_meant: false,
            })
            .collect();
        if meant.is_empty() {
            list.unknown.push(typed.clone());
        }
        list.unsure.extend(meant);
    }
    list
}

/// The names of a list that was typed or pasted, one a line.
#[must_use]
pub fn names_in_words(words: &str) -> Vec<String> {
    words.lines().filter_map(name_of).take(MOST_NAMES).collect()
}

/// What a column of such a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Heading {
    Full,
    Family,
    Given,
    Patronymic,
}

fn of_heading(words: &str) -> Option<Heading> {
    match search_key(words).as_str() {
        "фио"
        | "ф и о"
        | "участник"
        | "участники"
        | "имя участника"
        | "полное имя"
        | "пользователь"
        | "name"
        | "full name"
        | "user name"
        | "participant"
        | "display name"
        | "name original name"
        | "имя настоящее имя"
        | "фамилия имя"
        | "фамилия имя отчество" => Some(Heading::Full),
        "фамилия" | "last name" | "surname" => Some(Heading::Family),
        "имя" | "first name" => Some(Heading::Given),
        "отчество" | "middle name" => Some(Heading::Patronymic),
        _ => None,
    }
}

/// The names of a list that was sent as a sheet: under its headings, else the first words of each row.
#[must_use]
pub fn names_in_table(table: &Table) -> Vec<String> {
    let columns = Columns::find(table, of_heading);
    let has = |heading| columns.columns.contains_key(&heading);
    let named = |row: &Row| {
        let parts = [Heading::Full, Heading::Family, Heading::Given, Heading::Patronymic];
        let parts = if has(Heading::Full) { &parts[..1] } else { &parts[1..] };
        let words: Vec<&str> = parts.iter().map(|part| columns.cell(row, *part)).collect();
        name_of(&words.join(" "))
    };
    let first = |row: &Row| row.cells.iter().find_map(|cell| name_of(cell));
    let is_headed = has(Heading::Full) || has(Heading::Family) || has(Heading::Given);
    if is_headed {
        columns.body(table).iter().filter_map(named).take(MOST_NAMES).collect()
    } else {
        table.rows.iter().filter_map(first).take(MOST_NAMES).collect()
    }
}

/// A line as a name: without its number, and not where it has no letters.
fn name_of(line: &str) -> Option<String> {
    let name = line.trim_start_matches(|each: char| !each.is_alphabetic()).trim();
    let name: String = name.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST).collect();
    let is_name = name.chars().filter(|each| each.is_alphabetic()).count() > 1 && !name.contains('@');
    is_name.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meetings::model::Reply;

    fn people(names: &[&str]) -> Vec<Participant> {
        let one = |(at, name): (usize, &&str)| Participant {
            person: Uuid::from_u128(u128::try_from(at).unwrap_or_default()),
            name: (*name).to_owned(),
            school: String::new(),
            reply: Reply::Silent,
            reason: String::new(),
            attended_at: None,
            part: None,
            award: None,
            certified_at: None,
        };
        names.iter().enumerate().map(one).collect()
    }

    #[test]
    fn names_mean_one_or_are_asked_about_or_mean_nobody() {
        let people =
            people(&["Семёнова Анна Петровна", "Иванов Пётр Ильич", "Иванов Пётр Львович", "Ли Вера"]);
        let typed = "1. Анна Семенова (школа 5)\n2. Иванов Петр\nАННА СЕМЁНОВА\nИванов П. Л.\nЛи\nНезнакомый Гость\n14:05";
        let list = read_online(&names_in_words(typed), &people);
        assert_eq!(list.sure, [people[0].person, people[2].person]);
        let asked: Vec<(&str, Uuid)> = list.unsure.iter().map(|one| (&*one.typed, one.person)).collect();
        assert_eq!(asked, [("Иванов Петр", people[1].person), ("Ли", people[3].person)]);
        assert_eq!(list.unknown, ["Незнакомый Гость"]);
        assert_eq!(list.meant().len(), 2);
    }

    #[test]
    fn sheets_of_conferences_are_read_by_their_headings() {
        let row = |cells: &[&str]| Row { number: 1, cells: cells.iter().map(|&it| it.to_owned()).collect() };
        let zoom = [&["Отчёт", ""][..], &["Name (Original Name)", "User Email"], &["Анна С.", "a@b.ru"]];
        let split = [&["№", "Имя", "Фамилия"][..], &["1", "Анна", "Семёнова"]];
        let bare = [&["10:01", "Семёнова Анна"][..], &["10:02", "Ли Вера"]];
        for (rows, expected) in [
            (&zoom[..], &["Анна С."][..]),
            (&split[..], &["Семёнова Анна"]),
            (&bare[..], &["Семёнова Анна", "Ли Вера"]),
        ] {
            let table = Table { rows: rows.iter().map(|cells| row(cells)).collect() };
            assert_eq!(names_in_table(&table), expected);
        }
    }
}
