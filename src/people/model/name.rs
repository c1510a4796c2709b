//! Reads a name as people type it: фамилия, имя, отчество in either order, or фамилия and имя alone.
//! Not here: whether it is true.

use serde::{Deserialize, Serialize};

/// Characters a name may take.
const LONGEST: usize = 100;
/// Words a name may have.
const MOST_WORDS: usize = 6;

/// A name in its parts, with capitals where they belong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FullName {
    /// Фамилия.
    pub family: String,
    /// Имя.
    pub given: String,
    /// Отчество; some people have none.
    pub patronymic: Option<String>,
}

/// Why typed words are no name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameFault {
    /// Too many characters or words.
    TooLong,
    /// Only one word.
    OneWord,
    /// A first name and a patronymic, but no family name.
    NoFamilyName,
    /// Initials.
    Initials,
    /// Digits, signs or pictures.
    NotLetters,
}

impl FullName {
    /// Splits a name as typed.
    pub fn read(typed: &str) -> Result<Self, NameFault> {
        if typed.chars().count() > LONGEST {
            return Err(NameFault::TooLong);
        }
        let words = words_of(typed)?;
        match words.len() {
            0 => Err(NameFault::NotLetters),
            1 => Err(NameFault::OneWord),
            2..=MOST_WORDS => arrange(&words),
            _ => Err(NameFault::TooLong),
        }
    }

    /// Puts a name together whose parts were given apart; the patronymic may be empty.
    pub fn of_parts(family: &str, given: &str, patronymic: &str) -> Result<Self, NameFault> {
        let part = |typed: &str| {
            if typed.chars().count() > LONGEST {
                return Err(NameFault::TooLong);
            }
            let words = words_of(typed)?;
            if words.is_empty() { Err(NameFault::NotLetters) } else { Ok(words.join(" ")) }
        };
        let patronymic = Some(patronymic.trim()).filter(|typed| !typed.is_empty() && *typed != "-");
        let patronymic = patronymic.map(part).transpose()?;
        Ok(Self { family: part(family)?, given: part(given)?, patronymic })
    }

    /// How the person is spoken to: имя и отчество.
    #[must_use]
    pub fn address(&self) -> String {
        join([Some(&self.given), self.patronymic.as_ref()])
    }

    /// Фамилия имя отчество.
    #[must_use]
    pub fn in_full(&self) -> String {
        join([Some(&self.family), Some(&self.given), self.patronymic.as_ref()])
    }
}

fn join<const N: usize>(parts: [Option<&String>; N]) -> String {
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
}

fn words_of(typed: &str) -> Result<Vec<String>, NameFault> {
    let dashes = typed.replace(['‐', '‑', '–', '—', '−'], "-").replace(" - ", "-");
    let words = dashes.split(|character: char| character.is_whitespace() || character == ',');
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let last = words.len().saturating_sub(1);
    words.iter().enumerate().map(|(place, word)| check_word(word, place == last)).collect()
}

fn check_word(word: &str, is_last: bool) -> Result<String, NameFault> {
    let bare =
        if is_last && word.chars().count() > 2 { word.trim_end_matches(['.', '!', ';']) } else { word };
    if bare.contains('.') && bare.chars().all(|character| character.is_alphabetic() || character == '.') {
        return Err(NameFault::Initials);
    }
    let parts: Vec<&str> = bare.split('-').collect();
    let is_mark = |character: char| matches!(character, '\'' | '’' | 'ʼ' | '`');
    let is_letters = |part: &&str| {
        part.chars().any(char::is_alphabetic)
            && part.chars().all(|character| character.is_alphabetic() || is_mark(character))
    };
    if !parts.iter().all(is_letters) {
        return Err(NameFault::NotLetters);
    }
    if bare.chars().count() == 1 {
        return Err(NameFault::Initials);
    }
    Ok(parts.into_iter().map(capital).collect::<Vec<_>>().join("-"))
}

/// A capital first; what is all capitals or all small is put right, a capital inside is left (МакДональд).
fn capital(part: &str) -> String {
    let is_mixed = part.chars().skip(1).any(char::is_uppercase) && part.chars().any(char::is_lowercase);
    let mut letters = part.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    let rest = if is_mixed { letters.collect() } else { letters.as_str().to_lowercase() };
    first + &rest
}

/// Finds the patronymic; everything else is placed around it.
fn arrange(words: &[String]) -> Result<FullName, NameFault> {
    match find_patronymic(words) {
        Some((1, end)) if end == words.len() => Err(NameFault::NoFamilyName),
        Some((1, end)) => Ok(name(&words[end..], &words[..1], Some(&words[1..end]))),
        Some((start, end)) if end == words.len() => {
            Ok(name(&words[..start - 1], &words[start - 1..start], Some(&words[start..end])))
        }
        Some(_) => Err(NameFault::TooLong),
        None if words.len() == 2 && is_family_name(&words[1]) && !is_family_name(&words[0]) => {
            Ok(name(&words[1..], &words[..1], None))
        }
        None => Ok(name(&words[..1], &words[1..], None)),
    }
}

fn name(family: &[String], given: &[String], patronymic: Option<&[String]>) -> FullName {
    FullName {
        family: family.join(" "),
        given: given.join(" "),
        patronymic: patronymic.map(|words| {
            let spelled =
                words.iter().map(|word| if is_son_word(word) { word.to_lowercase() } else { word.clone() });
            spelled.collect::<Vec<_>>().join(" ")
        }),
    }
}

