//! People who get letters, and people who press buttons meanwhile.
//! Not here: what is measured.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Context, bail};
use chrono::{DateTime, Utc};
use metodist::messenger::{ContactKey, MessengerKind};
use metodist::{db::Db, execute, people};
use sandbox::{Phone, Sandbox};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::{
    bot::{ANNOUNCE, ANNOUNCE_FOR_TOMORROW, BotProcess, CALL_BARELY, WORDS},
    conversations::ACQUAINT,
};

/// Everybody who gets a letter, and the one who says that it be sent.
pub struct Crowd {
    phones: Vec<Phone>,
    announcer: Phone,
    pressers: Vec<Phone>,
    seen_before: std::sync::Mutex<Vec<usize>>,
    end: CancellationToken,
}

impl Crowd {
    /// Waits until the bot serves, then writes so many people into its database.
    pub async fn come(sandbox: &Sandbox, bot: &BotProcess, url: &str, count: usize) -> anyhow::Result<Self> {
        let announcer = sandbox.person("Координатор");
        announcer.says("/start");
        let began = Instant::now();
        while announcer.last().is_none() {
            if began.elapsed() > Duration::from_secs(60) {
                bail!("the bot does not serve");
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let _ = bot;
        let phones = sandbox.crowd(count);
        let pressers = sandbox.crowd(20);
        let db = Db::open(url).await?;
        for chunk in phones.chunks(1_000) {
            add_people(&db, chunk).await?;
        }
        db.close().await;
        let seen_before = std::sync::Mutex::new(vec![0; count]);
        Ok(Self { phones, announcer, pressers, seen_before, end: CancellationToken::new() })
    }

    /// People with a screen before them that has a button; they get no letters.
    pub async fn pressers(&self, count: usize) -> Vec<Phone> {
        let pressers: Vec<Phone> = self.pressers.iter().take(count).cloned().collect();
        for presser in &pressers {
            presser.says("/start");
            presser
                .waits_until("a screen", |chat| chat.iter().any(|bubble| !bubble.buttons.is_empty()))
                .await;
        }
        pressers
    }

    /// Everybody is owed a letter.
    pub fn announce(&self) {
        self.announcer.says(ANNOUNCE);
    }

    /// Each two people have a conversation opened.
    pub async fn get_acquainted(&self) {
        self.announcer.says(ACQUAINT);
        self.announcer.waits_for("Готово").await;
    }

    /// Everybody, two by two.
    pub fn pairs(&self) -> Vec<[Phone; 2]> {
        self.phones.chunks_exact(2).map(|two| [two[0].clone(), two[1].clone()]).collect()
    }

    /// Everybody is owed a letter that is not due yet.
    pub fn announce_for_tomorrow(&self) {
        self.announcer.says(ANNOUNCE_FOR_TOMORROW);
    }

    /// Everybody is sent a message, unrecorded.
    pub fn call_barely(&self) {
        self.announcer.says(CALL_BARELY);
    }

    /// Counts from here on.
    pub fn forget(&self) {
        let seen = self.phones.iter().map(count_of).collect();
        if let Ok(mut before) = self.seen_before.lock() {
            *before = seen;
        }
    }

    /// Cancelled when everybody has theirs.
    pub fn end(&self) -> CancellationToken {
        self.end.clone()
    }

    /// Waits until everybody has theirs.
    pub async fn until_all_have_it(&self, began: Instant, patience: Duration) -> anyhow::Result<Duration> {
        let before = self.seen_before.lock().map(|seen| seen.clone()).unwrap_or_default();
        let mut waiting: Vec<usize> = (0..self.phones.len()).collect();
        while began.elapsed() < patience {
            // One after the other: looking at everybody all the time would take what is measured its processor.
            while waiting.last().is_some_and(|place| count_of(&self.phones[*place]) > before[*place]) {
                waiting.pop();
            }
            if waiting.is_empty() {
                self.end.cancel();
                return Ok(began.elapsed());
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        bail!("{} people still have nothing", waiting.len())
    }

    /// Waits until every delivery is written down.
    pub async fn until_all_recorded(
        &self,
        began: Instant,
        db: &Db,
        patience: Duration,
    ) -> anyhow::Result<Duration> {
        self.until_all_have_it(began, patience).await?;
        let all = i64::try_from(self.phones.len())?;
        while began.elapsed() < patience {
            if count_delivered(db).await? == all {
                return Ok(began.elapsed());
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        bail!("not every delivery was written down")
    }

    /// Waits until so many letters have their moments.
    pub async fn until_written(&self, db: &Db, count: i64, began: Instant) -> anyhow::Result<Duration> {
        while began.elapsed() < Duration::from_secs(60) {
            if count_planned(db).await? >= count {
                return Ok(began.elapsed());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        bail!("the letters were not written")
    }
}

async fn count_delivered(db: &Db) -> anyhow::Result<i64> {
    Ok(metodist::read!(db, on => sqlx::query_scalar("SELECT COUNT(*) FROM letters WHERE state = 'delivered'")
        .fetch_one(on))?)
}

async fn count_planned(db: &Db) -> anyhow::Result<i64> {
    Ok(
        metodist::read!(db, on => sqlx::query_scalar("SELECT COUNT(*) FROM letters WHERE is_planned").fetch_one(on))?,
    )
}

fn count_of(phone: &Phone) -> usize {
    phone.chat().iter().filter(|bubble| bubble.from_bot && bubble.text == WORDS).count()
}

async fn add_people(db: &Db, phones: &[Phone]) -> anyhow::Result<()> {
    let mut tx = db.begin().await?;
    let (now, consent): (DateTime<Utc>, _) = (DateTime::UNIX_EPOCH, people::ConsentText::shipped());
    for phone in phones {
        let person = Uuid::now_v7();
        let key = ContactKey { messenger: MessengerKind::Telegram, external_id: phone.id().to_string() };
        let contact = people::add_contact(&mut tx, &key, now).await?;
        execute!(
            &mut tx,
            sqlx::query(
                "INSERT INTO persons (id, quiet_from_minute, quiet_to_minute, created_at, registered_at)
                 VALUES ($1, 0, 0, $2, $2)"
            )
            .bind(person)
            .bind(now)
        )?;
        execute!(
            &mut tx,
            sqlx::query(
                "INSERT INTO consents (id, person_id, version, text_hash, messenger, given_at)
                 VALUES ($1, $2, $3, $4, 'telegram', $5)"
            )
            .bind(Uuid::now_v7())
            .bind(person)
            .bind(consent.version())
            .bind(consent.hash())
            .bind(now)
        )?;
        execute!(
            &mut tx,
            sqlx::query("UPDATE contacts SET person_id = $2 WHERE id = $1").bind(contact).bind(person)
        )?;
    }
    tx.commit().await.context("write the people down")
}

/// How long presses took until their screen stood there.
pub struct PressTimes {
    /// Sorted.
    pub answered: Vec<Duration>,
    /// Presses that nothing followed within ten seconds.
    pub unanswered: usize,
}

/// Everybody presses a button of their screen every `every`, each at their own time, until `end`.
pub async fn press_times(people: Arc<Vec<Phone>>, every: Duration, end: CancellationToken) -> PressTimes {
    let count = u32::try_from(people.len()).unwrap_or(u32::MAX).max(1);
    let tasks = (0_u32..).zip(people.iter().cloned()).map(|(number, phone)| {
        let (end, first) = (end.clone(), every / count * number);
        tokio::spawn(async move { press_until(&phone, (first, every), &end).await })
    });
    let mut times = PressTimes { answered: Vec::new(), unanswered: 0 };
    for presses in futures::future::join_all(tasks).await.into_iter().flatten() {
        times.unanswered += presses.iter().filter(|press| press.is_none()).count();
        times.answered.extend(presses.into_iter().flatten());
    }
    times.answered.sort();
    times
}

async fn press_until(
    phone: &Phone,
    (first, every): (Duration, Duration),
    end: &CancellationToken,
) -> Vec<Option<Duration>> {
    let mut presses = Vec::new();
    let mut pause = first;
    while end.run_until_cancelled(tokio::time::sleep(pause)).await.is_some() {
        pause = every;
        presses.push(press(phone).await);
    }
    presses
}

/// Presses a button that leads to another screen, and waits for that screen.
async fn press(phone: &Phone) -> Option<Duration> {
    let screen =
        phone.chat().into_iter().rev().find(|bubble| bubble.from_bot && !bubble.buttons.is_empty())?;
    let leads_on = ["Не сейчас", "Вернуться"];
    let keys = screen.buttons.iter().flatten();
    let key = keys.clone().find(|key| leads_on.iter().any(|label| key.label.contains(label)))?;
    let began = Instant::now();
    phone.presses_on(screen.message_id, &key.label);
    while began.elapsed() < Duration::from_secs(10) {
        let now = phone.chat().into_iter().rev().find(|bubble| bubble.message_id == screen.message_id);
        if now.is_some_and(|now| now.text != screen.text) {
            return Some(began.elapsed());
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    None
}

/// The time that so many percent stay within.
pub fn percentile(times: &[Duration], percent: usize) -> Duration {
    let place = (times.len() * percent / 100).min(times.len().saturating_sub(1));
    times.get(place).copied().unwrap_or_default()
}
