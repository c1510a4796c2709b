//! Webhooks: setting, delivering, retrying. Section 3.4 of the facts.

use crate::bot::Bot;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// The secret header and the update of one delivery.
type Delivery = (Option<String>, Value);

/// What a receiver got, and how it answers the next deliveries.
#[derive(Clone, Default)]
struct Receiver {
    got: Arc<Mutex<Vec<Delivery>>>,
    answers: Arc<Mutex<Vec<(u16, Value)>>>,
}

impl Receiver {
    async fn start() -> anyhow::Result<(Self, String)> {
        let receiver = Self::default();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}/hook", listener.local_addr()?);
        let app = Router::new().route("/hook", post(receive)).with_state(receiver.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        Ok((receiver, url))
    }

    fn answers(&self, answers: &[(u16, Value)]) {
        *self.answers.lock().unwrap_or_else(PoisonError::into_inner) =
            answers.iter().rev().cloned().collect();
    }

    /// Texts of the messages delivered, once there are so many.
    async fn texts(&self, count: usize) -> Vec<String> {
        for _ in 0..500 {
            let got = self.got.lock().unwrap_or_else(PoisonError::into_inner).clone();
            if got.len() >= count {
                return got
                    .iter()
                    .map(|(_, u)| u["message"]["text"].as_str().unwrap_or_default().to_owned())
                    .collect();
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Vec::new()
    }
}

async fn receive(
    State(receiver): State<Receiver>,
    headers: HeaderMap,
    axum::Json(update): axum::Json<Value>,
) -> (StatusCode, axum::Json<Value>) {
    let secret = headers.get("x-telegram-bot-api-secret-token").and_then(|value| value.to_str().ok());
    receiver.got.lock().unwrap_or_else(PoisonError::into_inner).push((secret.map(str::to_owned), update));
    let next = receiver.answers.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let (code, body) = next.unwrap_or((200, Value::Null));
    (StatusCode::from_u16(code).unwrap_or_default(), axum::Json(body))
}

#[tokio::test]
async fn updates_are_delivered_with_the_secret() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let (receiver, url) = Receiver::start().await?;
    let anna = bot.sandbox.person("Анна");
    anna.says("до");
    bot.does("setWebhook", json!({"url": url, "secret_token": "tiny-secret"})).await?;
    anna.says("после");
    assert_eq!(receiver.texts(2).await, ["до", "после"]);
    let secret = receiver.got.lock().unwrap_or_else(PoisonError::into_inner)[0].0.clone();
    assert_eq!(secret.as_deref(), Some("tiny-secret"));
    assert_eq!(
        bot.refused(409, "getUpdates", json!({})).await?,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    );
    bot.does("deleteWebhook", json!({})).await?;
    bot.does("getUpdates", json!({"timeout": 0, "offset": -1})).await?;
    Ok(())
}

#[tokio::test]
async fn failures_are_retried_in_order() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let (receiver, url) = Receiver::start().await?;
    receiver.answers(&[(500, Value::Null)]);
    bot.does("setWebhook", json!({"url": url})).await?;
    let anna = bot.sandbox.person("Анна");
    anna.says("1");
    anna.says("2");
    assert_eq!(receiver.texts(3).await, ["1", "1", "2"], "the first retry comes at once, order is kept");
    let info = bot.does("getWebhookInfo", json!({})).await?;
    assert_eq!(info["url"], url);
    assert!(info["last_error_message"].as_str().is_some_and(|text| text.contains("500")), "{info}");
    Ok(())
}

#[tokio::test]
async fn an_answer_may_carry_a_call() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let (receiver, url) = Receiver::start().await?;
    let anna = bot.sandbox.person("Анна");
    receiver.answers(&[(200, json!({"method": "sendMessage", "chat_id": anna.id(), "text": "сразу"}))]);
    bot.does("setWebhook", json!({"url": url})).await?;
    anna.says("/start");
    anna.waits_for("сразу").await;
    Ok(())
}

#[tokio::test]
async fn undelivered_updates_return_to_the_queue() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let (receiver, url) = Receiver::start().await?;
    receiver.answers(&vec![(503, Value::Null); 20]);
    bot.does("setWebhook", json!({"url": url})).await?;
    bot.sandbox.person("Анна").says("терпение");
    receiver.texts(2).await;
    assert_eq!(bot.does("getWebhookInfo", json!({})).await?["pending_update_count"], 1);
    bot.does("deleteWebhook", json!({})).await?;
    let updates = bot.does("getUpdates", json!({"timeout": 5})).await?;
    assert_eq!(updates[0]["message"]["text"], "терпение");
    Ok(())
}

#[tokio::test]
async fn bad_addresses_and_secrets_are_named() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let https = "https://example.com/hook";
    let cases = [
        (json!({"url": "http://example.com/hook"}), "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            json!({"url": "https://example.com:8080/"}),
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        (json!({"url": "nowhere"}), "invalid webhook URL specified"),
        (json!({"url": https, "secret_token": "a".repeat(257)}), "secret token is too long"),
        (json!({"url": https, "secret_token": "пароль"}), "secret token contains unallowed characters"),
    ];
    for (params, text) in cases {
        assert_eq!(bot.refused(400, "setWebhook", params).await?, format!("Bad Request: {text}"));
    }
    Ok(())
}

#[tokio::test]
async fn setting_a_webhook_ends_a_waiting_poll() -> anyhow::Result<()> {
    let bot = Bot::start().await?;
    let (_receiver, url) = Receiver::start().await?;
    let poll = bot.refused(409, "getUpdates", json!({"timeout": 20}));
    let set = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        bot.does("setWebhook", json!({"url": url})).await
    };
    let (poll, set) = tokio::join!(poll, set);
    assert_eq!(poll?, "Conflict: terminated by setWebhook request");
    set?;
    Ok(())
}
