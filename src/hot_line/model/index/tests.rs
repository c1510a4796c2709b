//! Questions as teachers would put them, against published answers, fifty against sixty; and how long it takes among
//! 5,000.

use std::time::Instant;

use uuid::Uuid;

use super::*;
use crate::content::Content;

const ANSWERS: &str = include_str!("../../../../tests/data/hot_line/answers.tsv");
/// Texts to be searched through, and no advice: their figures and terms come from nowhere.
const MORE_ANSWERS: &str = include_str!("../../../../tests/data/hot_line/answers_more.tsv");
const PARAPHRASES: &str = include_str!("../../../../tests/data/hot_line/paraphrases.tsv");

/// A set of paraphrases of answers, and how many of its fifty must have their answer among the first three. The
/// synonyms were written without sight of the second answers and their paraphrases; the last have hardly a word in
/// common with what they mean.
const SETS: [(&str, &str, usize); 4] = [
    (ANSWERS, PARAPHRASES, 45),
    (ANSWERS, include_str!("../../../../tests/data/hot_line/paraphrases_more.tsv"), 45),
    (MORE_ANSWERS, include_str!("../../../../tests/data/hot_line/paraphrases_of_more.tsv"), 45),
    (MORE_ANSWERS, include_str!("../../../../tests/data/hot_line/paraphrases_far.tsv"), 35),
];

fn parts(answers: &'static str) -> Vec<(&'static str, &'static str, &'static str)> {
    let parts = answers.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    parts.map(|parts| (parts[0], parts[1], parts[2])).collect()
}

fn id(place: usize) -> Uuid {
    Uuid::from_u128(place as u128 + 1)
}

#[test]
fn most_paraphrases_find_their_answer_among_three() {
    let vocabulary = Vocabulary::read(&Content::open(None)).expect("shipped content is valid");
    for (answers, paraphrases, least) in SETS {
        let answers = parts(answers);
        let all =
            answers.iter().enumerate().map(|(place, (_, question, text))| (id(place), *question, *text));
        let index = AnswerIndex::of(all, &vocabulary);
        let missed: Vec<&str> = paraphrases
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .filter(|(slug, words)| {
                let wanted = answers.iter().position(|(known, ..)| known == slug).expect("an answer");
                !index.find(words, &vocabulary, 3).iter().any(|found| found.id == id(wanted))
            })
            .map(|(_, words)| words)
            .collect();
        let (all, right) = (paraphrases.lines().count(), paraphrases.lines().count() - missed.len());
        println!("{right} of {all} among the first three; missed: {missed:#?}");
        assert!(right >= least, "{right}: {missed:#?}");
    }
}

#[test]
fn what_fits_nothing_finds_nothing() {
    let vocabulary = Vocabulary::read(&Content::open(None)).expect("shipped content is valid");
    let index = AnswerIndex::of(
        [(id(0), "Как быть с телефонами?", "Договоритесь о правилах.")].into_iter(),
        &vocabulary,
    );
    assert_eq!(index.find("Рецепт борща со сметаной", &vocabulary, 3), []);
    assert_eq!(index.find("", &vocabulary, 3), []);
    assert_eq!(AnswerIndex::default().find("телефон", &vocabulary, 3), []);
    assert_eq!(index.find("телифоны", &vocabulary, 3).len(), 1, "a typo");
}

#[test]
fn typos_are_letters_left_out_added_changed_or_swapped() {
    for (one, other, typos) in
        [("урок", "урк", 1), ("урок", "урокк", 1), ("урок", "урак", 1), ("урок", "уорк", 1)]
    {
        assert_eq!(distance(one, other), typos, "{one} {other}");
    }
    assert_eq!(distance("урок", "урок"), 0);
}

#[test]
fn five_thousand_answers_are_looked_through_quickly() {
    let vocabulary = Vocabulary::read(&Content::open(None)).expect("shipped content is valid");
    let answers = parts(ANSWERS);
    let many = (0..5_000).map(|place| {
        let (_, question, text) = answers[place % answers.len()];
        (id(place), question, text)
    });
    let began = Instant::now();
    let index = AnswerIndex::of(many, &vocabulary);
    let built = began.elapsed();
    let began = Instant::now();
    let rounds = PARAPHRASES.lines().count();
    for line in PARAPHRASES.lines() {
        assert!(index.find(line, &vocabulary, 3).len() <= 3);
    }
    let each = began.elapsed() / u32::try_from(rounds).expect("fifty");
    println!("5,000 answers: built in {built:?}, one search takes {each:?}");
}
