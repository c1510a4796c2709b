//! What a person sees and does through the phone, as tests of the product use it.

use crate::bot::Bot;
use futures::FutureExt;
use sandbox::Phone;
use serde_json::{Value, json};
use std::panic::AssertUnwindSafe;
use std::time::{Duration, Instant};

async fn bot_and_anna() -> anyhow::Result<(Bot, Phone)> {
    let bot = Bot::start().await?;
    let anna = bot.sandbox.person("Анна");
    anna.says("/start");
    Ok((bot, anna))
}

fn with_buttons(chat: i64, text: &str, labels: &[&str]) -> Value {
    let row: Vec<Value> = labels.iter().map(|label| json!({"text": label, "callback_data": label})).collect();
    json!({"chat_id": chat, "text": text, "reply_markup": {"inline_keyboard": [row]}})
}

#[tokio::test]
async fn the_newest_fitting_button_is_pressed() -> anyhow::Result<()> {
    let (bot, anna) = bot_and_anna().await?;
    bot.does("sendMessage", with_buttons(anna.id(), "старое", &["Да", "Нет"])).await?;
    let newest = bot.does("sendMessage", with_buttons(anna.id(), "новое", &["Да, конечно", "Да"])).await?;
    assert_eq!(anna.screen(), "новое\n[Да, конечно] [Да]");
    anna.presses("Да");
    anna.presses("конечно");
    anna.presses("Нет");
    let updates = bot.updates(0).await?;
    let pressed: Vec<&Value> = updates[1..].iter().map(|update| &update["callback_query"]["data"]).collect();
    assert_eq!(pressed, ["Да", "Да, конечно", "Нет"]);
    assert_eq!(updates[1]["callback_query"]["message"]["message_id"], newest["message_id"]);
    Ok(())
}

#[tokio::test]
async fn waiting_ends_when_the_screen_changes() -> anyhow::Result<()> {
    let (bot, anna) = bot_and_anna().await?;
    let sent = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        let sent = bot.does("sendMessage", json!({"chat_id": anna.id(), "text": "Здравствуйте, Анна"})).await;
        (sent, Instant::now())
    };
    let (bubble, (sent, at)) = tokio::join!(anna.waits_for("Анна"), sent);
    assert!(at.elapsed() < Duration::from_millis(500));
    assert_eq!(json!(bubble.message_id), sent?["message_id"]);
    let gone = anna.waits_until("the bubble is gone", |chat| chat.iter().all(|bubble| !bubble.from_bot));
    let deleted = bot.does("deleteMessage", json!({"chat_id": anna.id(), "message_id": bubble.message_id}));
    let ((), deleted) = tokio::join!(gone, deleted);
    deleted?;
    Ok(())
}

