//! What the daily job of learning routes costs: 5,000, 10,000 and 20,000 active routes with eight steps each, on an ordinary
//! day, when one route in eight or so has something due, and on the worst day, when all have; and how quick somebody else's
//! writes stay meanwhile. `cargo bench --bench routes`; with METODIST_BENCH_POSTGRES set also on PostgreSQL. It prints figures
//! and judges nothing.

use std::time::{Duration, Instant};

use chrono::{DateTime, Days, NaiveDate, Utc};
use clap::Parser;
use metodist::{
    app::App, capability::Capability, clock::Clock, config::Config, db::Tx, dispatch, execute, read,
    replicas::Hold, units,
};
use sqlx::{Database, Encode, QueryBuilder, Type};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    config: Config,
}

/// Steps of a route.
const STEPS: usize = 8;
/// Rows of one statement while the database is filled.
const CHUNK: usize = 400;
/// Days over which the steps of all routes lie: a school year.
const YEAR: usize = 250;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    for routes in [5_000, 10_000, 20_000] {
        let url = format!("sqlite:{}", folder.path().join(format!("{routes}.db")).display());
        measure("SQLite", &url, routes).await?;
    }
    let Ok(server) = std::env::var("METODIST_BENCH_POSTGRES") else {
        println!("PostgreSQL: set METODIST_BENCH_POSTGRES to a server's database to measure it too");
        return Ok(());
    };
    for routes in [5_000, 10_000, 20_000] {
        measure("PostgreSQL", &fresh::empty_on(&server).await?, routes).await?;
    }
    Ok(())
}

async fn measure(engine: &str, url: &str, routes: usize) -> anyhow::Result<()> {
    let line = Line::parse_from(["bench", "--database-url", url]);
    let app = App::build(&line.config, Clock::real(), dispatch::capabilities()).await?;
    let due: DateTime<Utc> = "2026-11-24T01:20:00Z".parse()?;
    let today: NaiveDate = "2026-11-24".parse()?;
    fill(&app, routes, today).await?;
    let ordinary = remind(&app, due).await?;
    report((engine, routes), "an ordinary day", &ordinary);
    // On the next day everybody has something due.
    let worst = due + Days::new(1);
    let mut tx = app.db.begin().await?;
    let all = "UPDATE route_steps SET due_on = $1 WHERE position = 0";
    execute!(&mut tx, sqlx::query(all).bind(today + Days::new(1)))?;
    tx.commit().await?;
    report((engine, routes), "the worst day", &remind(&app, worst).await?);
    Ok(())
}

/// What a day cost.
struct Cost {
    took: Duration,
    letters: i64,
    /// Somebody else's writes meanwhile, the quickest first.
    others: Vec<Duration>,
}

fn report((engine, routes): (&str, usize), day: &str, cost: &Cost) {
    let at = |share: usize| cost.others.get(cost.others.len() * share / 100).copied().unwrap_or_default();
    println!(
        "{engine:<10} {routes:>6} routes, {day:<15}: {:>7.2?} for {:>6} letters; others' writes: {:>3}, median {:>7.1?}, \
         longest {:>7.1?}",
        cost.took,
        cost.letters,
        cost.others.len(),
        at(50),
        cost.others.last().copied().unwrap_or_default(),
    );
}

/// Does what the calendar and the work do at night, while somebody else writes.
async fn remind(app: &App, due: DateTime<Utc>) -> anyhow::Result<Cost> {
    let capability: &Capability = app
        .capabilities
        .iter()
        .find(|capability| capability.name == "learning_routes")
        .ok_or_else(|| anyhow::anyhow!("there are routes"))?;
    let before = count(app, "SELECT COUNT(*) FROM letters").await?;
    let stop = CancellationToken::new();
    let others = tokio::spawn(write_on(app.clone(), stop.clone()));
    let began = Instant::now();
    let mut tx = app.db.begin().await?;
    for job in capability.jobs {
        (job.run)(app, &mut tx, due).await?;
    }
    tx.commit().await?;
    let hold = Hold { number: 1, ended: CancellationToken::new() };
    let works: Vec<_> =
        capability.works.iter().map(|work| tokio::spawn((work.run)(app.clone(), hold.clone()))).collect();
    while count(app, "SELECT COUNT(*) FROM route_rounds").await? > 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let took = began.elapsed();
    hold.ended.cancel();
    stop.cancel();
    for work in works {
        work.await?;
    }
    let mut others = others.await??;
    others.sort_unstable();
    Ok(Cost { took, letters: count(app, "SELECT COUNT(*) FROM letters").await? - before, others })
}

