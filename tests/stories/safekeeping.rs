//! Copies and moves of the whole database: a drill of the bad day, and the way from a file to PostgreSQL with everybody
//! answering on.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use chrono::TimeDelta;
use metodist::{
    backup::{self, Options},
    config::Config,
    dispatch,
    outbox::Class,
    transfer,
};
use sandbox::Sandbox;

use crate::{
    house::{Database, Engine, House},
    kills::{all_tapped, come_in, compare, kept_answers, let_answer},
    letters::{all_settled, heard, letter, members, owe, quiet_house},
    process::{Process, command},
    proofs::seed,
    teacher::Teacher,
};

/// Long enough for a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_restores_and_says_nothing_old_on_sqlite() {
    a_copy_restores_and_says_nothing_old(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_restores_and_says_nothing_old_on_postgres() {
    a_copy_restores_and_says_nothing_old(Engine::Postgres).await;
}

async fn a_copy_restores_and_says_nothing_old(engine: Engine) {
    let mut house = quiet_house(engine).await;
    let people = members(&house, 3, None).await;
    let now = house.clock.now();
    let later = now + TimeDelta::days(3);
    let letters = people.iter().flat_map(|member| {
        [letter(member, Class::Notice, "Старое", now), letter(member, Class::Notice, "Будущее", later)]
    });
    owe(&house, &letters.collect::<Vec<_>>()).await;
    an_event_lies_unhandled(&house).await;
    let folder = tempfile::tempdir().expect("a folder");
    let options = Options { folder: folder.path().join("copies"), keep: 2 };
    let copy = backup::back_up(house.config(), &options).await.expect("a copy");
    println!("{engine:?}: {copy}");
    let empty = Database::empty(engine).await.expect("an empty place");
    let config = Config { database_url: empty.url.clone().into(), ..house.config().clone() };
    let began = std::time::Instant::now();
    let capabilities = dispatch::capabilities();
    let quarantine = backup::restore(&config, &copy.file, &capabilities, house.clock.now()).await;
    let quarantine = quarantine.expect("it restores");
    println!("{engine:?}: {quarantine}, in {:?}", began.elapsed());
    assert_eq!((quarantine.events, quarantine.by_capability), (1, vec![("outbox", 3)]));
    let again = backup::restore(&config, &copy.file, &capabilities, house.clock.now()).await;
    assert!(format!("{:#}", again.expect_err("the place is taken")).contains("empty place"));
    house.moves_to(&empty.url).await;
    house.serve();
    all_settled(&house, PATIENCE).await;
    assert!(people.iter().all(|member| heard(member).is_empty()), "nothing old is said");
    house.clock.advance(TimeDelta::days(4)).await;
    all_settled(&house, PATIENCE).await;
    assert!(people.iter().all(|member| heard(member) == ["Будущее"]), "what is still to come is said");
    let mut teacher = Teacher::new(house.person("Анна"));
    teacher.registers("Петрова Анна Сергеевна").await;
}

async fn an_event_lies_unhandled(house: &House) {
    let mut tx = house.app.db.begin().await.expect("a transaction");
    metodist::execute!(
        &mut tx,
        sqlx::query(
            "INSERT INTO inbox (messenger, event_key, contact, content, origin, state, crashes, deaths,
                 claim_number, received_at) VALUES ('telegram', 'press:1', '5', '{}', '{}', 'done', 0, 0, 0, $1)",
        )
        .bind(house.clock.now())
    )
    .expect("a row");
    tx.commit().await.expect("a commit");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_is_made_while_people_answer_and_is_whole() {
    let database = Database::up_to_date(Engine::Sqlite).await.expect("a database");
    let sandbox = Sandbox::start(sandbox::Options::default()).await.expect("a sandbox");
    let bot = Process::serve(&sandbox, &database.url, "info");
    let people = come_in(&sandbox, 5).await;
    let (enough, taps) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let answering = let_answer(people, seed(), (&enough, &taps));
    let folder = tempfile::tempdir().expect("a folder");
    let options = Options { folder: folder.path().to_path_buf(), keep: 3 };
    let config = crate::house::config(&database.url, None);
    let mut newest = None;
    for _ in 0..5 {
        tokio::time::sleep(Duration::from_millis(300)).await;
        newest = Some(backup::back_up(&config, &options).await.expect("a copy").file);
    }
    enough.store(true, Ordering::SeqCst);
    let tapped = all_tapped(answering).await;
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 3);
    let copy = format!("sqlite:{}", newest.expect("five copies").display());
    let copied: usize =
        kept_answers(&copy).await.values().flatten().map(std::collections::BTreeMap::len).sum();
    let (lost, doubled) = compare(&tapped, &kept_answers(&database.url).await);
    println!("{} answers tapped, {copied} of them in the last copy", taps.load(Ordering::SeqCst));
    assert_eq!((lost, doubled), (0, 0), "{}", bot.log());
    assert!(copied > 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_damaged_copy_and_a_place_that_is_taken_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let broken = folder.path().join("metodist-x.db");
    std::fs::write(&broken, b"SQLite format 3\0 and then nothing").expect("a file");
    let url = format!("sqlite:{}", folder.path().join("new.db").display());
    let config = crate::house::config(&url, None);
    let restored = backup::restore(&config, &broken, &[], chrono::DateTime::UNIX_EPOCH).await;
    assert!(restored.is_err());
    assert!(!folder.path().join("new.db").exists(), "nothing was begun");
    let none = folder.path().join("none.db");
    let missing = backup::restore(&config, &none, &[], chrono::DateTime::UNIX_EPOCH);
    assert!(format!("{:#}", missing.await.expect_err("no file")).contains("is not there"));
}

const PEOPLE: usize = 50;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_loses_an_answer_when_the_service_moves_to_postgres() {
    let (file, server) = (
        Database::up_to_date(Engine::Sqlite).await.expect("a database"),
        Database::empty(Engine::Postgres).await.expect("a database"),
    );
    let options = sandbox::Options { callback_seconds: 300, ..sandbox::Options::default() };
    let sandbox = Sandbox::start(options).await.expect("a sandbox");
    let bot = Process::serve(&sandbox, &file.url, "info");
    let people = come_in(&sandbox, PEOPLE).await;
    let (enough, taps) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let answering = let_answer(people, seed(), (&enough, &taps));
    tokio::time::sleep(Duration::from_secs(4)).await;
    let while_served = transfer::transfer(&file.url, &server.url).await;
    assert!(format!("{:#}", while_served.expect_err("it is served")).contains("stop the service"));
    bot.ends_on("TERM").await;
    let before = taps.load(Ordering::SeqCst);
    let mut line = command(sandbox.token(), &sandbox.api_url(), &file.url);
    line.arg("transfer").env("METODIST_TRANSFER_TO", &server.url);
    let moved = line.output().expect("it runs");
    let told = String::from_utf8_lossy(&moved.stdout).into_owned();
    assert!(moved.status.success(), "{told}{}", String::from_utf8_lossy(&moved.stderr));
    println!(
        "{}",
        told.lines().filter(|line| !line.starts_with("       0 rows")).collect::<Vec<_>>().join("\n")
    );
    let replicas = [0, 1].map(|_| Process::serve(&sandbox, &server.url, "info"));
    for replica in &replicas {
        replica.until_it_serves().await;
    }
    tokio::time::sleep(Duration::from_secs(4)).await;
    enough.store(true, Ordering::SeqCst);
    let tapped = all_tapped(answering).await;
    let (lost, doubled) = compare(&tapped, &kept_answers(&server.url).await);
    let taps = taps.load(Ordering::SeqCst);
    println!(
        "{PEOPLE} people tapped {taps} answers, {before} of them before the move: {lost} lost, {doubled} doubled"
    );
    assert_eq!((lost, doubled), (0, 0), "{}\n{}", replicas[0].log(), replicas[1].log());
    assert!(before > 0 && taps > before);
}
