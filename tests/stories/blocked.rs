//! Who has blocked the bot costs nothing until they return; then they hear what is still of use.

use std::{collections::HashMap, time::Duration};

use chrono::TimeDelta;
use metodist::outbox::{Class, NewLetter};

use crate::{
    house::{Engine, House},
    letters::{Member, all_settled, count, heard, letter, members, on_both_engines, owe, quiet_house},
    proofs::rounds,
};

const PEOPLE: usize = 3_000;
/// Long enough for a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

async fn who_blocked_the_bot_costs_nothing_until_they_return(engine: Engine) {
    let mut house = quiet_house(engine).await;
    let people = members(&house, rounds(PEOPLE), None).await;
    let (gone, here) = people.split_at(people.len() / 2);
    for member in gone {
        member.phone.blocks();
    }
    house.serve();
    wave(&house, &people, "первое", TimeDelta::days(3)).await;
    let first = calls_to(&house, gone);
    assert!(first.values().all(|calls| *calls <= 1), "somebody who had blocked the bot was called again");
    wave(&house, &people, "второе", TimeDelta::hours(2)).await;
    assert_eq!(calls_to(&house, gone), first, "the second wave called people who had blocked the bot");
    house.clock.advance(TimeDelta::hours(3)).await;
    for member in gone {
        member.phone.unblocks();
    }
    house.settles().await;
    all_settled(&house, PATIENCE).await;
    println!("{engine:?}: {} people, {} blocked, {} calls to those", people.len(), gone.len(), first.len());
    assert!(here.iter().all(|member| heard(member) == ["первое", "второе"]));
    let heard: Vec<_> = gone.iter().map(heard).collect();
    assert!(heard.iter().all(|words| words == &["первое"]), "{heard:?}");
    assert_eq!(usize::try_from(count(&house, "stale").await), Ok(gone.len()));
}

/// Everybody is owed the same, of use for so long; waits until nothing more can be said.
async fn wave(house: &House, people: &[Member], words: &str, of_use: TimeDelta) {
    let now = house.clock.now();
    let letters: Vec<_> = people
        .iter()
        .map(|member| NewLetter { useless_after: now + of_use, ..letter(member, Class::Notice, words, now) })
        .collect();
    owe(house, &letters).await;
    all_settled(house, PATIENCE).await;
}

/// How often each of them was called.
fn calls_to(house: &House, members: &[Member]) -> HashMap<i64, usize> {
    let mut counts = HashMap::new();
    let ids: std::collections::HashSet<_> = members.iter().map(|member| member.phone.id()).collect();
    let calls = house.sandbox.calls().into_iter().filter(|call| call.method == "sendmessage");
    for chat in calls.filter_map(|call| call.chat).filter(|chat| ids.contains(chat)) {
        *counts.entry(chat).or_default() += 1;
    }
    counts
}

on_both_engines!(who_blocked_the_bot_costs_nothing_until_they_return);
