//! Anything at all, to every parser of what comes from outside: the corpora as they are, and thousands of variations of
//! them, from a printed seed. No parser panics. `fuzz/` feeds the same functions to a fuzzer that looks where it gets.

#[path = "fuzzing/odd_updates.rs"]
mod odd_updates;
#[path = "fuzzing/targets.rs"]
mod targets;

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    time::{Duration, Instant},
};

use metodist::demo::district::Chance;

/// Variations of a corpus when every round of the long proofs runs.
const VARIATIONS: usize = 100_000;
/// Odd updates when every round of the long proofs runs.
const ODD_UPDATES: u64 = 1_000_000;
/// No parser may take longer over so few bytes; on a busy machine ten times less would do.
const LONGEST: Duration = Duration::from_secs(5);

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|words| words.parse().ok())
}

/// Changes a few bytes of a file: flips, cuts, doubles, and pieces of another one.
fn vary(one: &[u8], other: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = one.to_vec();
    let mut below = |most: usize| usize::try_from(chance.below(most.max(1) as u64)).unwrap_or_default();
    for _ in 0..=below(4) {
        let (kind, at, length) = (below(6), below(bytes.len() + 1), below(8) + 1);
        let end = (at + length).min(bytes.len());
        match kind {
            0 if at < bytes.len() => bytes[at] ^= 1 << below(8),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            3 => {
                let from = below(other.len() + 1);
                let until = (from + length * 4).min(other.len());
                bytes.splice(at..at, other[from..until].iter().copied());
            }
            4 => {
                let sign =
                    ["0", "-", "99999999999999999999", "«", "\u{301}", "\0", "ё", "<", "&", "."][below(10)];
                bytes.splice(at..at, sign.bytes());
            }
            _ => bytes.insert(at, u8::try_from(below(256)).unwrap_or_default()),
        }
    }
    bytes
}

fn feed(name: &str, target: targets::Target, data: &[u8]) {
    let began = Instant::now();
    let fed = catch_unwind(AssertUnwindSafe(|| target(data)));
    assert!(fed.is_ok(), "{name} panics over {:?}", String::from_utf8_lossy(data));
    assert!(began.elapsed() < LONGEST, "{name} takes {:?} over {data:?}", began.elapsed());
}

#[test]
fn no_parser_panics_whatever_it_is_fed() {
    let percent = number("METODIST_PROOFS").unwrap_or(10);
    let seed = number("METODIST_SEED").unwrap_or_else(|| uuid::Uuid::new_v4().as_u64_pair().1);
    println!("METODIST_SEED={seed}");
    let mut chance = Chance::new(seed);
    for (name, target) in targets::ALL {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/corpora").join(name);
        let entries = std::fs::read_dir(folder).expect("a corpus");
        let mut corpus: Vec<_> =
            entries.map(|entry| std::fs::read(entry.expect("an entry").path()).expect("a file")).collect();
        corpus.sort();
        corpus.iter().for_each(|data| feed(name, target, data));
        let rounds = VARIATIONS * usize::try_from(percent).expect("a percentage") / 100;
        // Long files take long to read; so that all corpora get their time, they get fewer rounds.
        let longest = corpus.iter().map(Vec::len).max().expect("a file");
        let rounds = (rounds / (1 + longest / 400)).max(100);
        let began = Instant::now();
        for _ in 0..rounds {
            let mut pick = || &corpus[usize::try_from(chance.below(corpus.len() as u64)).expect("a place")];
            let (one, other) = (pick().clone(), pick().clone());
            feed(name, target, &vary(&one, &other, &mut chance));
        }
        println!("{name}: {} files and {rounds} variations in {:?}", corpus.len(), began.elapsed());
    }
}

/// Not here: what becomes of them beyond the parser; `stories/malformed.rs` has that.
#[test]
fn no_odd_update_panics() {
    let rounds = ODD_UPDATES * number("METODIST_PROOFS").unwrap_or(10) / 100;
    let seed = number("METODIST_SEED").unwrap_or_else(|| uuid::Uuid::new_v4().as_u64_pair().1);
    println!("METODIST_SEED={seed}");
    let (mut chance, mut slowest) = (Chance::new(seed), Duration::ZERO);
    for number in 0..rounds {
        let update = odd_updates::odd_update(&mut chance, number, "слово");
        let began = Instant::now();
        feed("updates", targets::updates, update.as_bytes());
        slowest = slowest.max(began.elapsed());
    }
    println!("{rounds} odd updates, no panic, the slowest in {slowest:?}");
}
