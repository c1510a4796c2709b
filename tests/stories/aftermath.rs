//! What becomes of a letter whose worker died, hung, or was frozen between saying it and writing that down.
//! Not here: how often that happens; that is `letter_kills`.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use metodist::{execute, outbox::Class};
use sandbox::{Fault, Match};

use crate::{
    child,
    house::{Engine, House},
    letters::{
        Member, all_settled, count, heard, letter, members, on_both_engines, owe, quiet_house, tuesday_noon,
    },
    process::Process,
};

/// Long enough for a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);
/// A silent replica is another's heir after eight seconds and a look around; promised are fifteen.
const TAKEN_OVER: Duration = Duration::from_secs(15);
/// Longer than a worker takes to look around again.
const A_WHILE: Duration = Duration::from_secs(3);

async fn a_notice_and_an_announcement_are_said_again(engine: Engine) {
    for class in [Class::Notice, Class::Bulk] {
        let (house, member) = killed_after_saying(engine, class).await;
        let _worker = child::serve(&house);
        all_settled(&house, PATIENCE).await;
        assert_eq!(heard(&member), ["Письмо", "Письмо"]);
        assert_eq!(states(&house).await, ["delivered"]);
    }
}

async fn a_reminder_is_left_alone(engine: Engine) {
    let (house, member) = killed_after_saying(engine, Class::Reminder).await;
    let worker = child::serve(&house);
    worker.until_it_serves().await;
    all_settled(&house, PATIENCE).await;
    tokio::time::sleep(A_WHILE).await;
    assert_eq!(heard(&member), ["Письмо"]);
    assert_eq!(states(&house).await, ["unsure"]);
}

/// A call that hangs is given up by the client after a quarter of a minute; until then its letter is nobody else's.
async fn a_call_that_hangs_is_made_again_once(engine: Engine) {
    let mut house = quiet_house(engine).await;
    let member = members(&house, 1, None).await.remove(0);
    house.serve();
    stall(&house, &member, Duration::from_secs(60));
    owe(&house, &[letter(&member, Class::Notice, "Письмо", house.clock.now())]).await;
    until_the_call_stalls(&house).await;
    end_leases(&house).await;
    tokio::time::sleep(A_WHILE).await;
    assert_eq!(heard(&member), Vec::<String>::new(), "a letter in hand was taken again");
    all_settled(&house, PATIENCE).await;
    tokio::time::sleep(A_WHILE).await;
    assert_eq!((heard(&member).len(), states(&house).await), (1, vec!["delivered".to_owned()]));
}

async fn letters_in_the_queue_keep_their_claims(engine: Engine) {
    let mut house = House::prepare(engine, tuesday_noon(), |config| config.sends_per_second = 4).await;
    let people = members(&house, 40, None).await;
    house.serve();
    let now = house.clock.now();
    let letters: Vec<_> = people.iter().map(|member| letter(member, Class::Notice, "Письмо", now)).collect();
    owe(&house, &letters).await;
    while count(&house, "delivered").await < 5 {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(end_leases(&house).await > 10, "most of them stand in the queue");
    // Long enough for every errand to have extended its lease.
    tokio::time::sleep(Duration::from_secs(6)).await;
    let lease_now = metodist::clock::steady_now();
    let lost: i64 = metodist::read!(&house.app.db, on => sqlx::query_scalar(
        "SELECT COUNT(*) FROM letters WHERE claimed_by IS NOT NULL AND held_until < $1").bind(lease_now).fetch_one(on))
    .expect("letters can be counted");
    assert_eq!(lost, 0, "letters in the queue lost their leases");
    all_settled(&house, PATIENCE).await;
    assert!(people.iter().all(|member| heard(member) == ["Письмо"]));
}

/// A replica frozen at the worst moment: while it holds the lock that all others wait for before they claim.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_replica_frozen_in_a_claim_holds_nobody_up() {
    let house = quiet_house(Engine::Postgres).await;
    let people = members(&house, 2, None).await;
    let member = &people[0];
    // Something that is due and may not be taken makes the replica try again and again.
    owe(&house, &[letter(&people[1], Class::Notice, "Потом", house.clock.now())]).await;
    change(&house, "UPDATE letters SET is_planned = TRUE, held_until = '2100-01-01 00:00:00+00'").await;
    let frozen = child::serve(&house);
    frozen.until_it_serves().await;
    freeze_in_a_claim(&house, &frozen).await;
    change(&house, "DELETE FROM letters").await;
    let other = child::serve(&house);
    owe(&house, &[letter(member, Class::Notice, "Письмо", house.clock.now())]).await;
    all_settled(&house, PATIENCE).await;
    frozen.signal("CONT");
    tokio::time::sleep(A_WHILE).await;
    assert_eq!(heard(member), ["Письмо"], "{}", other.log());
}

async fn change(house: &House, statement: &'static str) {
    let mut tx = house.app.db.begin().await.expect("a transaction");
    execute!(&mut tx, sqlx::query(statement)).expect("the letters are changed");
    tx.commit().await.expect("it is written down");
}

