//! Finding things by what people type: several words in any order, beginnings of words, ё as е.
//! Not here: which things there are.

/// Letters and digits in lower case with single spaces; ё counts as е, everything else only parts words.
#[must_use]
pub fn search_key(text: &str) -> String {
    let plain: String = text
        .chars()
        .flat_map(char::to_lowercase)
        .map(|character| match character {
            'ё' => 'е',
            character if character.is_alphanumeric() => character,
            _ => ' ',
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a thing with this key is meant by the typed words. Every word has to be found: a number as a whole word
/// ("школа 2" is not № 12), a short word at the beginning of one, a longer word anywhere. No words mean everything.
#[must_use]
pub fn is_meant(key: &str, typed: &str) -> bool {
    search_key(typed).split(' ').filter(|word| !word.is_empty()).all(|word| has_word(key, word))
}

/// The same, with one typo forgiven in every word of four letters or more: a letter too many, too few, wrong, or two
/// that changed places.
#[must_use]
pub fn is_nearly_meant(key: &str, typed: &str) -> bool {
    let typed = search_key(typed);
    typed
        .split(' ')
        .filter(|word| !word.is_empty())
        .all(|word| has_word(key, word) || nearly_has_word(key, word))
}

fn nearly_has_word(key: &str, word: &str) -> bool {
    let word: Vec<char> = word.chars().collect();
    if word.len() < 4 || word.iter().all(char::is_ascii_digit) {
        return false;
    }
    key.split(' ').any(|known| {
        let known: Vec<char> = known.chars().take(word.len() + 1).collect();
        (word.len() - 1..=known.len())
            .any(|end| known.get(..end).is_some_and(|part| is_one_typo(part, &word)))
    })
}

/// Whether two words differ by one slip of the finger: a letter too many, too few, wrong, or two that changed places. Words
/// of three letters or fewer differ by another word.
#[must_use]
pub fn is_slip(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    one.len().min(other.len()) >= 4 && is_one_typo(&one, &other)
}

/// Whether one slip of the finger makes one word of the other.
fn is_one_typo(one: &[char], other: &[char]) -> bool {
    let same = one.iter().zip(other).take_while(|(left, right)| left == right).count();
    let (one, other) = (&one[same..], &other[same..]);
    let is_swapped = match (one, other) {
        ([first, second, one @ ..], [third, fourth, other @ ..]) => {
            first == fourth && second == third && one == other
        }
        _ => false,
    };
    let (rest_of_one, rest_of_other) = (one.get(1..), other.get(1..));
    is_swapped
        || rest_of_one == Some(other)
        || rest_of_other == Some(one)
        || (rest_of_one.is_some() && rest_of_one == rest_of_other)
}

fn has_word(key: &str, word: &str) -> bool {
    let mut words = key.split(' ');
    if word.chars().all(|character| character.is_ascii_digit()) {
        return words.any(|known| known == word);
    }
    words.any(|known| known.starts_with(word)) || (word.chars().count() >= 4 && key.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_found_in_any_order_and_by_their_beginning() {
        let key = search_key("МБДОУ «Детский сад № 3 „Ручеёк“» г. Лугобор садик");
        for typed in ["ручеек", "Ручеёк", "сад 3", "3 детск", "садик ЛУГОБОР", "", "  ", "учеек"]
        {
            assert!(is_meant(&key, typed), "{typed:?}");
        }
        for typed in ["сад 7", "школа", "етс"] {
            assert!(!is_meant(&key, typed), "{typed:?}");
        }
    }

    #[test]
    fn one_typo_is_forgiven_in_a_longer_word() {
        let key = search_key("Семёнова Анна Петровна, Школа № 12");
        for typed in ["семенва", "симёнова", "смеёнова", "семмёнова анна", "петровнна", "Сменов"]
        {
            assert!(is_nearly_meant(&key, typed) && !is_meant(&key, typed), "{typed}");
        }
        for typed in ["сименава", "она", "школа 13", "иванова"] {
            assert!(!is_nearly_meant(&key, typed), "{typed}");
        }
        assert!(is_nearly_meant(&key, "анна 12"));
    }

    #[test]
    fn a_number_is_a_whole_word() {
        assert!(!is_meant(&search_key("Школа № 12"), "школа 2"));
    }

    proptest! {
        #[test]
        fn a_key_is_its_own_key(text in "\\PC{0,60}") {
            let key = search_key(&text);
            prop_assert_eq!(search_key(&key), key.clone());
            prop_assert!(is_meant(&key, &key));
        }
    }
}
