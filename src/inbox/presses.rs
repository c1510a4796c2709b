//! Sees to it that every press is answered exactly once, within a second of its arrival.
//! Not here: what the press did.
#![expect(clippy::disallowed_methods, reason = "the one room that answers presses")]

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::task::AbortHandle;

use crate::messenger::{CallFailure, Messenger};

/// A press whose handler is not done by then is answered empty; what comes later stands on the screen.
const PATIENCE: Duration = Duration::from_millis(800);
/// No handler is at work on a press for longer, with all its tries.
const LONGEST_HANDLING: Duration = Duration::from_secs(120);
/// Tries of an answer that the network or a limit kept back; after that the messenger's own window has passed.
const TRIES: u32 = 4;

/// The presses of this process: with their timer while nobody has answered them, without once the timer has.
#[derive(Clone)]
pub(super) struct Presses {
    messenger: Arc<dyn Messenger>,
    waiting: Arc<Mutex<HashMap<String, Option<AbortHandle>>>>,
}

impl Presses {
    pub(super) fn new(messenger: Arc<dyn Messenger>) -> Self {
        Self { messenger, waiting: Arc::default() }
    }

    /// A press has arrived: from now on a second runs.
    pub(super) fn arrived(&self, press: &str) {
        let (presses, id) = (self.clone(), press.to_owned());
        let timer = tokio::spawn(async move {
            tokio::time::sleep(PATIENCE).await;
            let unanswered = presses.lock().get_mut(&id).and_then(Option::take).is_some();
            if unanswered {
                presses.send(&id, None).await;
                // Another replica may have handled the press: then nobody here asks after it again.
                tokio::time::sleep(LONGEST_HANDLING).await;
                presses.lock().remove(&id);
            }
        });
        self.lock().insert(press.to_owned(), Some(timer.abort_handle()));
    }

    /// Answers with the outcome, unless the second has passed. A press that arrived in an earlier life of this
    /// process, or at another replica, is answered too: the messenger may still be waiting.
    pub(super) async fn answer(&self, press: &str, toast: Option<&str>) {
        let known = self.lock().remove(press);
        match known {
            Some(None) => return,
            Some(Some(timer)) => timer.abort(),
            None => {}
        }
        self.send(press, toast).await;
    }

    async fn send(&self, press: &str, toast: Option<&str>) {
        for attempt in 0..TRIES {
            let pause = match self.messenger.answer_press(press, toast).await {
                Ok(()) | Err(CallFailure::PressExpired | CallFailure::Unreachable(_)) => return,
                Err(CallFailure::Wait(pause)) => pause,
                Err(CallFailure::TryAgain(_)) => Duration::from_millis(250) * 2_u32.pow(attempt),
                Err(failure) => {
                    tracing::error!(%failure, "a press could not be answered");
                    return;
                }
            };
            tokio::time::sleep(pause).await;
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, Option<AbortHandle>>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