/// Writes a row again and again until it is stopped, and times each.
async fn write_on(app: App, stop: CancellationToken) -> anyhow::Result<Vec<Duration>> {
    let mut times = Vec::new();
    while !stop.is_cancelled() {
        let began = Instant::now();
        let mut tx = app.db.begin().await?;
        let change = "UPDATE municipalities SET title = title";
        execute!(&mut tx, sqlx::query(change))?;
        tx.commit().await?;
        times.push(began.elapsed());
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    Ok(times)
}

async fn count(app: &App, query: &'static str) -> anyhow::Result<i64> {
    Ok(read!(&app.db, on => sqlx::query_scalar(query).fetch_one(on))?)
}

/// People with a route each, whose steps lie anywhere in the school year.
async fn fill(app: &App, routes: usize, today: NaiveDate) -> anyhow::Result<()> {
    let municipality = units::list_municipalities(&app.db).await?[0].id;
    let ids: Vec<(Uuid, Uuid)> = (0..routes).map(|_| (Uuid::now_v7(), Uuid::now_v7())).collect();
    for (number, chunk) in ids.chunks(CHUNK).enumerate() {
        let mut tx = app.db.begin().await?;
        match &mut tx {
            Tx::Sqlite(on) => {
                people(chunk).build().execute(&mut **on).await?;
                of_people(chunk, municipality).build().execute(&mut **on).await?;
                steps(chunk, (number * CHUNK, today)).build().execute(&mut **on).await?;
            }
            Tx::Pg(on) => {
                people(chunk).build().execute(&mut **on).await?;
                of_people(chunk, municipality).build().execute(&mut **on).await?;
                steps(chunk, (number * CHUNK, today)).build().execute(&mut **on).await?;
            }
        }
        tx.commit().await?;
    }
    Ok(())
}

fn people<D: Database>(chunk: &[(Uuid, Uuid)]) -> QueryBuilder<D>
where
    for<'q> Uuid: Encode<'q, D> + Type<D>,
    for<'q> DateTime<Utc>: Encode<'q, D> + Type<D>,
{
    let mut query = QueryBuilder::new(
        "INSERT INTO persons (id, family_name, given_name, quiet_from_minute, quiet_to_minute, created_at, registered_at) ",
    );
    query.push_values(chunk, |mut row, (person, _)| {
        row.push_bind(*person).push("'Белова', 'Анна', 1260, 480");
        row.push_bind(DateTime::UNIX_EPOCH).push_bind(DateTime::UNIX_EPOCH);
    });
    query
}

fn of_people<D: Database>(chunk: &[(Uuid, Uuid)], municipality: Uuid) -> QueryBuilder<D>
where
    for<'q> Uuid: Encode<'q, D> + Type<D>,
    for<'q> DateTime<Utc>: Encode<'q, D> + Type<D>,
{
    let mut query = QueryBuilder::new(
        "INSERT INTO learning_routes (id, person_id, municipality_id, deficits, state, created_at, changed_at) ",
    );
    query.push_values(chunk, |mut row, (person, route)| {
        row.push_bind(*route).push_bind(*person).push_bind(municipality).push("'[]', 'active'");
        row.push_bind(DateTime::UNIX_EPOCH).push_bind(DateTime::UNIX_EPOCH);
    });
    query
}

fn steps<D: Database>(chunk: &[(Uuid, Uuid)], (first, today): (usize, NaiveDate)) -> QueryBuilder<D>
where
    for<'q> Uuid: Encode<'q, D> + Type<D>,
    for<'q> NaiveDate: Encode<'q, D> + Type<D>,
{
    let mut query = QueryBuilder::new(
        "INSERT INTO route_steps (position, area, kind, form, title, result, place, days, is_moved, state, id, route_id,
             due_on) ",
    );
    let all = (first..).zip(chunk).flat_map(|(number, (_, route))| {
        (0..STEPS).map(move |step| (step, *route, (number * 37 + step * YEAR / STEPS) % YEAR))
    });
    query.push_values(all, |mut row, (step, route, ahead)| {
        let due = today - Days::new(80) + Days::new(ahead as u64);
        row.push(format!(
            "{step}, 'methods', 'informal', 'Семинар', 'Посетить урок коллеги', 'Лист наблюдения', 'Школа', 14, FALSE, \
             'planned'"
        ));
        row.push_bind(Uuid::now_v7()).push_bind(route).push_bind(due);
    });
    query
}
