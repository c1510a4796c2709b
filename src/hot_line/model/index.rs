//! Finding: the answers that fit a question best, by their words, forgiving typos.
//! One way for both engines: the database keeps the answers, this looks in them.

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use uuid::Uuid;

use super::Vocabulary;

/// How much more the question of an answer says than its text.
const QUESTION: f64 = 2.5;
/// The usual constants of BM25 (Robertson, Zaragoza, 2009): how soon repetition stops to count, how much length does.
const REPEATED: f64 = 1.2;
const LENGTH: f64 = 0.4;
/// A typo counts for less than the word itself.
const TYPO: f64 = 0.8;
/// Words of fewer letters are not corrected.
const LEAST_CORRECTED: usize = 4;
/// From so many letters on a word may have two typos.
const TWO_TYPOS: usize = 8;
/// An answer that has less of what was asked is none.
const LEAST_COVERED: f64 = 0.12;

/// An answer that fits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    /// Our id of the answer.
    pub id: Uuid,
    /// How well it fits; comparable within one search.
    pub score: f64,
}

/// Where a term stands: the answer, and how much of it.
type Posting = (usize, f64);

/// What published answers are found by; built once for many searches.
#[derive(Debug, Default)]
pub struct AnswerIndex {
    ids: Vec<Uuid>,
    lengths: Vec<f64>,
    postings: HashMap<String, Vec<Posting>>,
    /// Stems by their trigrams, for words with typos.
    trigrams: HashMap<[char; 3], Vec<String>>,
}

impl AnswerIndex {
    /// Takes answers in: id, question, text.
    #[must_use]
    pub fn of<'a>(answers: impl Iterator<Item = (Uuid, &'a str, &'a str)>, vocabulary: &Vocabulary) -> Self {
        let mut index = Self::default();
        for (place, (id, question, text)) in answers.enumerate() {
            let mut weights: HashMap<String, f64> = HashMap::new();
            for (field, weight) in [(question, QUESTION), (text, 1.0)] {
                for (term, says) in vocabulary.terms(field).into_iter().flatten() {
                    *weights.entry(term).or_default() += says * weight;
                }
            }
            index.ids.push(id);
            index.lengths.push(weights.values().sum());
            for (term, weight) in weights {
                index.postings.entry(term).or_default().push((place, weight));
            }
        }
        for stem in index.postings.keys().filter(|term| !term.starts_with(['=', '~'])) {
            for trigram in trigrams_of(stem) {
                index.trigrams.entry(trigram).or_default().push(stem.clone());
            }
        }
        index
    }

    /// The answers that fit best, the best first.
    #[must_use]
    pub fn find(&self, question: &str, vocabulary: &Vocabulary, most: usize) -> Vec<Found> {
        let asked = vocabulary.terms(question);
        let mean = self.lengths.iter().sum::<f64>() / (self.lengths.len().max(1) as f64);
        let mut scores: HashMap<usize, (f64, f64)> = HashMap::new();
        for word in &asked {
            // Of the ways in which an answer has a word the best counts.
            let mut best: HashMap<usize, (f64, f64)> = HashMap::new();
            for (term, says) in self.known(word) {
                let postings = self.postings.get(&term).map(Vec::as_slice).unwrap_or_default();
                let rarity = self.rarity(postings.len());
                for (place, weight) in postings {
                    let length = 1.0 - LENGTH + LENGTH * self.lengths[*place] / mean;
                    let score = says * rarity * weight * (REPEATED + 1.0) / (weight + REPEATED * length);
                    let entry = best.entry(*place).or_default();
                    *entry = (entry.0.max(score), entry.1.max(says));
                }
            }
            for (place, (score, says)) in best {
                let entry = scores.entry(place).or_default();
                *entry = (entry.0 + score, entry.1 + says);
            }
        }
        self.ranked(scores, asked.len(), most)
    }

    /// Answers that have more of what was asked go before those that have one word of it often.
    fn ranked(&self, scores: HashMap<usize, (f64, f64)>, asked: usize, most: usize) -> Vec<Found> {
        let scored = scores.into_iter().filter_map(|(place, (score, covered))| {
            let covered = covered / asked.max(1) as f64;
            let found = Found { id: self.ids[place], score: score * covered.sqrt() };
            (covered >= LEAST_COVERED).then_some(found)
        });
        let mut found: Vec<Found> = scored.collect();
        found.sort_by(|one, other| other.score.total_cmp(&one.score).then(one.id.cmp(&other.id)));
        found.truncate(most);
        found
    }

    /// What a word is looked for by; one that stands nowhere by those that it may be a slip of.
    fn known(&self, word: &[(String, f64)]) -> Vec<(String, f64)> {
        let mut terms = word.to_vec();
        if let Some((stem, _)) = word.first().filter(|(stem, _)| !self.postings.contains_key(stem)) {
            terms.extend(self.meant(stem).into_iter().map(|meant| (meant, TYPO)));
        }
        terms
    }

    /// The stems that are one or two typos away.
    fn meant(&self, stem: &str) -> Vec<String> {
        let letters = stem.chars().count();
        if letters < LEAST_CORRECTED {
            return Vec::new();
        }
        let most = if letters < TWO_TYPOS { 1 } else { 2 };
        let near = trigrams_of(stem).into_iter().filter_map(|trigram| self.trigrams.get(&trigram)).flatten();
        let mut near: Vec<&String> = near.filter(|other| distance(stem, other) <= most).collect();
        near.sort();
        near.dedup();
        near.into_iter().cloned().collect()
    }

    fn rarity(&self, having: usize) -> f64 {
        let (all, having) = (self.ids.len() as f64, having as f64);
        (1.0 + (all - having + 0.5) / (having + 0.5)).ln()
    }
}

/// Three letters after each other, with the beginning marked.
fn trigrams_of(word: &str) -> Vec<[char; 3]> {
    let letters: Vec<char> = std::iter::once(' ').chain(word.chars()).collect();
    letters.windows(3).map(|three| [three[0], three[1], three[2]]).collect()
}

/// How many letters were left out, added, changed or swapped with their neighbour.
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > 2 {
        return usize::MAX;
    }
    let mut rows: Vec<Vec<usize>> = vec![(0..=other.len()).collect()];
    for (i, letter) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, with) in other.iter().enumerate() {
            let mut least =
                (rows[i][j] + usize::from(letter != with)).min(rows[i][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && letter == &other[j - 1] && &one[i - 1] == with {
                least = least.min(rows[i - 1][j - 1] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[one.len()][other.len()]
}
