//! What can go wrong between an update and its answer: crashes, hangs, floods, limits, lost connections, repeats.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use metodist::{
    app::App,
    capability::{Outcome, Tree},
    dispatch,
    inbox::Limits,
    messenger::{Event, Markup, Screen},
    turn::Turn,
};
use sandbox::{Fault, Match, Phone};

use crate::house::{Engine, House, stories};

stories!(
    a_panic_costs_one_update_an_apology,
    a_failure_after_the_commit_shows_the_present_screen,
    a_hanging_handler_delays_nobody_else,
    a_flood_of_one_delays_nobody_else,
    beside_a_flood_and_a_hang_nobody_waits_long,
    every_press_is_answered_within_a_second_and_once,
    an_answer_that_meets_a_limit_is_tried_again,
    an_answer_survives_broken_connections,
    repeated_and_reordered_updates_take_effect_once,
    whoever_blocks_the_bot_costs_nothing,
    rows_are_pruned_after_a_week,
);

/// How often the handlers of this file took effect.
#[derive(Clone, Default)]
struct Effects(Arc<AtomicUsize>);

/// The product's tree below a few handlers that misbehave on a word.
fn with_mishaps(app: &App, effects: &Effects) -> Tree {
    let counted = effects.clone();
    dptree::entry()
        .branch(says("паника").endpoint(panics))
        .branch(says("зависни").endpoint(hangs))
        .branch(says("после").endpoint(fails_after_commit))
        .branch(
            dptree::filter(|turn: Turn| matches!(turn.words(), Some(words) if words.starts_with("раз")))
                .endpoint(move |turn: Turn| count(turn, counted.clone())),
        )
        .branch(
            dptree::filter(
                |turn: Turn| matches!(&turn.incoming().event, Event::Press { payload } if payload == "slow"),
            )
            .endpoint(slow_press),
        )
        .branch(dispatch::tree(app))
}

fn says(word: &'static str) -> Tree {
    dptree::filter(move |turn: Turn| turn.words() == Some(word))
}

async fn panics(_turn: Turn) -> Outcome {
    panic!("as the story wants")
}

async fn hangs(_turn: Turn) -> Outcome {
    std::future::pending().await
}

async fn fails_after_commit(turn: Turn) -> Outcome {
    turn.begin().await?.commit().await?;
    anyhow::bail!("after the commit, as the story wants")
}

async fn slow_press(_turn: Turn) -> Outcome {
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    Ok(Screen::of(Markup::plain("Долго, но верно")).toast("поздно"))
}

async fn count(turn: Turn, effects: Effects) -> Outcome {
    turn.begin().await?.commit().await?;
    let number = effects.0.fetch_add(1, Ordering::SeqCst) + 1;
    Ok(Screen::of(Markup::plain(&format!("{} — это {number}", turn.words().unwrap_or_default()))))
}

impl House {
    async fn with_mishaps(mut self, effects: &Effects) -> House {
        let limits = Limits { workers: 4, handler_deadline: Duration::from_secs(2) };
        self.change_tree(|app| with_mishaps(app, effects), limits).await;
        self
    }
}

async fn a_panic_costs_one_update_an_apology(house: House) {
    let house = house.with_mishaps(&Effects::default()).await;
    let (anna, boris) = (house.person("Анна"), house.person("Борис"));
    anna.says("паника");
    boris.says("раз");
    boris.waits_for("раз — это 1").await;
    let apology = anna.waits_for("что-то сломалось").await;
    assert!(apology.text.contains("M-"), "{}", apology.text);
    anna.says("раз");
    anna.waits_for("раз — это 2").await;
}

async fn a_failure_after_the_commit_shows_the_present_screen(house: House) {
    let house = house.with_mishaps(&Effects::default()).await;
    let anna = house.person("Анна");
    anna.says("после");
    anna.waits_until("a screen that lives", |chat| chat.iter().any(|bubble| bubble.from_bot)).await;
    house.settles().await;
    assert!(anna.last().is_some_and(|bubble| bubble.from_bot), "somebody looks at a dead screen");
}

