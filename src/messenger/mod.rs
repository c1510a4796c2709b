//! The border with messengers: what comes in (`Incoming`), what goes out (`Screen`), and how a sending can fail.
//! Not here: anything that only one messenger knows; that stays in its own folder (`telegram/`).

mod incoming;
mod markup;
mod paced;
mod pacer;
mod payload;
mod screen;
pub mod telegram;

pub use incoming::{
    Arrival, ContactKey, Event, Incoming, MessageRef, MessengerKind, Origin, Place, SentFile, SentKind,
};
pub use markup::{Markup, Span};
pub use paced::Paced;
pub use pacer::{Lane, Pacer, Permit};
pub use payload::{Payload, PayloadReader};
pub use screen::{Attachment, Button, Post, Screen, ScreenFault, Target};

use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Utc};

/// Why a call to a messenger did not succeed, in the only terms its callers decide by.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CallFailure {
    /// The person cannot be reached until they return: blocked the bot, left, deleted the account.
    #[error("the person cannot be reached: {0}")]
    Unreachable(String),
    /// The messenger asks to wait; nothing was executed.
    #[error("asked to wait {0:?}")]
    Wait(Duration),
    /// The network or the messenger failed; whether the call was executed is unknown.
    #[error("passing failure: {0}")]
    TryAgain(String),
    /// The message to edit or delete is gone or too old to be changed.
    #[error("the message cannot be changed any more: {0}")]
    MessageLost(String),
    /// The press was answered already or its time has run out.
    #[error("the press has expired")]
    PressExpired,
    /// The messenger does not accept our token, or another process uses it: nothing will work until that changes.
    #[error("the messenger does not let us in: {0}")]
    ShutOut(String),
    /// The call itself is wrong: a mistake of ours, repeating it cannot help.
    #[error("the messenger refused the call: {0}")]
    Refused(String),
}

impl CallFailure {
    /// The word that metrics count it under.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Unreachable(_) => "unreachable",
            Self::Wait(_) => "asked_to_wait",
            Self::TryAgain(_) => "failed",
            Self::MessageLost(_) => "message_lost",
            Self::PressExpired => "press_expired",
            Self::ShutOut(_) => "shut_out",
            Self::Refused(_) => "refused",
        }
    }
}

/// One messenger, as the rest of the house sees it. Implementations do not retry: the caller knows what it can wait for.
#[async_trait]
pub trait Messenger: Send + Sync {
    /// Which messenger this is.
    fn kind(&self) -> MessengerKind;
    /// Whether this conversation is a group or a channel, by its id in a `ContactKey` or `MessageRef`.
    fn is_group(&self, chat: &str) -> bool;
    /// A link that opens the conversation with the bot and begins it with this word: at most 64 characters of
    /// `A-Z a-z 0-9 _ -`.
    fn link_to(&self, start: &str) -> String;
    /// Reads an event's content as it lay in the inbox; `None` if there is nothing in it for us.
    fn read(&self, content: &str, received_at: DateTime<Utc>) -> Option<Incoming>;
    /// Sends a new message and returns where it stands.
    async fn send(&self, to: &ContactKey, post: &Post) -> Result<MessageRef, CallFailure>;
    /// Replaces the text and the buttons of a message of ours. An unchanged message is a success.
    async fn edit(&self, at: &MessageRef, post: &Post) -> Result<(), CallFailure>;
    /// Takes the buttons off a message of ours.
    async fn take_buttons(&self, at: &MessageRef) -> Result<(), CallFailure>;
    /// Deletes a message of ours. One that is gone already is a success.
    async fn delete(&self, at: &MessageRef) -> Result<(), CallFailure>;
    /// The bytes of a file that somebody sent, by its reference. One that has more than `most` bytes is refused, if need
    /// be while it is read.
    async fn fetch(&self, reference: &str, most: u64) -> Result<Vec<u8>, CallFailure>;
    /// Answers a press: with its outcome as a short toast, or empty. Accepted once per press.
    async fn answer_press(&self, press: &str, toast: Option<&str>) -> Result<(), CallFailure>;
}
