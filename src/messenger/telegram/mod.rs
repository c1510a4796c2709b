//! The edge to Telegram: updates in, calls out, its errors told in our terms. Nothing above this folder names its types.
//! Not here: when to repeat a call, and what any of it means.

mod client;
mod failures;
mod formatting;
mod html;
mod keyboard;
mod polling;
#[cfg(test)]
mod tests;
mod updates;
mod watching;
pub mod webhook;

pub use client::{Bot, Client};
pub use polling::poll;
pub use watching::watch;
pub use webhook::Webhook;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use reqwest::multipart::{Form, Part};
use teloxide::{
    payloads::{AnswerCallbackQuery, DeleteMessage, EditMessageReplyMarkup, EditMessageText, SendMessage},
    payloads::{
        AnswerCallbackQuerySetters, EditMessageReplyMarkupSetters, EditMessageTextSetters, SendMessageSetters,
    },
    types::{ChatId, LinkPreviewOptions, Message, MessageId, ParseMode},
};

use super::{
    Attachment, CallFailure, ContactKey, Incoming, MessageRef, Messenger, MessengerKind, Post, SentKind,
};

/// Telegram, as the house sees it.
#[derive(Clone)]
pub struct Telegram {
    client: Client,
    bot: Bot,
}

impl Telegram {
    /// Speaks through this client as this bot.
    #[must_use]
    pub fn new(client: Client, bot: Bot) -> Self {
        Self { client, bot }
    }

    async fn send_text(&self, chat: ChatId, post: &Post) -> Result<Message, CallFailure> {
        match post {
            Post::Text { text, rows } => {
                let mut payload = SendMessage::new(chat, html::render(text))
                    .parse_mode(ParseMode::Html)
                    .link_preview_options(no_preview());
                if !rows.is_empty() {
                    payload = payload.reply_markup(keyboard::render(rows)?);
                }
                self.client.call(&payload).await
            }
            Post::File(attachment) => self.send_file(chat, attachment).await,
        }
    }

    async fn send_file(&self, chat: ChatId, attachment: &Attachment) -> Result<Message, CallFailure> {
        let form = |caption| {
            Form::new()
                .text("chat_id", chat.0.to_string())
                .text("caption", html::render(caption))
                .text("parse_mode", "HTML")
        };
        match attachment {
            Attachment::Picture { bytes, caption } => {
                let picture = Part::bytes(bytes.to_vec()).file_name("picture.png");
                self.client.upload("SendPhoto", form(caption).part("photo", picture)).await
            }
            Attachment::File { name, bytes, caption } => {
                let file = Part::bytes(bytes.to_vec()).file_name(name.clone());
                self.client.upload("SendDocument", form(caption).part("document", file)).await
            }
            Attachment::Known { kind, reference, caption } => {
                let (method, field) = method_of(*kind);
                self.client.upload(method, form(caption).text(field, reference.clone())).await
            }
        }
    }
}

#[async_trait]
impl Messenger for Telegram {
    fn kind(&self) -> MessengerKind {
        MessengerKind::Telegram
    }

    /// Groups and channels have negative ids (<https://core.telegram.org/bots/api#chat>).
    fn is_group(&self, chat: &str) -> bool {
        chat.starts_with('-')
    }

    /// <https://core.telegram.org/bots/features#deep-linking>
    fn link_to(&self, start: &str) -> String {
        format!("https://t.me/{}?start={start}", self.bot.username)
    }

    fn read(&self, content: &str, received_at: DateTime<Utc>) -> Option<Incoming> {
        updates::read(content, &self.bot, received_at)
    }

    async fn send(&self, to: &ContactKey, post: &Post) -> Result<MessageRef, CallFailure> {
        let chat = chat_id(&to.external_id)?;
        let message = self.send_text(chat, post).await?;
        Ok(MessageRef { chat: to.external_id.clone(), message: message.id.0.to_string() })
    }

    async fn edit(&self, at: &MessageRef, post: &Post) -> Result<(), CallFailure> {
        let Post::Text { text, rows } = post else {
            return Err(CallFailure::MessageLost("a file is a message of its own".to_owned()));
        };
        let payload = EditMessageText::new(chat_id(&at.chat)?, message_id(&at.message)?, html::render(text))
            .parse_mode(ParseMode::Html)
            .link_preview_options(no_preview())
            .reply_markup(keyboard::render(rows)?);
        unchanged_is_fine(self.client.call(&payload).await.map(|_| ()))
    }

    async fn take_buttons(&self, at: &MessageRef) -> Result<(), CallFailure> {
        let payload = EditMessageReplyMarkup::new(chat_id(&at.chat)?, message_id(&at.message)?)
            .reply_markup(keyboard::render(&[])?);
        unchanged_is_fine(self.client.call(&payload).await.map(|_| ()))
    }

    async fn delete(&self, at: &MessageRef) -> Result<(), CallFailure> {
        let payload = DeleteMessage::new(chat_id(&at.chat)?, message_id(&at.message)?);
        match self.client.call(&payload).await {
            Err(CallFailure::MessageLost(text)) if failures::is_gone(&text) => Ok(()),
            other => other.map(|_| ()),
        }
    }

    async fn fetch(&self, reference: &str, most: u64) -> Result<Vec<u8>, CallFailure> {
        self.client.download(reference, most).await
    }

    async fn answer_press(&self, press: &str, toast: Option<&str>) -> Result<(), CallFailure> {
        let mut payload = AnswerCallbackQuery::new(press.to_owned().into());
        if let Some(toast) = toast {
            payload = payload.text(toast.chars().take(200).collect::<String>());
        }
        self.client.call(&payload).await.map(|_| ())
    }
}

/// A reference is only good for the method of its own kind: <https://core.telegram.org/bots/api#sending-files>.
fn method_of(kind: SentKind) -> (&'static str, &'static str) {
    match kind {
        SentKind::Picture => ("SendPhoto", "photo"),
        SentKind::Video => ("SendVideo", "video"),
        SentKind::Animation => ("SendAnimation", "animation"),
        SentKind::Voice => ("SendVoice", "voice"),
        SentKind::Sound => ("SendAudio", "audio"),
        SentKind::Round => ("SendVideoNote", "video_note"),
        SentKind::File | SentKind::Sticker | SentKind::ContactCard | SentKind::Location | SentKind::Other => {
            ("SendDocument", "document")
        }
    }
}

fn unchanged_is_fine(result: Result<(), CallFailure>) -> Result<(), CallFailure> {
    match result {
        Err(CallFailure::Refused(text)) if failures::is_unchanged(&text) => Ok(()),
        other => other,
    }
}

fn chat_id(external_id: &str) -> Result<ChatId, CallFailure> {
    external_id.parse().map(ChatId).map_err(|_| CallFailure::Refused("no Telegram chat id".to_owned()))
}

fn message_id(message: &str) -> Result<MessageId, CallFailure> {
    message.parse().map(MessageId).map_err(|_| CallFailure::Refused("no Telegram message id".to_owned()))
}

fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}
