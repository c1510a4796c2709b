//! The outbox as a state machine: whatever two workers, a clock that steps and a series of crashes do to it, the rows
//! agree with a plain model, and nobody is told what they must not be told.

mod model;
mod worker;
mod world;

use fresh::Engine;
use proptest::{
    collection::vec,
    prelude::*,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

use super::bench::Bench;
use world::World;

/// What can happen. Numbers name a key, a cause, a worker, a person or a claim, in turn.
#[derive(Debug, Clone)]
pub(super) enum Op {
    /// Owes a letter, or brings it up to date: wished for in so many hours, of use for so many more.
    Owe { key: usize, ahead: i64, life: i64 },
    /// What the letter is about is no more.
    EndCause { cause: usize },
    /// The letter is corrected, or taken back.
    Correct { key: usize, withdraw: bool },
    /// A worker looks around: sweeps, plans, claims.
    Round { worker: usize },
    /// A worker begins to send one of the letters that it holds.
    Call { worker: usize, pick: usize },
    /// A worker writes down what became of one of them.
    Settle { worker: usize, pick: usize, what: What },
    /// A worker dies, and another process takes its place.
    Crash { worker: usize },
    /// A worker hangs for longer than its leases last.
    Hang { worker: usize },
    /// A worker looks for what the dead held.
    Release { worker: usize },
    /// Pauses after failures are over.
    PausesPass,
    /// The clock moves, also backwards.
    Step { hours: i64 },
    /// A person blocks the bot.
    Park { person: usize },
    /// A person is back.
    Wake { person: usize },
}

/// What became of a letter.
#[derive(Debug, Clone, Copy)]
pub(super) enum What {
    Delivered,
    Retry,
    Wait { hours: i64, is_over_budget: bool },
    Unreachable,
    Refused,
    Ended,
    GivenBack,
}

fn whats() -> impl Strategy<Value = What> {
    prop_oneof![
        6 => Just(What::Delivered),
        2 => Just(What::Retry),
        1 => (0_i64..40, any::<bool>()).prop_map(|(hours, is_over_budget)| What::Wait { hours, is_over_budget }),
        1 => Just(What::Unreachable),
        1 => Just(What::Refused),
        1 => Just(What::Ended),
        1 => Just(What::GivenBack),
    ]
}

fn ops() -> impl Strategy<Value = Vec<Op>> {
    let (key, worker, pick) = (0..KEYS, 0_usize..2, 0_usize..4);
    let op = prop_oneof![
        6 => (key.clone(), -10_i64..20, 1_i64..60).prop_map(|(key, ahead, life)| Op::Owe { key, ahead, life }),
        1 => (0_usize..2).prop_map(|cause| Op::EndCause { cause }),
        2 => (key, any::<bool>()).prop_map(|(key, withdraw)| Op::Correct { key, withdraw }),
        6 => worker.clone().prop_map(|worker| Op::Round { worker }),
        6 => (worker.clone(), pick.clone()).prop_map(|(worker, pick)| Op::Call { worker, pick }),
        6 => (worker.clone(), pick, whats()).prop_map(|(worker, pick, what)| Op::Settle { worker, pick, what }),
        2 => worker.clone().prop_map(|worker| Op::Crash { worker }),
        1 => worker.clone().prop_map(|worker| Op::Hang { worker }),
        2 => worker.prop_map(|worker| Op::Release { worker }),
        1 => Just(Op::PausesPass),
        2 => (-12_i64..40).prop_map(|hours| Op::Step { hours }),
        1 => (0_usize..3).prop_map(|person| Op::Park { person }),
        1 => (0_usize..3).prop_map(|person| Op::Wake { person }),
    ];
    vec(op, 1..60)
}

/// So many different letters.
const KEYS: usize = 6;

/// `METODIST_PROOFS` is a share in percent, 10 where nothing is said; `METODIST_SEED` repeats a failure.
fn runner(all: u32) -> TestRunner {
    let number = |name| std::env::var(name).ok().and_then(|words| words.parse::<u64>().ok());
    let percent = number("METODIST_PROOFS").unwrap_or(10);
    let seed = number("METODIST_SEED").unwrap_or_else(|| uuid::Uuid::new_v4().as_u64_pair().1);
    println!("METODIST_SEED={seed}");
    let cases = u32::try_from(u64::from(all) * percent / 100).expect("few").max(1);
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 2_000, ..Config::default() };
    let bytes: Vec<u8> = seed.to_le_bytes().repeat(4);
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes))
}

fn holds(engine: Engine, cases: u32) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let bench = runtime.block_on(Bench::open(engine));
    let outcome = runner(cases).run(&ops(), |ops| {
        runtime.block_on(async {
            let mut world = World::begin(&bench).await;
            for op in &ops {
                world.step(op).await?;
            }
            world.end().await;
            Ok(())
        })
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn rows_agree_with_the_model_on_sqlite() {
    holds(Engine::Sqlite, 600);
}

#[test]
fn rows_agree_with_the_model_on_postgres() {
    holds(Engine::Postgres, 150);
}
