//! One measurement: a bot, its people, and what came of it.
//! Not here: what the people do, and which measurements there are.

use std::{
    future::Future,
    time::{Duration, Instant},
};

use anyhow::{Context, ensure};
use chrono::{DateTime, Utc};
use metodist::db::Db;
use sandbox::{Options, Phone, Sandbox};

use crate::{
    bot::{BotProcess, Which, own_cpu},
    fill::{Stock, fill},
    people::{Lived, Person, Span},
};

/// After so many answers the questionnaire is cancelled and begun anew, so that nobody gets to its end: a picture is drawn
/// there, which is not what is measured.
const MOST_ANSWERS: usize = 30;
/// Nothing counts so long: connections are opened, caches are filled.
const WARMING: Duration = Duration::from_secs(2);

/// What a measurement is made of.
pub struct Setting<'a> {
    /// Which bot.
    pub which: Which,
    /// Its database.
    pub url: &'a str,
    /// What lies there; it is filled in unless somebody is there already.
    pub stock: Stock,
    /// How long it counts.
    pub span: Duration,
}

/// What came of it.
pub struct Figures {
    pub updates_per_second: f64,
    /// Sorted.
    pub waits: Vec<Duration>,
    /// Sorted: from one phone to the other.
    pub relayed: Vec<Duration>,
    pub unanswered: usize,
    /// Milliseconds of the bot's processor per update.
    pub cpu_per_update: f64,
    /// Shares of a processor: the bot's, and the emulator's with its people.
    pub busy: (f64, f64),
    pub peak_mebibytes: f64,
}

/// Everybody answers questions, one after the other, and begins anew before the last.
pub async fn answering(setting: Setting<'_>) -> anyhow::Result<Figures> {
    let which = setting.which;
    measure(setting, move |phone, _, span| async move {
        let mut person = Person::new(phone, span);
        let begun = match which {
            Which::Ours => person.begins_questionnaire().await,
            Which::Bare => person.begins_bare().await,
        };
        let mut goes_on = begun;
        while goes_on.is_some() && person.may_go_on() {
            goes_on = person.answers(MOST_ANSWERS).await;
            if which == Which::Ours && person.may_go_on() {
                goes_on = person.begins_anew().await;
            }
        }
        person.ends()
    })
    .await
}

/// Half of them answer ten questions, pause, ask a methodologist, and talk; the other half are the methodologists.
pub async fn living(setting: Setting<'_>) -> anyhow::Result<Figures> {
    let teachers = setting.stock.phones - setting.stock.methodologists;
    provide(setting.url, setting.stock).await?;
    let db = Db::open(setting.url).await?;
    measure(setting, move |phone, number, span| {
        let db = db.clone();
        async move {
            let mut person = Person::new(phone, span);
            let is_teacher = number < teachers;
            let ready = if is_teacher {
                person.learns_and_asks().await
            } else {
                finds_and_takes(&mut person, &db, number - teachers).await
            };
            if ready.is_some() {
                person.talks(!is_teacher).await;
            }
            person.ends()
        }
    })
    .await
}

/// Waits for the question that comes as this one of all, and takes it.
async fn finds_and_takes(person: &mut Person, db: &Db, place: usize) -> Option<()> {
    person.looks().await?;
    let number = i64::try_from(place + 1).ok()?;
    while person.may_go_on() {
        let found: Option<uuid::Uuid> = metodist::read!(db, on => sqlx::query_scalar(
            "SELECT id FROM consultation_requests WHERE number = $1 AND state = 'sent'").bind(number).fetch_optional(on))
        .ok()?;
        match found {
            Some(id) => return person.takes_question(id.into_bytes()).await,
            None => tokio::time::sleep(Duration::from_millis(100)).await,
        }
    }
    None
}

async fn measure<F, L>(setting: Setting<'_>, live: F) -> anyhow::Result<Figures>
where
    F: Fn(Phone, usize, Span) -> L,
    L: Future<Output = Lived> + Send + 'static,
{
    if setting.which == Which::Ours {
        provide(setting.url, setting.stock).await?;
    }
    let sandbox = Sandbox::start(Options::default()).await?;
    let phones = sandbox.crowd(setting.stock.phones);
    sandbox.crowd(1)[0].says("/help");
    let bot = BotProcess::start(setting.which, &sandbox, setting.url).await?;
    let began = Instant::now();
    let from = began + WARMING;
    let span = Span { began, from, until: from + setting.span };
    let people: Vec<_> = phones
        .into_iter()
        .enumerate()
        .map(|(number, phone)| tokio::spawn(live(phone, number, span)))
        .collect();
    tokio::time::sleep_until(span.from.into()).await;
    let (bot_before, own_before) = (bot.cpu()?, own_cpu()?);
    tokio::time::sleep_until(span.until.into()).await;
    let (bot_took, own_took) = (bot.cpu()? - bot_before, own_cpu()? - own_before);
    let mut all = Lived::default();
    for lived in futures::future::join_all(people).await {
        let lived = lived.context("somebody fell over")?;
        all.waits.extend(lived.waits);
        all.relayed.extend(lived.relayed);
        all.unanswered += lived.unanswered;
    }
    ensure!(!all.waits.is_empty(), "nobody was answered");
    all.waits.sort();
    all.relayed.sort();
    let seconds = setting.span.as_secs_f64();
    let figures = Figures {
        updates_per_second: all.waits.len() as f64 / seconds,
        cpu_per_update: bot_took.as_secs_f64() * 1_000.0 / all.waits.len() as f64,
        busy: (bot_took.as_secs_f64() / seconds, own_took.as_secs_f64() / seconds),
        peak_mebibytes: bot.peak_mebibytes()?,
        waits: all.waits,
        relayed: all.relayed,
        unanswered: all.unanswered,
    };
    drop(bot);
    sandbox.stop();
    Ok(figures)
}

/// Has the bot make its database, and fills it, unless that was done before.
pub async fn provide(url: &str, stock: Stock) -> anyhow::Result<()> {
    start(url).await?;
    let db = Db::open(url).await?;
    let there: i64 =
        metodist::read!(&db, on => sqlx::query_scalar("SELECT COUNT(*) FROM persons").fetch_one(on))?;
    if there == 0 {
        let now = DateTime::<Utc>::from(now());
        fill(&db, stock, now).await.context("fill the database")?;
    }
    db.close().await;
    Ok(())
}

/// How long the bot takes from its start to its first poll.
pub async fn start(url: &str) -> anyhow::Result<Duration> {
    let sandbox = Sandbox::start(Options::default()).await?;
    sandbox.crowd(1)[0].says("/help");
    let bot = BotProcess::start(Which::Ours, &sandbox, url).await?;
    let took = bot.until_first_poll;
    drop(bot);
    sandbox.stop();
    Ok(took)
}

#[expect(clippy::disallowed_methods, reason = "what is filled in has to be of today for the bot's own clock")]
fn now() -> std::time::SystemTime {
    std::time::SystemTime::now()
}

/// The time that so many percent stay within.
pub fn percentile(times: &[Duration], percent: usize) -> Duration {
    let place = (times.len() * percent / 100).min(times.len().saturating_sub(1));
    times.get(place).copied().unwrap_or_default()
}
