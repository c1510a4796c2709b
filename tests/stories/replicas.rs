//! Two real processes on one PostgreSQL: one polls, both answer, and whoever polls may stop, die or be paused.

use std::time::{Duration, Instant};

use sandbox::{Phone, Sandbox};

use crate::{
    house::{Database, Engine, transcript},
    process::Process,
    teacher::Teacher,
};

/// What a process logs when polling becomes its task.
const TOOK_POLLING: &str = "\"telegram-polling\"";

/// Two replicas that serve; the first of them polls.
struct Pair {
    sandbox: Sandbox,
    polling: Process,
    waiting: Process,
    _database: Database,
}

impl Pair {
    async fn start() -> Self {
        let database = Database::up_to_date(Engine::Postgres).await.expect("a database");
        let sandbox = Sandbox::start(sandbox::Options::default()).await.expect("a sandbox");
        let [one, other] = [(); 2].map(|()| Process::serve(&sandbox, &database.url, "info"));
        within(Duration::from_secs(20), "both serve and one polls", || {
            let logs = [one.log(), other.log()];
            logs.iter().all(|log| log.contains("serving")) && logs.concat().contains(TOOK_POLLING)
        })
        .await;
        let (polling, waiting) = if one.log().contains(TOOK_POLLING) { (one, other) } else { (other, one) };
        Self { sandbox, polling, waiting, _database: database }
    }

    /// New people, each of whom has just said something.
    fn arrivals(&self, who: &str) -> Vec<Phone> {
        let people: Vec<_> = (1..=5).map(|number| self.sandbox.person(&format!("{who} {number}"))).collect();
        people.iter().for_each(|phone| {
            phone.says("/start");
        });
        people
    }

    /// Waits until the other one polls. Returns how long it took.
    async fn hands_over(&self) -> Duration {
        let began = Instant::now();
        let took = || self.waiting.log().contains(TOOK_POLLING);
        within(Duration::from_secs(20), "the other takes over", took).await;
        began.elapsed()
    }

    /// How often one poll ended another: what Telegram says when two poll.
    fn conflicts(&self) -> usize {
        let calls = self.sandbox.calls();
        calls.iter().filter(|call| call.method == "getupdates" && call.status == 409).count()
    }
}

/// Waits until something is true.
async fn within(limit: Duration, what: &str, test: impl Fn() -> bool) {
    let began = Instant::now();
    while !test() {
        assert!(began.elapsed() < limit, "waited in vain: {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Everybody has been answered, once, and it stays at that.
async fn all_are_answered_once(people: &[Phone]) {
    for phone in people {
        phone.waits_for("Здравствуйте").await;
    }
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    for phone in people {
        let answers = phone.chat().iter().filter(|bubble| bubble.from_bot).count();
        assert_eq!(answers, 1, "{}", transcript(phone));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_replica_polls_and_hands_over_when_it_stops() {
    let pair = Pair::start().await;
    let registering = (0..4).map(|number| {
        let mut teacher = Teacher::new(pair.sandbox.person(&format!("Учитель {number}")));
        // Every tap waits for its answer, and fails without one.
        tokio::spawn(async move { teacher.registers("Иванова Мария Петровна").await })
    });
    for teacher in registering.collect::<Vec<_>>() {
        teacher.await.expect("comes in");
    }
    assert!(!pair.waiting.log().contains(TOOK_POLLING), "both poll");
    assert_eq!(pair.conflicts(), 0);

    pair.polling.signal("TERM");
    let people = pair.arrivals("Коллега");
    let took = pair.hands_over().await;
    assert!(took < Duration::from_secs(2), "handed over only after {took:?}");
    all_are_answered_once(&people).await;
    assert_eq!(pair.conflicts(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn when_the_polling_replica_is_killed_the_other_polls() {
    let mut pair = Pair::start().await;
    let before = pair.arrivals("Ранний");
    all_are_answered_once(&before).await;
    pair.polling.kill();
    let people = pair.arrivals("Коллега");
    let took = pair.hands_over().await;
    assert!(took < Duration::from_secs(4), "taken over only after {took:?}");
    all_are_answered_once(&people).await;
    all_are_answered_once(&before).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_paused_replica_loses_polling_and_does_no_harm_when_it_comes_back() {
    let pair = Pair::start().await;
    all_are_answered_once(&pair.arrivals("Ранний")).await;
    pair.polling.signal("STOP");
    // Telegram still delivers these to the poll of the paused one, which reads them when they are long answered.
    let people = pair.arrivals("Коллега");
    let took = pair.hands_over().await;
    assert!(took < Duration::from_secs(15), "taken over only after {took:?}");
    all_are_answered_once(&people).await;
    let conflicts = pair.conflicts();

    pair.polling.signal("CONT");
    let later = pair.arrivals("Поздний");
    within(Duration::from_secs(5), "it sees its lease gone", || pair.polling.log().contains("lost a lease"))
        .await;
    all_are_answered_once(&later).await;
    all_are_answered_once(&people).await;
    assert_eq!(pair.conflicts(), conflicts, "the one that came back polled again");
}
