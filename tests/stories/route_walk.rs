//! Many orders of what may happen to a route, through the real bot and its database: done, put off, standing still, quiet,
//! days that pass, and the bot that stops in between. Whatever happens, nothing is reminded of that is done, or while the
//! route stands still or has ended.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use sandbox::Bubble;
use uuid::Uuid;

use crate::{
    house::{House, stories},
    learning_routes::{finds, sends_off, service},
    office::{Member, Region, id},
    proofs::{Chance, seed},
    stages::nothing_broke,
};

stories!(nothing_is_reminded_of_that_is_done_stopped_or_stands_still);

/// How much happens in one walk.
const HAPPENINGS: usize = 45;
const AREAS: [(&str, &str); 3] =
    [("methods", "Методика"), ("ict", "ИКТ и цифровая среда"), ("literacy", "Функциональная грамотность")];

/// What may be reminded of as it is now, by title.
async fn may_be_reminded_of(region: &Region) -> BTreeSet<String> {
    let titles: Vec<String> = metodist::read!(&region.house.app.db, on => sqlx::query_scalar(
        "SELECT s.title FROM route_steps s JOIN learning_routes r ON r.id = s.route_id
         WHERE s.state = 'planned' AND r.state = 'active'").fetch_all(on))
    .expect("steps");
    titles.into_iter().collect()
}

async fn planned(region: &Region) -> Vec<Uuid> {
    metodist::read!(&region.house.app.db, on => sqlx::query_scalar(
        "SELECT id FROM route_steps WHERE state = 'planned' ORDER BY position").fetch_all(on))
    .expect("steps")
}

/// What the reminders of this chat are about, line by line.
fn reminders(chat: &[Bubble]) -> Vec<String> {
    let letters = chat.iter().filter(|bubble| bubble.from_bot && bubble.text.starts_with("Ваш маршрут\n"));
    let lines = letters.flat_map(|letter| letter.text.lines().skip(1).map(str::to_owned).collect::<Vec<_>>());
    lines.filter(|line| line.contains(" — ")).collect()
}

async fn presses(region: &Region, member: &Member, payload: &str) {
    let at = member.teacher.screen().expect("a screen").message_id;
    member.teacher.phone.presses_data(at, payload).answer().await;
    region.house.settles_soon().await;
}

/// One thing happens.
async fn happens(region: &mut Region, anna: &Member, chance: &mut Chance) {
    let steps = planned(region).await;
    let step = steps.get(usize::try_from(chance.below(steps.len().max(1) as u64)).expect("small")).copied();
    match chance.below(16) {
        0 | 1 if let Some(step) = step => {
            presses(region, anna, &format!("lr1.done.{}", id(step))).await;
            anna.teacher.phone.says("Получилось");
            region.house.settles_soon().await;
        }
        2 if let Some(step) = step => presses(region, anna, &format!("lr1.putoff.{}.week", id(step))).await,
        3 => presses(region, anna, "lr1.pause").await,
        4 | 5 => presses(region, anna, "lr1.resume").await,
        6 => presses(region, anna, "lr1.snooze.week").await,
        7 => presses(region, anna, "lr1.snooze.day").await,
        8 => region.house.restart().await,
        _ => {
            let days = i64::try_from(1 + chance.below(8)).expect("small");
            region.house.clock.advance(TimeDelta::days(days)).await;
        }
    }
}

/// The longest that a first step may be away.
const FORTNIGHTS: usize = 8;

async fn nothing_is_reminded_of_that_is_done_stopped_or_stands_still(house: House) {
    let seed = seed();
    let mut chance = Chance::new(seed);
    let (mut region, mut anna) = service(house).await;
    finds(&region, anna.person, &AREAS).await;
    sends_off(&mut anna, "Начать маршрут").await;
    anna.teacher.phone.waits_for("0 из 7").await;
    // Before chance takes over, the first step falls due.
    for _ in 0..FORTNIGHTS {
        if reminders(&anna.teacher.phone.chat()).is_empty() {
            region.house.clock.advance(TimeDelta::days(14)).await;
        }
    }
    let mut seen = reminders(&anna.teacher.phone.chat()).len();
    let mut said = seen;
    for number in 0..HAPPENINGS {
        if number + 8 == HAPPENINGS {
            presses(&region, &anna, "lr1.end").await;
        }
        let may = may_be_reminded_of(&region).await;
        happens(&mut region, &anna, &mut chance).await;
        let lines = reminders(&anna.teacher.phone.chat());
        for line in lines.iter().skip(seen) {
            let is_meant = may.iter().any(|title| line.contains(title.as_str()));
            assert!(is_meant, "seed {seed}, happening {number}: «{line}» of {may:?}");
            said += 1;
        }
        seen = lines.len();
    }
    println!("seed {seed}: {said} lines of reminders");
    assert!(said > 0, "seed {seed}: something is reminded of at all");
    let state = "SELECT COUNT(*) FROM learning_routes WHERE state IN ('stopped', 'completed')";
    assert_eq!(region.house.count(state).await, 1);
    nothing_broke(&region.house).await;
}