async fn a_hanging_handler_delays_nobody_else(house: House) {
    let house = house.with_mishaps(&Effects::default()).await;
    let anna = house.person("Анна");
    let others: Vec<Phone> = (0..10).map(|number| house.person(&format!("Коллега {number}"))).collect();
    anna.says("зависни");
    let began = Instant::now();
    for other in &others {
        other.says("раз");
    }
    for other in &others {
        other.waits_for("раз — это").await;
    }
    assert!(began.elapsed() < Duration::from_secs(5), "the others waited {:?}", began.elapsed());
    assert!(!anna.chat().iter().any(|bubble| bubble.from_bot), "the hanging one ended before the others");
    anna.waits_for("что-то сломалось").await;
}

async fn a_flood_of_one_delays_nobody_else(house: House) {
    let effects = Effects::default();
    let house = house.with_mishaps(&effects).await;
    let flooder = house.person("Потоп");
    for number in 0..1_000 {
        flooder.says(&format!("раз {number}"));
    }
    let others: Vec<Phone> = (0..5).map(|number| house.person(&format!("Коллега {number}"))).collect();
    for other in &others {
        other.says("раз");
    }
    for other in &others {
        other.waits_for("раз — это").await;
    }
    let done_of_flood = effects.0.load(Ordering::SeqCst);
    assert!(done_of_flood < 900, "the others were answered only after {done_of_flood} of the flood");
    house.settles().await;
    flooder.waits_for("раз 999 — это").await;
    assert_eq!(effects.0.load(Ordering::SeqCst), 1_005, "every message takes effect once");
}

/// What people wait for in 99 of 100 cases: a second on a machine that has nothing else to do.
const SHORT: Duration = Duration::from_secs(5);

async fn beside_a_flood_and_a_hang_nobody_waits_long(house: House) {
    let house = house.with_mishaps(&Effects::default()).await;
    let (flooder, stuck) = (house.person("Потоп"), house.person("Пробка"));
    stuck.says("зависни");
    for number in 0..1_000 {
        flooder.says(&format!("раз {number}"));
    }
    let asking = (0..5).map(|number| {
        let phone = house.person(&format!("Коллега {number}"));
        tokio::spawn(asks_twenty_times(phone))
    });
    let mut waits: Vec<Duration> = Vec::new();
    for person in asking.collect::<Vec<_>>() {
        waits.extend(person.await.expect("everybody is answered"));
    }
    waits.sort();
    let [half, most, all] = [50, 99, 100].map(|percent| waits[(waits.len() - 1) * percent / 100]);
    println!(
        "{:?}: beside a flood of 1,000 and a hanging handler {} answers took {half:?} (p50), {most:?} (p99), {all:?} at most",
        house.engine(),
        waits.len()
    );
    assert!(most < SHORT, "{waits:?}");
}

async fn asks_twenty_times(phone: Phone) -> Vec<Duration> {
    let mut waits = Vec::new();
    for _ in 0..20 {
        let began = Instant::now();
        let sent = phone.says("раз");
        phone
            .waits_until("an answer", |chat| {
                chat.iter().any(|bubble| bubble.from_bot && bubble.message_id > sent)
            })
            .await;
        waits.push(began.elapsed());
    }
    waits
}

async fn every_press_is_answered_within_a_second_and_once(house: House) {
    let house = house.with_mishaps(&Effects::default()).await;
    let anna = house.person("Анна");
    anna.says("раз");
    let message = anna.waits_for("раз — это 1").await.message_id;
    let began = Instant::now();
    let press = anna.presses_data(message, "slow");
    assert_eq!(press.answer().await, None, "the outcome came too late to be a toast");
    assert!(began.elapsed() < Duration::from_millis(1_400), "answered after {:?}", began.elapsed());
    anna.waits_for("Долго, но верно").await;
    let forged = anna.presses_data(message, "x1.never.issued");
    forged.answer().await;
    anna.waits_for("согласие").await;
    house.settles().await;
    assert_eq!((press.answers(), forged.answers()), (1, 1));
}