#[tokio::test]
async fn a_missing_button_is_reported_with_the_chat() -> anyhow::Result<()> {
    let (bot, anna) = bot_and_anna().await?;
    bot.does("sendMessage", with_buttons(anna.id(), "Готовы?", &["Да"])).await?;
    let attempt = AssertUnwindSafe(async { anna.presses("Может быть").answer().await }).catch_unwind().await;
    let message = attempt.err().and_then(|panic| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
    assert!(
        message.contains("Может быть") && message.contains("Готовы?") && message.contains("[Да]"),
        "{message}"
    );
    Ok(())
}

#[tokio::test]
async fn reply_keyboards_come_and_go() -> anyhow::Result<()> {
    let (bot, anna) = bot_and_anna().await?;
    let keyboard = json!({"keyboard": [["Меню", {"text": "Помощь"}]]});
    bot.does("sendMessage", json!({"chat_id": anna.id(), "text": "a", "reply_markup": keyboard})).await?;
    assert_eq!(anna.keyboard(), [["Меню", "Помощь"]]);
    let edit = json!({"chat_id": anna.id(), "message_id": 2, "text": "b", "reply_markup": keyboard});
    assert_eq!(bot.refused(400, "editMessageText", edit).await?, "Bad Request: inline keyboard expected");
    let remove = json!({"chat_id": anna.id(), "text": "a", "reply_markup": {"remove_keyboard": true}});
    bot.does("sendMessage", remove).await?;
    assert!(anna.keyboard().is_empty());
    Ok(())
}

#[tokio::test]
async fn people_are_listed_with_what_they_have_not_read() -> anyhow::Result<()> {
    let (bot, anna) = bot_and_anna().await?;
    anna.set_note("учитель");
    bot.does("sendMessage", json!({"chat_id": anna.id(), "text": "a"})).await?;
    bot.does("sendMessage", json!({"chat_id": anna.id(), "text": "b"})).await?;
    let unread = || anna.seen().map(|seen| (seen.unread, seen.blocked, seen.note));
    assert_eq!(unread(), Some((2, false, "учитель".into())));
    anna.reads();
    anna.blocks();
    assert_eq!(unread(), Some((0, true, "учитель".into())));
    Ok(())
}

#[tokio::test]
async fn calls_are_logged() -> anyhow::Result<()> {
    let (bot, anna) = bot_and_anna().await?;
    bot.does("SendMessage", json!({"chat_id": anna.id(), "text": "a"})).await?;
    bot.refused(400, "sendMessage", json!({"chat_id": anna.id()})).await?;
    let calls = bot.sandbox.calls();
    let seen: Vec<_> = calls.iter().map(|call| (call.method.as_str(), call.chat, call.status)).collect();
    assert_eq!(seen, [("sendmessage", Some(anna.id()), 200), ("sendmessage", Some(anna.id()), 400)]);
    assert_eq!(calls[0].params["text"], "a");
    Ok(())
}

#[tokio::test]
async fn the_server_ends_with_its_last_handle() -> anyhow::Result<()> {
    let (bot, anna) = bot_and_anna().await?;
    let url = bot.url("getMe");
    let Bot { sandbox, client } = bot;
    let clone = sandbox.clone();
    drop(sandbox);
    assert!(client.get(&url).send().await.is_ok(), "a clone keeps it");
    drop(clone);
    tokio::time::sleep(Duration::from_millis(100)).await;
    let fresh = reqwest::Client::builder().no_proxy().build()?;
    assert!(fresh.get(&url).send().await.is_err(), "a phone does not: {}", anna.id());
    Ok(())
}

#[tokio::test]
async fn stopping_ends_open_connections() -> anyhow::Result<()> {
    let (bot, _anna) = bot_and_anna().await?;
    bot.does("getMe", json!({})).await?;
    let poll = bot.call("getUpdates", json!({"timeout": 20, "offset": -1}));
    bot.sandbox.person("Борис");
    let stop = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        bot.sandbox.stop();
    };
    let idle = bot.client.clone();
    let started = Instant::now();
    let (poll, ()) = tokio::join!(poll, stop);
    assert!(poll.is_err() || started.elapsed() < Duration::from_secs(1));
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert!(idle.get(bot.url("getMe")).send().await.is_err(), "no kept connection answers");
    Ok(())
}

#[tokio::test]
async fn a_button_in_a_group_is_anybodys() -> anyhow::Result<()> {
    let (bot, anna) = bot_and_anna().await?;
    let group = bot.sandbox.group("ШМО");
    bot.does("sendMessage", with_buttons(group.id(), "Кто придёт?", &["Я"])).await?;
    let press = group.presses(&anna, "Я");
    let updates = bot.updates(0).await?;
    let query = &updates[1]["callback_query"];
    assert_eq!(
        (&query["from"]["id"], &query["message"]["chat"]["id"]),
        (&json!(anna.id()), &json!(group.id()))
    );
    bot.does("answerCallbackQuery", json!({"callback_query_id": query["id"], "text": "Ждём"})).await?;
    assert_eq!(press.answer().await.as_deref(), Some("Ждём"));
    Ok(())
}