async fn freeze_in_a_claim(house: &House, replica: &Process) {
    let metodist::db::Db::Pg(pool) = &house.app.db else { panic!("only PostgreSQL has such a lock") };
    for _ in 0..5_000 {
        replica.signal("STOP");
        let free: bool =
            sqlx::query_scalar("SELECT pg_try_advisory_xact_lock('letters'::regclass::oid::bigint)")
                .fetch_one(pool)
                .await
                .expect("the lock can be asked for");
        if !free {
            return;
        }
        replica.signal("CONT");
        tokio::time::sleep(Duration::from_millis(3)).await;
    }
    panic!("it was never caught in a claim");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_frozen_replica_loses_its_notice_to_another() {
    let (house, member, frozen) = frozen_after_saying(Engine::Postgres, Class::Notice).await;
    let (_other, frozen_at) = (child::serve(&house), Instant::now());
    all_settled(&house, PATIENCE).await;
    let took = frozen_at.elapsed();
    assert!((A_WHILE..TAKEN_OVER).contains(&took), "the letter was taken over after {took:?}");
    let settled = settled_at(&house).await;
    frozen.signal("CONT");
    tokio::time::sleep(A_WHILE).await;
    assert_eq!(heard(&member), ["Письмо", "Письмо"]);
    assert_eq!(settled_at(&house).await, settled, "the late settlement changed something");
    assert!(frozen.log().contains("by somebody who had lost their claims"), "{}", frozen.log());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_frozen_replica_leaves_its_reminder_unsure() {
    let (house, member, frozen) = frozen_after_saying(Engine::Postgres, Class::Reminder).await;
    let other = child::serve(&house);
    other.until_it_serves().await;
    end_leases(&house).await;
    all_settled(&house, PATIENCE).await;
    frozen.signal("CONT");
    tokio::time::sleep(A_WHILE).await;
    assert_eq!(heard(&member), ["Письмо"]);
    assert_eq!(states(&house).await, ["unsure"]);
}

/// Alone on its database, whoever comes back has nobody to lose its letter to but itself.
async fn a_frozen_process_alone_settles_its_letter(engine: Engine) {
    let (house, member, frozen) = frozen_after_saying(engine, Class::Notice).await;
    end_leases(&house).await;
    frozen.signal("CONT");
    all_settled(&house, PATIENCE).await;
    tokio::time::sleep(A_WHILE).await;
    assert_eq!(heard(&member), ["Письмо"]);
    assert_eq!(states(&house).await, ["delivered"]);
}

/// A house in which one letter was said and its worker killed before it could write that down.
async fn killed_after_saying(engine: Engine, class: Class) -> (House, Member) {
    let (house, member, mut worker) = frozen_after_saying(engine, class).await;
    worker.kill();
    (house, member)
}

/// The same with a worker that is frozen: it made the call, the phone rang, and it has not heard of that.
async fn frozen_after_saying(engine: Engine, class: Class) -> (House, Member, Process) {
    let house = quiet_house(engine).await;
    let member = members(&house, 1, None).await.remove(0);
    let worker = child::serve(&house);
    worker.until_it_serves().await;
    stall(&house, &member, Duration::from_secs(1));
    owe(&house, &[letter(&member, class, "Письмо", house.clock.now())]).await;
    until_the_call_stalls(&house).await;
    worker.signal("STOP");
    member.phone.waits_for("Письмо").await;
    (house, member, worker)
}

fn stall(house: &House, member: &Member, pause: Duration) {
    let call = Match { method: Some("sendMessage"), chat: Some(member.phone.id()) };
    house.sandbox.faults().next(call, Fault::Stall(pause));
}

async fn until_the_call_stalls(house: &House) {
    for _ in 0..3_000 {
        if house.sandbox.faults().waiting() == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("nobody was called in half a minute");
}

/// As if every lease had just run out. Returns how many letters somebody held.
async fn end_leases(house: &House) -> u64 {
    let mut tx = house.app.db.begin().await.expect("a transaction");
    let just_now = metodist::clock::steady_now() - TimeDelta::seconds(1);
    let ended = execute!(
        &mut tx,
        sqlx::query("UPDATE letters SET held_until = $1 WHERE claimed_by IS NOT NULL").bind(just_now)
    );
    tx.commit().await.expect("it is written down");
    let ended = ended.expect("leases can be ended");
    assert!(ended > 0, "nobody held a letter");
    ended
}

async fn states(house: &House) -> Vec<String> {
    metodist::read!(&house.app.db, on => sqlx::query_scalar("SELECT state FROM letters").fetch_all(on))
        .expect("letters can be listed")
}

async fn settled_at(house: &House) -> Vec<chrono::DateTime<chrono::Utc>> {
    metodist::read!(&house.app.db, on => sqlx::query_scalar("SELECT settled_at FROM letters").fetch_all(on))
        .expect("letters can be listed")
}

on_both_engines!(
    a_notice_and_an_announcement_are_said_again,
    a_reminder_is_left_alone,
    a_call_that_hangs_is_made_again_once,
    letters_in_the_queue_keep_their_claims,
    a_frozen_process_alone_settles_its_letter,
);
