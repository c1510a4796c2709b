//! Commands, names, the menu button: sections 2, 4 and 6 of the facts.

use crate::bot::Bot;
use serde_json::{Value, json};

fn list(name: &str, description: &str) -> Value {
    json!([{"command": name, "description": description}])
}

#[tokio::test]
async fn commands_live_in_scopes_and_languages() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    bot.does("setMyCommands", json!({"commands": list("/menu", "Меню")})).await?;
    bot.does("setMyCommands", json!({"commands": list("menu", "Menu"), "language_code": "en"})).await?;
    let plain = bot.does("getMyCommands", json!({})).await?;
    assert_eq!(plain, list("menu", "Меню"));
    assert_eq!(bot.does("getMyCommands", json!({"language_code": "en"})).await?, list("menu", "Menu"));
    let private = json!({"type": "all_private_chats"});
    assert_eq!(bot.does("getMyCommands", json!({"scope": private})).await?, json!([]));
    assert_eq!(bot.sandbox.commands()[0].description, "Меню");
    bot.does("deleteMyCommands", json!({})).await?;
    assert_eq!(bot.does("getMyCommands", json!({})).await?, json!([]));
    Ok(())
}

#[tokio::test]
async fn broken_commands_are_named() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let anna = bot.sandbox.person("Анна");
    anna.says("/start");
    let stranger = bot.sandbox.person("Борис");
    let good = list("menu", "Меню");
    let scope = |scope: Value| json!({"commands": good, "scope": scope});
    let cases = [
        (json!({"commands": list(&"a".repeat(33), "x")}), "command length must not exceed 32"),
        (json!({"commands": list("a", &"я".repeat(257))}), "command description length must not exceed 256"),
        (json!({"commands": list("", "x")}), "command must be non-empty"),
        (json!({"commands": list("Меню", "x")}), "BOT_COMMAND_INVALID"),
        (scope(json!({"type": "planet"})), "can't parse BotCommandScope: Unsupported type specified"),
        (
            scope(json!({"type": "chat_administrators", "chat_id": anna.id()})),
            "can't use specified scope in private chats",
        ),
        (scope(json!({"type": "chat", "chat_id": stranger.id()})), "chat not found"),
    ];
    for (params, text) in cases {
        assert_eq!(bot.refused(400, "setMyCommands", params).await?, format!("Bad Request: {text}"));
    }
    bot.does("setMyCommands", scope(json!({"type": "chat", "chat_id": anna.id()}))).await?;
    Ok(())
}

#[tokio::test]
async fn names_and_menu_buttons_are_kept() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    bot.does("setMyDescription", json!({"description": "Помощник", "language_code": "ru"})).await?;
    assert_eq!(
        bot.does("getMyDescription", json!({"language_code": "ru"})).await?["description"],
        "Помощник"
    );
    assert_eq!(bot.does("getMyName", json!({})).await?["name"], "Бот");
    bot.refused(400, "setMyShortDescription", json!({"short_description": "я".repeat(121)})).await?;
    let button = json!({"type": "web_app", "text": "Стол", "web_app": {"url": "https://example.com"}});
    bot.does("setChatMenuButton", json!({"menu_button": button})).await?;
    assert_eq!(bot.does("getChatMenuButton", json!({})).await?, button);
    let plain = json!({"type": "web_app", "text": "Стол", "web_app": {"url": "http://example.com"}});
    bot.refused(400, "setChatMenuButton", json!({"menu_button": plain})).await?;
    Ok(())
}