/// First and last-plus-one word of the patronymic. It never stands first: there it is a family name (Петрович).
fn find_patronymic(words: &[String]) -> Option<(usize, usize)> {
    if let Some(at) = words.iter().skip(2).position(|word| is_son_word(word)) {
        return Some((at + 1, at + 3));
    }
    let second = words.get(1).filter(|word| is_patronymic(word)).map(|_| 1);
    let last = words.iter().rposition(|word| is_patronymic(word)).filter(|at| *at > 0);
    second.or(last).map(|at| (at, at + 1))
}

fn is_son_word(word: &str) -> bool {
    ["оглы", "оглу", "кызы", "гызы", "кизи", "улы", "уулу"].contains(&&*word.to_lowercase())
}

fn is_patronymic(word: &str) -> bool {
    let word = word.to_lowercase().replace('ё', "е");
    let endings = ["овна", "евна", "ична", "инична", "ович", "евич", "ьич", "-оглы", "-кызы"];
    let short = ["кузьмич", "фомич", "лукич", "никитич", "саввич"];
    word.chars().count() > 4
        && (endings.iter().any(|ending| word.ends_with(ending)) || short.contains(&&*word))
}

fn is_family_name(word: &str) -> bool {
    let word = word.to_lowercase().replace('ё', "е");
    let endings =
        ["ова", "ева", "ов", "ев", "ский", "ская", "цкий", "цкая", "енко", "чук", "ых", "ян", "дзе", "швили"];
    word.chars().count() > 4 && endings.iter().any(|ending| word.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(typed: &str) -> (String, String, String) {
        let name = FullName::read(typed).unwrap_or_else(|fault| panic!("{typed}: {fault:?}"));
        (name.family, name.given, name.patronymic.unwrap_or_default())
    }

    #[test]
    fn names_are_split_as_people_type_them() {
        for (typed, family, given, patronymic) in [
            ("Петрова Анна Сергеевна", "Петрова", "Анна", "Сергеевна"),
            ("Анна Сергеевна Петрова", "Петрова", "Анна", "Сергеевна"),
            ("  петрова   АННА сергеевна. ", "Петрова", "Анна", "Сергеевна"),
            ("Петрова, Анна Сергеевна", "Петрова", "Анна", "Сергеевна"),
            ("Петров Илья Кузьмич", "Петров", "Илья", "Кузьмич"),
            ("Петрова-Водкина Анна Ильинична", "Петрова-Водкина", "Анна", "Ильинична"),
            ("Петрова - Водкина Анна Ильинична", "Петрова-Водкина", "Анна", "Ильинична"),
            ("Петрович Анна Сергеевна", "Петрович", "Анна", "Сергеевна"),
            ("Анна Сергеевна Петрович", "Петрович", "Анна", "Сергеевна"),
            ("Анна Петрова", "Петрова", "Анна", ""),
            ("Марина Иванова", "Иванова", "Марина", ""),
            ("Иванова Марина", "Иванова", "Марина", ""),
            ("Ондар Чечек", "Ондар", "Чечек", ""),
            ("Ондар Чечек Кара-ооловна", "Ондар", "Чечек", "Кара-Ооловна"),
            ("Дамбаев Баир Цыренович", "Дамбаев", "Баир", "Цыренович"),
            ("Алиев Ахмед Мамед оглы", "Алиев", "Ахмед", "Мамед оглы"),
            ("Лейла Гасан кызы Алиева", "Алиева", "Лейла", "Гасан кызы"),
            ("О’Нил Анна Львовна", "О’Нил", "Анна", "Львовна"),
            ("Сааведра Мария Анна Петровна", "Сааведра Мария", "Анна", "Петровна"),
        ] {
            let expected = (family.to_owned(), given.to_owned(), patronymic.to_owned());
            assert_eq!(read(typed), expected, "{typed}");
        }
    }

    #[test]
    fn what_is_no_name_is_refused_with_its_reason() {
        for (typed, fault) in [
            ("", NameFault::NotLetters),
            ("Анна", NameFault::OneWord),
            ("Анна Сергеевна", NameFault::NoFamilyName),
            ("Петрова А. С.", NameFault::Initials),
            ("Петрова А.С.", NameFault::Initials),
            ("Петрова А С", NameFault::Initials),
            ("Петрова Анна 5", NameFault::NotLetters),
            ("😀 😀", NameFault::NotLetters),
            ("<b>Анна</b> Петрова", NameFault::NotLetters),
            ("Анна -", NameFault::NotLetters),
            ("а б в г д е ж", NameFault::Initials),
        ] {
            assert_eq!(FullName::read(typed), Err(fault), "{typed}");
        }
        assert_eq!(FullName::read(&"Анна ".repeat(2_000)), Err(NameFault::TooLong));
    }

    proptest! {
        #[test]
        fn nothing_typed_can_make_it_panic(typed in "\\PC{0,120}") {
            let _ = FullName::read(&typed);
        }

        #[test]
        fn both_orders_mean_the_same(
            family in "[А-Я][а-я]{4,9}(ова|ский|енко)", given in "[А-Я][а-я]{2,7}к",
            patronymic in "[А-Я][а-я]{1,7}(овна|евич|инична)"
        ) {
            let official = FullName::read(&format!("{family} {given} {patronymic}"));
            let spoken = FullName::read(&format!("{given} {patronymic} {family}"));
            prop_assert_eq!(&official, &spoken);
            let name = official.expect("three words");
            prop_assert_eq!(FullName::read(&name.in_full()), Ok(name.clone()));
            prop_assert_eq!(name.address(), format!("{given} {patronymic}"));
        }
    }
}
