//! Webhook: Telegram brings the updates itself (<https://core.telegram.org/bots/api#setwebhook>).
//! Not here: what becomes of an update; serving HTTP; when to poll instead.
//! Promises: whoever does not know the secret is turned away before their body is read; an update is answered with 200
//! only when it is stored; the webhook is never taken away by a stop, since other replicas may go on.

use std::{future::Future, sync::Arc, time::Duration};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::State,
    http::{HeaderMap, StatusCode},
    routing::post,
};
use futures::future::BoxFuture;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde_json::json;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use tokio::sync::{mpsc, oneshot};
use tokio_util::sync::CancellationToken;

use super::{Client, updates};
use crate::{
    messenger::{Arrival, CallFailure},
    road::Milestone,
};

/// Where Telegram delivers, below the address of the installation.
pub const PATH: &str = "/telegram";

const SECRET_HEADER: &str = "x-telegram-bot-api-secret-token";
/// Far above the largest update: a message has at most 4,096 characters, with a hundred entities.
const MOST_BYTES: usize = 256 * 1024;
/// How long a body may be on its way.
const BODY_DEADLINE: Duration = Duration::from_secs(10);
/// How long an update may wait to be stored; Telegram tries again after an error.
const STORE_DEADLINE: Duration = Duration::from_secs(8);
/// Deliveries at the same time that Telegram is asked for.
const CONNECTIONS: u32 = 40;
/// The most updates that are stored in one commit.
const BATCH: usize = 100;
/// How often it is looked whether the webhook still stands.
const LOOK_AGAIN: Duration = Duration::from_secs(600);

/// Where Telegram is to deliver, and the word by which it is known.
#[derive(Debug, Clone)]
pub struct Webhook {
    /// The public address that is given to Telegram, with `PATH`.
    pub url: String,
    secret: SecretString,
}

impl Webhook {
    /// A webhook below this public address. Its secret follows from the token, so that all replicas know the same.
    #[must_use]
    pub fn new(public_url: &str, token: &SecretString) -> Self {
        let digest = Sha256::digest(format!("{}/webhook", token.expose_secret()));
        let secret = digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        Self { url: format!("{}{PATH}", public_url.trim_end_matches('/')), secret: secret.into() }
    }
}

/// Stores a batch durably; only then may its updates be answered.
pub type Store = Arc<dyn Fn(Vec<Arrival>) -> BoxFuture<'static, anyhow::Result<()>> + Send + Sync>;

struct Delivered {
    arrival: Arrival,
    stored: oneshot::Sender<bool>,
}

#[derive(Clone)]
struct Doorkeeper {
    secret: Arc<SecretString>,
    deliveries: mpsc::Sender<Delivered>,
}

/// The door at which Telegram delivers, and the work behind it, which ends when the door is gone.
pub fn door(webhook: &Webhook, store: Store) -> (Router, impl Future<Output = ()> + use<>) {
    let (deliveries, received) = mpsc::channel(BATCH);
    let keeper = Doorkeeper { secret: Arc::new(webhook.secret.clone()), deliveries };
    (Router::new().route(PATH, post(receive)).with_state(keeper), gather(received, store))
}

async fn receive(State(keeper): State<Doorkeeper>, headers: HeaderMap, body: Body) -> StatusCode {
    let given = headers.get(SECRET_HEADER).map_or(&b""[..], |value| value.as_bytes());
    if !bool::from(given.ct_eq(keeper.secret.expose_secret().as_bytes())) {
        return StatusCode::UNAUTHORIZED;
    }
    let body = match tokio::time::timeout(BODY_DEADLINE, to_bytes(body, MOST_BYTES)).await {
        Ok(Ok(body)) => body,
        Ok(Err(_)) => return StatusCode::PAYLOAD_TOO_LARGE,
        Err(_) => return StatusCode::REQUEST_TIMEOUT,
    };
    let Ok(raw) = std::str::from_utf8(&body) else { return StatusCode::BAD_REQUEST };
    if updates::update_id(raw).is_none() {
        return StatusCode::BAD_REQUEST;
    }
    // A kind that is not ours is taken, or Telegram would bring it again and again.
    let Some(arrival) = updates::arrival(raw) else { return StatusCode::OK };
    let (stored, heard) = oneshot::channel();
    let delivered = keeper.deliveries.send(Delivered { arrival, stored });
    let told = tokio::time::timeout(STORE_DEADLINE, async {
        delivered.await.ok()?;
        heard.await.ok()
    });
    match told.await {
        Ok(Some(true)) => {
            Milestone::Confirming.pass();
            StatusCode::OK
        }
        _ => StatusCode::SERVICE_UNAVAILABLE,
    }
}

/// Stores what is delivered at the same time in one commit.
async fn gather(mut received: mpsc::Receiver<Delivered>, store: Store) {
    let mut waiting = Vec::with_capacity(BATCH);
    while received.recv_many(&mut waiting, BATCH).await > 0 {
        let (batch, told): (Vec<_>, Vec<_>) =
            waiting.drain(..).map(|delivered| (delivered.arrival, delivered.stored)).unzip();
        let stored = store(batch).await;
        if let Err(error) = &stored {
            tracing::error!(error = %format!("{error:#}"), "updates could not be stored; Telegram will bring them again");
        }
        for told in told {
            let _ = told.send(stored.is_ok());
        }
    }
}

#[derive(Debug, Deserialize)]
struct WebhookInfo {
    url: String,
    pending_update_count: i64,
    last_error_message: Option<String>,
}

/// Sees to it that Telegram delivers here, until `stop`; one replica does.
pub async fn keep(client: &Client, webhook: &Webhook, stop: &CancellationToken) {
    while !stop.is_cancelled() {
        let pause = match keep_once(client, webhook).await {
            Ok(()) => LOOK_AGAIN,
            Err(CallFailure::Wait(asked)) => asked,
            Err(failure) => {
                tracing::warn!(%failure, "the webhook could not be set");
                Duration::from_secs(5)
            }
        };
        stop.run_until_cancelled(tokio::time::sleep(pause)).await;
    }
}

async fn keep_once(client: &Client, webhook: &Webhook) -> Result<(), CallFailure> {
    set(client, &webhook.url, Some(&webhook.secret)).await?;
    let info = find(client).await?;
    if let Some(trouble) = info.last_error_message {
        tracing::warn!(waiting = info.pending_update_count, trouble, "Telegram could not deliver lately");
    }
    Ok(())
}

/// Takes away the webhook that an earlier configuration has left, since nobody can poll beside it.
pub async fn take_away(client: &Client) -> Result<(), CallFailure> {
    if find(client).await?.url.is_empty() {
        return Ok(());
    }
    tracing::warn!("a webhook was set, and the configuration names none: from now on updates are fetched");
    set(client, "", None).await
}

async fn find(client: &Client) -> Result<WebhookInfo, CallFailure> {
    client.raw("GetWebhookInfo", &json!({}), Duration::from_secs(15)).await
}

async fn set(client: &Client, url: &str, secret: Option<&SecretString>) -> Result<(), CallFailure> {
    let mut parameters = json!({
        "url": url,
        "max_connections": CONNECTIONS,
        "allowed_updates": super::polling::KINDS,
    });
    if let Some(secret) = secret {
        parameters["secret_token"] = secret.expose_secret().into();
    }
    client.raw::<bool>("SetWebhook", &parameters, Duration::from_secs(15)).await.map(|_| ())
}

#[cfg(test)]
mod tests;
