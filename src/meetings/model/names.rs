//! Whether a name as somebody typed it means a person whose full name is known: parts in any order, initials, ё as е.
//! Not here: two people who could both be meant; whoever asks knows them all.

use crate::units::{is_slip, search_key};

/// How much a typed name is like a full one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Another name.
    Other,
    /// Perhaps the same: a slip of the finger, a family name alone, another patronymic.
    Perhaps,
    /// The same.
    Same,
}

/// How much typed words are like «Фамилия Имя Отчество». What else stands there, such as a school, does no harm.
#[must_use]
pub fn likeness(full: &str, typed: &str) -> Likeness {
    let (full, typed) = (search_key(full), search_key(typed));
    let mut words: Vec<&str> = typed.split_whitespace().collect();
    let mut parts = full.split_whitespace();
    let Some(family) = parts.next() else { return Likeness::Other };
    let (given, patronymic) = (parts.next(), parts.next());
    let is_exact = take(&mut words, |word| word == family);
    if !is_exact && !take(&mut words, |word| is_slip(word, family)) {
        return Likeness::Other;
    }
    let has_given = given.map(|given| take(&mut words, |word| stands_for(word, given)));
    let has_patronymic = patronymic.map(|own| take(&mut words, |word| stands_for(word, own)));
    let says_another = has_patronymic == Some(false) && words.iter().any(|word| is_patronymic(word));
    match (is_exact, has_given) {
        (true, Some(true)) if !says_another => Likeness::Same,
        (_, Some(true)) => Likeness::Perhaps,
        // A family name alone; beside another given name it is somebody else.
        (true, _) if words.is_empty() => Likeness::Perhaps,
        _ => Likeness::Other,
    }
}

/// Takes the first such word away. Returns whether there was one.
fn take(words: &mut Vec<&str>, is_meant: impl Fn(&str) -> bool) -> bool {
    match words.iter().position(|word| is_meant(word)) {
        Some(at) => {
            words.remove(at);
            true
        }
        None => false,
    }
}

/// Whether a word is a part of a name, or its initial.
fn stands_for(word: &str, part: &str) -> bool {
    word == part || (word.chars().count() == 1 && part.starts_with(word))
}

fn is_patronymic(word: &str) -> bool {
    ["вич", "вна", "чна", "ична"].iter().any(|end| word.ends_with(end))
        || (word.chars().count() == 1 && word.chars().all(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_as_people_type_them() {
        let full = "Семёнова Анна Петровна";
        for (typed, expected) in [
            ("Семенова Анна Петровна", Likeness::Same),
            ("АННА СЕМЁНОВА", Likeness::Same),
            ("Семёнова А. П.", Likeness::Same),
            ("А.П. Семенова (школа № 5)", Likeness::Same),
            ("Семенова Анна, МБОУ СОШ 12", Likeness::Same),
            ("Симёнова Анна Петровна", Likeness::Perhaps),
            ("Семёнова", Likeness::Perhaps),
            ("Семёнова Анна Павловна", Likeness::Perhaps),
            ("Семёнова Анна П.", Likeness::Same),
            ("Семёнова А. В.", Likeness::Perhaps),
            ("Семёнова Ольга", Likeness::Other),
            ("Анна Петровна", Likeness::Other),
            ("", Likeness::Other),
        ] {
            assert_eq!(likeness(full, typed), expected, "{typed}");
        }
        assert_eq!(likeness("", "Семёнова"), Likeness::Other);
    }
}
