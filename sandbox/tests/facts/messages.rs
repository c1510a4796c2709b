//! Editing, deleting, replying, copying, albums: sections 2 and 4 of the facts.

use crate::bot::{Bot, read};
use chrono::TimeDelta;
use reqwest::multipart::{Form, Part};
use sandbox::Phone;
use serde_json::{Value, json};

async fn bot_and_anna() -> anyhow::Result<(Bot, Phone)> {
    let bot = Bot::start().await?;
    let anna = bot.sandbox.person("Анна");
    anna.says("/start");
    Ok((bot, anna))
}

#[tokio::test]
async fn edits_change_the_message_in_place() -> anyhow::Result<()> {
    let (bot, anna) = bot_and_anna().await?;
    let sent = bot.does("sendMessage", json!({"chat_id": anna.id(), "text": "раз"})).await?;
    let id = sent["message_id"].clone();
    let keyboard = json!({"inline_keyboard": [[{"text": "Дальше", "callback_data": "n"}]]});
    let params = json!({"chat_id": anna.id(), "message_id": id, "text": "два", "reply_markup": keyboard});
    let edited = bot.does("editMessageText", params.clone()).await?;
    assert_eq!(edited["message_id"], id);
    assert!(edited["edit_date"].is_number());
    assert_eq!(anna.screen(), "два\n[Дальше]");
    assert_eq!(anna.chat().len(), 2);
    let same = bot.refused(400, "editMessageText", params).await?;
    assert_eq!(
        same,
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the \
         same as a current content and reply markup of the message"
    );
    bot.does("editMessageReplyMarkup", json!({"chat_id": anna.id(), "message_id": id})).await?;
    assert_eq!(anna.screen(), "два");
    assert_eq!(anna.last().map(|bubble| bubble.edits), Some(2));
    Ok(())
}

#[tokio::test]
async fn what_cannot_be_changed_is_named() -> anyhow::Result<()> {
    let (bot, anna) = bot_and_anna().await?;
    let chat = anna.id();
    let own = anna.says("моё");
    let part = Part::bytes(vec![1]).file_name("a.png");
    let form = Form::new().text("chat_id", chat.to_string()).part("photo", part);
    let photo = read(bot.client.post(bot.url("sendPhoto")).multipart(form)).await?.body["result"].take();
    for (method, params, text) in impossible(chat, own, photo["message_id"].clone()) {
        let description = bot.refused(400, method, params.clone()).await?;
        assert_eq!(description, format!("Bad Request: {text}"), "{method} {params}");
    }
    Ok(())
}

/// Calls that cannot be done, and why not; `own` is the person's message, `photo` the bot's.
fn impossible(chat: i64, own: i64, photo: Value) -> Vec<(&'static str, Value, &'static str)> {
    vec![
        (
            "editMessageText",
            json!({"chat_id": chat, "message_id": 999, "text": "a"}),
            "message to edit not found",
        ),
        ("editMessageText", json!({"chat_id": chat, "text": "a"}), "message identifier is not specified"),
        (
            "editMessageText",
            json!({"chat_id": chat, "message_id": own, "text": "a"}),
            "message can't be edited",
        ),
        (
            "editMessageText",
            json!({"chat_id": chat, "message_id": photo, "text": "a"}),
            "there is no text in the message to edit",
        ),
        ("deleteMessage", json!({"chat_id": chat, "message_id": 999}), "message to delete not found"),
        (
            "deleteMessages",
            json!({"chat_id": chat, "message_ids": vec![1; 101]}),
            "too many message identifiers specified",
        ),
        (
            "forwardMessage",
            json!({"chat_id": chat, "from_chat_id": chat, "message_id": 999}),
            "message to forward not found",
        ),
        (
            "copyMessage",
            json!({"chat_id": chat, "from_chat_id": chat, "message_id": 999}),
            "message to copy not found",
        ),
        (
            "sendMessage",
            json!({"chat_id": chat, "text": "a", "reply_parameters": {"message_id": 999}}),
            "message to be replied not found",
        ),
        ("sendMessage", json!({"chat_id": "", "text": "a"}), "chat_id is empty"),
        ("sendMessage", json!({"text": "a"}), "chat_id is empty"),
        ("sendMessage", json!({"chat_id": 1, "text": "a"}), "chat not found"),
    ]
}

