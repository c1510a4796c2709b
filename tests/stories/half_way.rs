//! A migration that is killed half-way, and two that start at once: the schema is an old one or the new one, never
//! between, and the next start brings it to its end.

use std::{
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use metodist::db::Db;

use crate::{
    house::{Database, Engine},
    letters::on_both_engines,
    process::command,
    proofs::{Chance, rounds, seed},
};

fn migrate(url: &str) -> Command {
    let mut line = command("1:none", "http://127.0.0.1:1", url);
    line.arg("migrate").stdout(Stdio::null()).stderr(Stdio::piped());
    line
}

fn begin(url: &str) -> Child {
    migrate(url).spawn().expect("it starts")
}

fn ends_well(child: Child) {
    let ended = child.wait_with_output().expect("it ends");
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
}

/// How many migrations are done, and how many were left half done.
async fn state(url: &str) -> (i64, i64) {
    let db = Db::open(url).await.expect("it opens");
    let half: Result<(i64, i64), _> = metodist::read!(&db, on => sqlx::query_as(
        "SELECT COUNT(*), COUNT(*) FILTER (WHERE NOT success) FROM _sqlx_migrations").fetch_one(on));
    db.close().await;
    // Killed before the first.
    half.unwrap_or_default()
}

/// Every column of every table, so that a table too much or too little is seen.
async fn schema(url: &str) -> Vec<String> {
    let db = Db::open(url).await.expect("it opens");
    assert_eq!(db.pending_migrations().await.expect("counted"), 0);
    let columns = match &db {
        Db::Sqlite { write, .. } => {
            let whole: String =
                sqlx::query_scalar("PRAGMA integrity_check").fetch_one(write).await.expect("checked");
            assert_eq!(whole, "ok");
            sqlx::query_scalar(
                "SELECT m.name || '.' || c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
                 WHERE m.name NOT LIKE 'sqlite_%' ORDER BY 1",
            )
            .fetch_all(write)
            .await
        }
        Db::Pg(pool) => {
            sqlx::query_scalar(
                "SELECT table_name || '.' || column_name FROM information_schema.columns
                 WHERE table_schema = current_schema() ORDER BY 1",
            )
            .fetch_all(pool)
            .await
        }
    };
    db.close().await;
    columns.expect("the schema is read")
}

async fn a_migration_killed_half_way_is_brought_to_its_end(engine: Engine) {
    let (rounds, mut chance) = (rounds(20), Chance::new(seed()));
    let whole = Database::up_to_date(engine).await.expect("a database");
    let began = Instant::now();
    ends_well(begin(&whole.url));
    let (took, expected) = (began.elapsed(), schema(&whole.url).await);
    let all = state(&whole.url).await.0;
    let (mut kills, mut between) = (0, 0);
    for _ in 0..rounds {
        let database = Database::up_to_date(engine).await.expect("a database");
        // The last life of a round is never killed; each before it goes on where the one before ended.
        for _ in 0..3 {
            let mut child = begin(&database.url);
            let most = u64::try_from(took.as_millis()).expect("short").max(50);
            tokio::time::sleep(Duration::from_millis(chance.below(most))).await;
            child.kill().expect("kill -9");
            child.wait().expect("it is gone");
            let (done, half) = state(&database.url).await;
            assert_eq!(half, 0, "a migration was left half done");
            kills += 1;
            between += i32::from(done > 0 && done < all);
        }
        let both = [begin(&database.url), begin(&database.url)];
        both.into_iter().for_each(ends_well);
        assert_eq!(state(&database.url).await, (all, 0));
        assert_eq!(schema(&database.url).await, expected);
    }
    println!(
        "{engine:?}: {all} migrations in {took:?}, killed {kills} times, {between} of them with some done and some not; \
         two starters at once {rounds} times: the schema is whole every time"
    );
}

on_both_engines!(a_migration_killed_half_way_is_brought_to_its_end);
