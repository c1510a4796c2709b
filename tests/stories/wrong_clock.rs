//! The machine's clock is wrong: at the start, or because somebody has set it. Nothing falls due by it, nobody is erased,
//! and once it is right everything falls due once.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use metodist::outbox::Class;

use crate::{
    house::{Engine, House},
    letters::{Member, assert_said, count, heard, letter, members, on_both_engines, owe, tuesday_noon},
    service::{free_port, until_well},
    unreachable::hears,
};

/// Longer than the outbox takes to look around again.
const A_LOOK: Duration = Duration::from_secs(1);
const TEN_YEARS: TimeDelta = TimeDelta::days(3_652);

/// Why the clock is not well.
fn clock_why(health: &serde_json::Value) -> String {
    let parts = health["parts"].as_array().expect("parts");
    let clock = parts.iter().find(|part| part["part"] == "clock").expect("the part");
    clock["why"].as_str().unwrap_or_else(|| panic!("not the clock: {health}")).to_owned()
}

/// What has fallen due so far.
async fn done(house: &House) -> (Vec<String>, i64, i64) {
    let runs: Vec<String> = metodist::read!(&house.app.db, on => sqlx::query_scalar(
        "SELECT job || ' ' || CAST(last_due_at AS TEXT) FROM job_runs ORDER BY job").fetch_all(on))
    .expect("the runs of jobs");
    let people = house.count("SELECT COUNT(*) FROM persons WHERE registered_at IS NOT NULL").await;
    (runs, people, count(house, "owed").await)
}

async fn nothing_falls_due_by_a_wrong_clock(engine: Engine) {
    let address = format!("127.0.0.1:{}", free_port());
    let doors = format!("http://{address}");
    let owner = 5_000_000_001;
    let mut house = House::prepare(engine, tuesday_noon(), |config| {
        config.listen = Some(address.parse().expect("an address"));
        config.owners = vec![owner];
    })
    .await;
    let owner = house.sandbox.crowd(1).remove(0);
    let people = members(&house, 3, None).await;
    let due = house.clock.now() + TimeDelta::hours(2);
    let letters: Vec<_> = people.iter().map(|one| letter(one, Class::Notice, "Встреча", due)).collect();
    owe(&house, &letters).await;

    house.clock.step(TEN_YEARS);
    house.serve();
    let began = Instant::now();
    let why = clock_why(&until_told(&doors).await);
    println!("{engine:?}: ten years ahead at the start: told after {:?} ({why})", began.elapsed());
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(count(&house, "owed").await, 3);
    house.clock.step(-TEN_YEARS);
    until_well(&doors, true).await;
    let before = until_counted(&house).await;

    for (by, words) in [(TEN_YEARS, "ten years ahead"), (TimeDelta::hours(-24 * 365), "a year behind")] {
        house.clock.step(by);
        let began = Instant::now();
        let why = clock_why(&until_well(&doors, false).await);
        let red = began.elapsed();
        assert!(red < Duration::from_secs(12), "red only after {red:?}");
        let phone = house.person("Анна");
        phone.says("/start");
        phone.waits_for("Здравствуйте").await;
        if engine == Engine::Sqlite && by == TEN_YEARS {
            hears(&owner, "Часы на сервере показывают неверное время").await;
        } else {
            tokio::time::sleep(Duration::from_secs(2)).await;
        }
        assert_eq!(done(&house).await, before, "{words}");
        assert!(people.iter().all(|one| heard(one).is_empty()), "{words}");
        house.clock.step(-by);
        until_well(&doors, true).await;
        println!("{engine:?}: {words} while it serves: red after {red:?} ({why})");
    }
    an_hour_ahead_and_back(&house, &people).await;
    for one in &people {
        assert_said(one, &[(due, "Встреча")]);
    }
    if engine == Engine::Sqlite {
        hears(&owner, "Часы на сервере снова верны").await;
    }
}

/// From half an hour before the letters are due: what is due in between is said at its own time, once.
async fn an_hour_ahead_and_back(house: &House, people: &[Member]) {
    house.clock.advance(TimeDelta::minutes(90)).await;
    house.clock.step(TimeDelta::hours(1));
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert!(people.iter().all(|one| heard(one).is_empty()), "said half an hour early");
    house.clock.step(TimeDelta::hours(-1));
    tokio::time::sleep(A_LOOK).await;
    house.clock.advance(TimeDelta::minutes(40)).await;
    house.clock.step(TimeDelta::hours(-1));
    tokio::time::sleep(A_LOOK).await;
    house.clock.step(TimeDelta::hours(1));
    tokio::time::sleep(A_LOOK).await;
    house.clock.advance(TimeDelta::hours(3)).await;
}

/// Waits until the doors, which are open before the bot serves, tell of the clock.
async fn until_told(doors: &str) -> serde_json::Value {
    for _ in 0..100 {
        let health = until_well(doors, false).await;
        if health["parts"].to_string().contains("machine's clock") {
            return health;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("nobody tells of the clock");
}

/// Waits until the calendar has begun to count every job's due instants.
async fn until_counted(house: &House) -> (Vec<String>, i64, i64) {
    for _ in 0..100 {
        let now = done(house).await;
        tokio::time::sleep(Duration::from_millis(100)).await;
        if !now.0.is_empty() && now == done(house).await {
            return now;
        }
    }
    panic!("no job is counted");
}

on_both_engines!(nothing_falls_due_by_a_wrong_clock);
