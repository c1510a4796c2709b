//! Whether two names may be one person's: ё as е, parts in any order, one typo, a missing patronymic.
//! Not here: whether they are; somebody who knows both says that.

use crate::units::{is_slip, search_key};

/// The name as it is compared: its words in one order.
#[must_use]
pub fn name_key(full: &str) -> String {
    let key = search_key(full);
    let mut words: Vec<&str> = key.split(' ').collect();
    words.sort_unstable();
    words.join(" ")
}

/// Whether two names may be the same. Every word of the shorter has to be found in the longer, at most one of them with
/// a slip of the finger, and two words at least have to be there.
#[must_use]
pub fn may_be_same(one: &str, other: &str) -> bool {
    let (one, other) = (search_key(one), search_key(other));
    let mut shorter: Vec<&str> = one.split_whitespace().collect();
    let mut longer: Vec<&str> = other.split_whitespace().collect();
    if shorter.len() > longer.len() {
        std::mem::swap(&mut shorter, &mut longer);
    }
    if shorter.len() < 2 || longer.len() - shorter.len() > 1 {
        return false;
    }
    shorter.retain(|word| match longer.iter().position(|known| known == word) {
        Some(at) => {
            longer.swap_remove(at);
            false
        }
        None => true,
    });
    match *shorter {
        [] => true,
        [word] => longer.iter().any(|known| is_slip(word, known)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_the_same_in_any_order_and_with_one_typo() {
        for other in [
            "Семёнова Анна Петровна",
            "Анна Петровна Семенова",
            "СЕМЕНОВА АННА",
            "Симёнова Анна Петровна",
            "Семёнова Анна Петрвона",
            "Семёнова Анна Пётровна",
        ] {
            assert!(may_be_same("Семёнова Анна Петровна", other), "{other}");
        }
        for other in [
            "Семёнова",
            "Семёнова Анна Павловна",
            "Симёнова Анна Петрвона",
            "Семёнов Антон Петрович",
            "Семёнова Яна Петровна",
            "",
        ] {
            assert!(!may_be_same("Семёнова Анна Петровна", other), "{other}");
        }
        assert_eq!(name_key("Анна Петровна Семёнова"), name_key("Семенова  анна петровна"));
    }

    proptest! {
        #[test]
        fn it_is_the_same_from_both_sides(one in "[а-г]{2,5}( [а-г]{2,5}){0,3}", other in "[а-г]{2,5}( [а-г]{2,5}){0,3}") {
            prop_assert_eq!(may_be_same(&one, &other), may_be_same(&other, &one));
        }

        #[test]
        fn any_order_and_any_single_slip_is_forgiven(
            words in prop::collection::vec("[а-я]{5,9}", 3), at in 0_usize..3, place in 0_usize..5,
            order in Just([0, 1, 2]).prop_shuffle()
        ) {
            let mut typed = words.clone();
            let mut letters: Vec<char> = typed[at].chars().collect();
            letters.remove(place);
            typed[at] = letters.into_iter().collect();
            let typed: Vec<&str> = order.iter().map(|word| typed[*word].as_str()).collect();
            prop_assert!(may_be_same(&words.join(" "), &typed.join(" ")));
        }
    }
}
