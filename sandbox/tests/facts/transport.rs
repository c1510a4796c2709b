//! Paths, encodings, envelope: section 1 of the facts.

use crate::bot::{Bot, read};
use reqwest::multipart::{Form, Part};
use serde_json::json;

#[tokio::test]
async fn method_names_ignore_case() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    for name in ["getMe", "GetMe", "getme", "GETME"] {
        let me = bot.does(name, json!({})).await?;
        assert_eq!(me["is_bot"], true, "{name}");
    }
    Ok(())
}

#[tokio::test]
async fn get_me_tells_all_abilities() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let me = bot.does("getMe", json!({})).await?;
    for field in [
        "can_join_groups",
        "can_read_all_group_messages",
        "supports_inline_queries",
        "can_connect_to_business",
        "has_main_web_app",
    ] {
        assert!(me[field].is_boolean(), "{field} in {me}");
    }
    assert_eq!(me["username"], "sandbox_bot");
    Ok(())
}

#[tokio::test]
async fn all_encodings_mean_the_same() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let anna = bot.sandbox.person("Анна Иванова");
    anna.says("/start");
    let (id, markup) =
        (anna.id().to_string(), json!({"inline_keyboard": [[{"text": "Да", "callback_data": "1"}]]}));
    let pairs = [
        ("chat_id", id.clone()),
        ("text", "Здравствуйте & <до> встречи".into()),
        ("reply_markup", markup.to_string()),
    ];
    let url = bot.url("sendMessage");
    let form = Form::new()
        .text("chat_id", id.clone())
        .text("text", pairs[1].1.clone())
        .text("reply_markup", markup.to_string());
    let requests = [
        bot.client.get(&url).query(&pairs),
        bot.client.post(&url).query(&pairs),
        bot.client.post(&url).form(&pairs),
        bot.client
            .post(&url)
            .json(&json!({"chat_id": anna.id(), "text": pairs[1].1, "reply_markup": markup})),
        bot.client.post(&url).multipart(form),
    ];
    for request in requests {
        let reply = read(request).await?;
        assert_eq!(reply.status, 200, "{}", reply.body);
        assert_eq!(reply.body["result"]["text"], pairs[1].1);
        assert_eq!(anna.screen(), "Здравствуйте & <до> встречи\n[Да]");
    }
    assert_eq!(anna.chat().len(), 6);
    Ok(())
}

#[tokio::test]
async fn wrong_paths_and_tokens_are_refused() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let base = bot.sandbox.api_url();
    let long = format!("7000000001:{}", "A".repeat(80));
    let cases = [
        ("/elsewhere".to_owned(), 404, "Not Found"),
        (format!("/bot{}/noSuchMethod", bot.sandbox.token()), 404, "Not Found: method not found"),
        ("/bot0123:AB/getMe".to_owned(), 401, "Unauthorized: invalid token specified"),
        ("/botABC/getMe".to_owned(), 401, "Unauthorized: invalid token specified"),
        ("/bot-5:ABC/getMe".to_owned(), 401, "Unauthorized: invalid token specified"),
        ("/bot18014398509481984:ABC/getMe".to_owned(), 401, "Unauthorized: invalid token specified"),
        (format!("/bot{long}/getMe"), 401, "Unauthorized: invalid token specified"),
        ("/bot7000000001:other/getMe".to_owned(), 401, "Unauthorized"),
    ];
    for (path, code, description) in cases {
        let reply = read(bot.client.get(format!("{base}{path}"))).await?;
        assert_eq!((reply.status, reply.body["error_code"].as_u64()), (code, Some(code.into())), "{path}");
        assert_eq!(reply.body["description"], description, "{path}");
        assert_eq!(reply.body["ok"], false);
    }
    Ok(())
}

#[tokio::test]
async fn test_servers_path_works() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    assert_eq!(bot.does("test/getMe", json!({})).await?["is_bot"], true);
    Ok(())
}

#[tokio::test]
async fn after_log_out_everything_is_refused() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    bot.does("logOut", json!({})).await?;
    assert_eq!(bot.refused(400, "getMe", json!({})).await?, "Logged out");
    Ok(())
}

#[tokio::test]
async fn files_travel_both_ways() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let anna = bot.sandbox.person("Анна");
    anna.says("/start");
    let part = Part::bytes(b"BEGIN:VCALENDAR".to_vec()).file_name("встреча.ics");
    let form =
        Form::new().text("chat_id", anna.id().to_string()).text("caption", "Встреча").part("document", part);
    let sent = read(bot.client.post(bot.url("sendDocument")).multipart(form)).await?.body["result"].take();
    assert_eq!(sent["document"]["file_name"], "встреча.ics");
    assert_eq!(sent["caption"], "Встреча");
    let seen = anna.last().and_then(|bubble| bubble.file);
    assert_eq!(seen.map(|file| file.bytes.to_vec()), Some(b"BEGIN:VCALENDAR".to_vec()));

    let file = bot.does("getFile", json!({"file_id": sent["document"]["file_id"]})).await?;
    let path = file["file_path"].as_str().unwrap_or_default();
    let url = format!("{}/file/bot{}/{path}", bot.sandbox.api_url(), bot.sandbox.token());
    assert_eq!(bot.client.get(url).send().await?.text().await?, "BEGIN:VCALENDAR");

    let as_photo = json!({"chat_id": anna.id(), "photo": sent["document"]["file_id"]});
    let text = bot.refused(400, "sendPhoto", as_photo).await?;
    assert_eq!(text, "Bad Request: can't use file of type Document as Photo");
    let again = json!({"chat_id": anna.id(), "document": sent["document"]["file_id"]});
    bot.does("sendDocument", again).await?;
    let refusals = [
        (json!({"chat_id": anna.id()}), "Bad Request: there is no document in the request"),
        (
            json!({"chat_id": anna.id(), "document": "nonsense"}),
            "Bad Request: wrong file identifier/HTTP URL specified",
        ),
    ];
    for (params, text) in refusals {
        assert_eq!(bot.refused(400, "sendDocument", params).await?, text);
    }
    assert_eq!(
        bot.refused(400, "getFile", json!({"file_id": "nonsense"})).await?,
        "Bad Request: invalid file_id"
    );
    Ok(())
}

#[tokio::test]
async fn too_much_is_refused() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let params = json!({"chat_id": 1, "text": "x".repeat(1 << 20)});
    assert_eq!(bot.refused(413, "sendMessage", params).await?, "Request Entity Too Large");
    Ok(())
}
