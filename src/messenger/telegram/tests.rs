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
