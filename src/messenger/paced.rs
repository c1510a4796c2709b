//! A messenger whose every send draws a permit of one lane first. Not here: the pace itself, and repeating a call.
#![expect(clippy::disallowed_methods, reason = "passes on what those who may send have sent")]

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::{CallFailure, ContactKey, Incoming, Lane, MessageRef, Messenger, MessengerKind, Pacer, Post};
use crate::metrics::Metrics;

/// A messenger behind the pacer.
pub struct Paced {
    inner: Arc<dyn Messenger>,
    pacer: Pacer,
    lane: Lane,
    metrics: Metrics,
}

impl Paced {
    /// Sends through `inner` at the pace of `pacer`, in this lane, and counts how it went.
    #[must_use]
    pub fn new(inner: Arc<dyn Messenger>, pacer: Pacer, lane: Lane, metrics: Metrics) -> Self {
        Self { inner, pacer, lane, metrics }
    }

    async fn in_turn<T>(
        &self,
        chat: &str,
        call: impl Future<Output = Result<T, CallFailure>> + Send,
    ) -> Result<T, CallFailure> {
        let permit = self.pacer.permit(self.lane, chat, self.inner.is_group(chat)).await?;
        if let Some(left) = self.pacer.shut_for(self.lane) {
            return Err(CallFailure::Wait(left));
        }
        let result = call.await;
        permit.settle(&result);
        self.metrics.called(self.lane.word(), result.as_ref().err().map_or("ok", CallFailure::word));
        result
    }
}

#[async_trait]
impl Messenger for Paced {
    fn kind(&self) -> MessengerKind {
        self.inner.kind()
    }

    fn is_group(&self, chat: &str) -> bool {
        self.inner.is_group(chat)
    }

    fn link_to(&self, start: &str) -> String {
        self.inner.link_to(start)
    }

    fn read(&self, content: &str, received_at: DateTime<Utc>) -> Option<Incoming> {
        self.inner.read(content, received_at)
    }

    async fn send(&self, to: &ContactKey, post: &Post) -> Result<MessageRef, CallFailure> {
        self.in_turn(&to.external_id, self.inner.send(to, post)).await
    }

    async fn edit(&self, at: &MessageRef, post: &Post) -> Result<(), CallFailure> {
        self.in_turn(&at.chat, self.inner.edit(at, post)).await
    }

    async fn take_buttons(&self, at: &MessageRef) -> Result<(), CallFailure> {
        self.in_turn(&at.chat, self.inner.take_buttons(at)).await
    }

    async fn delete(&self, at: &MessageRef) -> Result<(), CallFailure> {
        self.in_turn(&at.chat, self.inner.delete(at)).await
    }

    /// Without a permit: fetching says nothing to anybody.
    async fn fetch(&self, reference: &str, most: u64) -> Result<Vec<u8>, CallFailure> {
        self.inner.fetch(reference, most).await
    }

    /// Without a permit: an answered press is no message, and no limit of Telegram's counts it.
    async fn answer_press(&self, press: &str, toast: Option<&str>) -> Result<(), CallFailure> {
        self.inner.answer_press(press, toast).await
    }
}