#[tokio::test]
async fn a_caption_can_be_edited() -> anyhow::Result<()> {
    let (bot, anna) = bot_and_anna().await?;
    let part = Part::bytes(vec![1]).file_name("a.png");
    let form = Form::new().text("chat_id", anna.id().to_string()).text("caption", "было").part("photo", part);
    let sent = read(bot.client.post(bot.url("sendPhoto")).multipart(form)).await?.body["result"].take();
    let params = json!({"chat_id": anna.id(), "message_id": sent["message_id"], "caption": "стало"});
    bot.does("editMessageCaption", params).await?;
    assert_eq!(anna.last().map(|bubble| bubble.text), Some("стало".to_owned()));
    Ok(())
}

#[tokio::test]
async fn messages_are_deleted_within_two_days() -> anyhow::Result<()> {
    let (bot, anna) = bot_and_anna().await?;
    let mut ids = Vec::new();
    for text in ["a", "b", "c"] {
        let sent = bot.does("sendMessage", json!({"chat_id": anna.id(), "text": text})).await?;
        ids.push(sent["message_id"].clone());
    }
    bot.does("deleteMessage", json!({"chat_id": anna.id(), "message_id": ids[0]})).await?;
    bot.does("deleteMessages", json!({"chat_id": anna.id(), "message_ids": [ids[1], 999]})).await?;
    assert_eq!(anna.chat().len(), 2);
    bot.sandbox.jump(TimeDelta::hours(48)).await;
    let late = json!({"chat_id": anna.id(), "message_id": ids[2]});
    let text = bot.refused(400, "deleteMessage", late).await?;
    assert_eq!(text, "Bad Request: message can't be deleted for everyone");
    Ok(())
}

#[tokio::test]
async fn replies_and_copies_keep_what_they_refer_to() -> anyhow::Result<()> {
    let (bot, anna) = bot_and_anna().await?;
    let asked = anna.says("вопрос");
    let params = json!({"chat_id": anna.id(), "text": "ответ", "reply_parameters": {"message_id": asked}});
    let answer = bot.does("sendMessage", params).await?;
    assert_eq!(answer["reply_to_message"]["text"], "вопрос");
    let lenient = json!({"message_id": 999, "allow_sending_without_reply": true});
    bot.does("sendMessage", json!({"chat_id": anna.id(), "text": "a", "reply_parameters": lenient})).await?;
    let boris = bot.sandbox.person("Борис");
    boris.says("/start");
    let place = json!({"chat_id": boris.id(), "from_chat_id": anna.id(), "message_id": asked});
    let forwarded = bot.does("forwardMessage", place.clone()).await?;
    assert_eq!(forwarded["forward_origin"]["sender_user"]["first_name"], "Анна");
    let copied = bot.does("copyMessage", place).await?;
    assert!(copied["message_id"].is_number());
    assert_eq!(boris.screen(), "вопрос");
    Ok(())
}

#[tokio::test]
async fn albums_have_two_to_ten_of_a_kind() -> anyhow::Result<()> {
    let (bot, anna) = bot_and_anna().await?;
    let media = |n: usize, kind: &str| vec![json!({"type": kind, "media": "attach://one"}); n];
    let send = |media: Vec<Value>| {
        let part = Part::bytes(vec![1]).file_name("a.png");
        let media = Value::from(media).to_string();
        let form = Form::new().text("chat_id", anna.id().to_string()).text("media", media).part("one", part);
        read(bot.client.post(bot.url("sendMediaGroup")).multipart(form))
    };
    let sent = send(media(3, "photo")).await?;
    assert_eq!(sent.body["result"].as_array().map(Vec::len), Some(3), "{}", sent.body);
    assert_eq!(sent.body["result"][0]["media_group_id"], sent.body["result"][2]["media_group_id"]);
    let many = send(media(11, "photo")).await?;
    assert_eq!(many.body["description"], "Bad Request: too many messages to send as an album");
    let mixed = send([media(1, "photo"), media(1, "document")].concat()).await?;
    assert_eq!(mixed.status, 400, "{}", mixed.body);
    Ok(())
}
