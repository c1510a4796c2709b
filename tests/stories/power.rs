//! The current fails while people answer: of the file and its log (WAL) remains what was written until then, the last of
//! it torn. Whatever remains opens, is whole, and has lost nothing that anybody was shown.
//! Not here: a process that dies and leaves the system its pages; that is `kills`.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use metodist::db::Db;
use sandbox::{Options, Sandbox};
use sqlx::SqlitePool;

use crate::{
    house::{Database, Engine},
    kills::{Passes, all_tapped, come_in, compare, kept_answers, let_answer},
    process::Process,
    proofs::{Chance, rounds, seed},
};

const FAILURES: usize = 200;
const PEOPLE: usize = 6;
/// Sizes in a write-ahead log: <https://www.sqlite.org/fileformat2.html#the_write_ahead_log>.
const LOG_HEADER: usize = 32;
const FRAME_HEADER: usize = 24;

/// What lay on the disk at one moment.
struct Remains {
    file: Vec<u8>,
    log: Vec<u8>,
    /// Up to here the log is committed, and was forced to the disk.
    committed: usize,
    /// Up to here it may lie in the file already.
    carried_over: usize,
}

/// Takes what lies there while the process stands still. Where marks are just being written there are none.
fn remains(file: &Path) -> Option<Remains> {
    let beside = |ending: &str| PathBuf::from(format!("{}{ending}", file.display()));
    let read = |path: &Path| std::fs::read(path).unwrap_or_default();
    let (marks, log) = (read(&beside("-shm")), read(&beside("-wal")));
    let file = std::fs::read(file).expect("the file");
    // The index beside the log begins with its header, twice (<https://www.sqlite.org/walformat.html>).
    if marks.len() < 136 || marks[..48] != marks[48..96] || log.len() < LOG_HEADER {
        return None;
    }
    let number = |at: usize| {
        let bytes = marks[at..at + 4].try_into().expect("four bytes");
        usize::try_from(u32::from_ne_bytes(bytes)).expect("a size")
    };
    let page = u16::from_be_bytes(file[16..18].try_into().expect("two bytes"));
    let frame = FRAME_HEADER + if page == 1 { 65_536 } else { usize::from(page) };
    let committed = (LOG_HEADER + number(16) * frame).min(log.len());
    let carried_over = (LOG_HEADER + number(96).max(number(128)) * frame).min(committed);
    Some(Remains { file, log, committed, carried_over })
}

impl Remains {
    /// What was committed is there, and after it anything.
    fn torn(&self, chance: &mut Chance) -> Vec<u8> {
        let mut log = self.log[..self.committed].to_vec();
        log.extend((0..chance.below(10_000)).map(|_| u8::try_from(chance.below(256)).expect("a byte")));
        log
    }

    /// The disk did not keep its word, and some of what it should hold is not there.
    fn cut(&self, chance: &mut Chance) -> Vec<u8> {
        let most = (self.committed - self.carried_over) as u64 + 1;
        self.log[..self.carried_over + usize::try_from(chance.below(most)).expect("a place")].to_vec()
    }

    /// Puts them where nothing else lies.
    fn lie_in(&self, folder: &Path, log: &[u8]) -> PathBuf {
        let file = folder.join("remains.db");
        std::fs::write(&file, &self.file).expect("the file");
        std::fs::write(folder.join("remains.db-wal"), log).expect("its log");
        file
    }
}

/// Opens what remained as the program does. Returns the answers in it, and how many rows of answers there are.
async fn opens(remains: &Remains, log: &[u8]) -> (BTreeMap<String, Passes>, usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = remains.lie_in(folder.path(), log);
    let url = format!("sqlite:{}", file.display());
    let db = Db::open(&url).await.expect("it opens");
    assert_eq!(db.pending_migrations().await.expect("asked"), 0);
    let Db::Sqlite { write, .. } = &db else { panic!("a file is SQLite's") };
    assert_eq!(faults(write).await, ["ok"]);
    let answers: i64 =
        sqlx::query_scalar("SELECT COUNT(*) FROM answers").fetch_one(write).await.expect("counted");
    // Whoever has answered stands somewhere, and every event that is done has let go of its content.
    let odd: i64 =
        sqlx::query_scalar("SELECT COUNT(*) FROM inbox WHERE (state = 'queued') <> (content IS NOT NULL)")
            .fetch_one(write)
            .await
            .expect("counted");
    assert_eq!(odd, 0, "an event is half done");
    db.close().await;
    (kept_answers(&url).await, usize::try_from(answers).expect("a count"))
}

