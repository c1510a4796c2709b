//! What is meant by the words of a cell: a school, a post, subjects. A typo, another case or a legal form is forgiven;
//! what could mean two things means none.
//! Not here: the lists themselves.

use std::collections::HashMap;

use uuid::Uuid;

use super::RowFault;
use crate::units::{Catalogue, School, is_meant, is_nearly_meant, is_slip, search_key};

/// Words of a school's official name that tell nothing about which one it is.
const LEGAL_FORMS: [&str; 31] = [
    "мбоу",
    "мкоу",
    "маоу",
    "моу",
    "мобу",
    "мбдоу",
    "мкдоу",
    "мадоу",
    "мдоу",
    "мбу",
    "мау",
    "мку",
    "гбоу",
    "гбпоу",
    "гапоу",
    "до",
    "дод",
    "муниципальное",
    "бюджетное",
    "казенное",
    "автономное",
    "государственное",
    "общеобразовательное",
    "дошкольное",
    "образовательное",
    "учреждение",
    "средняя",
    "общеобразовательная",
    "основная",
    "имени",
    "им",
];
/// Letters in which two cases of one word agree.
const STEM: usize = 4;

/// Something that is looked for by name.
struct Thing {
    names: Vec<String>,
    key: String,
}

/// Schools, posts and subjects to look in, with what was found before: the same words come in thousands of rows.
pub struct Lookup<'a> {
    catalogue: &'a Catalogue,
    own: Vec<(Uuid, Thing)>,
    others: Vec<Thing>,
    schools: HashMap<String, Result<Uuid, RowFault>>,
    posts: HashMap<String, Option<(String, String)>>,
    subjects: HashMap<(String, String), Result<Vec<String>, RowFault>>,
}

impl<'a> Lookup<'a> {
    /// Looks in these schools of one's own municipality; the others only say that a school is not one's own.
    #[must_use]
    pub fn new(catalogue: &'a Catalogue, own: &[School], others: &[School]) -> Self {
        let thing = |school: &School| Thing {
            names: vec![search_key(&school.title), search_key(&school.short_title)],
            key: school.search_key.clone(),
        };
        Self {
            catalogue,
            own: own.iter().map(|school| (school.id, thing(school))).collect(),
            others: others.iter().map(thing).collect(),
            schools: HashMap::new(),
            posts: HashMap::new(),
            subjects: HashMap::new(),
        }
    }

    /// The school of one's own municipality that is meant.
    pub fn school(&mut self, words: &str) -> Result<Uuid, RowFault> {
        let key = search_key(words);
        if key.is_empty() {
            return Err(RowFault::NoSchool);
        }
        if let Some(known) = self.schools.get(&key) {
            return *known;
        }
        let found = match which(self.own.iter().map(|(_, school)| school), &key) {
            Which::One(place) => self.own.get(place).map(|(id, _)| *id).ok_or(RowFault::UnknownSchool),
            Which::Several => Err(RowFault::UnclearSchool),
            Which::None => match which(self.others.iter(), &key) {
                Which::None => Err(RowFault::UnknownSchool),
                Which::One(_) | Which::Several => Err(RowFault::SchoolElsewhere),
            },
        };
        self.schools.insert(key, found);
        found
    }

    /// The id of the post that is meant, and the words behind it, which may name a subject (учитель **химии**).
    pub fn post(&mut self, words: &str) -> Result<(String, String), RowFault> {
        let key = search_key(words);
        if key.is_empty() {
            return Err(RowFault::NoPost);
        }
        let catalogue = self.catalogue;
        let found = self.posts.entry(key).or_insert_with_key(|key| find_post(catalogue, key));
        found.clone().ok_or(RowFault::UnknownPost)
    }

    /// The ids of the subjects that are meant, among those that a post teaches; none for a post that teaches nothing.
    pub fn subjects(&mut self, post: &str, words: &str) -> Result<Vec<String>, RowFault> {
        let catalogue = self.catalogue;
        let found = self.subjects.entry((post.to_owned(), words.to_owned()));
        found.or_insert_with(|| find_subjects(catalogue, post, words)).clone()
    }
}

