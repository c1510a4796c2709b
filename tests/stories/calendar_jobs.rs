//! Jobs of the calendar run once for each due instant and never for the past, whatever the clock does and however many
//! replicas there are.

use chrono::{DateTime, TimeDelta, Utc, Weekday};
use futures::{FutureExt, future::BoxFuture};
use metodist::{
    app::App,
    db::Tx,
    outbox::{self, Calendar, Class, Job, NewLetter, Wish},
    within,
};
use uuid::Uuid;

use crate::{
    house::{Engine, House},
    letters::{Member, heard, letter, members, moscow, on_both_engines, owe, said, tuesday_noon},
};

on_both_engines!(every_due_instant_once_over_a_month, after_a_month_out_only_what_is_worth_doing,);

const JOBS: &[Job] = &[
    Job { name: "proof-daily", at: Calendar::Daily(9, 0), late_hours: 4, run: daily },
    Job { name: "proof-weekly", at: Calendar::Weekly(Weekday::Mon, 10, 0), late_hours: 24, run: weekly },
];

fn daily<'a>(_app: &'a App, tx: &'a mut Tx, due: DateTime<Utc>) -> BoxFuture<'a, anyhow::Result<()>> {
    owe_everybody(tx, "день", due).boxed()
}

fn weekly<'a>(_app: &'a App, tx: &'a mut Tx, due: DateTime<Utc>) -> BoxFuture<'a, anyhow::Result<()>> {
    owe_everybody(tx, "неделя", due).boxed()
}

/// A run that came twice would be heard twice: no two of its letters have the same key.
async fn owe_everybody(tx: &mut Tx, words: &'static str, due: DateTime<Utc>) -> anyhow::Result<()> {
    let people: Vec<Uuid> = within!(tx, on => sqlx::query_scalar("SELECT id FROM persons").fetch_all(on))?;
    for person_id in people {
        let letter = NewLetter {
            person_id,
            capability: "proof",
            matter: words.into(),
            class: Class::Notice,
            is_urgent: true,
            wish: Wish::Instant(due),
            event_at: None,
            useless_after: due + TimeDelta::days(3),
            dedup_key: Uuid::now_v7().to_string(),
            cause: "proof/job".to_owned(),
        };
        outbox::owe(tx, &letter, due).await?;
    }
    Ok(())
}

/// A house that serves from a Tuesday noon on, its jobs counted from then.
async fn served(engine: Engine) -> (House, Member, DateTime<Utc>) {
    let mut house =
        House::prepare_with_jobs(engine, tuesday_noon(), JOBS, |config| config.sends_per_second = 0).await;
    let member = members(&house, 1, None).await.remove(0);
    let start = house.clock.now();
    house.serve();
    owe(&house, &[letter(&member, Class::Notice, "начало", start)]).await;
    house.clock.advance(TimeDelta::minutes(10)).await;
    assert_eq!(heard(&member), ["начало"], "nothing is done for the past");
    (house, member, start)
}

fn assert_a_month_of_runs(member: &Member, start: DateTime<Utc>) {
    let said = said(member);
    let moments = |words: &str| -> Vec<_> {
        said.iter().filter(|(_, text)| text == words).map(|(at, _)| *at).collect()
    };
    let fits = |moments: &[DateTime<Utc>], due: &[DateTime<Utc>]| {
        moments.len() == due.len()
            && moments.iter().zip(due).all(|(at, due)| at >= due && *at - *due < TimeDelta::minutes(1))
    };
    let days: Vec<_> = (1..=30).map(|day| moscow(start, day, 9, 0)).collect();
    let mondays: Vec<_> = [6, 13, 20, 27].map(|day| moscow(start, day, 10, 0)).to_vec();
    assert!(fits(&moments("день"), &days), "{said:#?}");
    assert!(fits(&moments("неделя"), &mondays), "{said:#?}");
}

async fn every_due_instant_once_over_a_month(engine: Engine) {
    let (mut house, member, start) = served(engine).await;
    house.clock.advance(TimeDelta::days(15)).await;
    house.restart().await;
    owe(&house, &[letter(&member, Class::Bulk, "потом", start + TimeDelta::days(90))]).await;
    house.clock.advance(TimeDelta::days(15)).await;
    assert_a_month_of_runs(&member, start);
}

async fn after_a_month_out_only_what_is_worth_doing(engine: Engine) {
    let (mut house, member, start) = served(engine).await;
    house.clock.jump(TimeDelta::days(30));
    house.clock.advance(TimeDelta::minutes(10)).await;
    assert_eq!(heard(&member), ["начало", "день"], "three hours late is not too late, three days are");
    house.stop().await;
    house.clock.jump(TimeDelta::days(30) + TimeDelta::hours(3));
    house.restart().await;
    owe(&house, &[letter(&member, Class::Bulk, "потом", start + TimeDelta::days(90))]).await;
    house.clock.advance(TimeDelta::minutes(10)).await;
    assert_eq!(heard(&member), ["начало", "день"], "six hours late is too late");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn jobs_are_run_by_one_replica_on_postgres() {
    let (mut house, member, start) = served(Engine::Postgres).await;
    house.add_replica().await;
    house.clock.advance(TimeDelta::days(30)).await;
    assert_a_month_of_runs(&member, start);
    house.stop().await;
}
