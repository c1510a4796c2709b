//! getUpdates: offsets, clamps, conflicts, what an update holds. Sections 3.1, 3.3 and 3.5 of the facts.

use crate::bot::Bot;
use sandbox::Sent;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

fn texts(updates: &[Value]) -> Vec<&str> {
    updates.iter().filter_map(|update| update["message"]["text"].as_str()).collect()
}

fn id(update: &Value) -> i64 {
    update["update_id"].as_i64().unwrap_or_default()
}

/// The server gives a hurried poller one update only; another offset in between calms it.
async fn fresh(bot: &Bot, params: Value) -> anyhow::Result<Vec<Value>> {
    tokio::time::sleep(Duration::from_millis(510)).await;
    Ok(bot.does("getUpdates", params).await?.as_array().cloned().unwrap_or_default())
}

#[tokio::test]
async fn offsets_confirm_what_is_before_them() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let anna = bot.sandbox.person("Анна");
    for text in ["1", "2", "3", "4"] {
        anna.says(text);
    }
    let all = bot.updates(0).await?;
    assert_eq!(texts(&all), ["1", "2", "3", "4"]);
    assert!(all.windows(2).all(|pair| id(&pair[1]) == id(&pair[0]) + 1), "ids are sequential");
    let again = fresh(&bot, json!({})).await?;
    assert_eq!(texts(&again), ["1", "2", "3", "4"], "no offset confirms nothing");
    assert_eq!(texts(&bot.updates(id(&all[2])).await?), ["3", "4"]);
    assert_eq!(texts(&bot.updates(id(&all[0])).await?), ["3", "4"], "there is no un-confirm");
    assert_eq!(
        texts(&bot.updates(id(&all[3]) + 1000).await?),
        ["3", "4"],
        "a nonsense offset gives the head"
    );
    assert_eq!(texts(&bot.updates(-1).await?), ["4"], "a negative offset keeps the last ones");
    assert_eq!(texts(&fresh(&bot, json!({})).await?), ["4"]);
    Ok(())
}

#[tokio::test]
async fn limits_are_clamped() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let anna = bot.sandbox.person("Анна");
    for n in 0..120 {
        anna.says(&n.to_string());
    }
    for (limit, count) in [(json!(0), 1), (json!(7), 7), (json!(1000), 100), (Value::Null, 100)] {
        assert_eq!(fresh(&bot, json!({"limit": limit})).await?.len(), count, "{limit}");
    }
    Ok(())
}

#[tokio::test]
async fn hurry_is_calmed() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let anna = bot.sandbox.person("Анна");
    anna.says("1");
    anna.says("2");
    assert_eq!(bot.updates(0).await?.len(), 2);
    assert_eq!(bot.updates(0).await?.len(), 1, "the same offset within half a second");
    let started = Instant::now();
    let last = bot.updates(-1).await?;
    assert!(bot.updates(id(&last[0]) + 1).await?.is_empty());
    assert!(bot.updates(id(&last[0]) + 1).await?.is_empty());
    assert!(started.elapsed() > Duration::from_secs(2), "the same empty offset waits three seconds");
    Ok(())
}

#[tokio::test]
async fn a_long_poll_wakes_at_once() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let anna = bot.sandbox.person("Анна");
    let poll = bot.does("getUpdates", json!({"timeout": 20}));
    let speak = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        anna.says("наконец");
        Instant::now()
    };
    let (updates, spoken) = tokio::join!(poll, speak);
    assert_eq!(updates?[0]["message"]["text"], "наконец");
    assert!(spoken.elapsed() < Duration::from_secs(1));
    Ok(())
}

#[tokio::test]
async fn a_second_poller_ends_the_waiting_one() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let first = bot.refused(409, "getUpdates", json!({"timeout": 20}));
    let second = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        bot.does("getUpdates", json!({"timeout": 1})).await
    };
    let (first, second) = tokio::join!(first, second);
    assert_eq!(
        first?,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    );
    assert_eq!(second?, json!([]));
    Ok(())
}

#[tokio::test]
async fn two_pollers_get_the_same_pending_updates() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    bot.sandbox.person("Анна").says("a");
    let (one, two) = tokio::join!(bot.does("getUpdates", json!({})), bot.does("getUpdates", json!({})));
    assert_eq!(one?, two?);
    Ok(())
}

#[tokio::test]
async fn allowed_updates_stick() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let anna = bot.sandbox.person("Анна");
    anna.says("a");
    bot.does("getUpdates", json!({"allowed_updates": ["my_chat_member"], "offset": -1})).await?;
    anna.says("b");
    anna.blocks();
    let kinds = fresh(&bot, json!({"offset": 1})).await?;
    let blocked = kinds.last().map(|update| update["my_chat_member"]["new_chat_member"]["status"].clone());
    assert_eq!(blocked, Some(json!("kicked")));
    assert!(!texts(&kinds).contains(&"b"), "an unwanted kind is not kept");
    bot.does("getUpdates", json!({"allowed_updates": [], "offset": -1})).await?;
    anna.unblocks();
    anna.says("c");
    assert!(texts(&fresh(&bot, json!({"offset": 2})).await?).contains(&"c"), "an empty list is the default");
    Ok(())
}

#[tokio::test]
async fn ids_may_start_again() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let anna = bot.sandbox.person("Анна");
    anna.says("a");
    let before = id(&bot.updates(0).await?[0]);
    bot.sandbox.restart_update_ids();
    anna.says("b");
    let after = bot.updates(before + 1).await?;
    assert!(after.iter().all(|update| (id(update) - before).abs() > 1000), "{before} {after:?}");
    assert_eq!(texts(&after).last(), Some(&"b"));
    Ok(())
}

#[tokio::test]
async fn updates_hold_what_a_client_needs() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let anna = bot.sandbox.person("Анна Петровна");
    let first = anna.says("/start payload");
    anna.says_in_reply("да", first);
    anna.edits(first, "/start");
    anna.sends(Sent::Voice { seconds: 3 });
    anna.sends(Sent::Contact { phone: "+79990000000".into() });
    anna.sends(Sent::Forwarded { from: "Завуч".into(), text: "срочно".into() });
    anna.sends(Sent::Sticker);
    anna.sends(Sent::Document { name: "план.xlsx".into(), bytes: vec![1, 2] });
    let updates = bot.updates(0).await?;
    let message = &updates[0]["message"];
    assert_eq!(
        message["chat"],
        json!({"id": anna.id(), "type": "private", "first_name": "Анна", "last_name": "Петровна"})
    );
    assert_eq!(message["from"]["language_code"], "ru");
    assert_eq!(message["from"]["is_bot"], false);
    assert_eq!(message["entities"], json!([{"type": "bot_command", "offset": 0, "length": 6}]));
    assert!(message["date"].is_i64() && message["message_id"].is_i64());
    let paths = [
        (1, "/message/reply_to_message/text", json!("/start payload")),
        (2, "/edited_message/text", json!("/start")),
        (3, "/message/voice/duration", json!(3)),
        (4, "/message/contact/phone_number", json!("+79990000000")),
        (5, "/message/forward_origin/sender_user_name", json!("Завуч")),
        (6, "/message/sticker/type", json!("regular")),
        (7, "/message/document/file_name", json!("план.xlsx")),
    ];
    for (at, path, value) in paths {
        assert_eq!(updates[at].pointer(path), Some(&value), "{path} in {}", updates[at]);
    }
    Ok(())
}
