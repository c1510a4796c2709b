//! How long the long proofs run, and from which seed: two variables for all of them.

/// `METODIST_PROOFS` is a share in percent: 100 for `just proofs`, 10 where nothing is said.
pub fn rounds(all: usize) -> usize {
    let percent = std::env::var("METODIST_PROOFS").ok().and_then(|words| words.parse().ok()).unwrap_or(10);
    (all * percent / 100).max(1)
}

/// `METODIST_SEED`, or a fresh one; printed, so that a failure can be repeated.
pub fn seed() -> u64 {
    let given = std::env::var("METODIST_SEED").ok().and_then(|words| words.parse().ok());
    let seed = given.unwrap_or_else(|| uuid::Uuid::new_v4().as_u64_pair().1);
    println!("METODIST_SEED={seed}");
    seed
}

pub use metodist::demo::district::Chance;
