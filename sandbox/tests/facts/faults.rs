//! Faults on demand, and what tests may do to batches of updates.

use crate::bot::{Bot, read};
use sandbox::{Fault, Match, Phone};
use serde_json::json;
use std::time::Duration;

async fn bot_and_anna() -> anyhow::Result<(Bot, Phone)> {
    let bot = Bot::start().await?;
    let anna = bot.sandbox.person("Анна");
    anna.says("/start");
    Ok((bot, anna))
}

fn hello(anna: &Phone) -> serde_json::Value {
    json!({"chat_id": anna.id(), "text": "привет"})
}

#[tokio::test]
async fn a_connection_closes_before_or_after() -> anyhow::Result<()> {
    let (bot, anna) = bot_and_anna().await?;
    bot.sandbox
        .faults()
        .next(Match { method: Some("sendMessage"), chat: Some(anna.id()) }, Fault::CloseBefore);
    bot.sandbox.faults().next(Match { method: Some("SendMessage"), chat: None }, Fault::CloseAfter);
    assert!(bot.call("sendMessage", hello(&anna)).await.is_err());
    assert_eq!(anna.chat().len(), 1, "nothing was executed");
    assert!(bot.call("sendMessage", hello(&anna)).await.is_err());
    assert_eq!(anna.chat().len(), 2, "it was executed, and nobody knows");
    bot.does("sendMessage", hello(&anna)).await?;
    let statuses: Vec<u16> = bot.sandbox.calls().iter().map(|call| call.status).collect();
    assert_eq!(statuses, [0, 0, 200]);
    Ok(())
}

#[tokio::test]
async fn refusals_and_raw_answers_come_as_asked() -> anyhow::Result<()> {
    let (bot, anna) = bot_and_anna().await?;
    let faults = bot.sandbox.faults();
    let all = Match::default();
    faults.next(all, Fault::TooMany { retry_after: 7, global: false });
    let reply = bot.call("sendMessage", hello(&anna)).await?;
    assert_eq!((reply.status, reply.retry_after.as_deref()), (429, Some("7")));
    faults.next(all, Fault::Description { code: 403, text: "Forbidden: user is deactivated".into() });
    assert_eq!(bot.refused(403, "sendMessage", hello(&anna)).await?, "Forbidden: user is deactivated");
    faults.next(all, Fault::Status { code: 502, body: "<html>Bad Gateway</html>".into() });
    let raw = bot.client.post(bot.url("sendMessage")).json(&hello(&anna)).send().await?;
    assert_eq!((raw.status().as_u16(), raw.text().await?.as_str()), (502, "<html>Bad Gateway</html>"));
    assert_eq!(anna.chat().len(), 1, "none of them was executed");
    faults.next(all, Fault::TruncatedJson);
    assert!(read(bot.client.post(bot.url("sendMessage")).json(&hello(&anna))).await.is_err());
    assert_eq!(anna.chat().len(), 2);
    Ok(())
}

#[tokio::test]
async fn a_global_refusal_closes_every_chat() -> anyhow::Result<()> {
    let (bot, anna) = bot_and_anna().await?;
    let boris = bot.sandbox.person("Борис");
    boris.says("/start");
    let first = Match { method: None, chat: Some(anna.id()) };
    bot.sandbox.faults().next(first, Fault::TooMany { retry_after: 1, global: true });
    assert_eq!(bot.call("sendMessage", hello(&anna)).await?.status, 429);
    assert_eq!(bot.call("sendMessage", hello(&boris)).await?.status, 429);
    tokio::time::sleep(Duration::from_millis(1050)).await;
    bot.does("sendMessage", hello(&boris)).await?;
    Ok(())
}

#[tokio::test]
async fn standing_faults_last_until_cleared() -> anyhow::Result<()> {
    let (bot, anna) = bot_and_anna().await?;
    let stall = Fault::Stall(Duration::from_millis(300));
    let id = bot.sandbox.faults().always(Match { method: Some("getMe"), chat: None }, stall);
    for _ in 0..2 {
        let request = bot.client.get(bot.url("getMe")).timeout(Duration::from_millis(100));
        assert!(request.send().await.is_err_and(|error| error.is_timeout()));
    }
    bot.does("sendMessage", hello(&anna)).await?;
    bot.sandbox.faults().remove(id);
    bot.does("getMe", json!({})).await?;
    Ok(())
}

#[tokio::test]
async fn updates_come_twice_and_shuffled() -> anyhow::Result<()> {
    let (bot, anna) = bot_and_anna().await?;
    for n in 0..20 {
        anna.says(&n.to_string());
    }
    bot.sandbox.duplicate_updates(1.0, 7);
    bot.sandbox.reorder_updates(7);
    let ids = |updates: Vec<serde_json::Value>| -> Vec<i64> {
        updates.iter().filter_map(|update| update["update_id"].as_i64()).collect()
    };
    let first = ids(bot.updates(0).await?);
    assert!(!first.is_sorted(), "shuffled");
    let newest = first.iter().max().copied().unwrap_or_default();
    let second = ids(bot.updates(newest + 1).await?);
    let mut all = [first, second].concat();
    all.sort_unstable();
    assert_eq!(all.len(), 42, "each of 21 twice, in the same batch or the next one");
    all.dedup();
    assert_eq!(all.len(), 21);
    Ok(())
}
