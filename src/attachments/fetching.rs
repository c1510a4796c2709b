//! Getting the bytes of what somebody sent. Not here: keeping them.
#![expect(clippy::disallowed_methods, reason = "the one room that fetches")]

use std::{
    sync::{Arc, OnceLock},
    time::Duration,
};

use anyhow::Context;
use tokio::sync::{Semaphore, SemaphorePermit};

use super::MOST_KEPT;
use crate::{
    errors::Refusal,
    messenger::{CallFailure, Messenger, SentFile},
    sheets::{self, Table},
    turn::Turn,
};

/// The messenger that files are fetched from, once the house serves; cheap to clone.
#[derive(Clone, Default)]
pub struct Fetcher(Arc<OnceLock<Arc<dyn Messenger>>>);

impl Fetcher {
    /// From now on files are fetched through this messenger.
    pub fn connect(&self, messenger: Arc<dyn Messenger>) {
        let _ = self.0.set(messenger);
    }
}

/// Files that lie in memory at once, however many are sent.
static PLACES: Semaphore = Semaphore::const_new(4);
/// So long a file waits for a place; then the person is asked to send it again.
const PATIENCE: Duration = Duration::from_secs(5);

/// What was fetched. It takes a place among the few that lie in memory at once, until it goes out of scope.
pub struct Fetched {
    /// The bytes.
    pub bytes: Vec<u8>,
    _place: SemaphorePermit<'static>,
}

/// The bytes of what the person has just sent. Not to be called while a transaction is open.
///
/// # Errors
/// A `Refusal` that the person may read where the file is larger than `most` bytes, or cannot be had now.
pub async fn fetch(turn: &Turn, file: &SentFile, most: u64) -> anyhow::Result<Fetched> {
    let most = most.min(MOST_KEPT);
    if file.size.is_some_and(|size| size > most) {
        return Err(too_large(most));
    }
    let messenger = turn.app().fetcher.0.get().context("files are fetched while the house serves")?;
    let place = tokio::time::timeout(PATIENCE, PLACES.acquire()).await;
    let place = place.map_err(|_| Refusal::because("attachments-not-fetched"))??;
    match messenger.fetch(&file.reference, most).await {
        Ok(bytes) if bytes.is_empty() => Err(Refusal::because("attachments-empty")),
        Ok(bytes) => Ok(Fetched { bytes, _place: place }),
        // Of a file whose size nobody told the messenger refuses what is over the cap, among other things.
        Err(CallFailure::Refused(_)) if file.size.is_none() => Err(too_large(most)),
        Err(failure) => {
            tracing::warn!(%failure, "a file could not be fetched");
            Err(Refusal::because("attachments-not-fetched"))
        }
    }
}

/// One sheet at a time is read, so that many together take no more memory than one.
static READING: Semaphore = Semaphore::const_new(1);

/// The sheet that the person has just sent, read beside the threads that answer everybody.
///
/// # Errors
/// A `Refusal` that the person may read where it cannot be had, or is no sheet that can be read.
pub async fn fetch_sheet(turn: &Turn, file: &SentFile) -> anyhow::Result<Table> {
    let fetched = fetch(turn, file, u64::try_from(sheets::MOST_BYTES)?).await?;
    let _permit = READING.acquire().await?;
    let read = tokio::task::spawn_blocking(move || sheets::read(&fetched.bytes)).await?;
    read.map_err(|fault| Refusal::because(fault.text_key()))
}

fn too_large(most: u64) -> anyhow::Error {
    let mebibytes = i64::try_from(most / 1_048_576).unwrap_or(i64::MAX);
    Refusal { key: "attachments-too-large", args: vec![("most", mebibytes.into())] }.into()
}
