//! The process dies at every milestone of the road, many times over: no tap is lost or counts twice, everybody is
//! answered, every letter is said, and said again only if it lay in the hand of a process that died.

use std::{collections::BTreeMap, net::SocketAddr, time::Duration};

use metodist::road::Milestone;

use crate::{
    child::{self, Life},
    house::Engine,
    letters::{all_settled, on_both_engines, quiet_house},
    proofs::{Chance, rounds, seed},
    service::free_port,
    taps::{Company, InHand, let_tap, note_in_hand, tally},
};

/// Crashes on each engine where updates are fetched, and where they are delivered; with both engines a thousand.
const BY_POLLING: usize = 280;
const BY_WEBHOOK: usize = 220;
const PEOPLE: usize = 4;
/// A milestone is passed so many times at most before the process dies at it.
const PASSINGS: u64 = 4;
/// Long enough for a busy machine.
const PATIENCE: Duration = Duration::from_secs(90);

async fn no_crash_loses_or_doubles_anything_by_polling(engine: Engine) {
    prove(engine, BY_POLLING, None).await;
}

async fn no_crash_loses_or_doubles_anything_by_webhook(engine: Engine) {
    let address = format!("127.0.0.1:{}", free_port()).parse().expect("an address");
    prove(engine, BY_WEBHOOK, Some(address)).await;
}

async fn prove(engine: Engine, crashes: usize, door: Option<SocketAddr>) {
    let seed = seed();
    let mut chance = Chance::new(seed);
    let road: Vec<_> = Milestone::ALL.into_iter().filter(|milestone| lies_on_way(*milestone, door)).collect();
    let crashes = rounds(crashes).max(road.len());
    let house = quiet_house(engine).await;
    let company = Company::of(&house, PEOPLE).await;
    let tapping = let_tap(&company, seed, None);
    let webhook = door.map(|door| (door, format!("http://{door}")));
    let (mut in_hand, mut died_at) = (InHand::new(), BTreeMap::new());
    for milestone in in_turns(&road, crashes, &mut chance) {
        let dies_at = Some((milestone, 1 + chance.below(PASSINGS)));
        let mut bot =
            child::serve_for(&house, &Life { dies_at, webhook: webhook.clone(), ..Life::default() });
        bot.says(&child::last_words(milestone.number()), PATIENCE).await;
        bot.is_gone(PATIENCE).await;
        *died_at.entry(milestone).or_insert(0) += 1;
        note_in_hand(&house, &mut in_hand).await;
    }
    let bot = child::serve_for(&house, &Life { webhook, ..Life::default() });
    let tapped = tapping.ends().await;
    house.settles().await;
    all_settled(&house, PATIENCE).await;
    let tally = tally(&house, &company, &tapped, &in_hand).await;
    let by = door.map_or("polling", |_| "webhook");
    println!(
        "{engine:?} by {by}: {crashes} crashes at {} milestones ({died_at:?}); {tally}, {} in hand at the crashes",
        died_at.len(),
        in_hand.values().sum::<usize>()
    );
    assert_eq!(died_at.len(), road.len(), "not every milestone was died at");
    assert_eq!(
        (tally.lost, tally.doubled, tally.missed),
        (0, 0, 0),
        "the log of the last life:\n{}",
        bot.log()
    );
    assert_eq!(tally.letters, tally.taps, "each tap owes one letter");
    assert_eq!(tally.said_again_for_no_reason, 0, "said again without having been in hand at a crash");
}

/// A delivery is confirmed by its answer, so no later poll does.
fn lies_on_way(milestone: Milestone, door: Option<SocketAddr>) -> bool {
    milestone != Milestone::Confirmed || door.is_none()
}

/// Every milestone as often as every other, in an order that never repeats.
fn in_turns(road: &[Milestone], count: usize, chance: &mut Chance) -> Vec<Milestone> {
    let mut turns = Vec::new();
    while turns.len() < count {
        let mut turn = road.to_vec();
        for place in (1..turn.len()).rev() {
            turn.swap(place, usize::try_from(chance.below(place as u64 + 1)).expect("a place"));
        }
        turns.extend(turn);
    }
    turns.truncate(count);
    turns
}

on_both_engines!(
    no_crash_loses_or_doubles_anything_by_polling,
    no_crash_loses_or_doubles_anything_by_webhook,
);
