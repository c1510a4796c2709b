//! People and groups that cannot be written to: sections 3.5 and 4 of the facts.

use crate::bot::Bot;
use serde_json::json;

#[tokio::test]
async fn people_who_cannot_be_reached() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let person = |name: &str| bot.sandbox.person(name);
    let (stranger, blocker, gone) = (person("Анна"), person("Борис"), person("Вера"));
    blocker.says("/start");
    blocker.blocks();
    gone.says("/start");
    gone.deletes_account();
    let me = bot.does("getMe", json!({})).await?;
    let cases = [
        (stranger.id(), "Forbidden: bot can't initiate conversation with a user"),
        (blocker.id(), "Forbidden: bot was blocked by the user"),
        (gone.id(), "Forbidden: user is deactivated"),
        (me["id"].as_i64().unwrap_or_default(), "Forbidden: the bot can't send messages to the bot"),
    ];
    for (chat, text) in cases {
        for method in ["sendMessage", "sendChatAction"] {
            let params = json!({"chat_id": chat, "text": "a", "action": "typing"});
            assert_eq!(bot.refused(403, method, params).await?, text);
        }
    }
    blocker.unblocks();
    bot.does("sendMessage", json!({"chat_id": blocker.id(), "text": "a"})).await?;
    Ok(())
}

#[tokio::test]
async fn blocking_and_unblocking_is_told() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let anna = bot.sandbox.person("Анна");
    anna.says("/start");
    anna.blocks();
    anna.says("снова я");
    let updates = bot.updates(0).await?;
    let status = |at: usize| updates[at]["my_chat_member"]["new_chat_member"]["status"].clone();
    assert_eq!((status(1), status(2)), (json!("kicked"), json!("member")));
    assert_eq!(updates[1]["my_chat_member"]["old_chat_member"]["status"], "member");
    assert_eq!(updates[1]["my_chat_member"]["from"]["id"], anna.id());
    assert_eq!(updates[3]["message"]["text"], "снова я");
    Ok(())
}

#[tokio::test]
async fn groups_that_are_lost() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let anna = bot.sandbox.person("Анна");
    let (kicked, deleted, left) = (bot.sandbox.group("А"), bot.sandbox.group("Б"), bot.sandbox.group("В"));
    kicked.kicks_bot(&anna);
    deleted.is_deleted();
    bot.does("leaveChat", json!({"chat_id": left.id()})).await?;
    let cases = [
        (kicked.id(), "Forbidden: bot was kicked from the group chat"),
        (deleted.id(), "Forbidden: the group chat was deleted"),
        (left.id(), "Forbidden: bot is not a member of the group chat"),
    ];
    for (chat, text) in cases {
        assert_eq!(bot.refused(403, "sendMessage", json!({"chat_id": chat, "text": "a"})).await?, text);
    }
    let old = bot.sandbox.group("Г");
    let new = old.upgrades();
    let reply = bot.call("sendMessage", json!({"chat_id": old.id(), "text": "a"})).await?;
    assert_eq!(reply.body["description"], "Bad Request: group chat was upgraded to a supergroup chat");
    assert_eq!((reply.status, &reply.body["parameters"]["migrate_to_chat_id"]), (400, &json!(new.id())));
    bot.does("sendMessage", json!({"chat_id": new.id(), "text": "a"})).await?;
    assert_eq!(new.chat().len(), 1);
    Ok(())
}

#[tokio::test]
async fn in_groups_the_bot_hears_what_is_meant_for_it() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let anna = bot.sandbox.person("Анна");
    let group = bot.sandbox.group("Педсовет");
    for text in ["просто так", "/help", "/help@sandbox_bot", "/help@other_bot", "а что скажет @sandbox_bot?"]
    {
        group.says(&anna, text);
    }
    let updates = bot.updates(0).await?;
    let heard: Vec<&str> = updates.iter().filter_map(|update| update["message"]["text"].as_str()).collect();
    assert_eq!(heard, ["/help", "/help@sandbox_bot", "а что скажет @sandbox_bot?"]);
    assert_eq!(updates[0]["message"]["chat"]["type"], "group");
    assert_eq!(
        bot.refused(403, "sendMessage", json!({"chat_id": anna.id(), "text": "a"})).await?,
        "Forbidden: bot can't initiate conversation with a user"
    );
    Ok(())
}

#[tokio::test]
async fn chats_can_be_asked_about() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let anna = bot.sandbox.person("Анна");
    assert_eq!(
        bot.refused(400, "getChat", json!({"chat_id": anna.id()})).await?,
        "Bad Request: chat not found"
    );
    anna.says("/start");
    let chat = bot.does("getChat", json!({"chat_id": anna.id()})).await?;
    assert_eq!((&chat["first_name"], &chat["type"]), (&json!("Анна"), &json!("private")));
    assert!(chat["accepted_gift_types"].is_object());
    bot.does("sendChatAction", json!({"chat_id": anna.id(), "action": "typing"})).await?;
    assert!(anna.typing());
    bot.does("sendMessage", json!({"chat_id": anna.id(), "text": "a"})).await?;
    assert!(!anna.typing());
    Ok(())
}
