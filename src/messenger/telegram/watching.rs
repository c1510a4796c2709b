//! Asks Telegram for a sign of life whenever it has been silent for a while.
//! Not here: what follows from its silence.

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use super::Client;
use crate::messenger::CallFailure;

/// A silence of this length is asked about.
const SILENCE: Duration = Duration::from_secs(4);
/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(4);

/// Says again and again whether Telegram answers and lets us in, until `stop`; `Err` says why not.
pub async fn watch(client: &Client, stop: &CancellationToken, say: impl Fn(Result<(), String>)) {
    while !stop.is_cancelled() {
        if client.silent_for().is_some_and(|silence| silence < SILENCE) {
            say(Ok(()));
        } else {
            say(ask(client).await);
        }
        stop.run_until_cancelled(tokio::time::sleep(SILENCE)).await;
    }
}

async fn ask(client: &Client) -> Result<(), String> {
    match tokio::time::timeout(PATIENCE, client.who_am_i()).await {
        Ok(Ok(_) | Err(CallFailure::Wait(_))) => Ok(()),
        Ok(Err(failure)) => Err(failure.to_string()),
        Err(_) => Err("Telegram does not answer".to_owned()),
    }
}
