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

/// A small generator of numbers (SplitMix64): repeatable, and good enough for moments and choices.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % end
    }
}
