//! Shows the person who just spoke their screen, and does not give up on a limit or a fault that passes.
//! Not here: what is on the screen, and anything said to somebody else.
#![expect(clippy::disallowed_methods, reason = "the one room that answers whoever just spoke")]

use std::{future::Future, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{presses::Presses, receipts::Receipt, store, store::Claim};
use crate::{
    clock::Clock,
    conversations::LiveMessage,
    db::Db,
    messenger::{CallFailure, ContactKey, MessageRef, Messenger, Origin, Post, Screen},
    metrics::Metrics,
    people,
    road::Milestone,
};

/// A screen on its way to the person who just spoke.
pub(super) struct Answer {
    pub claim: Claim,
    pub to: ContactKey,
    pub contact_id: Option<Uuid>,
    pub origin: Origin,
    /// The message that carried the last screen.
    pub live: Option<LiveMessage>,
    pub screen: Screen,
    /// When the event came in that this answers.
    pub received_at: DateTime<Utc>,
}

/// Everything that showing takes; cheap to clone.
#[derive(Clone)]
pub(super) struct Answering {
    pub db: Db,
    pub clock: Clock,
    pub metrics: Metrics,
    pub messenger: std::sync::Arc<dyn Messenger>,
    pub presses: Presses,
    pub receipts: tokio::sync::mpsc::Sender<Receipt>,
}

/// The longest pause between two tries.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

impl Answering {
    /// Answers the press and shows the screen; then the row counts as answered.
    pub(super) async fn show(&self, answer: Answer) {
        Milestone::Answering.pass();
        let toast = answer.screen.toast.clone();
        let press = async {
            if let Some(press) = &answer.origin.press {
                self.presses.answer(press, toast.as_deref()).await;
                Milestone::PressAnswered.pass();
            }
        };
        let (_, live) = tokio::join!(press, self.show_screen(&answer));
        Milestone::Answered.pass();
        let live = match live {
            Ok(live) => live,
            Err(failure) => {
                self.note_failure(&answer, &failure).await;
                None
            }
        };
        let took = self.clock.now() - answer.received_at;
        self.metrics.answered(took.to_std().unwrap_or_default());
        let live = answer.contact_id.zip(live);
        let _ = self.receipts.send(Receipt { row: answer.claim.row, live }).await;
    }

    /// Puts the screen up and takes the buttons off the one before. Returns the message that carries the buttons.
    async fn show_screen(&self, answer: &Answer) -> Result<Option<LiveMessage>, CallFailure> {
        if answer.screen.is_silence() {
            return Ok(None);
        }
        let mut editable = answer.origin.message.clone().filter(|_| answer.origin.press.is_some());
        if answer.live.as_ref().is_some_and(|live| live.is_above_files && editable.as_ref() == Some(&live.at))
        {
            editable = None;
        }
        let mut live = None;
        for post in answer.screen.posts() {
            let is_text = matches!(post, Post::Text { .. });
            let at = match editable.take().filter(|_| is_text) {
                Some(at) => self.edit_or_send(answer, at, &post).await?,
                None => self.patiently(answer, || self.messenger.send(&answer.to, &post)).await?,
            };
            if is_text {
                live = Some(at);
            }
        }
        if answer.screen.stands_alone {
            return Ok(None);
        }
        let is_above_files = !answer.screen.attachments.is_empty();
        let live = live.map(|at| LiveMessage { at, is_above_files });
        let is_old = |old: &&LiveMessage| live.as_ref().is_none_or(|live| live.at != old.at);
        if let Some(old) = answer.live.as_ref().filter(is_old) {
            let _ = self.patiently(answer, || self.messenger.take_buttons(&old.at)).await;
        }
        Ok(live)
    }

    async fn edit_or_send(
        &self,
        answer: &Answer,
        at: MessageRef,
        post: &Post,
    ) -> Result<MessageRef, CallFailure> {
        match self.patiently(answer, || self.messenger.edit(&at, post)).await {
            Ok(()) => Ok(at),
            Err(CallFailure::MessageLost(_)) => {
                self.patiently(answer, || self.messenger.send(&answer.to, post)).await
            }
            Err(failure) => Err(failure),
        }
    }

    /// Repeats a call until it succeeds or fails for good. A wait that the messenger asks for is kept to the second.
    async fn patiently<T, F>(&self, answer: &Answer, call: impl Fn() -> F) -> Result<T, CallFailure>
    where
        F: Future<Output = Result<T, CallFailure>>,
    {
        let mut pause = Duration::from_millis(300);
        loop {
            let wait = match call().await {
                Err(CallFailure::Wait(asked)) => asked,
                Err(CallFailure::TryAgain(_) | CallFailure::ShutOut(_)) => {
                    pause = (pause * 2).min(LONGEST_PAUSE);
                    pause
                }
                settled => return settled,
            };
            self.keep_claim(answer, wait).await;
            tokio::time::sleep(wait).await;
        }
    }

    /// Holds the row for as long as its answer has to wait, so that nobody else shows the screen meanwhile.
    async fn keep_claim(&self, answer: &Answer, wait: Duration) {
        let wait = TimeDelta::from_std(wait).unwrap_or(store::LEASE);
        if let Err(error) = store::extend(&self.db, &answer.claim, wait + store::LEASE).await {
            tracing::warn!(row = answer.claim.row, %error, "the claim could not be extended");
        }
    }

    async fn note_failure(&self, answer: &Answer, failure: &CallFailure) {
        let row = answer.claim.row;
        match (failure, answer.contact_id) {
            (CallFailure::Unreachable(_), Some(contact)) => {
                let noted = async {
                    let mut tx = self.db.begin().await?;
                    people::mark_contact(&mut tx, contact, "blocked").await?;
                    tx.commit().await
                };
                if let Err(error) = noted.await {
                    tracing::warn!(row, %error, "an unreachable contact could not be noted");
                }
            }
            (CallFailure::Unreachable(_), None) => {}
            _ => tracing::error!(row, %failure, "a screen could not be shown"),
        }
    }
}