fn find_subjects(catalogue: &Catalogue, post: &str, words: &str) -> Result<Vec<String>, RowFault> {
    let offered = catalogue.subjects_of(post);
    if offered.is_empty() {
        return Ok(Vec::new());
    }
    let things: Vec<Thing> = offered
        .iter()
        .map(|subject| Thing {
            names: vec![search_key(&subject.title), search_key(&subject.short_title)],
            key: subject.search_key.clone(),
        })
        .collect();
    let mut found = Vec::new();
    for part in words.split([',', ';', '/', '\n', '+']).map(search_key).filter(|part| !part.is_empty()) {
        for place in named(&things, &part).ok_or(RowFault::UnknownSubject)? {
            found.push(offered[place].id.clone());
        }
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// The subjects behind one part of a cell: one, or two with «и» between.
fn named(things: &[Thing], part: &str) -> Option<Vec<usize>> {
    if let Some(place) = one(things, part) {
        return Some(vec![place]);
    }
    let (first, second) = part.split_once(" и ")?;
    Some(vec![one(things, first)?, one(things, second)?])
}

fn find_post(catalogue: &Catalogue, key: &str) -> Option<(String, String)> {
    let posts = catalogue.posts();
    let things: Vec<Thing> = posts
        .iter()
        .map(|post| Thing { names: vec![search_key(&post.title)], key: post.search_key.clone() })
        .collect();
    if let Some(place) = one(&things, key) {
        return Some((posts[place].id.clone(), String::new()));
    }
    // «Учитель химии» is a teacher, whatever is taught.
    let begins = |thing: &Thing| thing.names[0].len() + 1;
    let prefixed =
        things.iter().enumerate().filter(|(_, thing)| key.starts_with(&format!("{} ", thing.names[0])));
    let (place, thing) = prefixed.max_by_key(|(_, thing)| begins(thing))?;
    Some((posts[place].id.clone(), key[begins(thing)..].to_owned()))
}

/// The one thing that is meant by its name, by a part of what it is called, or by a name with a typo or in another case.
fn one(things: &[Thing], key: &str) -> Option<usize> {
    let only = |test: &dyn Fn(&Thing) -> bool| {
        let mut found = things.iter().enumerate().filter(|(_, thing)| test(thing)).map(|(place, _)| place);
        found.next().filter(|_| found.next().is_none())
    };
    only(&|thing| thing.names.iter().any(|name| name == key))
        .or_else(|| only(&|thing| has_phrase(&thing.key, key)))
        .or_else(|| only(&|thing| thing.names.iter().any(|name| is_same_phrase(name, key))))
}

/// Whether whole words of a key say just this.
fn has_phrase(key: &str, phrase: &str) -> bool {
    format!(" {key} ").contains(&format!(" {phrase} "))
}

/// Whether two phrases agree word by word, a typo and the case apart.
fn is_same_phrase(name: &str, typed: &str) -> bool {
    let is_inflected = |one: &str, other: &str| {
        let same = one.chars().zip(other.chars()).take_while(|(left, right)| left == right).count();
        same >= STEM && one.chars().count().abs_diff(other.chars().count()) <= 3
    };
    name.split(' ').count() == typed.split(' ').count()
        && name
            .split(' ')
            .zip(typed.split(' '))
            .all(|(one, other)| one == other || is_slip(one, other) || is_inflected(one, other))
}

/// How many schools are meant.
enum Which {
    None,
    One(usize),
    Several,
}

fn which<'a>(schools: impl Iterator<Item = &'a Thing> + Clone, key: &str) -> Which {
    let choose = |test: &dyn Fn(&Thing) -> bool| {
        let mut found =
            schools.clone().enumerate().filter(|(_, school)| test(school)).map(|(place, _)| place);
        match (found.next(), found.next()) {
            (None, _) => Which::None,
            (Some(place), None) => Which::One(place),
            _ => Which::Several,
        }
    };
    let telling: Vec<&str> = key.split(' ').filter(|word| !LEGAL_FORMS.contains(word)).collect();
    let bare = telling.join(" ");
    let numbered = format!("школа {bare}");
    let is_number = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit());
    if bare.is_empty() {
        return Which::None;
    }
    let by_name = choose(&|school| school.names.iter().any(|name| name == key || *name == bare));
    let tests: [&dyn Fn(&Thing) -> bool; 3] = [
        &|school| is_number && is_meant(&school.key, &numbered),
        &|school| !is_number && is_meant(&school.key, &bare),
        &|school| !is_number && is_nearly_meant(&school.key, &bare),
    ];
    tests
        .into_iter()
        .fold(by_name, |found, test| if matches!(found, Which::None) { choose(test) } else { found })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Content;

    fn school(number: u128, title: &str, short: &str, words: &str) -> School {
        School {
            id: Uuid::from_u128(number),
            municipality_id: Uuid::nil(),
            title: title.into(),
            short_title: short.into(),
            settlement: "г. Лугобор".into(),
            search_key: search_key(&format!("{title} {short} г. Лугобор {words}")),
            low_results: false,
            difficult_conditions: false,
        }
    }

    #[test]
    fn schools_posts_and_subjects_are_found_as_people_write_them() {
        let catalogue = Catalogue::read(&Content::open(None)).expect("shipped content is valid");
        let own = [
            school(1, "МБОУ «СОШ № 1»", "Школа № 1", "школа сош оош"),
            school(2, "МБОУ «СОШ № 12»", "Школа № 12", "школа сош оош"),
            school(3, "МБДОУ «Детский сад № 1 „Ручеёк“»", "Детский сад № 1", "детский сад садик доу"),
            school(4, "МБОУ «Лугоборская гимназия»", "Лугоборская гимназия", "гимназия школа"),
        ];
        let others = [school(7, "МБОУ «Озёрная СОШ № 7»", "Озёрная школа № 7", "школа сош оош")];
        let mut lookup = Lookup::new(&catalogue, &own, &others);
        for (words, number) in [
            ("1", 1),
            ("№ 12", 2),
            ("СОШ №1", 1),
            ("МБОУ \"СОШ № 12\"", 2),
            ("школа 12", 2),
            ("Школа № 1", 1),
            ("детский сад 1", 3),
            ("Ручеек", 3),
            ("гимназия", 4),
            ("Лугоборская гимнзия", 4),
            ("МБДОУ Детский сад № 1", 3),
        ] {
            assert_eq!(lookup.school(words), Ok(Uuid::from_u128(number)), "{words}");
        }
        for (words, fault) in [
            ("", RowFault::NoSchool),
            ("Школа № 99", RowFault::UnknownSchool),
            ("школа", RowFault::UnclearSchool),
            ("Озёрная школа № 7", RowFault::SchoolElsewhere),
            ("7", RowFault::SchoolElsewhere),
        ] {
            assert_eq!(lookup.school(words), Err(fault), "{words}");
        }
        for (words, post, rest) in [
            ("Учитель", "teacher", ""),
            ("учитель химии", "teacher", "химии"),
            ("Учитель-логопед", "speech-therapist", ""),
            ("воспитатиль", "kindergarten-teacher", ""),
            ("директор школы", "principal", ""),
        ] {
            let found = lookup.post(words).unwrap_or_else(|fault| panic!("{words}: {fault:?}"));
            assert_eq!((found.0.as_str(), found.1.as_str()), (post, rest), "{words}");
        }
        for words in ["космонавт", "руководитель"] {
            assert_eq!(lookup.post(words), Err(RowFault::UnknownPost), "{words}");
        }
        for (words, count) in [
            ("Математика", 1),
            ("математики; Физика", 2),
            ("русский язык и литература", 2),
            ("химии", 1),
            ("алгебра", 1),
            ("", 0),
        ] {
            assert_eq!(lookup.subjects("teacher", words).map(|found| found.len()), Ok(count), "{words}");
        }
        assert_eq!(lookup.subjects("teacher", "магия"), Err(RowFault::UnknownSubject));
        assert_eq!(lookup.subjects("principal", "магия"), Ok(Vec::new()));
    }
}
