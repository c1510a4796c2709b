//! A stop in the middle of work, as an administrator's or an update's: whatever is in hand is finished or given back
//! within ten seconds, nothing is lost, and nothing is said twice.

use std::time::{Duration, Instant};

use sandbox::{Fault, Match};

use crate::{
    child,
    house::{Engine, House},
    letters::{all_settled, on_both_engines, quiet_house},
    proofs::{Chance, rounds, seed},
    taps::{Company, InHand, let_tap, note_in_hand, tally},
};

const STOPS: usize = 40;
const PEOPLE: usize = 24;
/// What is promised.
const LONGEST: Duration = Duration::from_secs(10);
/// Long enough for a busy machine.
const PATIENCE: Duration = Duration::from_secs(90);

async fn a_stop_under_load_loses_and_doubles_nothing(engine: Engine) {
    let (stops, seed) = (rounds(STOPS), seed());
    let mut chance = Chance::new(seed);
    let house = quiet_house(engine).await;
    let company = Company::of(&house, PEOPLE).await;
    let mut bot = child::serve(&house);
    let tapping = let_tap(&company, seed, None);
    let (mut longest, mut in_hand) = (Duration::ZERO, InHand::new());
    for stop in 0..stops {
        bot.until_it_serves().await;
        // Every call takes its time, so that many are on their way; every other stop meets one that hangs.
        let calls = Match { method: None, chat: None };
        let slow = Fault::Stall(Duration::from_millis(100 + chance.below(400)));
        let slow = house.sandbox.faults().always(calls, slow);
        tokio::time::sleep(Duration::from_millis(1_000 + chance.below(1_000))).await;
        house.sandbox.faults().remove(slow);
        if stop % 2 == 1 {
            house.sandbox.faults().next(calls, Fault::Stall(Duration::from_secs(60)));
            until_one_hangs(&house).await;
        }
        let began = Instant::now();
        bot.signal("TERM");
        bot.is_gone(LONGEST * 2).await;
        longest = longest.max(began.elapsed());
        note_in_hand(&house, &mut in_hand).await;
        house.sandbox.faults().clear();
        bot = child::serve(&house);
    }
    let tapped = tapping.ends().await;
    house.settles().await;
    all_settled(&house, PATIENCE).await;
    let tally = tally(&house, &company, &tapped, &in_hand).await;
    println!(
        "{engine:?}: {stops} stops, the longest took {longest:?}; {tally}, {} given up in a call that hung",
        in_hand.values().sum::<usize>()
    );
    assert_eq!((tally.lost, tally.doubled, tally.missed), (0, 0, 0), "{}", bot.log());
    assert_eq!(tally.said_again, 0, "{}", bot.log());
    assert!(in_hand.values().sum::<usize>() <= stops / 2, "only what hangs is given up");
    assert!(longest <= LONGEST, "a stop took {longest:?}");
}

async fn until_one_hangs(house: &House) {
    while house.sandbox.faults().waiting() > 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

on_both_engines!(a_stop_under_load_loses_and_doubles_nothing);
