//! While people use the bot, whatever can befall a call befalls it by dice, and sometimes the process is killed: no tap is
//! lost or counts twice, every letter is said, and said again only where nobody could know that it had been said.

use std::time::Duration;

use sandbox::{Fault, Match};

use crate::{
    child,
    house::Engine,
    letters::{all_settled, on_both_engines, quiet_house},
    proofs::{Chance, rounds, seed},
    taps::{Company, InHand, let_tap, note_in_hand, tally},
};

const FAULTS: usize = 1_000;
const PEOPLE: usize = 6;
/// One in so many times the process is killed instead.
const KILLS: u64 = 40;
/// So many faults wait for their calls at most: people should get on.
const AT_ONCE: usize = 5;
/// Whoever sees nothing new for so long looks again, as people do.
const LOOKS_AGAIN: Duration = Duration::from_secs(4);
/// Long enough for a busy machine and the pauses between tries.
const PATIENCE: Duration = Duration::from_secs(120);

async fn nothing_is_lost_whatever_befalls_the_calls(engine: Engine) {
    let (steps, seed) = (rounds(FAULTS), seed());
    let mut chance = Chance::new(seed);
    let house = quiet_house(engine).await;
    let company = Company::of(&house, PEOPLE).await;
    let mut bot = child::serve(&house);
    bot.until_it_serves().await;
    let tapping = let_tap(&company, seed, Some(LOOKS_AGAIN));
    let (mut in_hand, mut kills, mut unknown) = (InHand::new(), 0, 0);
    for _ in 0..steps {
        tokio::time::sleep(Duration::from_millis(20 + chance.below(80))).await;
        if chance.below(KILLS) == 0 {
            bot.kill();
            kills += 1;
            note_in_hand(&house, &mut in_hand).await;
            bot = child::serve(&house);
        }
        let (method, fault) = by_dice(&mut chance);
        // Polls that fail one after another come ever more seldom, and everything would wait for them.
        let at_once = if method == "getUpdates" { 1 } else { AT_ONCE };
        while house.sandbox.faults().waiting() >= at_once {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        unknown += usize::from(leaves_unknown(&fault));
        house.sandbox.faults().next(Match { method: Some(method), chat: None }, fault);
    }
    house.sandbox.faults().clear();
    let tapped = tapping.ends().await;
    // Who seemed to have blocked the bot comes back by writing to it, and hears what waited for them.
    company.listeners_write();
    house.settles().await;
    all_settled(&house, PATIENCE).await;
    let tally = tally(&house, &company, &tapped, &in_hand).await;
    let held: usize = in_hand.values().sum();
    println!(
        "{engine:?}: {steps} faults ({unknown} that leave open what was done), {kills} kills; {tally}, \
         {held} in hand at the kills"
    );
    assert_eq!(
        (tally.lost, tally.doubled, tally.missed),
        (0, 0, 0),
        "the log of the last life:\n{}",
        bot.log()
    );
    assert_eq!(tally.letters, tally.taps, "each tap owes one letter");
    assert!(tally.said_again <= unknown + held, "said again without a reason:\n{}", bot.log());
}

/// A call, and what befalls it.
fn by_dice(chance: &mut Chance) -> (&'static str, Fault) {
    let methods = ["sendMessage", "sendMessage", "editMessageText", "answerCallbackQuery", "getUpdates"];
    let method = methods[usize::try_from(chance.below(5)).expect("a place")];
    let describe = |code, text: &str| Fault::Description { code, text: text.to_owned() };
    let fault = match chance.below(9) {
        0 => Fault::TooMany { retry_after: 1, global: false },
        1 => Fault::TooMany { retry_after: 1, global: true },
        2 => Fault::Status { code: 502, body: "<html><h1>502 Bad Gateway</h1></html>".to_owned() },
        3 => describe(500, "Internal Server Error"),
        4 => Fault::CloseBefore,
        5 => Fault::CloseAfter,
        6 => Fault::TruncatedJson,
        7 => Fault::Stall(Duration::from_millis(chance.below(1_500))),
        _ if method == "sendMessage" => describe(403, "Forbidden: bot was blocked by the user"),
        _ => Fault::CloseBefore,
    };
    (method, fault)
}

/// Whether nobody but the messenger knows afterwards that the call was carried out.
fn leaves_unknown(fault: &Fault) -> bool {
    matches!(fault, Fault::CloseAfter | Fault::TruncatedJson)
}

on_both_engines!(nothing_is_lost_whatever_befalls_the_calls);