/// What SQLite finds wrong with a file and with what refers to what in it; `ok` where it is nothing.
async fn faults(pool: &SqlitePool) -> Vec<String> {
    let mut faults: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_all(pool)
        .await
        .unwrap_or_else(|error| vec![error.to_string()]);
    let loose: Vec<String> = sqlx::query_scalar("SELECT \"table\" FROM pragma_foreign_key_check")
        .fetch_all(pool)
        .await
        .unwrap_or_default();
    faults.extend(loose);
    faults
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_remains_is_whole_and_has_what_was_shown() {
    let (rounds, seed) = (rounds(FAILURES), seed());
    let database = Database::up_to_date(Engine::Sqlite).await.expect("a database");
    let file = PathBuf::from(database.url.trim_start_matches("sqlite:"));
    let sandbox =
        Sandbox::start(Options { callback_seconds: 300, ..Options::default() }).await.expect("a sandbox");
    let bot = Process::serve(&sandbox, &database.url, "info");
    let people = come_in(&sandbox, PEOPLE).await;
    let (enough, taps) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let answering = let_answer(people, seed, (&enough, &taps));
    let mut chance = Chance::new(seed);
    let (mut states, mut lost, mut cut_bytes) = (Vec::new(), 0, 0);
    while states.len() < rounds * 2 {
        tokio::time::sleep(Duration::from_millis(chance.below(120))).await;
        bot.signal("STOP");
        tokio::time::sleep(Duration::from_millis(5)).await;
        // Whoever tapped may still be waiting for the next question; of everything else they have seen that it counts.
        let shown = taps.load(Ordering::SeqCst).saturating_sub(PEOPLE);
        let remained = remains(&file);
        bot.signal("CONT");
        let Some(remained) = remained else { continue };
        let (torn, cut) = (remained.torn(&mut chance), remained.cut(&mut chance));
        cut_bytes += remained.committed - cut.len();
        let (kept, answers) = opens(&remained, &torn).await;
        lost += shown.saturating_sub(answers);
        states.push(kept);
        states.push(opens(&remained, &cut).await.0);
    }
    enough.store(true, Ordering::SeqCst);
    let tapped = all_tapped(answering).await;
    let foreign: usize = states.iter().map(|kept| compare(&tapped, kept).1).sum();
    println!(
        "{rounds} failures of the current, {} states opened ({} KiB cut off), {} answers tapped: {lost} shown and lost, \
         {foreign} that nobody gave, 0 states not whole",
        states.len(),
        cut_bytes / 1_024,
        taps.load(Ordering::SeqCst)
    );
    assert_eq!((lost, foreign), (0, 0), "{}", bot.log());
}

/// The check above is no check unless it finds damage.
#[tokio::test]
async fn damage_is_found() {
    let database = Database::up_to_date(Engine::Sqlite).await.expect("a database");
    let db = Db::open(&database.url).await.expect("it opens");
    db.migrate().await.expect("migrated");
    db.close().await;
    let file = PathBuf::from(database.url.trim_start_matches("sqlite:"));
    let mut bytes = std::fs::read(&file).expect("the file");
    let page = 4_096;
    for at in (page * 3..bytes.len()).step_by(page) {
        bytes[at..at + 200].fill(7);
    }
    std::fs::write(&file, bytes).expect("written");
    let pool = SqlitePool::connect(&database.url).await.expect("it opens");
    assert_ne!(faults(&pool).await, ["ok"]);
}

/// A log that is forced to the disk before a commit is told of: without either, a failure of the current loses answers
/// or tears the file, which no test on a machine that stays on can show.
#[tokio::test]
async fn a_commit_is_on_the_disk_before_it_is_told_of() {
    let database = Database::up_to_date(Engine::Sqlite).await.expect("a database");
    let db = Db::open(&database.url).await.expect("it opens");
    let Db::Sqlite { write, .. } = &db else { panic!("a file is SQLite's") };
    let mode: String = sqlx::query_scalar("PRAGMA journal_mode").fetch_one(write).await.expect("asked");
    let forced: i64 = sqlx::query_scalar("PRAGMA synchronous").fetch_one(write).await.expect("asked");
    assert_eq!((mode.as_str(), forced), ("wal", 2));
}
