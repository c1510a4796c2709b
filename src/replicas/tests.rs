//! Replicas and leases on both engines, from the inside.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Instant,
};

use super::*;
use crate::{execute, read};

/// A database of its own, and what keeps it.
struct Bench {
    db: Db,
    _database: fresh::Database,
}

/// A replica's id, and on PostgreSQL the lock by which it lives.
struct Living {
    id: Uuid,
    line: Option<PoolConnection<Postgres>>,
}

/// Makes one test per engine of an async function that takes a `Bench`.
macro_rules! on_both_engines {
    ($($name:ident),+ $(,)?) => {
        $(mod $name {
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                super::$name(super::Bench::open(fresh::Engine::Sqlite).await).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                super::$name(super::Bench::open(fresh::Engine::Postgres).await).await;
            }
        })+
    };
}

on_both_engines!(
    a_lease_is_taken_once_and_kept_by_renewing,
    an_expired_lease_goes_to_another_under_a_higher_number,
    a_lease_given_back_is_taken_at_once,
    of_many_takers_one_wins,
    work_ends_when_another_has_the_lease,
    work_ends_before_the_lease_does_when_the_database_is_silent,
    work_that_does_not_end_is_dropped_in_time,
    a_stop_gives_the_lease_back,
    a_replica_is_counted_from_joining_to_leaving,
);

impl Bench {
    async fn open(engine: fresh::Engine) -> Self {
        let database = fresh::Database::up_to_date(engine).await.expect("a database");
        Self { db: Db::open(&database.url).await.expect("opens"), _database: database }
    }

    async fn take(&self, replica: Uuid) -> Option<i64> {
        store::take(&self.db, "jobs", replica).await.expect("the database answers")
    }

    async fn renew(&self, replica: Uuid, number: i64) -> bool {
        store::renew(&self.db, "jobs", replica, number).await.expect("the database answers")
    }

    /// A replica that counts as alive. It did not join: on SQLite that would be the end of the others.
    async fn living(&self) -> Living {
        let id = Uuid::now_v7();
        let line = match &self.db {
            Db::Sqlite { .. } => None,
            Db::Pg(pool) => Some(store::hold_id(pool, id).await.expect("a lock")),
        };
        Living { id, line }
    }

    fn lease(&self, replica: &Living) -> Lease {
        Lease { db: self.db.clone(), replica: replica.id, name: "jobs" }
    }

    /// Lets everything run out, as if its time had passed.
    async fn run_out(&self) {
        let mut tx = self.db.begin().await.expect("begins");
        let past = chrono::DateTime::UNIX_EPOCH;
        execute!(&mut tx, sqlx::query("UPDATE leases SET held_until = $1").bind(past)).expect("leases");
        execute!(&mut tx, sqlx::query("UPDATE replicas SET alive_until = $1").bind(past)).expect("replicas");
        tx.commit().await.expect("commits");
    }

    async fn replicas(&self) -> i64 {
        read!(&self.db, on => sqlx::query_scalar("SELECT COUNT(*) FROM replicas").fetch_one(on))
            .expect("counted")
    }
}

async fn a_lease_is_taken_once_and_kept_by_renewing(bench: Bench) {
    let (first, second) = (bench.living().await, bench.living().await);
    let (one, other) = (first.id, second.id);
    assert_eq!(bench.take(one).await, Some(1));
    assert_eq!(bench.take(other).await, None);
    assert_eq!(bench.take(one).await, None, "one holding at a time, also in one process");
    assert!(bench.renew(one, 1).await);
    assert!(!bench.renew(other, 1).await);
    bench.run_out().await;
    assert!(bench.renew(one, 1).await, "nobody took it meanwhile");
    assert_eq!(bench.take(other).await, None);
}

async fn an_expired_lease_goes_to_another_under_a_higher_number(bench: Bench) {
    let (first, second) = (bench.living().await, bench.living().await);
    let (one, other) = (first.id, second.id);
    assert_eq!(bench.take(one).await, Some(1));
    bench.run_out().await;
    assert_eq!(bench.take(other).await, Some(2));
    assert!(!bench.renew(one, 1).await);
    store::give_back(&bench.db, "jobs", one, 1).await.expect("changes nothing");
    assert!(bench.renew(other, 2).await);
}

