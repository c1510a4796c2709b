//! Bad days of the database: it goes and comes back, falls silent, is full, locked, read-only or taken away. No update
//! is confirmed that was not stored, health is red in time and says why, and all is well again without a hand.

use std::{
    process::{Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use sandbox::{Options, Phone, Sandbox};
use serde_json::Value;
use sqlx::{AssertSqlSafe, Connection, Executor, PgPool, SqliteConnection};
use uuid::Uuid;

use crate::{
    cable::Cable,
    house::{Database, Engine, transcript},
    kills::{all_tapped, come_in, compare, kept_answers, let_answer},
    process::{Process, command},
    proofs::{Chance, rounds, seed},
    service::{free_port, look, until_well},
    unreachable::hears,
};

/// What is promised: red within ten seconds. Some more for a busy machine.
const RED: Duration = Duration::from_secs(12);
/// From the moment the cause is gone until people are answered again.
const RECOVERY: Duration = Duration::from_secs(30);

/// The real program, its owner, and where its health is seen.
struct Day {
    sandbox: Sandbox,
    database: Database,
    owner: Phone,
    doors: String,
    bot: Process,
}

impl Day {
    /// Begins a day on which the bot finds its database at `address(database)`.
    async fn begin(engine: Engine, by_webhook: bool, address: impl FnOnce(&str) -> String) -> Self {
        let database = Database::up_to_date(engine).await.expect("a database");
        let options = Options { callback_seconds: 300, ..Options::default() };
        let sandbox = Sandbox::start(options).await.expect("a sandbox");
        let owner = sandbox.crowd(1).remove(0);
        let listen = format!("127.0.0.1:{}", free_port());
        let mut line = line(&sandbox, &address(&database.url));
        line.env("METODIST_LISTEN", &listen).env("METODIST_OWNERS", owner.id().to_string());
        let doors = format!("http://{listen}");
        if by_webhook {
            line.env("METODIST_WEBHOOK_URL", &doors);
        }
        let bot = Process::start(line);
        bot.until_it_serves().await;
        until_well(&doors, true).await;
        // All of it is at work by then, the calendar too.
        tokio::time::sleep(Duration::from_secs(1)).await;
        Self { sandbox, database, owner, doors, bot }
    }

    /// Begins one on PostgreSQL at the end of a cable, which the story holds.
    async fn behind_a_cable(by_webhook: bool) -> (Self, Cable) {
        let mut cable = None;
        let address = |url: &str| {
            let (through, address) = Cable::to_postgres(url);
            cable = Some(through);
            address
        };
        let day = Self::begin(Engine::Postgres, by_webhook, address).await;
        (day, cable.expect("a cable"))
    }

    /// Waits until health is red. Returns how long it took since `began`, and the reason.
    async fn red_since(&self, began: Instant) -> (Duration, String) {
        while look(&self.doors, "/health/ready").await.is_none_or(|(status, _)| status == 200) {
            assert!(began.elapsed() < RED, "still not red:\n{}", self.bot.log());
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let took = began.elapsed();
        let health = until_well(&self.doors, false).await;
        let parts = health["parts"].as_array().expect("parts").iter();
        let database = parts.clone().find(|part| part["part"] == "database").expect("the part");
        let why = database["why"].as_str().unwrap_or_else(|| panic!("not the database: {health}"));
        (took, why.to_owned())
    }

    /// The last update that was confirmed to the messenger by a poll.
    fn confirmed(&self) -> i64 {
        let calls = self.sandbox.calls().into_iter().filter(|call| call.method == "getupdates");
        calls.filter_map(|call| call.params.get("offset").and_then(Value::as_i64)).max().unwrap_or_default()
    }

    /// Somebody writes while nothing can be kept: they are not answered, and what they wrote is not confirmed.
    async fn somebody_writes_in_vain(&self) -> Phone {
        let phone = self.sandbox.person("Невовремя");
        phone.says("/start");
        // A poll is on the list only when it is over: the one that brings this confirms what was stored before.
        tokio::time::sleep(Duration::from_millis(1_500)).await;
        let confirmed = self.confirmed();
        self.sandbox.person("Тоже").says("/start");
        tokio::time::sleep(Duration::from_millis(2_500)).await;
        assert_eq!(phone.chat().iter().filter(|bubble| bubble.from_bot).count(), 0, "{}", transcript(&phone));
        assert_eq!(self.confirmed(), confirmed, "confirmed what was not stored");
        phone
    }

    /// Waits until they are answered; once.
    async fn is_answered_after(&self, phone: &Phone, relief: Instant) -> Duration {
        let answers = || phone.chat().iter().filter(|bubble| bubble.from_bot).count();
        while answers() == 0 {
            assert!(relief.elapsed() < RECOVERY, "{}\n{}", transcript(phone), self.bot.log());
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let took = relief.elapsed();
        until_well(&self.doors, true).await;
        assert_eq!(answers(), 1, "{}", transcript(phone));
        took
    }

    /// People answer a questionnaire while trouble comes and goes so often. Nothing is lost; each time they go on.
    async fn goes_on_through(&self, people: usize, often: usize, trouble: impl AsyncFn(&mut Chance)) {
        let seed = seed();
        let people = come_in(&self.sandbox, people).await;
        let (enough, taps) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
        let answering = let_answer(people, seed, (&enough, &taps));
        let (mut chance, mut recoveries) = (Chance::new(seed), Vec::new());
        for _ in 0..often {
            tokio::time::sleep(Duration::from_millis(200 + chance.below(600))).await;
            trouble(&mut chance).await;
            let (relief, before) = (Instant::now(), taps.load(Ordering::SeqCst));
            // The first tap may have been in hand.
            while taps.load(Ordering::SeqCst) < before + 2 {
                assert!(relief.elapsed() < RECOVERY, "{}", self.bot.log());
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
            recoveries.push(relief.elapsed());
        }
        enough.store(true, Ordering::SeqCst);
        let tapped = all_tapped(answering).await;
        let (lost, doubled) = compare(&tapped, &kept_answers(&self.database.url).await);
        recoveries.sort();
        println!(
            "{often} times, {} answers tapped: {lost} lost, {doubled} doubled; answered again after {:?} (half), {:?} (all)",
            taps.load(Ordering::SeqCst),
            recoveries[recoveries.len() / 2],
            recoveries[recoveries.len() - 1],
        );
        assert_eq!((lost, doubled), (0, 0), "{}", self.bot.log());
    }
}

/// Serves; a file that may not grow is an error like any other, as it is where no shell has set a limit.
fn line(sandbox: &Sandbox, database_url: &str) -> Command {
    let bare = command(sandbox.token(), &sandbox.api_url(), database_url);
    let mut line = Command::new("sh");
    line.args(["-c", "trap '' XFSZ; exec \"$0\" serve"]).arg(bare.get_program()).env_clear();
    for (name, value) in bare.get_envs() {
        line.env(name, value.unwrap_or_default());
    }
    line.env("METODIST_EVENTS_PER_MINUTE", "0").current_dir(std::env::temp_dir()).stdin(Stdio::null());
    line
}

async fn pause(chance: &mut Chance, at_least: u64, below: u64) {
    tokio::time::sleep(Duration::from_millis(at_least + chance.below(below))).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_that_comes_and_goes_loses_nothing() {
    let (day, cable) = Day::behind_a_cable(false).await;
    day.goes_on_through(8, rounds(100), async |chance| {
        cable.cut();
        pause(chance, 100, 900).await;
        cable.mend();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_that_stays_away_is_told_to_the_owner() {
    let (day, cable) = Day::behind_a_cable(false).await;
    cable.cut();
    let began = Instant::now();
    let (red, why) = day.red_since(began).await;
    let phone = day.somebody_writes_in_vain().await;
    let told = hears(&day.owner, "База данных недоступна").await;
    let owner = began.elapsed();
    assert!(!told.contains("Невовремя"), "{told}");
    cable.mend();
    let answered = day.is_answered_after(&phone, Instant::now()).await;
    hears(&day.owner, "Бот снова работает").await;
    let heard = day.owner.chat().iter().filter(|bubble| bubble.from_bot).count();
    assert_eq!(heard, 2, "{}", transcript(&day.owner));
    println!(
        "PostgreSQL away: red after {red:?} ({why}), the owner told after {owner:?}, answered {answered:?} after its return"
    );
    assert!(why.contains("PostgreSQL"), "{why}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_network_that_swallows_everything_holds_nobody_for_ever() {
    let (day, cable) = Day::behind_a_cable(true).await;
    let early = day.sandbox.person("Вовремя");
    early.says("/start");
    day.is_answered_after(&early, Instant::now()).await;
    cable.falls_silent();
    let (red, why) = day.red_since(Instant::now()).await;
    let phone = day.somebody_writes_in_vain().await;
    cable.mend();
    let answered = day.is_answered_after(&phone, Instant::now()).await;
    println!("a silent network: red after {red:?} ({why}), answered {answered:?} after it speaks again");
}

/// The server takes no writes: somebody has made it a standby, or its disk is full. The bot's own role reads only.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_read_only_postgres_is_waited_for() {
    let server = std::env::var("METODIST_TEST_POSTGRES").expect("a server");
    let pool = PgPool::connect(&server).await.expect("the test server answers");
    let role = format!("r_{}", Uuid::now_v7().simple());
    let tell = async |words: String| {
        sqlx::raw_sql(AssertSqlSafe(words)).execute(&pool).await.expect("it is done");
    };
    tell(format!("CREATE ROLE {role} LOGIN SUPERUSER")).await;
    let day = Day::begin(Engine::Postgres, false, |url| {
        let mut url = reqwest::Url::parse(url).expect("an address");
        url.set_username(&role).expect("a name");
        url.to_string()
    })
    .await;
    let throw_out =
        format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{role}'");
    tell(format!("ALTER ROLE {role} SET default_transaction_read_only = on; {throw_out}")).await;
    let (red, why) = day.red_since(Instant::now()).await;
    let phone = day.somebody_writes_in_vain().await;
    tell(format!("ALTER ROLE {role} RESET default_transaction_read_only; {throw_out}")).await;
    let answered = day.is_answered_after(&phone, Instant::now()).await;
    println!(
        "PostgreSQL read-only: red after {red:?} ({why}), answered {answered:?} after it may write again"
    );
    assert!(why.contains("read-only"), "{why}");
}

/// Lets the process write no further than so many bytes into any file, or as far as it wants.
fn limit(bot: &Process, bytes: &str) {
    let limits = format!("--fsize={bytes}:unlimited");
    let done = Command::new("prlimit").args(["--pid", &bot.id().to_string(), &limits]).status();
    assert!(done.expect("prlimit runs").success());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_loses_nothing() {
    let day = Day::begin(Engine::Sqlite, false, str::to_owned).await;
    day.goes_on_through(4, rounds(50), async |chance| {
        limit(&day.bot, "0");
        pause(chance, 100, 700).await;
        limit(&day.bot, "unlimited");
    })
    .await;
    limit(&day.bot, "0");
    let (red, why) = day.red_since(Instant::now()).await;
    let phone = day.somebody_writes_in_vain().await;
    limit(&day.bot, "unlimited");
    let answered = day.is_answered_after(&phone, Instant::now()).await;
    println!("a full disk: red after {red:?} ({why}), answered {answered:?} after there is room");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_locked_file_and_one_that_is_taken_away_are_waited_for() {
    let day = Day::begin(Engine::Sqlite, false, str::to_owned).await;
    let url = day.database.url.clone();
    day.goes_on_through(3, rounds(20), async |chance| {
        let mut other = SqliteConnection::connect(&url).await.expect("a second writer");
        other.execute("PRAGMA busy_timeout = 30000").await.expect("patience");
        other.execute("BEGIN IMMEDIATE").await.expect("it holds the lock");
        pause(chance, 1_000, 6_000).await;
        other.execute("ROLLBACK").await.expect("it lets go");
    })
    .await;
    let file = std::path::PathBuf::from(url.trim_start_matches("sqlite:"));
    let aside = file.with_extension("aside");
    std::fs::rename(&file, &aside).expect("it is taken away");
    let (red, why) = day.red_since(Instant::now()).await;
    let phone = day.somebody_writes_in_vain().await;
    std::fs::rename(&aside, &file).expect("it is back");
    let answered = day.is_answered_after(&phone, Instant::now()).await;
    println!("a file taken away: red after {red:?} ({why}), answered {answered:?} after its return");
    assert!(why.contains("taken away"), "{why}");
    assert_eq!(look(&day.doors, "/health/live").await.expect("alive").0, 200);
}
