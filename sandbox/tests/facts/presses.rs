//! Presses of buttons and their answers.

use crate::bot::Bot;
use chrono::TimeDelta;
use sandbox::Phone;
use serde_json::{Value, json};
use std::time::Duration;

const TOO_OLD: &str = "Bad Request: query is too old and response timeout expired or query ID is invalid";

async fn with_button() -> anyhow::Result<(Bot, Phone, i64)> {
    let bot = Bot::start().await?;
    let anna = bot.sandbox.person("Анна");
    anna.says("/start");
    let keyboard = json!({"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}]]});
    let params = json!({"chat_id": anna.id(), "text": "Готовы?", "reply_markup": keyboard});
    let sent = bot.does("sendMessage", params).await?;
    let next = bot.updates(0).await?.iter().filter_map(|update| update["update_id"].as_i64()).max();
    Ok((bot, anna, next.unwrap_or_default() + 1)).inspect(|_| assert!(sent["message_id"].is_number()))
}

async fn query(bot: &Bot, offset: i64) -> anyhow::Result<Value> {
    Ok(bot.updates(offset).await?.pop().map(|mut update| update["callback_query"].take()).unwrap_or_default())
}

#[tokio::test]
async fn a_press_is_answered_once() -> anyhow::Result<()> {
    let (bot, anna, offset) = with_button().await?;
    let press = anna.presses("Да");
    let query = query(&bot, offset).await?;
    assert_eq!((&query["data"], &query["message"]["text"]), (&json!("yes"), &json!("Готовы?")));
    assert!(query["chat_instance"].is_string());
    assert_eq!(query["from"]["id"], anna.id());
    let params = json!({"callback_query_id": query["id"], "text": "Записано", "show_alert": true});
    bot.does("answerCallbackQuery", params.clone()).await?;
    assert_eq!(press.answer().await.as_deref(), Some("Записано"));
    assert_eq!(press.outcome(Duration::ZERO).await.map(|answer| answer.alert), Some(true));
    assert_eq!(bot.refused(400, "answerCallbackQuery", params).await?, TOO_OLD);
    assert_eq!(press.answers(), 1);
    Ok(())
}

#[tokio::test]
async fn answers_come_in_time_or_not_at_all() -> anyhow::Result<()> {
    let (bot, anna, offset) = with_button().await?;
    let press = anna.presses("Да");
    let query = query(&bot, offset).await?;
    bot.sandbox.jump(TimeDelta::seconds(31)).await;
    let params = json!({"callback_query_id": query["id"]});
    assert_eq!(bot.refused(400, "answerCallbackQuery", params).await?, TOO_OLD);
    assert_eq!(bot.refused(400, "answerCallbackQuery", json!({"callback_query_id": "1"})).await?, TOO_OLD);
    assert_eq!(press.answers(), 0);
    Ok(())
}

#[tokio::test]
async fn an_empty_answer_shows_nothing() -> anyhow::Result<()> {
    let (bot, anna, offset) = with_button().await?;
    let press = anna.presses("Да");
    let query = query(&bot, offset).await?;
    let long = json!({"callback_query_id": query["id"], "text": "я".repeat(201)});
    assert_eq!(bot.refused(400, "answerCallbackQuery", long).await?, "Bad Request: MESSAGE_TOO_LONG");
    bot.does("answerCallbackQuery", json!({"callback_query_id": query["id"]})).await?;
    assert_eq!(press.answer().await, None);
    Ok(())
}

#[tokio::test]
async fn presses_may_be_forged() -> anyhow::Result<()> {
    let (bot, anna, offset) = with_button().await?;
    anna.presses_data(123_456, "anything at all");
    let query = query(&bot, offset).await?;
    assert_eq!(query["data"], "anything at all");
    assert_eq!(query["message"]["date"], 0, "an inaccessible message");
    Ok(())
}

#[tokio::test]
async fn presses_wait_150_seconds_and_messages_a_day() -> anyhow::Result<()> {
    let (bot, anna, offset) = with_button().await?;
    anna.says("привет");
    anna.presses("Да");
    bot.sandbox.jump(TimeDelta::seconds(149)).await;
    assert_eq!(bot.updates(offset).await?.len(), 2);
    bot.sandbox.jump(TimeDelta::seconds(1)).await;
    tokio::time::sleep(Duration::from_millis(600)).await;
    let left = bot.updates(offset).await?;
    assert_eq!(left.len(), 1);
    assert_eq!(left[0]["message"]["text"], "привет");
    bot.sandbox.jump(TimeDelta::days(1)).await;
    tokio::time::sleep(Duration::from_millis(600)).await;
    let params = json!({"offset": offset + 1, "timeout": 0});
    assert_eq!(bot.does("getUpdates", params).await?, json!([]));
    Ok(())
}