async fn a_lease_given_back_is_taken_at_once(bench: Bench) {
    let (first, second) = (bench.living().await, bench.living().await);
    let (one, other) = (first.id, second.id);
    assert_eq!(bench.take(one).await, Some(1));
    store::give_back(&bench.db, "jobs", one, 1).await.expect("given back");
    assert!(!bench.renew(one, 1).await);
    assert_eq!(bench.take(other).await, Some(2));
}

async fn of_many_takers_one_wins(bench: Bench) {
    let living = [bench.living().await, bench.living().await, bench.living().await, bench.living().await];
    for round in 1..=10 {
        let takers = living.each_ref().map(|replica| {
            let (db, id) = (bench.db.clone(), replica.id);
            tokio::spawn(async move { store::take(&db, "jobs", id).await })
        });
        let mut won = Vec::new();
        for taker in takers {
            won.extend(taker.await.expect("no panic").expect("the database answers"));
        }
        assert_eq!(won, [round], "one of them, under the next number");
        bench.run_out().await;
    }
}

/// Holds the lease with work that lives until told to stop. Returns when the work has ended.
async fn works_until_told(lease: &Lease, stop: &CancellationToken) {
    let stop_all = stop.clone();
    let work = async |hold: Hold| {
        hold.ended.cancelled().await;
        stop_all.cancel();
    };
    lease.hold(stop, work).await;
}

async fn work_ends_when_another_has_the_lease(bench: Bench) {
    let holder = bench.living().await;
    let (lease, stop) = (bench.lease(&holder), CancellationToken::new());
    let robbed = async {
        sleep(Duration::from_millis(300)).await;
        bench.run_out().await;
        assert_eq!(bench.take(Uuid::now_v7()).await, Some(2));
    };
    let began = Instant::now();
    tokio::join!(works_until_told(&lease, &stop), robbed);
    assert!(began.elapsed() < Duration::from_secs(4), "noticed only after {:?}", began.elapsed());
}

async fn work_ends_before_the_lease_does_when_the_database_is_silent(bench: Bench) {
    let holder = bench.living().await;
    let (lease, stop) = (bench.lease(&holder), CancellationToken::new());
    let silenced = async {
        sleep(Duration::from_millis(300)).await;
        // It would wait for the lock's connection, and refuses all others from now on.
        let db = bench.db.clone();
        tokio::spawn(async move { db.close().await });
    };
    let began = Instant::now();
    tokio::join!(works_until_told(&lease, &stop), silenced);
    let took = began.elapsed();
    assert!((Duration::from_secs(5)..Duration::from_millis(7_500)).contains(&took), "ended after {took:?}");
}

async fn work_that_does_not_end_is_dropped_in_time(bench: Bench) {
    let holder = bench.living().await;
    let (lease, stop) = (bench.lease(&holder), CancellationToken::new());
    let deaf = lease.hold(&stop, async |_| std::future::pending().await);
    let stopped = async {
        sleep(Duration::from_millis(300)).await;
        stop.cancel();
        Instant::now()
    };
    let ((), stopped_at) = tokio::join!(deaf, stopped);
    assert!(stopped_at.elapsed() < Duration::from_secs(3));
    assert_eq!(bench.take(Uuid::now_v7()).await, Some(2), "given back all the same");
}

async fn a_stop_gives_the_lease_back(bench: Bench) {
    let (first, second) = (bench.living().await, bench.living().await);
    let (one, other) = (bench.lease(&first), bench.lease(&second));
    let (stop_one, stop_other) = (CancellationToken::new(), CancellationToken::new());
    let at_work = Arc::new(AtomicUsize::new(0));
    let work = async |hold: Hold| {
        assert_eq!(at_work.fetch_add(1, Ordering::SeqCst), 0, "two at work");
        hold.ended.cancelled().await;
        at_work.fetch_sub(1, Ordering::SeqCst);
    };
    let story = async {
        sleep(Duration::from_millis(400)).await;
        assert_eq!(at_work.load(Ordering::SeqCst), 1);
        stop_one.cancel();
        let began = Instant::now();
        while at_work.load(Ordering::SeqCst) == 1 {
            tokio::task::yield_now().await;
        }
        while at_work.load(Ordering::SeqCst) == 0 {
            sleep(Duration::from_millis(10)).await;
        }
        assert!(began.elapsed() < Duration::from_secs(2), "handed over after {:?}", began.elapsed());
        stop_other.cancel();
    };
    let later = async {
        sleep(Duration::from_millis(100)).await;
        other.hold(&stop_other, work).await;
    };
    tokio::join!(one.hold(&stop_one, work), later, story);
}

