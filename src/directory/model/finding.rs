//! Who is meant by a few typed letters: of a name, a school, a post, a subject or a role.

use std::collections::HashMap;

use uuid::Uuid;

use crate::units::{is_meant, is_nearly_meant, search_key};

/// Where a person works as what.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct PlaceRow {
    /// Our id of the person.
    pub person_id: Uuid,
    /// Фамилия.
    pub family_name: String,
    /// Имя.
    pub given_name: String,
    /// Отчество; some people have none.
    pub patronymic: Option<String>,
    /// The school's name on a button.
    pub school_short_title: String,
    /// What typed words are looked for in.
    pub school_search_key: String,
    /// Id of the post.
    pub post: String,
    /// Ids of the subjects with commas between.
    pub subjects: Option<String>,
    /// Whether it is the main place.
    pub is_main: bool,
}

/// What a person answers for.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct RoleRow {
    /// Our id of the person.
    pub person_id: Uuid,
    /// Фамилия.
    pub family_name: String,
    /// Имя.
    pub given_name: String,
    /// Отчество; some people have none.
    pub patronymic: Option<String>,
    /// The stored word of the role.
    pub role: String,
}

/// Titles for ids, in the language of whoever looks.
pub struct Titles<'a> {
    /// Of a post.
    pub post: &'a dyn Fn(&str) -> String,
    /// Of a subject.
    pub subject: &'a dyn Fn(&str) -> String,
    /// Of a role.
    pub role: &'a dyn Fn(&str) -> String,
}

/// A person in a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// Our id of the person.
    pub person_id: Uuid,
    /// Фамилия and initials.
    pub short_name: String,
    /// The main school that is seen; empty for somebody who works elsewhere.
    pub school: String,
    /// Whether they are of a list and have not come in.
    pub is_awaited: bool,
    /// The full name, by which the list is ordered.
    order: String,
    /// Everything that typed words are looked for in.
    key: String,
}

impl Entry {
    fn named(person_id: Uuid, family: &str, given: &str, patronymic: Option<&str>) -> Self {
        let parts = [Some(given), patronymic].into_iter().flatten();
        let initials = parts.filter_map(|part| part.chars().next()).map(|letter| format!(" {letter}."));
        let order = search_key(&format!("{family} {given} {}", patronymic.unwrap_or_default()));
        let short_name = format!("{family}{}", initials.collect::<String>());
        Self { person_id, short_name, school: String::new(), is_awaited: false, key: order.clone(), order }
    }

    fn learn(&mut self, words: &str) {
        self.key.push(' ');
        self.key.push_str(words);
    }
}

/// Everybody of these rows once, by name.
#[must_use]
pub fn gather(places: &[PlaceRow], roles: &[RoleRow], titles: &Titles<'_>) -> Vec<Entry> {
    let mut people: HashMap<Uuid, Entry> = HashMap::new();
    for row in places {
        let (family, given, patronymic) = (&row.family_name, &row.given_name, row.patronymic.as_deref());
        let entry = people
            .entry(row.person_id)
            .or_insert_with(|| Entry::named(row.person_id, family, given, patronymic));
        if row.is_main || entry.school.is_empty() {
            entry.school.clone_from(&row.school_short_title);
        }
        entry.learn(&row.school_search_key);
        entry.learn(&search_key(&(titles.post)(&row.post)));
        for subject in row.subjects.iter().flat_map(|subjects| subjects.split(',')) {
            entry.learn(&search_key(&(titles.subject)(subject)));
        }
    }
    for row in roles {
        let (family, given, patronymic) = (&row.family_name, &row.given_name, row.patronymic.as_deref());
        let entry = people
            .entry(row.person_id)
            .or_insert_with(|| Entry::named(row.person_id, family, given, patronymic));
        entry.learn(&search_key(&(titles.role)(&row.role)));
    }
    let mut people: Vec<Entry> = people.into_values().collect();
    people.sort_by(|left, right| (&left.order, left.person_id).cmp(&(&right.order, right.person_id)));
    people
}

/// Who is meant; where nobody is, who would be if a typo is forgiven.
#[must_use]
pub fn find(people: Vec<Entry>, typed: &str) -> Vec<Entry> {
    let (meant, others): (Vec<_>, Vec<_>) = people.into_iter().partition(|entry| is_meant(&entry.key, typed));
    if !meant.is_empty() {
        return meant;
    }
    others.into_iter().filter(|entry| is_nearly_meant(&entry.key, typed)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(number: u128, name: [&str; 3], school: &str, post: &str) -> PlaceRow {
        PlaceRow {
            person_id: Uuid::from_u128(number),
            family_name: name[0].into(),
            given_name: name[1].into(),
            patronymic: (!name[2].is_empty()).then(|| name[2].into()),
            school_short_title: school.into(),
            school_search_key: search_key(school),
            post: post.into(),
            subjects: Some("физика,химия".into()),
            is_main: number != 3,
        }
    }

    fn people() -> Vec<Entry> {
        let places = [
            place(1, ["Семёнова", "Анна", "Петровна"], "Школа № 2", "учитель"),
            place(3, ["Ооржак", "Чечена", ""], "Детский сад № 3", "воспитатель"),
            place(3, ["Ооржак", "Чечена", ""], "Школа № 12", "учитель"),
        ];
        let leader = RoleRow {
            person_id: Uuid::from_u128(2),
            family_name: "Белов".into(),
            given_name: "Иван".into(),
            patronymic: None,
            role: "координатор".into(),
        };
        let same = |word: &str| word.to_owned();
        gather(&places, &[leader], &Titles { post: &same, subject: &same, role: &same })
    }

    #[test]
    fn everybody_is_listed_once_by_name() {
        let people = people();
        let names: Vec<_> = people.iter().map(|entry| (&*entry.short_name, &*entry.school)).collect();
        assert_eq!(
            names,
            [("Белов И.", ""), ("Ооржак Ч.", "Детский сад № 3"), ("Семёнова А. П.", "Школа № 2")]
        );
    }

    #[test]
    fn people_are_found_by_name_school_subject_post_and_role() {
        for (typed, expected) in [
            ("семен", "Семёнова А. П."),
            ("СЕМЁНОВА анна", "Семёнова А. П."),
            ("симёнова", "Семёнова А. П."),
            ("школа 12", "Ооржак Ч."),
            ("воспит", "Ооржак Ч."),
            ("координатр", "Белов И."),
        ] {
            let found: Vec<_> = find(people(), typed).into_iter().map(|entry| entry.short_name).collect();
            assert_eq!(found, [expected], "{typed}");
        }
        assert_eq!((find(people(), "химия").len(), find(people(), "").len()), (2, 3));
        assert!(find(people(), "директор").is_empty());
    }
}
