//! Limits of texts, captions and keyboards: section 2 of the facts.

use crate::bot::Bot;
use serde_json::{Value, json};

async fn bot_and_chat() -> anyhow::Result<(Bot, i64)> {
    let bot = Bot::start().await?;
    let anna = bot.sandbox.person("Анна");
    anna.says("/start");
    Ok((bot, anna.id()))
}

#[tokio::test]
async fn texts_are_counted_in_code_points_after_parsing() -> anyhow::Result<()> {
    let (bot, chat) = bot_and_chat().await?;
    let fits = [
        "я".repeat(4096),
        "🙂".repeat(4096),
        format!("<b>{}</b>", "ж".repeat(4096)),
        format!("{}   ", "я".repeat(4096)),
        "&lt;".repeat(4096),
    ];
    for text in fits {
        bot.does("sendMessage", json!({"chat_id": chat, "text": text, "parse_mode": "HTML"})).await?;
    }
    let refused = [
        ("я".repeat(4097), "Bad Request: message is too long"),
        ("🙂".repeat(4097), "Bad Request: message is too long"),
        ("<b>я</b>".repeat(4097), "Bad Request: text is too long"),
        ("x".repeat(32_769), "Bad Request: text is too long"),
        (String::new(), "Bad Request: message text is empty"),
        ("   \n ".into(), "Bad Request: text must be non-empty"),
        ("\u{200B}\u{FEFF}".into(), "Bad Request: text must be non-empty"),
        ("<b> </b>".into(), "Bad Request: text must be non-empty"),
    ];
    for (text, description) in refused {
        let params = json!({"chat_id": chat, "text": text, "parse_mode": "HTML"});
        assert_eq!(bot.refused(400, "sendMessage", params).await?, description);
    }
    Ok(())
}

#[tokio::test]
async fn captions_have_1024_characters() -> anyhow::Result<()> {
    let (bot, chat) = bot_and_chat().await?;
    let anna = bot.sandbox.phone(chat);
    anna.map(|anna| anna.sends(sandbox::Sent::Photo));
    let updates = bot.updates(0).await?;
    let photo = updates.last().map(|update| update["message"]["photo"][0]["file_id"].clone());
    let caption = "я".repeat(1024);
    bot.does("sendPhoto", json!({"chat_id": chat, "photo": photo, "caption": caption})).await?;
    let params = json!({"chat_id": chat, "photo": photo, "caption": format!("{caption}я")});
    assert_eq!(bot.refused(400, "sendPhoto", params).await?, "Bad Request: message caption is too long");
    Ok(())
}

#[tokio::test]
async fn keyboards_are_checked() -> anyhow::Result<()> {
    let (bot, chat) = bot_and_chat().await?;
    let key = |n: usize| json!({"text": format!("{n}"), "callback_data": format!("{n}")});
    let rows = |rows: usize, wide: usize| -> Value { vec![vec![key(1); wide]; rows].into() };
    let data = |data: String| json!([[{"text": "a", "callback_data": data}]]);
    let fits = [
        rows(12, 8),
        rows(100, 1),
        data("я".repeat(32)),
        json!([[{"text": "a", "url": "https://example.com"}]]),
    ];
    for keyboard in fits {
        let params = json!({"chat_id": chat, "text": "?", "reply_markup": {"inline_keyboard": keyboard}});
        bot.does("sendMessage", params).await?;
    }
    let refused = [
        (rows(1, 9), "reply markup is too long"),
        (rows(101, 1), "reply markup is too long"),
        (data("я".repeat(33)), "BUTTON_DATA_INVALID"),
        (data(String::new()), "BUTTON_DATA_INVALID"),
        (json!([[{"text": "a", "url": "nowhere"}]]), "BUTTON_URL_INVALID"),
        (json!([[{"text": " ", "callback_data": "a"}]]), "inline keyboard button text must be non-empty"),
        (
            json!([[{"text": "a"}]]),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
    ];
    for (keyboard, description) in refused {
        let params = json!({"chat_id": chat, "text": "?", "reply_markup": {"inline_keyboard": keyboard}});
        assert_eq!(bot.refused(400, "sendMessage", params).await?, format!("Bad Request: {description}"));
    }
    let broken = [
        (json!("{"), "can't parse reply keyboard markup JSON object"),
        (json!([1]), "object expected as reply markup"),
    ];
    for (markup, description) in broken {
        let params = json!({"chat_id": chat, "text": "?", "reply_markup": markup});
        assert_eq!(bot.refused(400, "sendMessage", params).await?, format!("Bad Request: {description}"));
    }
    Ok(())
}

#[tokio::test]
async fn rates_are_refused_with_body_and_header() -> anyhow::Result<()> {
    let limits = sandbox::Limits { per_chat_per_second: Some(2), ..Default::default() };
    let bot = Bot::start_with(|options| options.limits = limits).await?;
    let (anna, boris) = (bot.sandbox.person("Анна"), bot.sandbox.person("Борис"));
    anna.says("/start");
    boris.says("/start");
    let to = |id: i64| json!({"chat_id": id, "text": "a"});
    bot.does("sendMessage", to(anna.id())).await?;
    bot.does("sendMessage", to(anna.id())).await?;
    let reply = bot.call("sendMessage", to(anna.id())).await?;
    assert_eq!((reply.status, reply.retry_after.as_deref()), (429, Some("1")));
    assert_eq!(reply.body["description"], "Too Many Requests: retry after 1");
    assert_eq!(reply.body["parameters"]["retry_after"], 1);
    bot.does("sendMessage", to(boris.id())).await?;
    tokio::time::sleep(std::time::Duration::from_millis(1050)).await;
    bot.does("sendMessage", to(anna.id())).await?;
    Ok(())
}

#[tokio::test]
async fn a_group_takes_so_many_a_minute() -> anyhow::Result<()> {
    let limits = sandbox::Limits { per_group_per_minute: Some(3), ..Default::default() };
    let bot = Bot::start_with(|options| options.limits = limits).await?;
    let group = bot.sandbox.group("ШМО");
    for _ in 0..3 {
        bot.does("sendMessage", json!({"chat_id": group.id(), "text": "a"})).await?;
    }
    let reply = bot.call("sendMessage", json!({"chat_id": group.id(), "text": "a"})).await?;
    assert_eq!(reply.status, 429);
    assert!(
        reply.body["parameters"]["retry_after"].as_u64().is_some_and(|seconds| (58..=60).contains(&seconds))
    );
    Ok(())
}
