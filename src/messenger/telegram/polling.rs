//! Long polling: fetches updates and confirms a batch only once it lies in the inbox. A webhook can take its place.
//! Not here: what becomes of an update.

use std::{future::Future, time::Duration};

use serde_json::{json, value::RawValue};
use tokio_util::sync::CancellationToken;

use super::{Client, updates};
use crate::{
    messenger::{Arrival, CallFailure},
    road::Milestone,
};

/// Seconds a poll waits for news; Telegram allows at most 50.
const POLL_SECONDS: u64 = 30;
/// The kinds of updates that are ours.
pub(super) const KINDS: [&str; 4] = ["message", "edited_message", "callback_query", "my_chat_member"];

/// Polls until `stop`. `store` must make the batch durable before it returns `Ok`.
pub async fn poll<F>(client: &Client, stop: &CancellationToken, store: impl Fn(Vec<Arrival>) -> F)
where
    F: Future<Output = anyhow::Result<()>>,
{
    let mut offset = 0;
    let mut pause = Pause::default();
    while !stop.is_cancelled() {
        let fetched = tokio::select! {
            fetched = fetch(client, offset) => fetched,
            () = stop.cancelled() => return,
        };
        let wait = match fetched {
            Ok(batch) => match keep(batch.arrivals, offset > 0, &store).await {
                Ok(()) => {
                    offset = batch.next_offset.unwrap_or(offset);
                    pause = Pause::default();
                    continue;
                }
                Err(error) => {
                    tracing::error!(error = %format!("{error:#}"), "updates could not be stored; they stay unconfirmed");
                    pause.next()
                }
            },
            Err(CallFailure::Wait(asked)) => asked,
            Err(failure) => {
                tracing::warn!(%failure, "no updates can be fetched");
                pause.next()
            }
        };
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            () = stop.cancelled() => {}
        }
    }
}

/// Stores what was fetched. A poll after the first has told Telegram what was stored before.
async fn keep<F>(
    arrivals: Vec<Arrival>,
    has_confirmed: bool,
    store: impl Fn(Vec<Arrival>) -> F,
) -> anyhow::Result<()>
where
    F: Future<Output = anyhow::Result<()>>,
{
    if has_confirmed {
        Milestone::Confirmed.pass();
    }
    store(arrivals).await?;
    Milestone::Confirming.pass();
    Ok(())
}

struct Batch {
    arrivals: Vec<Arrival>,
    next_offset: Option<i64>,
}

async fn fetch(client: &Client, offset: i64) -> Result<Batch, CallFailure> {
    let parameters = json!({
        "offset": offset,
        "timeout": POLL_SECONDS,
        "allowed_updates": KINDS,
    });
    let timeout = Duration::from_secs(POLL_SECONDS + 15);
    let mut updates: Vec<(i64, Box<RawValue>)> = client
        .raw::<Vec<Box<RawValue>>>("GetUpdates", &parameters, timeout)
        .await?
        .into_iter()
        .filter_map(|raw| Some((updates::update_id(raw.get())?, raw)))
        .collect();
    updates.sort_by_key(|(id, _)| *id);
    let next_offset = updates.last().map(|(id, _)| id + 1);
    let arrivals = updates.iter().filter_map(|(_, raw)| updates::arrival(raw.get())).collect();
    Ok(Batch { arrivals, next_offset })
}

/// Growing pauses after failures: a quarter of a second to half a minute.
struct Pause(Duration);

impl Default for Pause {
    fn default() -> Self {
        Self(Duration::from_millis(250))
    }
}

impl Pause {
    fn next(&mut self) -> Duration {
        let pause = self.0;
        self.0 = (pause * 2).min(Duration::from_secs(30));
        pause
    }
}
