//! What the product is measured against: a bot of the bare library. Of each press it writes as many rows with as many
//! bytes as one answer of the product leaves behind, in one transaction through one SQLite connection, and answers with
//! the same two calls. It keeps no order across restarts, knows nobody, and asks nobody for a right.
#![expect(clippy::disallowed_methods, reason = "what this bot is there for: it sends by itself")]

use std::{str::FromStr, sync::Arc};

use anyhow::Context;
use sqlx::{
    SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use teloxide::{
    prelude::*,
    types::{InlineKeyboardButton, InlineKeyboardMarkup},
};

/// Rows with the columns and the indexes that an answer of the product touches.
const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS inbox (id INTEGER PRIMARY KEY AUTOINCREMENT, event_key TEXT NOT NULL UNIQUE,
        contact TEXT NOT NULL, content TEXT NOT NULL, origin TEXT NOT NULL, received_at TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS inbox_received ON inbox (received_at);
    CREATE TABLE IF NOT EXISTS attempts (id BLOB PRIMARY KEY NOT NULL, person_id INTEGER NOT NULL,
        profile TEXT NOT NULL, touched_at TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS answers (attempt_id BLOB NOT NULL, question TEXT NOT NULL, value TEXT NOT NULL,
        answered_at TEXT NOT NULL, PRIMARY KEY (attempt_id, question));
    CREATE TABLE IF NOT EXISTS conversations (contact_id BLOB PRIMARY KEY NOT NULL, expects TEXT, address TEXT,
        live_message TEXT, version INTEGER NOT NULL)";
/// Bytes of the text of an update as Telegram sends it.
const UPDATE_BYTES: usize = 1_400;
/// Bytes of what the product keeps of how to answer it.
const ORIGIN_BYTES: usize = 120;
/// Bytes of what it keeps of the person with the attempt.
const PROFILE_BYTES: usize = 120;
/// The choices of one question.
const CHOICES: [&str; 5] =
    ["Совсем не про меня", "Скорее не про меня", "Отчасти про меня", "Скорее про меня", "Точно про меня"];

/// What the rows are filled with, and where they go.
struct Store {
    pool: SqlitePool,
    update: String,
    origin: String,
    profile: String,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let url = std::env::var("DATABASE_URL").context("DATABASE_URL is set")?;
    let store = Arc::new(open(&url).await?);
    let handler = dptree::entry()
        .branch(Update::filter_message().endpoint(begin))
        .branch(Update::filter_callback_query().endpoint(take_answer));
    let bot = Bot::from_env();
    Dispatcher::builder(bot, handler).dependencies(dptree::deps![store]).build().dispatch().await;
    Ok(())
}

async fn open(url: &str) -> anyhow::Result<Store> {
    let (url, synchronous) = match url.strip_suffix("?synchronous=normal") {
        Some(url) => (url, SqliteSynchronous::Normal),
        None => (url, SqliteSynchronous::Full),
    };
    let options = SqliteConnectOptions::from_str(url)?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(synchronous)
        .pragma("secure_delete", "on");
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await?;
    sqlx::raw_sql(SCHEMA).execute(&pool).await?;
    let [update, origin, profile] =
        [UPDATE_BYTES, ORIGIN_BYTES, PROFILE_BYTES].map(|bytes| "x".repeat(bytes));
    Ok(Store { pool, update, origin, profile })
}

async fn begin(bot: Bot, message: Message) -> anyhow::Result<()> {
    bot.send_message(message.chat.id, question(0)).reply_markup(keyboard(0)).await?;
    Ok(())
}

async fn take_answer(bot: Bot, query: CallbackQuery, store: Arc<Store>) -> anyhow::Result<()> {
    let data = query.data.as_deref().context("a press carries data")?;
    let (number, choice) = data.split_once('.').context("of the form question.choice")?;
    let number: u64 = number.parse()?;
    store.write(&query.id.0, query.from.id.0, (number, choice)).await?;
    let message = query.regular_message().context("the message is there")?;
    let answered = bot.answer_callback_query(query.id.clone());
    let edited = bot
        .edit_message_text(message.chat.id, message.id, question(number + 1))
        .reply_markup(keyboard(number + 1));
    let (answered, edited) = tokio::join!(answered.into_future(), edited.into_future());
    answered?;
    edited?;
    Ok(())
}

impl Store {
    /// One transaction: the event, the attempt, the answer, where the person stands.
    async fn write(&self, press: &str, person: u64, (number, choice): (u64, &str)) -> anyhow::Result<()> {
        let (now, person) =
            (chrono::DateTime::<chrono::Utc>::from_timestamp_nanos(0).to_rfc3339(), i64::try_from(person)?);
        let attempt = [person.to_be_bytes(), person.to_be_bytes()].concat();
        let mut tx = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        sqlx::query("INSERT INTO inbox (event_key, contact, content, origin, received_at) VALUES ($1, $2, $3, $4, $5)")
            .bind(format!("press:{press}"))
            .bind(person.to_string())
            .bind(&self.update)
            .bind(&self.origin)
            .bind(&now)
            .execute(&mut *tx)
            .await?;
        sqlx::query(
            "INSERT INTO attempts (id, person_id, profile, touched_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (id) DO UPDATE SET touched_at = excluded.touched_at",
        )
        .bind(&attempt)
        .bind(person)
        .bind(&self.profile)
        .bind(&now)
        .execute(&mut *tx)
        .await?;
        sqlx::query("INSERT INTO answers (attempt_id, question, value, answered_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (attempt_id, question) DO UPDATE SET value = excluded.value, answered_at = excluded.answered_at")
            .bind(&attempt)
            .bind(format!("question-{number}"))
            .bind(format!("{{\"choice\":\"like-me-{choice}\"}}"))
            .bind(&now)
            .execute(&mut *tx)
            .await?;
        sqlx::query("INSERT INTO conversations (contact_id, expects, address, version) VALUES ($1, 'diagnostics', $2, 1)
             ON CONFLICT (contact_id) DO UPDATE SET address = excluded.address, version = conversations.version + 1")
            .bind(&attempt)
            .bind(format!("dg1.show.{person:022}"))
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(())
    }
}

fn question(number: u64) -> String {
    format!(
        "Профессиональная самодиагностика\n\nВопрос {} из 37\n\nЯ замечаю, когда материал слишком труден для части \
         класса, и меняю ход урока, не дожидаясь контрольной работы.",
        number + 1
    )
}

fn keyboard(number: u64) -> InlineKeyboardMarkup {
    let choices = CHOICES.iter().enumerate();
    let rows = choices.map(|(place, label)| {
        vec![InlineKeyboardButton::callback((*label).to_owned(), format!("{number}.{place}"))]
    });
    let ways = ["← Назад", "Пауза"].map(|label| InlineKeyboardButton::callback(label, format!("{number}.0")));
    InlineKeyboardMarkup::new(rows.chain([ways.to_vec()]))
}
