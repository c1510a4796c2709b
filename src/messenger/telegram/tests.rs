//! What Telegram says to a repeated call, over HTTP.
#![expect(clippy::disallowed_methods, reason = "tests of the calls themselves")]

use sandbox::Sandbox;

use super::*;
use crate::messenger::Markup;

async fn telegram(sandbox: &Sandbox) -> Telegram {
    let token = sandbox.token().to_owned().into();
    let client = Client::new(&token, &sandbox.api_url(), None).expect("a client");
    let bot = client.who_am_i().await.expect("the emulator knows the bot");
    Telegram::new(client, bot)
}

fn words(text: &str) -> Post {
    Post::Text { text: Markup::plain(text), rows: Vec::new() }
}

#[tokio::test]
async fn what_stands_already_and_what_is_gone_already_is_a_success() {
    let sandbox = Sandbox::start(sandbox::Options::default()).await.expect("an emulator");
    let telegram = telegram(&sandbox).await;
    let anna = sandbox.person("Анна");
    anna.says("/start");
    let contact = ContactKey { messenger: MessengerKind::Telegram, external_id: anna.id().to_string() };
    assert!(!telegram.is_group(&contact.external_id));
    assert!(telegram.is_group(&sandbox.group("ШМО").id().to_string()));
    let at = telegram.send(&contact, &words("Заседание в среду")).await.expect("sent");
    assert_eq!(telegram.edit(&at, &words("Заседание в четверг")).await, Ok(()));
    assert_eq!(telegram.edit(&at, &words("Заседание в четверг")).await, Ok(()));
    assert_eq!(telegram.delete(&at).await, Ok(()));
    assert!(anna.chat().iter().all(|bubble| !bubble.from_bot));
    assert_eq!(telegram.delete(&at).await, Ok(()));
    let lost = telegram.edit(&at, &words("Заседание в пятницу")).await;
    assert!(matches!(lost, Err(CallFailure::MessageLost(_))), "{lost:?}");
}

#[tokio::test]
async fn the_formatting_of_words_is_read() {
    let sandbox = Sandbox::start(sandbox::Options::default()).await.expect("an emulator");
    let telegram = telegram(&sandbox).await;
    let update = |content: serde_json::Value| {
        let person = serde_json::json!({"id": 7, "is_bot": false, "first_name": "Анна"});
        let chat = serde_json::json!({"id": 7, "type": "private", "first_name": "Анна"});
        let mut message =
            serde_json::json!({"message_id": 5, "date": 1_795_000_000, "from": person, "chat": chat});
        for (key, value) in content.as_object().expect("an object") {
            message[key] = value.clone();
        }
        serde_json::json!({"update_id": 1, "message": message}).to_string()
    };
    let words = update(serde_json::json!({"text": "🎓 Завтра <конкурс> здесь", "entities": [
        {"type": "bold", "offset": 3, "length": 6},
        {"type": "italic", "offset": 3, "length": 6},
        {"type": "text_link", "offset": 20, "length": 5, "url": "https://a.ru/?a=1&b"}
    ]}));
    let read = telegram.read(&words, Utc::now()).expect("an event");
    let expected = "🎓 <b><i>Завтра</i></b> &lt;конкурс&gt; <a href=\"https://a.ru/?a=1&amp;b\">здесь</a>";
    assert_eq!(read.formatted.as_str(), expected);
}
