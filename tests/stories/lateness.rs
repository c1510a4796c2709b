//! How late reminders are that fall due together, at the pace that the messenger allows, while one chat asks for a pause.

use std::time::Duration;

use metodist::outbox::Class;
use sandbox::{Fault, Match};

use crate::{
    house::{Engine, House},
    letters::{all_settled, heard, letter, members, owe, tuesday_noon},
    proofs::rounds,
};

const PEOPLE: usize = 3_000;
const PER_SECOND: usize = 25;
const PAUSE_SECONDS: u64 = 5;
/// What planning and a busy machine may add.
const SLACK: Duration = Duration::from_secs(10);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn reminders_of_one_minute_are_as_late_as_the_pace_makes_them() {
    let per_second = u32::try_from(PER_SECOND).expect("small");
    let adjust = |config: &mut metodist::config::Config| config.sends_per_second = per_second;
    let mut house = House::prepare(Engine::Sqlite, tuesday_noon(), adjust).await;
    let people = members(&house, rounds(PEOPLE), None).await;
    let slow = people[people.len() / 2].phone.id();
    let call = Match { method: Some("sendMessage"), chat: Some(slow) };
    house.sandbox.faults().next(call, Fault::TooMany { retry_after: PAUSE_SECONDS, global: false });
    house.serve();
    let due = house.clock.now();
    let letters: Vec<_> =
        people.iter().map(|member| letter(member, Class::Reminder, "Напоминание", due)).collect();
    owe(&house, &letters).await;
    let at_best = Duration::from_secs((people.len() / PER_SECOND) as u64);
    all_settled(&house, at_best + SLACK * 6).await;
    let mut late: Vec<_> = people
        .iter()
        .filter(|member| member.phone.id() != slow)
        .map(|member| {
            assert_eq!(heard(member), ["Напоминание"]);
            let said = member.phone.last().expect("a reminder").date;
            (said - due).to_std().unwrap_or_default()
        })
        .collect();
    late.sort();
    let share = |percent: usize| late[(late.len() - 1) * percent / 100];
    println!(
        "{} reminders due at once at {PER_SECOND} a second: late by {:?} (p50), {:?} (p99), {:?} at most; at best {at_best:?}",
        people.len(),
        share(50),
        share(99),
        share(100)
    );
    assert!(share(100) <= at_best + SLACK, "{:?}", share(100));
    let calls: Vec<_> = house.sandbox.calls().into_iter().filter(|call| call.chat == Some(slow)).collect();
    assert_eq!(calls.iter().map(|call| call.status).collect::<Vec<_>>(), [429, 200]);
    let pause = (calls[1].at - calls[0].at).to_std().unwrap_or_default();
    assert!(pause >= Duration::from_secs(PAUSE_SECONDS), "called again after {pause:?}");
}