async fn an_answer_that_meets_a_limit_is_tried_again(house: House) {
    let house = house.with_mishaps(&Effects::default()).await;
    let anna = house.person("Анна");
    let sends = Match { method: Some("sendMessage"), chat: Some(anna.id()) };
    house.sandbox.faults().next(sends, Fault::TooMany { retry_after: 2, global: false });
    let began = Instant::now();
    anna.says("раз");
    anna.waits_for("раз — это 1").await;
    assert!(began.elapsed() >= Duration::from_secs(2), "the limit was not kept: {:?}", began.elapsed());
    house.settles().await;
    assert_eq!(anna.chat().iter().filter(|bubble| bubble.from_bot).count(), 1);
}

async fn an_answer_survives_broken_connections(house: House) {
    let house = house.with_mishaps(&Effects::default()).await;
    let anna = house.person("Анна");
    let sends = Match { method: Some("sendMessage"), chat: Some(anna.id()) };
    let page = Fault::Status { code: 502, body: "<html>bad gateway</html>".to_owned() };
    for (number, fault) in
        [Fault::CloseBefore, page, Fault::CloseAfter, Fault::TruncatedJson].into_iter().enumerate()
    {
        house.sandbox.faults().next(sends, fault);
        anna.says("раз");
        anna.waits_for(&format!("раз — это {}", number + 1)).await;
        house.settles().await;
    }
}

async fn repeated_and_reordered_updates_take_effect_once(house: House) {
    let effects = Effects::default();
    let house = house.with_mishaps(&effects).await;
    house.sandbox.duplicate_updates(0.5, 7);
    house.sandbox.reorder_updates(7);
    let people: Vec<Phone> = (0..10).map(|number| house.person(&format!("Коллега {number}"))).collect();
    for number in 0..10 {
        for person in &people {
            person.says(&format!("раз {number}"));
        }
    }
    for person in &people {
        person.waits_for("раз 9 — это").await;
    }
    house.settles().await;
    assert_eq!(effects.0.load(Ordering::SeqCst), 100);
}

async fn whoever_blocks_the_bot_costs_nothing(house: House) {
    let house = house.with_mishaps(&Effects::default()).await;
    let anna = house.person("Анна");
    anna.says("раз");
    anna.waits_for("раз — это 1").await;
    anna.says("раз");
    anna.blocks();
    house.settles().await;
    let sends = |house: &House| house.sandbox.calls().iter().filter(|call| call.status == 403).count();
    assert!(sends(&house) <= 2, "a blocked person was tried {} times", sends(&house));
    anna.unblocks();
    anna.says("раз");
    anna.waits_for("раз — это 3").await;
}

async fn rows_are_pruned_after_a_week(house: House) {
    let anna = house.person("Анна");
    anna.says("/help");
    anna.waits_until("help", |chat| chat.iter().any(|bubble| bubble.from_bot)).await;
    house.settles().await;
    assert!(house.count("SELECT COUNT(*) FROM inbox").await > 0);
    house.clock.jump(chrono::TimeDelta::days(8));
    for _ in 0..80 {
        if house.count("SELECT COUNT(*) FROM inbox").await == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
    panic!("old keys were not dropped");
}

#[tokio::test]
async fn two_processes_may_migrate_at_once() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let database = crate::house::Database::up_to_date(engine).await.expect("a database");
        let starters = (0..4).map(|_| {
            let url = database.url.clone();
            async move {
                let db = metodist::db::Db::open(&url).await?;
                db.migrate().await?;
                anyhow::Ok(db.pending_migrations().await?)
            }
        });
        for result in futures::future::join_all(starters).await {
            assert_eq!(result.expect("the migration succeeds"), 0, "{engine:?}");
        }
    }
}
