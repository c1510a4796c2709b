//! Words as they are looked for: without case and ё, by their stems, with those that mean the same.
//! Not here: where they stand.

use std::collections::HashMap;

use rust_stemmers::{Algorithm, Stemmer};
use serde::Deserialize;

use crate::content::Content;

/// Words that say nothing about a question.
const EMPTY: &str = " а без бы был была было быть в вам вас весь во вот все всё вы где да для до его ее если есть еще же за \
     здравствуйте и из или им их к как какая какие какой ко когда кто ли лучше меня мне может можно мой моя мы на над надо \
     нам нас наш не него нее нельзя нет ни них но ну нужно о об он она они оно от очень по под подскажите пожалуйста при \
     правильно про с сам свой себе себя со так такой там то того тоже той только том ты у уже хочу чего чем что чтобы эта \
     эти это этот я делать сделать ";

/// Letters that make up a root: what words of one family begin with.
const ROOT: usize = 5;

/// Words of so few letters have no ending to take off.
const SHORT: usize = 3;

/// Words that mean the same, by their stems.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    meanings: HashMap<String, usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    group: Vec<Vec<String>>,
}

impl Vocabulary {
    /// Reads `search_synonyms.toml`.
    pub fn read(content: &Content) -> anyhow::Result<Self> {
        let file: File = content.file("search_synonyms.toml")?.parse()?;
        let groups = file.group.iter().enumerate();
        let meanings = groups.flat_map(|(number, group)| group.iter().map(move |word| (stem(word), number)));
        Ok(Self { meanings: meanings.collect() })
    }

    /// What a text is found by: each term with how much it says. A word counts by its stem, less by its meaning, least
    /// by its root.
    #[must_use]
    pub fn terms(&self, text: &str) -> Vec<Vec<(String, f64)>> {
        words_of(text).iter().filter(|word| !is_empty(word)).map(|word| self.terms_of(word)).collect()
    }

    fn terms_of(&self, word: &str) -> Vec<(String, f64)> {
        let stem = stem(word);
        let mut terms = Vec::with_capacity(3);
        if let Some(meaning) = self.meanings.get(&stem) {
            terms.push((format!("={meaning}"), 0.7));
        }
        if stem.chars().count() > ROOT {
            terms.push((format!("~{}", stem.chars().take(ROOT).collect::<String>()), 0.5));
        }
        terms.insert(0, (stem, 1.0));
        terms
    }
}

fn is_empty(word: &str) -> bool {
    EMPTY.contains(&format!(" {word} ")) || (word.chars().count() < 2 && !word.chars().all(char::is_numeric))
}

/// The words of a text in lower case, ё as е.
pub(super) fn words_of(text: &str) -> Vec<String> {
    let plain = text.to_lowercase().replace('ё', "е");
    let words = plain.split(|character: char| !character.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// What stays of a word in all of its forms (the Snowball algorithm for Russian). Words of three letters are mostly
/// abbreviations, of which it would leave nothing: ИОМ and ИИ would be one.
pub(super) fn stem(word: &str) -> String {
    let plain = word.to_lowercase().replace('ё', "е");
    if plain.chars().count() <= SHORT {
        return plain;
    }
    Stemmer::create(Algorithm::Russian).stem(&plain).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_case_and_yo_are_one() {
        for (one, other) in [("Урок", "уроками"), ("ребёнок", "ребенка"), ("оценивание", "оценивания")]
        {
            assert_eq!(
                stem(one).chars().take(5).collect::<String>(),
                stem(other).chars().take(5).collect::<String>()
            );
        }
        assert_eq!(words_of("Ёлка, ёж; 7-й класс"), ["елка", "еж", "7", "й", "класс"]);
    }

    #[test]
    fn what_means_the_same_has_a_term_in_common() {
        let vocabulary = Vocabulary::read(&Content::open(None)).expect("shipped content is valid");
        let terms =
            |words| vocabulary.terms(words).concat().into_iter().map(|term| term.0).collect::<Vec<_>>();
        let (one, other) = (terms("урок"), terms("занятия"));
        assert!(one.iter().any(|term| other.contains(term)), "{one:?} {other:?}");
        assert_eq!(terms("и как же это"), [""; 0]);
    }
}
