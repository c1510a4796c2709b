//! `kill -9` while letters go out: nobody misses one, and only what was in hand at a kill is said twice. Where nobody
//! dies, two replicas say everything once.

use std::time::Duration;

use metodist::outbox::Class;
use sandbox::{Fault, Match};

use crate::{
    child,
    house::{Engine, House},
    letters::{Member, all_settled, count, heard, letter, members, owe, quiet_house},
    process::Process,
    proofs::{Chance, rounds, seed},
};

const KILLS: usize = 100;
/// Letters of one wave, each followed by a kill: 3,000 in all.
const WAVE: usize = 30;
/// What one process has in hand at most: the outbox's own bound.
const IN_HAND: usize = 64;
/// Long enough for a busy machine.
const PATIENCE: Duration = Duration::from_secs(90);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_letter_is_missed_on_sqlite() {
    prove(Engine::Sqlite, 1).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_letter_is_missed_on_postgres() {
    prove(Engine::Postgres, 1).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_letter_is_missed_by_two_workers_on_postgres() {
    prove(Engine::Postgres, 2).await;
}

async fn prove(engine: Engine, workers: usize) {
    let (kills, mut chance) = (rounds(KILLS), Chance::new(seed()));
    let house = quiet_house(engine).await;
    let people = members(&house, kills * WAVE, None).await;
    let mut workers: Vec<Process> = (0..workers).map(|_| child::serve(&house)).collect();
    let (mut in_hand, mut while_sending) = (0, 0);
    for wave in people.chunks(WAVE) {
        let victim = usize::try_from(chance.below(workers.len() as u64)).unwrap_or_default();
        dawdle(&house, wave, &mut chance);
        let class = [Class::Notice, Class::Bulk][usize::from(chance.below(2) == 0)];
        let now = house.clock.now();
        owe(&house, &wave.iter().map(|member| letter(member, class, "Письмо", now)).collect::<Vec<_>>())
            .await;
        // Most kills fall while letters go out; one in eight anywhere, also at the start of a life.
        if chance.below(8) > 0 {
            until_one_is_said(wave).await;
        }
        tokio::time::sleep(Duration::from_millis(chance.below(150))).await;
        workers[victim].kill();
        let held = claimed(&house).await;
        (in_hand, while_sending) = (in_hand + held, while_sending + usize::from(held > 0));
        workers[victim] = child::serve(&house);
    }
    all_settled(&house, PATIENCE).await;
    let said: Vec<usize> = people.iter().map(|member| heard(member).len()).collect();
    let missed = said.iter().filter(|count| **count == 0).count();
    let doubled = said.iter().sum::<usize>() + missed - people.len();
    println!(
        "{engine:?}, {} at work: {kills} kills ({while_sending} with letters in hand), {} letters, {missed} missed, \
         {doubled} doubled (one {} times), {in_hand} in hand at the kills, bound {}",
        workers.len(),
        people.len(),
        said.iter().max().copied().unwrap_or_default(),
        kills * IN_HAND
    );
    let log = workers.first().map(Process::log).unwrap_or_default();
    assert_eq!(missed, 0, "the log of the last life:\n{log}");
    assert!(doubled <= in_hand.min(kills * IN_HAND), "the log of the last life:\n{log}");
    assert_eq!(usize::try_from(count(&house, "delivered").await), Ok(people.len()));
}

/// The calls of a wave take up to an eighth of a second each, so that it is caught in all its stages.
fn dawdle(house: &House, wave: &[Member], chance: &mut Chance) {
    house.sandbox.faults().clear();
    for member in wave {
        let call = Match { method: Some("sendMessage"), chat: Some(member.phone.id()) };
        house.sandbox.faults().next(call, Fault::Stall(Duration::from_millis(chance.below(125))));
    }
}

async fn until_one_is_said(wave: &[Member]) {
    for _ in 0..3_000 {
        if wave.iter().any(|member| !heard(member).is_empty()) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("nothing was said in half a minute");
}

async fn claimed(house: &House) -> usize {
    let claimed = house.count("SELECT COUNT(*) FROM letters WHERE claimed_by IS NOT NULL").await;
    usize::try_from(claimed).unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_replicas_say_everything_once() {
    let house = quiet_house(Engine::Postgres).await;
    let people = members(&house, rounds(2_000).max(1_000), None).await;
    let workers = [child::serve(&house), child::serve(&house)];
    for worker in &workers {
        worker.until_it_serves().await;
    }
    // A newcomer leaves the others a beat to make room for it.
    tokio::time::sleep(metodist::replicas::BEAT * 2).await;
    house
        .sandbox
        .faults()
        .always(Match { method: Some("sendMessage"), chat: None }, Fault::Stall(Duration::from_millis(20)));
    let now = house.clock.now();
    let letters: Vec<_> = people.iter().map(|member| letter(member, Class::Bulk, "Письмо", now)).collect();
    owe(&house, &letters).await;
    let mut at_work = 0;
    while count(&house, "owed").await > 0 {
        at_work = at_work.max(house.count("SELECT COUNT(DISTINCT claimed_by) FROM letters").await);
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    all_settled(&house, PATIENCE).await;
    let once = people.iter().filter(|member| heard(member).len() == 1).count();
    println!("{at_work} replicas at work at once: {} letters, {once} said once", people.len());
    assert_eq!((once, at_work), (people.len(), 2));
    assert_eq!(usize::try_from(count(&house, "delivered").await), Ok(people.len()));
}