async fn a_replica_is_counted_from_joining_to_leaving(bench: Bench) {
    let one = Replica::join(&bench.db).await.expect("joins");
    assert_eq!(*one.count().borrow(), 1);
    assert!(bench.take(one.id()).await.is_some());
    if matches!(bench.db, Db::Sqlite { .. }) {
        let next = Replica::join(&bench.db).await.expect("joins");
        assert_eq!((*next.count().borrow(), bench.replicas().await), (1, 1), "the one before is dead");
        assert_eq!(bench.take(next.id()).await, Some(2), "and so is its lease");
        next.leave().await;
        return;
    }
    let other = Replica::join(&bench.db).await.expect("joins");
    assert_eq!(*other.count().borrow(), 2, "a newcomer counts the others and itself");
    let mut seen = one.count();
    timeout(2 * BEAT, seen.wait_for(|count| *count == 2)).await.expect("in time").expect("beating");
    other.leave().await;
    timeout(2 * BEAT, seen.wait_for(|count| *count == 1)).await.expect("in time").expect("beating");
    one.leave().await;
    assert_eq!(bench.replicas().await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_dead_are_deleted_by_whoever_sees_them() {
    let bench = Bench::open(fresh::Engine::Postgres).await;
    drop(Replica::join(&bench.db).await.expect("joins"));
    bench.run_out().await;
    let next = Replica::join(&bench.db).await.expect("joins");
    assert_eq!((*next.count().borrow(), bench.replicas().await), (1, 1));
    next.leave().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_lease_of_a_killed_holder_is_free() {
    let bench = Bench::open(fresh::Engine::Postgres).await;
    let (killed, next) = (bench.living().await, bench.living().await);
    assert_eq!(bench.take(killed.id).await, Some(1));
    assert_eq!(bench.take(next.id).await, None);
    let line = killed.line.expect("on PostgreSQL");
    line.close().await.expect("its connection goes with it");
    // The server hears of it in its own time: within a second, and tenfold of that on a busy machine.
    let mut taken = None;
    for _ in 0..200 {
        taken = bench.take(next.id).await;
        if taken.is_some() {
            break;
        }
        sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(taken, Some(2));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_replica_takes_its_lock_again_when_its_connection_breaks() {
    let bench = Bench::open(fresh::Engine::Postgres).await;
    let Db::Pg(pool) = &bench.db else { unreachable!() };
    let replica = Replica::join(&bench.db).await.expect("joins");
    let is_free = async || -> bool {
        let mut tx = pool.begin().await.expect("begins");
        sqlx::query_scalar("SELECT pg_try_advisory_xact_lock(hashtextextended($1::text, 0))")
            .bind(replica.id())
            .fetch_one(&mut *tx)
            .await
            .expect("an answer")
    };
    assert!(!is_free().await);
    let cut: bool = sqlx::query_scalar(
        "SELECT bool_or(pg_terminate_backend(pid)) FROM pg_locks
         WHERE locktype = 'advisory' AND mode = 'ShareLock'
           AND ((classid::bigint << 32) | objid::bigint) = hashtextextended($1::text, 0)",
    )
    .bind(replica.id())
    .fetch_one(pool)
    .await
    .expect("an answer");
    assert!(cut);
    let began = Instant::now();
    sleep(Duration::from_millis(100)).await;
    while is_free().await {
        assert!(began.elapsed() < 3 * BEAT, "the lock was not taken again");
        sleep(Duration::from_millis(100)).await;
    }
    replica.leave().await;
}
